// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/metrics.h"
#include "store/rows.h"
#include "text/formats.h"
#include "vocabulary/daterange.h"

#include <QMap>

namespace Matchbook {

class Database;

/// What a list of conversions adds up to: in one currency what has a rate to it, and each other currency by itself.
struct ConversionTotals {
    qint64 count = 0; ///< without tests and ignored ones
    QMap<Currency, Metrics> sums;
};

/// The sums of the conversions that \a filter leaves, in \a base as runReport() converts. \a range must be the days between its ends. From the roll-ups,
/// so it does not depend on how many there are; only a search has to look at every row.
Expected<ConversionTotals> conversionTotalsFor(Database &database, const RowFilter &filter,
                                               const DateRange &range, Currency base);

/// One line for people: `1,204 conversions · confirmed €14,806.40 · pending €2,911.00 + $40.00`.
QString totalsText(const ConversionTotals &totals, const Formats &formats);

} // namespace Matchbook
