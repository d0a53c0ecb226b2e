// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportquery.h"

#include "store/rolluptotals.h"

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

/// Clicks have no status; their row in a report by status.
constexpr int noStatus = -1;

struct RowKey {
    qint64 day = 0;
    qint64 id = 0;
    int status = noStatus;

    auto operator<=>(const RowKey &) const = default;
};

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

Metrics metricsOf(const ConversionTotal &total)
{
    Metrics metrics;
    metrics.conversions = total.conversions;
    switch (total.status) {
    case ConversionStatus::Pending:
        metrics.pending = total.conversions;
        break;
    case ConversionStatus::Approved:
        metrics.approved = total.conversions;
        break;
    case ConversionStatus::Rejected:
        metrics.rejected = total.conversions;
        break;
    case ConversionStatus::Refunded:
    case ConversionStatus::ChargedBack:
        metrics.refunded = total.conversions;
        break;
    case ConversionStatus::Test:
    case ConversionStatus::Ignored:
        metrics.conversions = 0;
        break;
    }
    metrics.revenueConfirmed = total.confirmed;
    metrics.revenuePending = total.pending;
    metrics.revenueRejected = total.rejected;
    metrics.revenueRefunded = total.refunded;
    return metrics;
}

template<typename Total>
RowKey keyOf(const Total &total, int status)
{
    // Only what is grouped by is other than 0, and at most one of the three IDs is.
    return {total.day, total.campaign + total.network + total.offer, status};
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
        rows[keyOf(total, noStatus)] += metrics;
    }
    for (const ConversionTotal &total : totals.conversions) {
        if (total.currency != currency)
            continue;
        const int status = question.grouping == ReportGrouping::Status ? int(total.status) : noStatus;
        rows[keyOf(total, status)] += metricsOf(total);
    }
    if (question.grouping == ReportGrouping::Day) {
        for (QDate day = question.range.from; day <= question.range.to; day = day.addDays(1))
            rows[{QDate(1970, 1, 1).daysTo(day), 0, noStatus}] += Metrics();
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
        return key.status == noStatus ? QStringLiteral("none")
                                      : QString(statusWord(ConversionStatus(key.status)));
    default:
        return names.value(key.id, QString::number(key.id));
    }
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
    report.otherCurrencies = currenciesOf(*totals, question.baseCurrency);
    report.currency = question.currency.isValid() ? question.currency
            : report.otherCurrencies.isEmpty()    ? question.baseCurrency
                                                  : report.otherCurrencies.first();
    report.otherCurrencies.removeAll(report.currency);
    const auto names = rowNames(database, question.grouping);
    if (!names)
        return unexpected(names.error());
    const bool byDay = groupingFor(question.grouping).day;
    for (const auto &[key, metrics] : sumUp(*totals, question, report.currency)) {
        if (metrics == Metrics() && question.grouping != ReportGrouping::Day)
            continue;
        report.rows << ReportRow{nameOf(key, question.grouping, *names), key.id,
                                 byDay ? QDate(1970, 1, 1).addDays(key.day) : QDate(), metrics};
        report.total += metrics;
    }
    if (!byDay && question.grouping != ReportGrouping::Status)
        std::stable_sort(report.rows.begin(), report.rows.end(), [](const ReportRow &a, const ReportRow &b) {
            return a.name.localeAwareCompare(b.name) < 0;
        });
    return report;
}

} // namespace Matchbook
