// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/conversion.h"
#include "vocabulary/daterange.h"
#include "vocabulary/expected.h"
#include "vocabulary/identifiers.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Matchbook {

class Database;

/// By which stretches of time, in seconds, totals are kept apart.
enum class TimeUnit { None = 0, Hour = 3'600, Day = 86'400 };

/// Which parts of the key a total is kept apart by; the rest is summed up in SQL.
struct RollupGrouping {
    TimeUnit time = TimeUnit::None;
    bool campaign = false;
    bool network = false;
    bool offer = false;
};

/// Sums of the quarter-hour roll-ups for one stretch of time, campaign, network and offer. 0 where not grouped.
struct ClickTotal {
    qint64 time = 0; ///< days or hours since 1970-01-01 on the zone's clocks
    qint64 campaign = 0;
    qint64 network = 0;
    qint64 offer = 0;
    Currency currency; ///< of the cost
    qint64 clicks = 0;
    qint64 bots = 0;
    qint64 probes = 0;
    qint64 costMicros = 0;
};

struct ConversionTotal {
    qint64 time = 0;
    qint64 campaign = 0;
    qint64 network = 0;
    qint64 offer = 0;
    Currency currency;
    ConversionStatus status = ConversionStatus::Approved;
    qint64 conversions = 0;
    qint64 confirmed = 0; ///< micros
    qint64 pending = 0;
    qint64 rejected = 0;
    qint64 refunded = 0;
};

/// Where sums are read: from the quarter hours of a stretch, or from whole days in the zone that days are kept in.
struct RollupSpan {
    bool days = false;
    qint64 from = 0; ///< quarter hour, or day since 1970-01-01
    qint64 to = 0; ///< excluded
    int offsetSeconds = 0; ///< of the zone, for quarter hours
};

/// The spans that make up the range: one of days if days are kept in its zone and \a unit is no part of one, otherwise of quarter
/// hours.
Expected<QList<RollupSpan>> rollupSpans(Database &database, const DateRange &range, TimeUnit unit);

/// Reads the sums of a span; `network` 0 means all. Uses the connection it was given.
Expected<QList<ClickTotal>> clickTotals(Database &database, const RollupSpan &span,
                                        const RollupGrouping &grouping, NetworkId network);
Expected<QList<ConversionTotal>> conversionTotals(Database &database, const RollupSpan &span,
                                                  const RollupGrouping &grouping, NetworkId network,
                                                  int basis);

enum class Named { Campaigns, Networks, Offers, SourcesOfCampaigns };
/// The names that IDs stand for; of campaigns, the ID of their traffic source's preset.
Expected<QHash<qint64, QString>> namesOf(Database &database, Named what);

} // namespace Matchbook
