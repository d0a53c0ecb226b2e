// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "identifiers.h"
#include "money.h"

#include <QList>
#include <QString>

namespace Matchbook {

struct WeightedOffer {
    OfferId offer;
    int weight = 100;

    friend bool operator==(const WeightedOffer &, const WeightedOffer &) = default;
};

/// One effort: a traffic source sent to one or more offers.
struct Campaign {
    CampaignId id;
    QString name;
    QString key; ///< public part of the tracking link
    QString trafficSource; ///< the traffic source preset's ID: `generic`, …
    QList<WeightedOffer> offers;
    Money costPerClick;
    bool archived = false;
    qint64 createdAt = 0; ///< Unix ms

    friend bool operator==(const Campaign &, const Campaign &) = default;
};

} // namespace Matchbook
