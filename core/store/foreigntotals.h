// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rolluptotals.h"

#include <QDate>

#include <functional>

namespace Matchbook {

/// One conversion in another currency than the one asked for, and the day whose rate it is converted at: that of the conversion in
/// UTC, on whichever of its dates it is booked.
struct ForeignConversion {
    ConversionTotal total; ///< of this one conversion
    QDate rateDay;
};

/// Costs in another currency, of one day in UTC.
struct ForeignCost {
    ClickTotal total; ///< without clicks, which have no currency
    QDate rateDay;
};

/// What of the range is not in \a currency: everything that clickTotals() and conversionTotals() tell of it, in as many pieces as rates
/// need. \a take is called for each. Uses the connection it was given. Fails with a Store kind, or Cancelled.
Expected<void> eachForeignConversion(Database &database, const DateRange &range,
                                     const RollupGrouping &grouping, NetworkId network, int basis,
                                     Currency currency,
                                     const std::function<void(const ForeignConversion &)> &take);
Expected<void> eachForeignCost(Database &database, const DateRange &range, const RollupGrouping &grouping,
                               NetworkId network, Currency currency,
                               const std::function<void(const ForeignCost &)> &take);

} // namespace Matchbook
