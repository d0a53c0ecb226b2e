// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportquery.h"

#include "foreignamounts.h"
#include "store/steadyview.h"

#include <algorithm>
#include <array>
#include <map>

namespace Matchbook {

namespace {

constexpr std::array<QLatin1StringView, 3> basisWords{QLatin1StringView("click_date"),
                                                      QLatin1StringView("conversion_date"),
                                                      QLatin1StringView("status_date")};

/// Everything the roll-ups hold of the range, before a currency is chosen.
struct Totals {
    QList<ClickTotal> clicks;
    QList<ConversionTotal> conversions;
};

Expected<Totals> readTotals(Database &database, const ReportQuestion &question,
                            const RollupGrouping &grouping)
{
    Totals totals;
    const auto spans = rollupSpans(database, question.range, grouping.time);
    if (!spans)
        return unexpected(spans.error());
    for (const RollupSpan &span : *spans) {
        const auto clicks = clickTotals(database, span, grouping, question.network);
        if (!clicks)
            return unexpected(clicks.error());
        totals.clicks << *clicks;
        const auto conversions
                = conversionTotals(database, span, grouping, question.network, int(question.basis));
        if (!conversions)
            return unexpected(conversions.error());
        totals.conversions << *conversions;
    }
    return totals;
}

/// Currencies by the number of conversions, the most frequent first; the base currency wins a tie.
QList<Currency> currenciesOf(const Totals &totals, Currency base)
{
    std::map<Currency, qint64> weight;
    for (const ConversionTotal &total : totals.conversions) {
        if (total.currency.isValid() && metricsOf(total).conversions > 0)
            weight[total.currency] += total.conversions;
    }
    for (const ClickTotal &total : totals.clicks) {
        if (total.currency.isValid() && total.costMicros != 0)
            weight[total.currency] += 0;
    }
    QList<Currency> currencies;
    for (const auto &[currency, count] : weight)
        currencies << currency;
    std::stable_sort(currencies.begin(), currencies.end(), [&](Currency a, Currency b) {
        return std::tuple(-weight[a], a != base) < std::tuple(-weight[b], b != base);
    });
    return currencies;
}

bool earnsIn(const Totals &totals, Currency currency)
{
    return std::any_of(totals.conversions.cbegin(), totals.conversions.cend(),
                       [&](const ConversionTotal &total) {
                           return total.currency == currency && metricsOf(total).conversions > 0;
                       });
}

/// Whether every row is a stretch of days, so that those without anything belong into the report too.
bool isByDays(const ReportQuestion &question)
{
    const auto &by = question.by;
    return by.size() == 1
            && (by.constFirst() == ReportDimension::Day || by.constFirst() == ReportDimension::Week
                || by.constFirst() == ReportDimension::Month);
}

std::map<RowKey, Metrics> sumUp(const Totals &totals, const RowKeys &keys, Currency currency)
{
    std::map<RowKey, Metrics> rows;
    for (const ClickTotal &total : totals.clicks) {
        Metrics metrics;
        metrics.clicks = total.clicks;
        metrics.bots = total.bots;
        metrics.probes = total.probes;
        metrics.cost = total.currency == currency ? total.costMicros : 0;
        rows[keys.of(total)] += metrics;
    }
    for (const ConversionTotal &total : totals.conversions) {
        if (total.currency == currency)
            rows[keys.of(total, int(total.status))] += metricsOf(total);
    }
    return rows;
}

/// Rows for the days on which nothing happened; in a long range not for the years before anything did.
void addEmptyDays(std::map<RowKey, Metrics> &rows, const ReportQuestion &question, const RowKeys &keys)
{
    constexpr int longRange = 400; // days
    const auto first = std::find_if(rows.cbegin(), rows.cend(),
                                    [](const auto &row) { return row.second != Metrics(); });
    const bool isLong = question.range.days() > longRange;
    if (isLong && first == rows.cend())
        return;
    for (QDate day = question.range.from; day <= question.range.to; day = day.addDays(1)) {
        const RowKey key = keys.ofDay(day);
        if (!isLong || first->first <= key)
            rows[key] += Metrics();
    }
}

QList<ReportRow> rowsOf(const std::map<RowKey, Metrics> &rows, const ReportQuestion &question,
                        const RowKeys &keys)
{
    QList<ReportRow> list;
    for (const auto &[key, metrics] : rows) {
        if (metrics != Metrics() || isByDays(question))
            list << ReportRow{keys.partsOf(key), metrics};
    }
    std::stable_sort(list.begin(), list.end(), [&keys](const ReportRow &a, const ReportRow &b) {
        return keys.isLess(a.parts, b.parts);
    });
    return list;
}

LeftOut leftOutOf(Currency currency, const ForeignAmounts::Left &left, const ReportQuestion &question,
                  const RowKeys &keys)
{
    LeftOut out{currency, left.first, left.last, rowsOf(left.rows, question, keys), {}};
    for (const auto &[key, metrics] : left.rows)
        out.total += metrics;
    return out;
}

/// The report in the currency that most of the range is in, because there is nothing in the base currency and no way to it.
Expected<Report> reportIn(Database &database, ReportQuestion question, Currency currency)
{
    const ReportQuestion asked = question;
    question.currency = currency;
    auto report = runReport(database, question);
    if (report)
        report->question = asked;
    return report;
}

} // namespace

QDate ReportRow::day() const
{
    for (const ReportPart &part : parts) {
        if (part.day.isValid())
            return part.day;
    }
    return {};
}

QLatin1StringView basisWord(DateBasis basis)
{
    return basisWords.at(size_t(basis));
}

std::optional<DateBasis> basisFromWord(QStringView word)
{
    for (size_t i = 0; i < basisWords.size(); ++i) {
        if (word == basisWords.at(i))
            return DateBasis(i);
    }
    return std::nullopt;
}

Expected<Report> runReport(Database &database, const ReportQuestion &question)
{
    const SteadyView view(database); // one moment for all sums, unless the caller has chosen one
    const auto keys = RowKeys::load(database, question.by, question.weekStart);
    if (!keys)
        return unexpected(keys.error());
    const auto totals = readTotals(database, question, keys->grouping());
    if (!totals)
        return unexpected(totals.error());
    Report report;
    report.question = question;
    report.currency = wantedCurrency(question);
    report.otherCurrencies = currenciesOf(*totals, question.baseCurrency);
    report.otherCurrencies.removeAll(report.currency);
    std::map<RowKey, Metrics> rows = sumUp(*totals, *keys, report.currency);
    ForeignAmounts foreign;
    if (!report.otherCurrencies.isEmpty()) {
        auto amounts = foreignAmounts(database, question, *keys, report.currency,
                                      {report.otherCurrencies.cbegin(), report.otherCurrencies.cend()});
        if (!amounts)
            return unexpected(amounts.error());
        foreign = *std::move(amounts);
        if (!question.currency.isValid() && foreign.converted.empty() && !earnsIn(*totals, report.currency)
            && earnsIn(*totals, report.otherCurrencies.first()))
            return reportIn(database, question, report.otherCurrencies.first());
    }
    for (const auto &[key, metrics] : rows)
        report.total += metrics;
    for (const auto &[key, metrics] : foreign.converted) {
        rows[key] += metrics;
        Metrics withoutCost = metrics; // which is rounded once for all rows
        withoutCost.cost = 0;
        report.total += withoutCost;
    }
    report.total.cost = saturatedSum(report.total.cost, foreign.cost);
    if (isByDays(question))
        addEmptyDays(rows, question, *keys);
    report.rows = rowsOf(rows, question, *keys);
    for (const auto &[currency, left] : foreign.left)
        report.leftOut << leftOutOf(currency, left, question, *keys);
    return report;
}

} // namespace Matchbook
