// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogueedits.h"

#include "engine/engine.h"
#include "vocabulary/networkchange.h"

#include <algorithm>

namespace Matchbook {

namespace {

template<typename T, typename I>
const T *byId(const QList<T> &list, I id)
{
    const auto found
            = std::find_if(list.cbegin(), list.cend(), [id](const T &value) { return value.id == id; });
    return found == list.cend() ? nullptr : &*found;
}

template<typename T>
CatalogueEdits::Save<T> saveWith(Engine &engine, Expected<T> (Catalogue::*add)(T),
                                 Expected<void> (Catalogue::*update)(const T &))
{
    return [&engine, add, update](QObject *asker, const T &value, std::function<void(Expected<T>)> answer) {
        engine.edit<T>(
                asker,
                [value, add, update](Catalogue &catalogue) -> Expected<T> {
                    if (!value.id.isValid())
                        return (catalogue.*add)(value);
                    const auto updated = (catalogue.*update)(value);
                    return updated ? Expected<T>(value) : Expected<T>(unexpected(updated.error()));
                },
                std::move(answer));
    };
}

Expected<AffiliateNetwork> storeChange(Catalogue &catalogue, const AffiliateNetwork &before,
                                       const AffiliateNetwork &after)
{
    if (!after.id.isValid())
        return catalogue.addNetwork(after);
    const auto networks = catalogue.networks();
    if (!networks)
        return unexpected(networks.error());
    const AffiliateNetwork *found = byId(*networks, after.id);
    if (!found)
        return unexpected(Failure::Kind::NotFound, {});
    const AffiliateNetwork changed = withChange(*found, before, after);
    const auto stored = catalogue.updateNetwork(changed);
    return stored ? Expected<AffiliateNetwork>(changed) : unexpected(stored.error());
}

} // namespace

const AffiliateNetwork *CatalogueContents::network(NetworkId id) const
{
    return byId(networks, id);
}

const Offer *CatalogueContents::offer(OfferId id) const
{
    return byId(offers, id);
}

const Campaign *CatalogueContents::campaign(CampaignId id) const
{
    return byId(campaigns, id);
}

CatalogueEdits catalogueEdits(Engine &engine)
{
    return {[&engine](QObject *asker, const AffiliateNetwork &before, const AffiliateNetwork &after,
                      std::function<void(Expected<AffiliateNetwork>)> answer) {
                engine.edit<AffiliateNetwork>(
                        asker,
                        [before, after](Catalogue &catalogue) {
                            return storeChange(catalogue, before, after);
                        },
                        std::move(answer));
            },
            saveWith<Offer>(engine, &Catalogue::addOffer, &Catalogue::updateOffer),
            saveWith<Campaign>(engine, &Catalogue::addCampaign, &Catalogue::updateCampaign),
            {},
            engine.ownBases()};
}

void askCatalogue(Engine &engine, QObject *asker, std::function<void(Expected<CatalogueContents>)> answer)
{
    const Clock &clock = engine.clock();
    engine.reader().ask<CatalogueContents>(
            asker,
            [&clock](Database &database) -> Expected<CatalogueContents> {
                Catalogue catalogue(database, clock);
                auto networks = catalogue.networks();
                if (!networks)
                    return unexpected(networks.error());
                auto offers = catalogue.offers();
                if (!offers)
                    return unexpected(offers.error());
                auto campaigns = catalogue.campaigns();
                if (!campaigns)
                    return unexpected(campaigns.error());
                return CatalogueContents{*networks, *offers, *campaigns};
            },
            std::move(answer));
}

} // namespace Matchbook
