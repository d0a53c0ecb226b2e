// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "reportdate.h"

#include <QMap>

namespace Matchbook {

/// What a column of a report can stand for: what a parameter of a postback can, or the day of the sale.
enum class ColumnMeaning { ClickId, Payout, Currency, TransactionId, Status, Event, Date };
QLatin1StringView columnMeaningWord(ColumnMeaning meaning); ///< click_id, …, event, date
std::optional<ColumnMeaning> columnMeaningFromWord(QStringView word);
std::optional<FieldMeaning> fieldMeaningOf(ColumnMeaning meaning); ///< nothing for Date

/// How a report is to be read. What is left open is found out from the file.
struct ReportReading {
    QMap<ColumnMeaning, QString> columns; ///< by the column's name; nothing at all: as guessed
    std::optional<DecimalMark> decimalMark; ///< of the payout
    std::optional<DateOrder> dateOrder;
    QTimeZone zone = QTimeZone::utc(); ///< of dates that do not say theirs

    friend bool operator==(const ReportReading &, const ReportReading &) = default;
};

/// What the network remembers of \a reading.
OwnReport remembered(const ReportReading &reading);
/// The columns that \a own remembers, where \a columns has all of them; else none.
QMap<ColumnMeaning, QString> rememberedColumns(const OwnReport &own, const QStringList &columns);

/// The zone of the dates in a report of \a network: the one that was chosen before, else the network's, else \a otherwise.
QTimeZone reportZoneOf(const AffiliateNetwork &network, const QTimeZone &otherwise);

} // namespace Matchbook
