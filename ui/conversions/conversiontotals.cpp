// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversiontotals.h"

#include "matching/matchpostback.h"
#include "reports/reportquery.h"
#include "store/lists.h"

#include <QCoreApplication>

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

void addReport(const Report &report, const RowFilter &filter, ConversionTotals *totals)
{
    for (const ReportRow &row : report.rows) {
        if (report.question.grouping == ReportGrouping::Campaign && row.id != filter.campaign.value)
            continue;
        if (report.question.grouping == ReportGrouping::Status && !filter.words.isEmpty()
            && !filter.words.contains(row.name))
            continue;
        const bool byStatus = report.question.grouping == ReportGrouping::Status;
        const Metrics metrics = byStatus ? row.metrics : onlyStatuses(row.metrics, filter.words);
        totals->count += metrics.conversions;
        totals->sums[report.currency] += metrics;
    }
}

Expected<ConversionTotals> fromReports(Database &database, const RowFilter &filter, const DateRange &range)
{
    ReportQuestion question;
    question.grouping = filter.campaign.isValid() ? ReportGrouping::Campaign : ReportGrouping::Status;
    question.range = range;
    question.network = filter.network;
    const auto report = runReport(database, question);
    if (!report)
        return unexpected(report.error());
    ConversionTotals totals;
    addReport(*report, filter, &totals);
    for (const Currency currency : report->otherCurrencies) {
        question.currency = currency;
        const auto other = runReport(database, question);
        if (!other)
            return unexpected(other.error());
        addReport(*other, filter, &totals);
    }
    return totals;
}

void addRow(const Conversion &conversion, ConversionTotals *totals)
{
    if (conversion.status == ConversionStatus::Test || conversion.status == ConversionStatus::Ignored)
        return;
    const RevenueShares shares = revenueShares(conversion);
    Metrics &sum = totals->sums[conversion.payout.currency];
    ++totals->count;
    ++sum.conversions;
    sum.revenueConfirmed += shares.confirmed;
    sum.revenuePending += shares.pending;
    sum.revenueRejected += shares.rejected;
    sum.revenueRefunded += shares.refunded;
}

Expected<ConversionTotals> fromRows(Database &database, const RowFilter &filter)
{
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
            addRow(row.conversion, &totals);
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
                                               const DateRange &range)
{
    const bool readRows = !filter.search.isEmpty() || filter.offer.isValid()
            || (filter.campaign.isValid() && needsStatusRows(filter));
    return readRows ? fromRows(database, filter) : fromReports(database, filter, range);
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
