// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "metrics.h"
#include "reportquery.h"
#include "store/rolluptotals.h"

#include <QSet>

#include <map>

namespace Matchbook {

/// What a row of a report is about.
struct RowKey {
    static constexpr int noStatus = -1; ///< clicks have none; their row in a report by status

    qint64 day = 0; ///< days since 1970-01-01 in the zone
    qint64 id = 0;
    int status = noStatus;

    auto operator<=>(const RowKey &) const = default;
};

/// Only what is grouped by is other than 0, and at most one of the three IDs is.
template<typename Total>
RowKey rowKeyOf(const Total &total, int status = RowKey::noStatus)
{
    return {total.day, total.campaign + total.network + total.offer, status};
}

/// The conversions of a total as metrics, in its own currency.
Metrics metricsOf(const ConversionTotal &total);

/// What a range has in other currencies than the report's.
struct ForeignAmounts {
    struct Left {
        QDate first; ///< days in UTC for which no rate holds
        QDate last;
        std::map<RowKey, Metrics> rows; ///< in their own currency
    };
    std::map<RowKey, Metrics> converted; ///< every conversion rounded by itself, costs once for each row
    qint64 cost = 0; ///< of all rows, rounded once
    std::map<Currency, Left> left; ///< what no rate holds for
};

/// Reads what is in one of \a foreign and converts it to \a currency at the stored rates. Uses the connection it was given. Fails
/// with a Store kind, or Cancelled.
Expected<ForeignAmounts> foreignAmounts(Database &database, const ReportQuestion &question,
                                        const RollupGrouping &grouping, Currency currency,
                                        const QSet<Currency> &foreign);

} // namespace Matchbook
