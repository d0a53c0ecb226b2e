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

std::optional<qint64> amountEach(qint64 amount, qint64 of)
{
    return of == 0 ? std::nullopt : std::optional(divided(amount, of));
}

std::optional<double> share(qint64 part, qint64 whole)
{
    return whole == 0 ? std::nullopt : std::optional(double(part) / double(whole));
}

} // namespace

std::optional<qint64> Metrics::epc() const
{
    return amountEach(revenueConfirmed, clicks);
}

std::optional<qint64> Metrics::costPerClick() const
{
    return amountEach(cost, clicks);
}

std::optional<qint64> Metrics::costPerConversion() const
{
    return amountEach(cost, approved + pending);
}

std::optional<qint64> Metrics::averagePayout() const
{
    return amountEach(revenueConfirmed, approved);
}

std::optional<double> Metrics::conversionRate() const
{
    return share(conversions, clicks);
}

std::optional<double> Metrics::refundRate() const
{
    return share(refunded, approved + refunded);
}

std::optional<double> Metrics::roi() const
{
    if (cost == 0)
        return std::nullopt;
    return double(profit()) / double(cost);
}

std::optional<double> Metrics::approvalRate() const
{
    return share(approved, approved + rejected + refunded);
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
