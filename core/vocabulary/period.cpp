// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "period.h"

#include <array>

namespace Matchbook {

namespace {

QDate weekOf(QDate day, const PeriodRules &rules)
{
    return day.addDays(-((day.dayOfWeek() - int(rules.weekStart) + 7) % 7));
}

QDate monthOf(QDate day)
{
    return {day.year(), day.month(), 1};
}

QDate quarterOf(QDate day)
{
    return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1};
}

QDate taxYearOf(QDate day, const PeriodRules &rules)
{
    const QDate start(day.year(), rules.taxMonth, rules.taxDay);
    return start <= day ? start : start.addYears(-1);
}

/// A period is from its first day up to the day before the first of the next, or up to today.
struct Period {
    const char *word;
    QDate (*from)(QDate today, const PeriodRules &rules);
    QDate (*end)(QDate today, const PeriodRules &rules); ///< the day after the last
};

QDate tomorrow(QDate today, const PeriodRules &)
{
    return today.addDays(1);
}

constexpr auto startOfIds = [](QDate, const PeriodRules &) {
    return QDate(2000, 1, 1);
}; // what a report tells may be older than any click

const std::array periods{
        Period{"today", [](QDate d, const PeriodRules &) { return d; }, tomorrow},
        Period{"yesterday", [](QDate d, const PeriodRules &) { return d.addDays(-1); },
               [](QDate d, const PeriodRules &) { return d; }},
        Period{"7days", [](QDate d, const PeriodRules &) { return d.addDays(-6); }, tomorrow},
        Period{"30days", [](QDate d, const PeriodRules &) { return d.addDays(-29); }, tomorrow},
        Period{"90days", [](QDate d, const PeriodRules &) { return d.addDays(-89); }, tomorrow},
        Period{"week", weekOf, tomorrow},
        Period{"lastweek", [](QDate d, const PeriodRules &r) { return weekOf(d, r).addDays(-7); }, weekOf},
        Period{"month", [](QDate d, const PeriodRules &) { return monthOf(d); }, tomorrow},
        Period{"lastmonth", [](QDate d, const PeriodRules &) { return monthOf(d).addMonths(-1); },
               [](QDate d, const PeriodRules &) { return monthOf(d); }},
        Period{"quarter", [](QDate d, const PeriodRules &) { return quarterOf(d); }, tomorrow},
        Period{"lastquarter", [](QDate d, const PeriodRules &) { return quarterOf(d).addMonths(-3); },
               [](QDate d, const PeriodRules &) { return quarterOf(d); }},
        Period{"taxyear", taxYearOf, tomorrow},
        Period{"lasttaxyear", [](QDate d, const PeriodRules &r) { return taxYearOf(d, r).addYears(-1); },
               taxYearOf},
        Period{"all", startOfIds, tomorrow},
};

} // namespace

const QStringList &periodWords()
{
    static const QStringList words = [] {
        QStringList list;
        for (const Period &period : periods)
            list << QString::fromLatin1(period.word);
        return list;
    }();
    return words;
}

std::optional<DateRange> periodRange(QStringView word, QDate today, const QTimeZone &zone,
                                     const PeriodRules &rules)
{
    for (const Period &period : periods) {
        if (word == QLatin1StringView(period.word))
            return DateRange{period.from(today, rules), period.end(today, rules).addDays(-1), zone};
    }
    return std::nullopt;
}

DateRange rangeBefore(const DateRange &range)
{
    return {range.from.addDays(-range.days()), range.from.addDays(-1), range.zone};
}

Expected<void> setTaxYearStart(PeriodRules &rules, QStringView monthAndDay)
{
    const auto digit = [&](qsizetype at) { return monthAndDay.at(at).unicode() - u'0'; };
    const auto isDigit = [&](qsizetype at) { return digit(at) >= 0 && digit(at) <= 9; };
    const bool hasForm = monthAndDay.size() == 5 && monthAndDay.at(2) == u'-' && isDigit(0) && isDigit(1)
            && isDigit(3) && isDigit(4);
    constexpr int noLeapYear = 2001;
    const int month = hasForm ? digit(0) * 10 + digit(1) : 0;
    const int day = hasForm ? digit(3) * 10 + digit(4) : 0;
    if (!QDate::isValid(noLeapYear, month, day))
        return unexpected(Failure::Kind::BadInput,
                          QStringLiteral("\"%1\" is not a day such as 04-06").arg(monthAndDay.left(20)));
    rules.taxMonth = month;
    rules.taxDay = day;
    return {};
}

QString taxYearStartText(const PeriodRules &rules)
{
    return QStringLiteral("%1-%2")
            .arg(rules.taxMonth, 2, 10, QLatin1Char('0'))
            .arg(rules.taxDay, 2, 10, QLatin1Char('0'));
}

} // namespace Matchbook
