// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reportquery.h"
#include "store/rows.h"

#include <QList>

#include <memory>

namespace Matchbook {

class Clock;
class Database;
class Secrets;

/// What the Overview wants to know.
struct OverviewQuestion {
    DateRange range;
    NetworkId network; ///< invalid: all
    Currency currency; ///< to show everything in; invalid: see ReportQuestion
    Currency baseCurrency = Currency::usd();
    qint64 now = 0; ///< Unix ms
    std::shared_ptr<const Secrets> secrets; ///< those at hand; null: not known
};

/// How far a first-time user has come.
struct FirstSteps {
    bool network = false;
    bool campaign = false;
    bool click = false;
    bool postback = false;
    bool matched = false;

    bool done() const { return matched; }
    friend bool operator==(const FirstSteps &, const FirstSteps &) = default;
};

/// A campaign's totals with where its visitors come from.
struct CampaignFigures {
    CampaignId id;
    QString name;
    QString source;
    Metrics metrics;
};

/// Everything the Overview shows, as values.
struct OverviewAnswer {
    DateRange range;
    Currency currency;
    QList<Currency> otherCurrencies;
    QList<LeftOut> leftOut;
    Metrics now;
    Metrics before; ///< the period of equal length just before; nothing if a rate is missing there
    Report byDay;
    Report byNetworkDay;
    QList<CampaignFigures> campaigns; ///< best profit first
    QList<ConversionRow> latest; ///< newest first
    QList<NetworkHealth> health;
    FirstSteps steps;
};

/// Reads it all on \a database, in that connection's thread. \a clock is only handed through.
Expected<OverviewAnswer> readOverview(Database &database, const OverviewQuestion &question,
                                      const Clock &clock);

} // namespace Matchbook
