// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportdate.h"

#include "vocabulary/words.h"

#include <QDateTime>
#include <QRegularExpression>

namespace Matchbook {

namespace {

constexpr std::array orders{
        Word{DateOrder::YearFirst, QLatin1StringView("iso")},
        Word{DateOrder::DayFirst, QLatin1StringView("dmy")},
        Word{DateOrder::MonthFirst, QLatin1StringView("mdy")},
};

/// A date's parts as they stand, and the rest of the text.
struct Parts {
    QStringList numbers; ///< three; a month in letters is a number already
    int lettersAt = -1; ///< where the month stood, if it was in letters
    QString time;
};

int monthOf(QStringView letters)
{
    static const QStringList names{QStringLiteral("jan"), QStringLiteral("feb"), QStringLiteral("mar"),
                                   QStringLiteral("apr"), QStringLiteral("may"), QStringLiteral("jun"),
                                   QStringLiteral("jul"), QStringLiteral("aug"), QStringLiteral("sep"),
                                   QStringLiteral("oct"), QStringLiteral("nov"), QStringLiteral("dec")};
    return int(names.indexOf(letters.left(3).toString().toLower())) + 1;
}

std::optional<Parts> partsOf(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral(
            R"(^(?:[A-Za-z]{3,9}, )?(\d{1,4}|[A-Za-z]{3,9})[-/. ]{1,2}(\d{1,2}|[A-Za-z]{3,9}),?[-/. ]{1,2}(\d{4}|\d{1,2})(?:(?:T|,? +)(.+))?$)"));
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    Parts parts;
    for (int i = 1; i <= 3; ++i) {
        const QString part = match.captured(i);
        if (!part.at(0).isLetter()) {
            parts.numbers << part;
            continue;
        }
        const int month = monthOf(part);
        if (month == 0 || parts.lettersAt >= 0)
            return std::nullopt;
        parts.lettersAt = i - 1;
        parts.numbers << QString::number(month);
    }
    parts.time = match.captured(4).trimmed();
    return parts;
}

QDate dateOf(const Parts &parts, DateOrder order)
{
    const auto number = [&](int place) { return parts.numbers.at(place).toInt(); };
    if (order == DateOrder::YearFirst)
        return parts.numbers.at(0).size() == 4 && parts.lettersAt != 0
                ? QDate(number(0), number(1), number(2))
                : QDate();
    if (parts.numbers.at(2).size() != 4)
        return {};
    const bool monthFirst = parts.lettersAt >= 0 ? parts.lettersAt == 0 : order == DateOrder::MonthFirst;
    return monthFirst ? QDate(number(2), number(0), number(1)) : QDate(number(2), number(1), number(0));
}

struct TimeOfDay {
    QTime time{0, 0};
    std::optional<int> offset; ///< seconds east of UTC
};

std::optional<TimeOfDay> timeOf(const QString &text)
{
    TimeOfDay found;
    if (text.isEmpty())
        return found;
    static const QRegularExpression shape(QStringLiteral(
            R"(^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$)"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.captured(1).toInt();
    const QString half = match.captured(4).toLower();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half == QLatin1StringView("p") ? 12 : 0);
    }
    found.time = QTime(hour, match.captured(2).toInt(), match.captured(3).toInt());
    const QString zone = match.captured(5);
    if (zone.size() > 3) {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.right(2).toInt();
        found.offset = (zone.startsWith(u'-') ? -60 : 60) * minutes;
    } else if (!zone.isEmpty()) {
        found.offset = 0;
    }
    return found.time.isValid() ? std::optional(found) : std::nullopt;
}

} // namespace

QLatin1StringView dateOrderWord(DateOrder order)
{
    return wordOf(orders, order);
}

std::optional<DateOrder> dateOrderFromWord(QStringView word)
{
    return valueOf(orders, word);
}

std::optional<qint64> readReportDate(const QString &text, DateOrder order, const QTimeZone &zone)
{
    const auto parts = partsOf(text);
    const QDate date = parts ? dateOf(*parts, order) : QDate();
    const auto time = parts ? timeOf(parts->time) : std::nullopt;
    if (!date.isValid() || !time)
        return std::nullopt;
    const QDateTime moment = time->offset ? QDateTime(date, time->time, Qt::OffsetFromUTC, *time->offset)
                                          : QDateTime(date, time->time, zone);
    // An hour that a clock change leaves out is not valid, and the day is.
    return moment.isValid() ? moment.toMSecsSinceEpoch() : date.startOfDay(zone).toMSecsSinceEpoch();
}

void DateOrders::add(const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    ++m_seen;
    std::optional<qint64> read[3];
    for (const auto &word : orders) {
        const auto at = size_t(word.value);
        read[at] = m_possible[at] ? readReportDate(text, word.value, QTimeZone::utc()) : std::nullopt;
        m_possible[at] = read[at].has_value();
    }
    const auto dayFirst = read[size_t(DateOrder::DayFirst)];
    const auto monthFirst = read[size_t(DateOrder::MonthFirst)];
    // A point parts days from months in no place that writes the month first.
    if (dayFirst && monthFirst && *dayFirst != *monthFirst) {
        m_differs = true;
        if (text.trimmed().section(u' ', 0, 0).count(u'.') == 2)
            m_possible[size_t(DateOrder::MonthFirst)] = false;
    }
}

bool DateOrders::isAmbiguous() const
{
    return isPossible(DateOrder::DayFirst) && isPossible(DateOrder::MonthFirst) && m_differs;
}

std::optional<DateOrder> DateOrders::only() const
{
    if (isAmbiguous())
        return std::nullopt;
    for (const auto &word : orders) {
        if (isPossible(word.value))
            return word.value;
    }
    return std::nullopt;
}

} // namespace Matchbook
