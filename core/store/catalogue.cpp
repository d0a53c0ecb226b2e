// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue.h"

#include "cataloguerows.h"
#include "networkkey.h"
#include "networks/offerurl.h"
#include "random.h"
#include "statement.h"
#include "transaction.h"
#include "vocabulary/clock.h"

#include <QHash>

namespace Matchbook {

namespace {

/// 40 bits: it only has to be unique and short.
constexpr int campaignKeyLength = 8;

Expected<void> checkName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return unexpected(Failure::Kind::BadUsage, QStringLiteral("a name is missing"));
    if (name.size() > 200)
        return unexpected(Failure::Kind::BadUsage, QStringLiteral("the name is longer than 200 characters"));
    return {};
}

Expected<void> checkCampaign(const Campaign &campaign)
{
    if (auto named = checkName(campaign.name); !named)
        return named;
    if (campaign.offers.isEmpty())
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("a campaign needs an offer to send its visitors to"));
    return {};
}

Expected<qint64> newId(Statement &statement)
{
    if (!statement.next())
        return unexpected(statement.failure().value_or(Failure{Failure::Kind::NotFound, {}}));
    const qint64 id = statement.number(0);
    statement.finish();
    return id;
}

} // namespace

Expected<AffiliateNetwork> Catalogue::addNetwork(AffiliateNetwork network)
{
    if (auto named = checkName(network.name); !named)
        return unexpected(named.error());
    Transaction transaction(m_database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    network.name = network.name.trimmed();
    network.key = newNetworkKey();
    network.createdAt = m_clock.now();
    Statement insert(m_database, "network_insert");
    bindNetwork(insert, network);
    if (auto done = insert.bind(network.key).bind(network.createdAt).runBound(); !done)
        return unexpected(done.error());
    const auto id = newId(insert);
    if (!id)
        return unexpected(id.error());
    network.id = {*id};
    if (auto bumped = bumpVersion(); !bumped)
        return unexpected(bumped.error());
    if (auto done = transaction.commit(); !done)
        return unexpected(done.error());
    return network;
}

Expected<void> Catalogue::updateNetwork(const AffiliateNetwork &network)
{
    if (auto named = checkName(network.name); !named)
        return named;
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    Statement update(m_database, "network_update");
    bindNetwork(update, network);
    if (auto done = update.bind(network.id.value).runBound(); !done)
        return done;
    if (const auto id = newId(update); !id)
        return unexpected(id.error());
    if (auto bumped = bumpVersion(); !bumped)
        return bumped;
    return transaction.commit();
}

Expected<Offer> Catalogue::addOffer(Offer offer)
{
    if (auto named = checkName(offer.name); !named)
        return unexpected(named.error());
    if (auto good = checkOfferUrl(offer.url); !good)
        return unexpected(good.error());
    Transaction transaction(m_database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    offer.name = offer.name.trimmed();
    offer.createdAt = m_clock.now();
    Statement insert(m_database, "offer_insert");
    if (auto done = insert.run(offer.name, offer.network.value, offer.url, offer.defaultPayout.micros,
                               present(offer.defaultPayout.currency.code()), offer.createdAt);
        !done)
        return unexpected(done.error());
    const auto id = newId(insert);
    if (!id)
        return unexpected(id.error());
    offer.id = {*id};
    if (auto bumped = bumpVersion(); !bumped)
        return unexpected(bumped.error());
    if (auto done = transaction.commit(); !done)
        return unexpected(done.error());
    return offer;
}

Expected<void> Catalogue::updateOffer(const Offer &offer)
{
    if (auto named = checkName(offer.name); !named)
        return named;
    if (auto good = checkOfferUrl(offer.url); !good)
        return good;
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    Statement update(m_database, "offer_update");
    if (auto done
        = update.run(offer.name.trimmed(), offer.network.value, offer.url, offer.defaultPayout.micros,
                     present(offer.defaultPayout.currency.code()), offer.id.value);
        !done)
        return done;
    if (const auto id = newId(update); !id)
        return unexpected(id.error());
    if (auto bumped = bumpVersion(); !bumped)
        return bumped;
    return transaction.commit();
}

Expected<Campaign> Catalogue::addCampaign(Campaign campaign)
{
    if (auto good = checkCampaign(campaign); !good)
        return unexpected(good.error());
    Transaction transaction(m_database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    campaign.name = campaign.name.trimmed();
    campaign.key = QString::fromLatin1(randomKey(campaignKeyLength));
    campaign.createdAt = m_clock.now();
    Statement insert(m_database, "campaign_insert");
    if (auto done = insert.run(campaign.name, campaign.key, present(campaign.trafficSource),
                               campaign.costPerClick.micros, present(campaign.costPerClick.currency.code()),
                               campaign.archived ? 1 : 0, campaign.createdAt);
        !done)
        return unexpected(done.error());
    const auto id = newId(insert);
    if (!id)
        return unexpected(id.error());
    campaign.id = {*id};
    if (auto stored = storeOffers(campaign); !stored)
        return unexpected(stored.error());
    if (auto bumped = bumpVersion(); !bumped)
        return unexpected(bumped.error());
    if (auto done = transaction.commit(); !done)
        return unexpected(done.error());
    return campaign;
}

Expected<void> Catalogue::updateCampaign(const Campaign &campaign)
{
    if (auto good = checkCampaign(campaign); !good)
        return good;
    Transaction transaction(m_database);
    if (!transaction.begun())
        return transaction.begun();
    Statement update(m_database, "campaign_update");
    if (auto done = update.run(campaign.name.trimmed(), present(campaign.trafficSource),
                               campaign.costPerClick.micros, present(campaign.costPerClick.currency.code()),
                               campaign.archived ? 1 : 0, campaign.id.value);
        !done)
        return done;
    if (const auto id = newId(update); !id)
        return unexpected(id.error());
    Statement forget(m_database, "campaign_offer_delete");
    if (auto done = forget.run(campaign.id.value); !done)
        return done;
    if (auto stored = storeOffers(campaign); !stored)
        return stored;
    if (auto bumped = bumpVersion(); !bumped)
        return bumped;
    return transaction.commit();
}

Expected<void> Catalogue::storeOffers(const Campaign &campaign)
{
    Statement insert(m_database, "campaign_offer_insert");
    for (int i = 0; i < campaign.offers.size(); ++i) {
        const WeightedOffer &weighted = campaign.offers.at(i);
        if (auto done = insert.run(campaign.id.value, i, weighted.offer.value, weighted.weight); !done)
            return done;
    }
    return {};
}

Expected<QList<AffiliateNetwork>> Catalogue::networks()
{
    Statement select(m_database, "network_list");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    QList<AffiliateNetwork> networks;
    while (select.next())
        networks << networkFrom(select);
    return networks;
}

Expected<QList<Offer>> Catalogue::offers()
{
    Statement select(m_database, "offer_list");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    QList<Offer> offers;
    while (select.next())
        offers << offerFrom(select);
    return offers;
}

Expected<QList<Campaign>> Catalogue::campaigns()
{
    Statement select(m_database, "campaign_list");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    QList<Campaign> campaigns;
    QHash<qint64, qsizetype> places;
    while (select.next()) {
        places.insert(select.number(0), campaigns.size());
        campaigns << campaignFrom(select);
    }
    Statement selectOffers(m_database, "campaign_offer_list");
    if (auto done = selectOffers.run(); !done)
        return unexpected(done.error());
    while (selectOffers.next()) {
        const auto place = places.constFind(selectOffers.number(0));
        if (place != places.constEnd())
            campaigns[*place].offers << WeightedOffer{{selectOffers.number(1)}, int(selectOffers.number(2))};
    }
    return campaigns;
}

Expected<Settings> Catalogue::settings()
{
    auto foundNetworks = networks();
    if (!foundNetworks)
        return unexpected(foundNetworks.error());
    auto foundOffers = offers();
    if (!foundOffers)
        return unexpected(foundOffers.error());
    auto foundCampaigns = campaigns();
    if (!foundCampaigns)
        return unexpected(foundCampaigns.error());
    auto foundKeys = retiredKeys();
    if (!foundKeys)
        return unexpected(foundKeys.error());
    return Settings{*std::move(foundNetworks), *std::move(foundOffers), *std::move(foundCampaigns),
                    *std::move(foundKeys)};
}

Expected<qint64> Catalogue::settingsVersion()
{
    Statement select(m_database, "settings_version");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    return newId(select);
}

Expected<void> Catalogue::bumpVersion()
{
    Statement bump(m_database, "settings_version_bump");
    return bump.run();
}

} // namespace Matchbook
