// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportquery.h"

#include "foreignamounts.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <map>

namespace Matchbook {

namespace {

constexpr std::array<std::pair<ReportGrouping, QLatin1StringView>, 5> groupingWords{
        std::pair{ReportGrouping::Campaign, QLatin1StringView("campaign")},
        std::pair{ReportGrouping::Day, QLatin1StringView("day")},
        std::pair{ReportGrouping::Network, QLatin1StringView("network")},
        std::pair{ReportGrouping::Status, QLatin1StringView("status")},
        std::pair{ReportGrouping::Offer, QLatin1StringView("offer")}};

constexpr std::array<QLatin1StringView, 3> basisWords{QLatin1StringView("click_date"),
                                                      QLatin1StringView("conversion_date"),
                                                      QLatin1StringView("status_date")};

RollupGrouping groupingFor(ReportGrouping grouping)
{
    RollupGrouping parts;
    parts.day = grouping == ReportGrouping::Day || grouping == ReportGrouping::CampaignDay
            || grouping == ReportGrouping::NetworkDay;
    parts.campaign = grouping == ReportGrouping::Campaign || grouping == ReportGrouping::CampaignDay;
    parts.network = grouping == ReportGrouping::Network || grouping == ReportGrouping::NetworkDay;
    parts.offer = grouping == ReportGrouping::Offer;
    return parts;
}

/// Everything the roll-ups hold of the range, before a currency is chosen.
struct Totals {
    QList<ClickTotal> clicks;
    QList<ConversionTotal> conversions;
};

Expected<Totals> readTotals(Database &database, const ReportQuestion &question)
{
    Totals totals;
    const RollupGrouping grouping = groupingFor(question.grouping);
    const auto spans = rollupSpans(database, question.range);
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
        if (total.currency.isValid() && total.conversions > 0)
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
                           return total.currency == currency && total.conversions > 0;
                       });
}

std::map<RowKey, Metrics> sumUp(const Totals &totals, const ReportQuestion &question, Currency currency)
{
    std::map<RowKey, Metrics> rows;
    for (const ClickTotal &total : totals.clicks) {
        Metrics metrics;
        metrics.clicks = total.clicks;
        metrics.bots = total.bots;
        metrics.probes = total.probes;
        metrics.cost = total.currency == currency ? total.costMicros : 0;
        rows[rowKeyOf(total)] += metrics;
    }
    for (const ConversionTotal &total : totals.conversions) {
        if (total.currency != currency)
            continue;
        const int status = question.grouping == ReportGrouping::Status ? int(total.status) : RowKey::noStatus;
        rows[rowKeyOf(total, status)] += metricsOf(total);
    }
    if (question.grouping == ReportGrouping::Day) {
        for (QDate day = question.range.from; day <= question.range.to; day = day.addDays(1))
            rows[{QDate(1970, 1, 1).daysTo(day), 0, RowKey::noStatus}] += Metrics();
    }
    return rows;
}

Expected<QHash<qint64, QString>> rowNames(Database &database, ReportGrouping grouping)
{
    switch (grouping) {
    case ReportGrouping::Campaign:
    case ReportGrouping::CampaignDay:
        return namesOf(database, Named::Campaigns);
    case ReportGrouping::Network:
    case ReportGrouping::NetworkDay:
        return namesOf(database, Named::Networks);
    case ReportGrouping::Offer:
        return namesOf(database, Named::Offers);
    case ReportGrouping::Day:
    case ReportGrouping::Status:
        break;
    }
    return QHash<qint64, QString>();
}

QString nameOf(const RowKey &key, ReportGrouping grouping, const QHash<qint64, QString> &names)
{
    switch (grouping) {
    case ReportGrouping::Day:
        return QDate(1970, 1, 1).addDays(key.day).toString(Qt::ISODate);
    case ReportGrouping::Status:
        return key.status == RowKey::noStatus ? QStringLiteral("none")
                                              : QString(statusWord(ConversionStatus(key.status)));
    default:
        return names.value(key.id, QString::number(key.id));
    }
}

QList<ReportRow> rowsOf(const std::map<RowKey, Metrics> &rows, const ReportQuestion &question,
                        const QHash<qint64, QString> &names)
{
    const bool byDay = groupingFor(question.grouping).day;
    QList<ReportRow> list;
    for (const auto &[key, metrics] : rows) {
        if (metrics == Metrics() && question.grouping != ReportGrouping::Day)
            continue;
        list << ReportRow{nameOf(key, question.grouping, names), key.id,
                          byDay ? QDate(1970, 1, 1).addDays(key.day) : QDate(), metrics};
    }
    if (!byDay && question.grouping != ReportGrouping::Status)
        std::stable_sort(list.begin(), list.end(), [](const ReportRow &a, const ReportRow &b) {
            return a.name.localeAwareCompare(b.name) < 0;
        });
    return list;
}

LeftOut leftOutOf(Currency currency, const ForeignAmounts::Left &left, const ReportQuestion &question,
                  const QHash<qint64, QString> &names)
{
    LeftOut out{currency, left.first, left.last, rowsOf(left.rows, question, names), {}};
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

std::optional<ReportGrouping> groupingFromWord(QStringView word)
{
    for (const auto &[grouping, name] : groupingWords) {
        if (word == name)
            return grouping;
    }
    return std::nullopt;
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
    const auto totals = readTotals(database, question);
    if (!totals)
        return unexpected(totals.error());
    Report report;
    report.question = question;
    report.currency = question.currency.isValid() ? question.currency : question.baseCurrency;
    report.otherCurrencies = currenciesOf(*totals, question.baseCurrency);
    report.otherCurrencies.removeAll(report.currency);
    std::map<RowKey, Metrics> rows = sumUp(*totals, question, report.currency);
    ForeignAmounts foreign;
    if (!report.otherCurrencies.isEmpty()) {
        auto amounts = foreignAmounts(database, question, groupingFor(question.grouping), report.currency,
                                      {report.otherCurrencies.cbegin(), report.otherCurrencies.cend()});
        if (!amounts)
            return unexpected(amounts.error());
        foreign = *std::move(amounts);
        if (!question.currency.isValid() && foreign.converted.empty() && !earnsIn(*totals, report.currency)
            && earnsIn(*totals, report.otherCurrencies.first()))
            return reportIn(database, question, report.otherCurrencies.first());
    }
    const auto names = rowNames(database, question.grouping);
    if (!names)
        return unexpected(names.error());
    for (const auto &[key, metrics] : rows)
        report.total += metrics;
    for (const auto &[key, metrics] : foreign.converted) {
        rows[key] += metrics;
        Metrics withoutCost = metrics; // which is rounded once for all rows
        withoutCost.cost = 0;
        report.total += withoutCost;
    }
    report.total.cost = saturatedSum(report.total.cost, foreign.cost);
    report.rows = rowsOf(rows, question, *names);
    for (const auto &[currency, left] : foreign.left)
        report.leftOut << leftOutOf(currency, left, question, *names);
    return report;
}

} // namespace Matchbook
