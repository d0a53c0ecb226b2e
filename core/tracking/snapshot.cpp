// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "snapshot.h"

#include <algorithm>

namespace Matchbook {

const RedirectTarget *CampaignPlan::targetFor(int draw) const
{
    for (const RedirectTarget &target : targets) {
        draw -= std::max(0, target.weight);
        if (draw < 0)
            return &target;
    }
    return targets.isEmpty() ? nullptr : &targets.first();
}

namespace {

TrafficSourcePreset sourceFor(const QString &id, const QList<TrafficSourcePreset> &sources)
{
    const auto found = std::find_if(sources.cbegin(), sources.cend(),
                                    [&](const auto &source) { return source.id == id; });
    if (found != sources.cend())
        return *found;
    return sources.isEmpty() ? TrafficSourcePreset() : sources.first();
}

RedirectTarget targetOf(const Offer &offer, int weight, const QHash<NetworkId, AffiliateNetwork> &networks,
                        const PresetCatalogue &presets)
{
    const AffiliateNetwork network = networks.value(offer.network);
    QString parameter = network.subIdParameter;
    if (parameter.isEmpty())
        parameter = presets.findOrGeneric(network.preset).subIdParameter;
    return {offer.id, offer.network, offer.url, parameter, weight};
}

} // namespace

std::shared_ptr<const Snapshot> makeSnapshot(const Settings &settings, const PresetCatalogue &presets,
                                             const QList<TrafficSourcePreset> &sources,
                                             bool keepFullAddresses)
{
    QHash<NetworkId, AffiliateNetwork> networks;
    for (const AffiliateNetwork &network : settings.networks)
        networks.insert(network.id, network);
    QHash<OfferId, Offer> offers;
    for (const Offer &offer : settings.offers)
        offers.insert(offer.id, offer);

    auto snapshot = std::make_shared<Snapshot>();
    snapshot->keepFullAddresses = keepFullAddresses;
    for (const Campaign &campaign : settings.campaigns) {
        CampaignPlan plan{campaign.id,
                          campaign.name,
                          sourceFor(campaign.trafficSource, sources),
                          campaign.costPerClick,
                          {},
                          0};
        for (const WeightedOffer &weighted : campaign.offers) {
            const auto offer = offers.constFind(weighted.offer);
            if (offer == offers.constEnd())
                continue;
            plan.targets << targetOf(*offer, weighted.weight, networks, presets);
            plan.totalWeight += std::max(0, weighted.weight);
        }
        snapshot->campaigns.insert(campaign.key.toLatin1(), plan);
    }
    return snapshot;
}

} // namespace Matchbook
