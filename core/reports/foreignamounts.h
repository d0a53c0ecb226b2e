// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "metrics.h"
#include "reportquery.h"
#include "rowkeys.h"

#include <QSet>

#include <map>

namespace Matchbook {

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
                                        const RowKeys &keys, Currency currency,
                                        const QSet<Currency> &foreign);

} // namespace Matchbook
