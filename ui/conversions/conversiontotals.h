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

/// What a list of conversions adds up to, each currency by itself.
struct ConversionTotals {
    qint64 count = 0; ///< without tests and ignored ones
    QMap<Currency, Metrics> sums;
};

/// The sums of the conversions that \a filter leaves. \a range must be the days between its ends. From the roll-ups,
/// so it does not depend on how many there are; only a search has to look at every row.
Expected<ConversionTotals> conversionTotalsFor(Database &database, const RowFilter &filter,
                                               const DateRange &range);

/// One line for people: `1,204 conversions · confirmed €14,806.40 · pending €2,911.00 + $40.00`.
QString totalsText(const ConversionTotals &totals, const Formats &formats);

} // namespace Matchbook
