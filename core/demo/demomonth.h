// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/database.h"
#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/campaign.h"
#include "vocabulary/clock.h"

#include <QList>
#include <QString>

namespace Matchbook {

/// One campaign of the demo as `resources/demo/month.json` describes it.
struct DemoCampaign {
    QString name;
    int network = 0; ///< place in the list of networks
    QString offer;
    qint64 payoutMicros = 0;
    int clicksPerDay = 0;
    double rate = 0; ///< conversions ÷ clicks
    qint64 costMicros = 0; ///< per click
    double pending = 0; ///< shares of the conversions
    double rejected = 0;
    double refunded = 0;
    QString source; ///< what sub1 says
    bool transactions = true; ///< whether the network sends transaction IDs
};

struct DemoPlan {
    QStringList networks;
    QStringList subIdParameters;
    QList<DemoCampaign> campaigns;
};

DemoPlan demoPlan();

/// A month, and the one before to compare it with.
constexpr int demoDays = 61;

/// Networks, offers, campaigns and so many days of clicks and postbacks up to now, by the same way that real ones take. The
/// same day gives the same traffic.
Expected<void> fillDemoMonth(Database &database, const Clock &clock, int days = demoDays);

} // namespace Matchbook
