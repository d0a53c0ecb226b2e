// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

namespace Matchbook {

/// The sums that every screen, report and export is made of, in one currency. The one place where metrics are defined.
struct Metrics {
    qint64 clicks = 0; ///< arrivals by visitors
    qint64 bots = 0;
    qint64 probes = 0;
    qint64 conversions
            = 0; ///< of every status but test and ignored: a click can have several, so CR can pass 100 %
    qint64 pending = 0; ///< conversions by status
    qint64 approved = 0;
    qint64 rejected = 0;
    qint64 refunded = 0; ///< refunded and charged back
    qint64 revenueConfirmed = 0; ///< micros
    qint64 revenuePending = 0;
    qint64 revenueRejected = 0;
    qint64 revenueRefunded = 0;
    qint64 cost = 0;

    qint64 profit() const { return revenueConfirmed - cost; } ///< confirmed revenue − cost
    std::optional<qint64> epc() const; ///< confirmed revenue ÷ clicks, micros; nothing without clicks
    std::optional<double> conversionRate() const; ///< conversions ÷ clicks; nothing without clicks
    std::optional<double> roi() const; ///< profit ÷ cost; nothing without cost
    std::optional<qint64> costPerClick() const; ///< cost ÷ clicks, micros; nothing without clicks
    std::optional<qint64> costPerConversion()
            const; ///< cost ÷ (approved + pending), micros; nothing without any
    std::optional<qint64> averagePayout()
            const; ///< confirmed revenue ÷ approved, micros; nothing without any
    std::optional<double> refundRate() const; ///< refunded ÷ (approved + refunded); nothing without any
    std::optional<double> approvalRate() const; ///< approved ÷ decided (approved + rejected + refunded)

    Metrics &operator+=(const Metrics &other);
    friend bool operator==(const Metrics &, const Metrics &) = default;
};

} // namespace Matchbook
