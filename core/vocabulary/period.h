// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "daterange.h"

#include <QStringList>

namespace Matchbook {

/// What a week and a tax year are to this person.
struct PeriodRules {
    Qt::DayOfWeek weekStart = Qt::Monday;
    int taxMonth = 1; ///< the tax year's first day
    int taxDay = 1;

    friend bool operator==(const PeriodRules &, const PeriodRules &) = default;
};

/// `today`, `yesterday`, `7days`, `30days`, `90days`, `week`, `lastweek`, `month`, `lastmonth`, `quarter`, `lastquarter`, `taxyear`,
/// `lasttaxyear`, `all`: stable, for the session, the command line and saved views.
const QStringList &periodWords();

/// The days that \a word means when it is \a today in \a zone. What has not ended yet goes up to today, which 7, 30 and 90 days
/// include. `all` begins before anything that an imported report may tell. Nothing for an unknown word.
std::optional<DateRange> periodRange(QStringView word, QDate today, const QTimeZone &zone,
                                     const PeriodRules &rules = {});

/// The days just before \a range, as many.
DateRange rangeBefore(const DateRange &range);

/// Reads the first day of a tax year, `04-06` for the sixth of April. BadInput for what is no day of every year.
Expected<void> setTaxYearStart(PeriodRules &rules, QStringView monthAndDay);
QString taxYearStartText(const PeriodRules &rules);

} // namespace Matchbook
