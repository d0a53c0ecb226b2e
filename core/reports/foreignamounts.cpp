// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foreignamounts.h"

#include "currencies/ratetable.h"
#include "store/foreigntotals.h"

namespace Matchbook {

namespace {

void noteDay(ForeignAmounts::Left &left, QDate day)
{
    left.first = left.first.isValid() ? std::min(left.first, day) : day;
    left.last = left.last.isValid() ? std::max(left.last, day) : day;
}

Metrics convertedMetrics(const Metrics &metrics, qint64 picos)
{
    Metrics converted = metrics;
    for (qint64 Metrics::*part : {&Metrics::revenueConfirmed, &Metrics::revenuePending,
                                  &Metrics::revenueRejected, &Metrics::revenueRefunded})
        converted.*part = convertedMicros(metrics.*part, picos);
    return converted;
}

/// Takes amounts in, one after the other.
class Conversions
{
public:
    Conversions(const RateTable &rates, Currency currency, const RowKeys &keys)
        : m_rates(rates), m_currency(currency), m_keys(keys)
    { }

    void take(const ForeignConversion &one)
    {
        const RowKey key = m_keys.of(one.total, int(one.total.status));
        const Metrics metrics = metricsOf(one.total);
        if (metrics.conversions == 0)
            return; // an ignored one counts nowhere
        if (const auto rate = m_rates.find(one.total.currency, m_currency, one.rateDay)) {
            m_amounts.converted[key] += convertedMetrics(metrics, rate->picos);
            return;
        }
        ForeignAmounts::Left &left = m_amounts.left[one.total.currency];
        left.rows[key] += metrics;
        noteDay(left, one.rateDay);
    }

    void take(const ForeignCost &cost)
    {
        const RowKey key = m_keys.of(cost.total);
        if (const auto rate = m_rates.find(cost.total.currency, m_currency, cost.rateDay)) {
            m_costs[key].add(cost.total.costMicros, rate->picos);
            return;
        }
        ForeignAmounts::Left &left = m_amounts.left[cost.total.currency];
        Metrics metrics;
        metrics.cost = cost.total.costMicros;
        left.rows[key] += metrics;
        noteDay(left, cost.rateDay);
    }

    ForeignAmounts amounts()
    {
        ConvertedSum all;
        for (const auto &[key, sum] : m_costs) {
            m_amounts.converted[key].cost = sum.micros();
            all += sum;
        }
        m_amounts.cost = all.micros();
        return std::move(m_amounts);
    }

private:
    const RateTable &m_rates;
    const Currency m_currency;
    const RowKeys &m_keys;
    ForeignAmounts m_amounts;
    std::map<RowKey, ConvertedSum> m_costs;
};

} // namespace

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

Expected<ForeignAmounts> foreignAmounts(Database &database, const ReportQuestion &question,
                                        const RowKeys &keys, Currency currency, const QSet<Currency> &foreign)
{
    const auto rates = loadRates(database, foreign, currency);
    if (!rates)
        return unexpected(rates.error());
    Conversions conversions(*rates, currency, keys);
    const auto read
            = eachForeignConversion(database, question.range, keys.grouping(), question.network,
                                    int(question.basis), currency,
                                    [&conversions](const ForeignConversion &one) { conversions.take(one); });
    if (!read)
        return unexpected(read.error());
    const auto costs = eachForeignCost(database, question.range, keys.grouping(), question.network, currency,
                                       [&conversions](const ForeignCost &cost) { conversions.take(cost); });
    if (!costs)
        return unexpected(costs.error());
    return conversions.amounts();
}

} // namespace Matchbook
