// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportquestion.h"

#include "command.h"
#include "preferences/preferences.h"
#include "vocabulary/period.h"

#include <QDateTime>
#include <QLocale>

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Expected<QDate> dayOf(const CommandLine &line, const QString &option)
{
    const auto given = line.required(option);
    if (!given)
        return unexpected(given.error());
    const QDate day = QDate::fromString(*given, Qt::ISODate);
    if (!day.isValid() || given->size() != 10)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("--%1 takes a day such as 2026-11-01").arg(option));
    return day;
}

/// As the window has them: weeks by the locale, the tax year as the person has set it.
PeriodRules periodRules(const CommandLine &line)
{
    PeriodRules rules = Preferences::load(dataFolderOf(line)).periods;
    rules.weekStart = QLocale().firstDayOfWeek();
    return rules;
}

Expected<DateRange> periodOf(const CommandLine &line)
{
    const QString word = line.value(text("period"));
    if (line.has(text("from")) || line.has(text("to")))
        return unexpected(Failure::Kind::BadUsage, text("--period goes without --from and --to"));
    const auto zone = zoneOf(line);
    if (!zone)
        return unexpected(zone.error());
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(*zone).date();
    const auto range = periodRange(word, today, *zone, periodRules(line));
    if (!range)
        return unexpected(Failure::Kind::BadUsage, text("--period takes ") + periodWords().join(text(", ")));
    return *range;
}

Expected<QList<ReportDimension>> dimensionsOf(const QString &words)
{
    QList<ReportDimension> by;
    for (const QString &word : words.split(u',')) {
        const auto dimension = dimensionFromWord(word);
        if (!dimension || by.contains(*dimension) || by.size() == mostDimensions)
            return unexpected(Failure::Kind::BadUsage,
                              text("--by takes one to three, separated by commas, of ")
                                      + dimensionWords().join(text(", ")));
        by << *dimension;
    }
    return by;
}

} // namespace

Expected<DateRange> daysOf(const CommandLine &line)
{
    if (line.has(text("period")))
        return periodOf(line);
    constexpr qint64 longestRange = 3660;
    const auto from = dayOf(line, text("from"));
    if (!from)
        return unexpected(from.error());
    const auto to = dayOf(line, text("to"));
    if (!to)
        return unexpected(to.error());
    const auto zone = zoneOf(line);
    if (!zone)
        return unexpected(zone.error());
    if (*to < *from)
        return unexpected(Failure::Kind::BadUsage, text("--to is before --from"));
    if (from->daysTo(*to) >= longestRange)
        return unexpected(Failure::Kind::BadUsage, text("the range is longer than ten years"));
    return DateRange{*from, *to, *zone};
}

Expected<ReportQuestion> reportQuestionOf(const CommandLine &line)
{
    const auto by = line.required(text("by"));
    if (!by)
        return unexpected(by.error());
    const auto dimensions = dimensionsOf(*by);
    if (!dimensions)
        return unexpected(dimensions.error());
    const auto range = daysOf(line);
    if (!range)
        return unexpected(range.error());
    const auto basis = basisFromWord(line.value(text("basis"), text("conversion_date")));
    if (!basis)
        return unexpected(Failure::Kind::BadUsage,
                          text("--basis takes click_date, conversion_date or status_date"));
    ReportQuestion question;
    question.by = *dimensions;
    question.range = *range;
    question.basis = *basis;
    question.weekStart = periodRules(line).weekStart;
    question.baseCurrency = Preferences::load(dataFolderOf(line)).baseCurrency;
    if (line.has(text("currency"))) {
        const auto currency = Currency::fromCode(line.value(text("currency")));
        if (!currency)
            return unexpected(Failure::Kind::BadUsage, text("--currency takes a code such as USD"));
        question.currency = *currency;
    }
    return question;
}

} // namespace Matchbook
