// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvfile.h"

#include "currencies/ratetable.h"
#include "matching/matchpostback.h"
#include "store/lists.h"
#include "vocabulary/outputfile.h"

#include <QDateTime>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr qsizetype rowsAtATime = 2'000;

bool isPlainNumber(const QString &text)
{
    if (text.isEmpty())
        return false;
    bool digits = false;
    bool point = false;
    for (qsizetype i = text.startsWith(QLatin1Char('-')) ? 1 : 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            digits = true;
        else if (c == QLatin1Char('.') && !point)
            point = true;
        else
            return false;
    }
    return digits;
}

QString safeForSpreadsheets(const QString &text)
{
    static const QString dangerous = QStringLiteral("=+-@\t\r\n");
    if (text.isEmpty() || !dangerous.contains(text.front()) || isPlainNumber(text))
        return text;
    return QLatin1Char('\'') + text;
}

QByteArray csvField(const QString &text)
{
    QString field = safeForSpreadsheets(text);
    static const QString special = QStringLiteral(",\"\r\n");
    const bool quoted
            = std::any_of(field.cbegin(), field.cend(), [](QChar c) { return special.contains(c); });
    if (!quoted)
        return field.toUtf8();
    field.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return '"' + field.toUtf8() + '"';
}

QStringList header()
{
    QStringList names{QStringLiteral("Conversion time"),
                      QStringLiteral("Click time"),
                      QStringLiteral("Time to convert (s)"),
                      QStringLiteral("Status"),
                      QStringLiteral("Event"),
                      QStringLiteral("Payout"),
                      QStringLiteral("Refunded"),
                      QStringLiteral("Currency"),
                      QStringLiteral("Network"),
                      QStringLiteral("Offer"),
                      QStringLiteral("Campaign"),
                      QStringLiteral("Click ID"),
                      QStringLiteral("Transaction ID"),
                      QStringLiteral("External ID")};
    for (int i = 1; i <= subIdCount; ++i)
        names << QStringLiteral("Sub ID %1").arg(i);
    names << QStringLiteral("Match") << QStringLiteral("Times received") << QStringLiteral("Status time")
          << QStringLiteral("Time zone") << QStringLiteral("Date basis") << QStringLiteral("Row ID")
          << QStringLiteral("Base currency") << QStringLiteral("Payout in base currency")
          << QStringLiteral("Confirmed in base currency") << QStringLiteral("Pending in base currency")
          << QStringLiteral("Rejected in base currency") << QStringLiteral("Refunded in base currency")
          << QStringLiteral("Exchange rate") << QStringLiteral("Rate date") << QStringLiteral("Rate source");
    return names;
}

/// The amounts in the base currency, those that reports add up among them, or that there is no rate: never one to one.
QStringList baseFieldsOf(const Conversion &conversion, const RateTable &rates, Currency base)
{
    const Currency own = conversion.payout.currency;
    const QDate day = QDateTime::fromMSecsSinceEpoch(conversion.time, QTimeZone::utc()).date();
    const auto rate = rates.find(own, base, day);
    if (!rate)
        return {base.code(), {}, {},
                {},          {}, {},
                {},          {}, own.isValid() ? QStringLiteral("no rate known") : QString()};
    const auto converted = [&](qint64 micros) {
        return Money{convertedMicros(micros, rate->picos), base}.toDecimal();
    };
    const bool isOwn = own == base;
    const RevenueShares shares = revenueShares(conversion);
    return {base.code(),
            converted(conversion.payout.micros),
            converted(shares.confirmed),
            converted(shares.pending),
            converted(shares.rejected),
            converted(shares.refunded),
            picosToDecimal(rate->picos),
            isOwn ? QString() : rate->day.toString(Qt::ISODate),
            isOwn ? QString() : QString(rateSourceWord(rate->source))};
}

QStringList fieldsOf(const ConversionRow &row, const QTimeZone &zone)
{
    const Conversion &conversion = row.conversion;
    QStringList fields{isoTime(conversion.time, zone),
                       isoTime(conversion.clickTime, zone),
                       QString::number(std::max<qint64>(0, conversion.time - conversion.clickTime) / 1000),
                       QString(statusWord(conversion.status)),
                       conversion.event,
                       conversion.payout.toDecimal(),
                       Money{conversion.refundedMicros, conversion.payout.currency}.toDecimal(),
                       conversion.payout.currency.code(),
                       row.network,
                       row.offer,
                       row.campaign,
                       conversion.clickId,
                       conversion.transactionId,
                       conversion.externalId};
    for (const QString &subId : conversion.subIds)
        fields << subId;
    fields << QString(matchWord(conversion.match)) << QString::number(conversion.timesReceived)
           << isoTime(conversion.statusTime, zone) << QString::fromLatin1(zone.id())
           << QStringLiteral("conversion date") << QString::number(conversion.id.value);
    return fields;
}

} // namespace

QByteArray csvLine(const QStringList &fields)
{
    QByteArray line;
    for (const QString &field : fields) {
        if (!line.isEmpty() || &field != &fields.front())
            line += ',';
        line += csvField(field);
    }
    return line + "\r\n";
}

Expected<qint64> exportConversions(Database &database, const DateRange &range, Currency base,
                                   const QString &file)
{
    const auto rates = loadRatesTo(database, base);
    if (!rates)
        return unexpected(rates.error());
    RowFilter filter;
    filter.since = range.startMs();
    filter.until = range.endMs();
    Lists lists(database);
    auto index = lists.conversionIndex(filter, std::numeric_limits<int>::max());
    if (!index)
        return unexpected(index.error());
    std::reverse(index->ids.begin(), index->ids.end());
    OutputFile out(file);
    if (auto opened = out.open(); !opened)
        return unexpected(opened.error());
    if (auto begun = out.write(csvLine(header())); !begun)
        return unexpected(begun.error());
    qint64 written = 0;
    for (qsizetype from = 0; from < index->ids.size(); from += rowsAtATime) {
        const auto rows = lists.conversionsById(index->ids.mid(from, rowsAtATime));
        if (!rows)
            return unexpected(rows.error());
        for (const ConversionRow &row : *rows) {
            if (row.conversion.status == ConversionStatus::Test)
                continue;
            ++written;
            if (auto added
                = out.write(csvLine(fieldsOf(row, range.zone) + baseFieldsOf(row.conversion, *rates, base)));
                !added)
                return unexpected(added.error());
        }
    }
    if (auto ended = out.commit(); !ended)
        return unexpected(ended.error());
    return written;
}

} // namespace Matchbook
