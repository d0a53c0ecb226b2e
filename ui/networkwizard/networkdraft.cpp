// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkdraft.h"

#include "engine/engine.h"
#include "networks/newnetwork.h"
#include "networks/trafficsourcepreset.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

template<typename T>
std::optional<Failure> failureOf(const Expected<T> &stored)
{
    return stored ? std::optional<Failure>() : stored.error();
}

} // namespace

NetworkDraft::NetworkDraft(Engine &engine, std::shared_ptr<const PresetCatalogue> presets, QObject *parent)
    : QObject(parent), m_engine(engine), m_presets(std::move(presets)), m_edits(catalogueEdits(engine))
{ }

void NetworkDraft::load()
{
    askCatalogue(m_engine, this, [this](const Expected<CatalogueContents> &contents) {
        // Without it a name that is taken is found out when it is stored.
        if (contents)
            m_contents = *contents;
        Q_EMIT loaded();
    });
}

QStringList NetworkDraft::takenNames() const
{
    QStringList names;
    for (const AffiliateNetwork &network : m_contents.networks) {
        if (network.id != m_network.id)
            names.append(network.name);
    }
    return names;
}

QString NetworkDraft::freeName(const QString &wanted) const
{
    const QStringList taken = takenNames();
    QString name = wanted;
    for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number)
        name = u"%1 %2"_s.arg(wanted).arg(number);
    return name;
}

void NetworkDraft::storeChoice(const QString &presetId, const QString &name, const Saved &done)
{
    const bool samePreset = isStored() && m_network.preset == presetId;
    if (samePreset && m_network.name == name)
        return done({});
    if (samePreset) {
        AffiliateNetwork renamed = m_network;
        renamed.name = name;
        return storeNetwork(renamed, done);
    }
    const NetworkPreset &preset = m_presets->findOrGeneric(presetId);
    auto network = newNetwork(preset);
    if (!network)
        return done(network.error());
    network->id = m_network.id;
    network->key = m_network.key;
    network->createdAt = m_network.createdAt;
    network->name = name;
    storeNetwork(*network, [this, preset, done](const std::optional<Failure> &failure) {
        if (!failure) {
            m_preset = preset;
            m_queryChanged = false;
            m_constants.clear();
        }
        done(failure);
    });
}

void NetworkDraft::storeNetwork(const AffiliateNetwork &network, const Saved &done)
{
    if (isStored() && network == m_network)
        return done({});
    m_edits.saveNetwork(this, network, [this, done](const Expected<AffiliateNetwork> &stored) {
        if (stored)
            m_network = *stored;
        done(failureOf(stored));
        if (stored)
            Q_EMIT networkStored();
    });
}

void NetworkDraft::storeOffer(Offer offer, const Saved &done)
{
    offer.network = m_network.id;
    if (m_offer) {
        offer.id = m_offer->id;
        offer.createdAt = m_offer->createdAt;
        if (offer == *m_offer)
            return done({});
    }
    m_edits.saveOffer(this, offer, [this, done](const Expected<Offer> &stored) {
        if (stored)
            m_offer = *stored;
        done(failureOf(stored));
    });
}

void NetworkDraft::storeCampaign(Campaign campaign, const Saved &done)
{
    if (m_campaign) {
        campaign.id = m_campaign->id;
        campaign.key = m_campaign->key;
        campaign.createdAt = m_campaign->createdAt;
        if (campaign == *m_campaign)
            return done({});
    }
    m_edits.saveCampaign(this, campaign, [this, done](const Expected<Campaign> &stored) {
        if (stored)
            m_campaign = *stored;
        done(failureOf(stored));
    });
}

void NetworkDraft::setQuery(qsizetype index, const QString &query)
{
    QList<PostbackTemplate> &templates = m_preset.postback.templates;
    if (templates.isEmpty() && !query.isEmpty())
        templates.append(PostbackTemplate());
    if (index >= templates.size() || templates.at(index).parameters == query)
        return;
    templates[index].parameters = query;
    if (query.isEmpty() && m_presets->findOrGeneric(m_preset.id).postback.templates.isEmpty())
        templates.clear();
    m_queryChanged = true;
}

QList<ReadyPostbackUrl> NetworkDraft::urls() const
{
    const QString receiver = m_engine.baseUrl() % "/postback/"_L1 % m_network.key;
    return postbackUrls(receiver, m_preset, m_constants);
}

QString NetworkDraft::simulationQuery() const
{
    if (m_preset.postback.templates.isEmpty() || (!m_queryChanged && m_constants.isEmpty()))
        return {};
    return withConstants(m_preset.postback.templates.constFirst().parameters, m_constants);
}

QString NetworkDraft::subIdParameter() const
{
    return m_network.subIdParameter.isEmpty() ? m_preset.subIdParameter : m_network.subIdParameter;
}

QString NetworkDraft::trackingLink() const
{
    if (!m_campaign)
        return {};
    const QString link = m_engine.trackingLink(*m_campaign);
    const QList<TrafficSourcePreset> sources = trafficSourcePresets();
    for (const TrafficSourcePreset &source : sources) {
        if (source.id == m_campaign->trafficSource)
            return trackingLinkFor(link, source);
    }
    return link;
}

} // namespace Matchbook
