// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportreading.h"

#include "vocabulary/daterange.h"
#include "vocabulary/words.h"

namespace Matchbook {

namespace {

constexpr std::array meanings{
        Word{ColumnMeaning::ClickId, QLatin1StringView("click_id")},
        Word{ColumnMeaning::Payout, QLatin1StringView("payout")},
        Word{ColumnMeaning::Currency, QLatin1StringView("currency")},
        Word{ColumnMeaning::TransactionId, QLatin1StringView("transaction_id")},
        Word{ColumnMeaning::Status, QLatin1StringView("status")},
        Word{ColumnMeaning::Event, QLatin1StringView("event")},
        Word{ColumnMeaning::Date, QLatin1StringView("date")},
};

std::optional<QTimeZone> zoneFrom(const QString &id)
{
    if (id.isEmpty())
        return std::nullopt;
    if (const auto zone = timeZoneFromId(id))
        return zone;
    const QTimeZone zone(id.toLatin1()); // UTC+08:00
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

} // namespace

QLatin1StringView columnMeaningWord(ColumnMeaning meaning)
{
    return wordOf(meanings, meaning);
}

std::optional<ColumnMeaning> columnMeaningFromWord(QStringView word)
{
    return valueOf(meanings, word);
}

std::optional<FieldMeaning> fieldMeaningOf(ColumnMeaning meaning)
{
    return meaningFromWord(QString(columnMeaningWord(meaning)));
}

OwnReport remembered(const ReportReading &reading)
{
    OwnReport own;
    for (auto it = reading.columns.cbegin(); it != reading.columns.cend(); ++it)
        own.columns.insert(QString(columnMeaningWord(it.key())), *it);
    if (reading.decimalMark)
        own.decimalMark = decimalMarkWord(*reading.decimalMark);
    if (reading.dateOrder)
        own.dateFormat = dateOrderWord(*reading.dateOrder);
    own.zone = QString::fromLatin1(reading.zone.id());
    return own;
}

QMap<ColumnMeaning, QString> rememberedColumns(const OwnReport &own, const QStringList &columns)
{
    QMap<ColumnMeaning, QString> found;
    for (auto it = own.columns.cbegin(); it != own.columns.cend(); ++it) {
        const auto meaning = columnMeaningFromWord(it.key());
        if (!meaning || !columns.contains(*it))
            return {};
        found.insert(*meaning, *it);
    }
    return found;
}

QTimeZone reportZoneOf(const AffiliateNetwork &network, const QTimeZone &otherwise)
{
    if (const auto chosen = zoneFrom(network.mapping.report.zone))
        return *chosen;
    return zoneFrom(network.reportZone).value_or(otherwise);
}

} // namespace Matchbook
