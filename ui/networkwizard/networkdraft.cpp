// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkdraft.h"

#include "engine/engine.h"
#include "networks/effectivepreset.h"
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

void NetworkDraft::takeStored(const AffiliateNetwork &network)
{
    m_network = network;
    m_sent = network;
    m_url = network.mapping.url;
    m_preset = withOwnQueries(m_presets->findOrGeneric(network.preset), m_url);
}

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
    put(*network, [this, preset, done](const std::optional<Failure> &failure) {
        if (!failure) {
            m_preset = preset;
            m_url = {};
        }
        done(failure);
    });
}

void NetworkDraft::storeNetwork(AffiliateNetwork network, const Saved &done)
{
    network.mapping.url = m_url;
    put(network, done);
}

void NetworkDraft::put(const AffiliateNetwork &network, const Saved &done)
{
    if (isStored() && network == m_network && network == m_sent)
        return done({});
    // What was sent before may be on its way still, so it counts, not what was answered last.
    const AffiliateNetwork before = m_sent;
    m_sent = network;
    m_edits.saveNetwork(this, before, network, [this, network, done](const auto &stored) {
        const bool isLast = m_sent == network;
        if (stored)
            m_network = *stored;
        if (isLast)
            m_sent = m_network;
        // Somebody has chosen another preset or other URLs meanwhile: what was shown would put the old ones back.
        if (isLast && stored
            && (stored->preset != network.preset || stored->mapping.url != network.mapping.url))
            takeStored(*stored);
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
    const NetworkPreset &known = m_presets->findOrGeneric(m_preset.id);
    const bool isKnown = query == known.postback.templates.value(index).parameters;
    m_url.setQuery(index, isKnown ? QString() : query);
    m_preset = withOwnQueries(known, m_url);
}

void NetworkDraft::setConstants(const QHash<QString, QString> &constants)
{
    m_url.constants = constants;
    m_url.constants.removeIf([](const auto &constant) { return constant.value().isEmpty(); });
}

QList<ReadyPostbackUrl> NetworkDraft::urls() const
{
    const QString receiver = m_engine.baseUrl() % "/postback/"_L1 % m_network.key;
    return postbackUrls(receiver, m_preset, m_url.constants);
}

QList<ReadyPostbackUrl> NetworkDraft::urlsPerStatus() const
{
    const QString receiver = m_engine.baseUrl() % "/postback/"_L1 % m_network.key;
    return statusUrls(receiver, m_preset, m_url.constants);
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
