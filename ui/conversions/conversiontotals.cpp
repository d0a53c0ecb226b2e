// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversiontotals.h"

#include "currencies/ratetable.h"
#include "matching/matchpostback.h"
#include "reports/reportquery.h"
#include "store/lists.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::ConversionTotals)
};

constexpr qsizetype rowsAtOnce = 1000;

// The part of \a all that pending and rejected conversions make up; no words: all of it.
Metrics onlyStatuses(const Metrics &all, const QStringList &words)
{
    if (words.isEmpty())
        return all;
    Metrics part;
    for (const QString &word : words) {
        if (word == "pending"_L1) {
            part.pending = all.pending;
            part.revenuePending = all.revenuePending;
        } else if (word == "rejected"_L1) {
            part.rejected = all.rejected;
            part.revenueRejected = all.revenueRejected;
        }
    }
    part.conversions = part.pending + part.rejected;
    return part;
}

// Confirmed and refunded money come from approved as well as from refunded conversions, so a campaign's sums cannot
// tell these two apart.
bool needsStatusRows(const RowFilter &filter)
{
    for (const QString &word : filter.words) {
        if (word != "pending"_L1 && word != "rejected"_L1)
            return true;
    }
    return false;
}

void addRows(const QList<ReportRow> &rows, const ReportQuestion &question, const RowFilter &filter,
             Currency currency, ConversionTotals *totals)
{
    const bool byStatus = question.by.constFirst() == ReportDimension::Status;
    for (const ReportRow &row : rows) {
        if (!byStatus && row.id() != filter.campaign.value)
            continue;
        if (byStatus && !filter.words.isEmpty() && !filter.words.contains(row.name()))
            continue;
        const Metrics metrics = byStatus ? row.metrics : onlyStatuses(row.metrics, filter.words);
        totals->count += metrics.conversions;
        totals->sums[currency] += metrics;
    }
}

Expected<ConversionTotals> fromReports(Database &database, const RowFilter &filter, const DateRange &range,
                                       Currency base)
{
    ReportQuestion question;
    question.by = {filter.campaign.isValid() ? ReportDimension::Campaign : ReportDimension::Status};
    question.range = range;
    question.network = filter.network;
    question.baseCurrency = base;
    const auto report = runReport(database, question);
    if (!report)
        return unexpected(report.error());
    ConversionTotals totals;
    addRows(report->rows, question, filter, report->currency, &totals);
    for (const LeftOut &left : report->leftOut)
        addRows(left.rows, question, filter, left.currency, &totals);
    return totals;
}

/// Adds one conversion, converted if a rate holds on its day.
void addRow(const Conversion &conversion, const RateTable &rates, Currency base, ConversionTotals *totals)
{
    if (conversion.status == ConversionStatus::Test || conversion.status == ConversionStatus::Ignored)
        return;
    const RevenueShares shares = revenueShares(conversion);
    const QDate day = QDateTime::fromMSecsSinceEpoch(conversion.time, QTimeZone::utc()).date();
    const auto rate = rates.find(conversion.payout.currency, base, day);
    Metrics &sum = totals->sums[rate ? base : conversion.payout.currency];
    const auto add = [&](qint64 Metrics::*part, qint64 micros) {
        sum.*part = saturatedSum(sum.*part, rate ? convertedMicros(micros, rate->picos) : micros);
    };
    ++totals->count;
    ++sum.conversions;
    add(&Metrics::revenueConfirmed, shares.confirmed);
    add(&Metrics::revenuePending, shares.pending);
    add(&Metrics::revenueRejected, shares.rejected);
    add(&Metrics::revenueRefunded, shares.refunded);
}

Expected<ConversionTotals> fromRows(Database &database, const RowFilter &filter, Currency base)
{
    const auto rates = loadRatesTo(database, base);
    if (!rates)
        return unexpected(rates.error());
    Lists lists(database);
    const auto index = lists.conversionIndex(filter);
    if (!index)
        return unexpected(index.error());
    ConversionTotals totals;
    for (qint64 from = 0; from < index->count(); from += rowsAtOnce) {
        QList<qint64> ids;
        for (qint64 row = from; row < std::min<qint64>(from + rowsAtOnce, index->count()); ++row)
            ids.append(index->idAt(row));
        const auto rows = lists.conversionsById(ids);
        if (!rows)
            return unexpected(rows.error());
        for (const ConversionRow &row : *rows)
            addRow(row.conversion, *rates, base, &totals);
    }
    return totals;
}

QString amounts(const ConversionTotals &totals, qint64 Metrics::*part, const Formats &formats)
{
    QStringList texts;
    for (auto sum = totals.sums.cbegin(); sum != totals.sums.cend(); ++sum) {
        if (sum.value().*part != 0)
            texts.append(formats.money(Money{sum.value().*part, sum.key()}));
    }
    return texts.join(u" + "_s);
}

} // namespace

Expected<ConversionTotals> conversionTotalsFor(Database &database, const RowFilter &filter,
                                               const DateRange &range, Currency base)
{
    const bool readRows = !filter.search.isEmpty() || filter.offer.isValid()
            || (filter.campaign.isValid() && needsStatusRows(filter));
    return readRows ? fromRows(database, filter, base) : fromReports(database, filter, range, base);
}

QString totalsText(const ConversionTotals &totals, const Formats &formats)
{
    QStringList parts{totals.count == 1 ? Words::tr("1 conversion")
                                        : Words::tr("%1 conversions").arg(formats.count(totals.count))};
    const auto add = [&](const QString &text, qint64 Metrics::*part) {
        const QString sum = amounts(totals, part, formats);
        if (!sum.isEmpty())
            parts.append(text.arg(sum));
    };
    add(Words::tr("confirmed %1"), &Metrics::revenueConfirmed);
    add(Words::tr("pending %1"), &Metrics::revenuePending);
    add(Words::tr("rejected %1"), &Metrics::revenueRejected);
    add(Words::tr("refunded %1"), &Metrics::revenueRefunded);
    return parts.join(u" · "_s);
}

} // namespace Matchbook
