// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/presetcatalogue.h"
#include "networks/trafficsourcepreset.h"
#include "store/catalogue.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace Matchbook {

/// Where a campaign can send a visitor.
struct RedirectTarget {
    OfferId offer;
    NetworkId network;
    QString url;
    QString subIdParameter; ///< of the network, or its preset's
    int weight = 100;
};

/// What an arrival at one tracking link needs.
struct CampaignPlan {
    CampaignId id;
    QString name;
    TrafficSourcePreset source;
    Money costPerClick;
    QList<RedirectTarget> targets;
    int totalWeight = 0;

    /// The target whose turn a number from 0 to totalWeight − 1 is; the first if all weights are 0.
    const RedirectTarget *targetFor(int draw) const;
};

/// Everything the listener must know, so that it needs no query. Immutable; swapped whole when something changes.
struct Snapshot {
    QHash<QByteArray, CampaignPlan> campaigns; ///< by the tracking link's key
    bool keepFullAddresses = false;
};

/// Archived campaigns are in it too: their links are out in the world, and a visitor is a visitor.
std::shared_ptr<const Snapshot> makeSnapshot(const Settings &settings, const PresetCatalogue &presets,
                                             const QList<TrafficSourcePreset> &sources,
                                             bool keepFullAddresses);

/// The present snapshot, for every thread.
class SnapshotShelf
{
public:
    std::shared_ptr<const Snapshot> take() const
    {
        const std::lock_guard lock(m_mutex);
        return m_snapshot;
    }
    void put(std::shared_ptr<const Snapshot> snapshot)
    {
        const std::lock_guard lock(m_mutex);
        m_snapshot = std::move(snapshot);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Snapshot> m_snapshot = std::make_shared<const Snapshot>();
};

} // namespace Matchbook
