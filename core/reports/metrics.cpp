// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics.h"

#include "vocabulary/money.h"

namespace Matchbook {

namespace {

/// Rounded half away from zero.
qint64 divided(qint64 amount, qint64 by)
{
    const qint64 quotient = amount / by;
    const qint64 rest = amount % by;
    if (2 * std::abs(rest) < std::abs(by))
        return quotient;
    return quotient + ((amount < 0) == (by < 0) ? 1 : -1);
}

} // namespace

std::optional<qint64> Metrics::epc() const
{
    if (clicks == 0)
        return std::nullopt;
    return divided(revenueConfirmed, clicks);
}

std::optional<double> Metrics::conversionRate() const
{
    if (clicks == 0)
        return std::nullopt;
    return double(conversions) / double(clicks);
}

std::optional<double> Metrics::roi() const
{
    if (cost == 0)
        return std::nullopt;
    return double(profit()) / double(cost);
}

std::optional<double> Metrics::approvalRate() const
{
    const qint64 decided = approved + rejected + refunded;
    if (decided == 0)
        return std::nullopt;
    return double(approved) / double(decided);
}

Metrics &Metrics::operator+=(const Metrics &other)
{
    clicks += other.clicks;
    bots += other.bots;
    probes += other.probes;
    conversions += other.conversions;
    pending += other.pending;
    approved += other.approved;
    rejected += other.rejected;
    refunded += other.refunded;
    revenueConfirmed = saturatedSum(revenueConfirmed, other.revenueConfirmed);
    revenuePending = saturatedSum(revenuePending, other.revenuePending);
    revenueRejected = saturatedSum(revenueRejected, other.revenueRejected);
    revenueRefunded = saturatedSum(revenueRefunded, other.revenueRefunded);
    cost = saturatedSum(cost, other.cost);
    return *this;
}

} // namespace Matchbook
