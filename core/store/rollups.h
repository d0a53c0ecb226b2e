// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dayzone.h"
#include "statement.h"
#include "vocabulary/click.h"
#include "vocabulary/conversion.h"
#include "vocabulary/money.h"

#include <QHash>

namespace Matchbook {

constexpr qint64 bucketMs = 900'000; ///< a quarter of an hour

/// What a batch adds to the quarter-hour sums, collected in memory first: thirteen clicks of one campaign cost one UPSERT.
class RollupSums
{
public:
    void addClick(const NewClick &click); ///< a test's counts nowhere
    /// Books the conversion on all three of its dates; a test's on none.
    void addConversion(const Conversion &conversion) { bookConversion(conversion, 1); }
    /// Takes a conversion, as it was, out again.
    void removeConversion(const Conversion &conversion) { bookConversion(conversion, -1); }
    void merge(const RollupSums &other);
    void clear();
    bool isEmpty() const { return m_clicks.isEmpty() && m_conversions.isEmpty(); }

private:
    friend class RollupTables;

    struct Key {
        qint64 bucket = 0;
        qint64 campaign = 0;
        qint64 offer = 0;
        qint64 network = 0;
        Currency currency;
        int basis = 0;
        int status = 0;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.bucket, key.campaign, key.offer, key.network, key.currency, key.basis,
                              key.status);
        }
    };
    struct ClickSums {
        qint64 clicks = 0;
        qint64 bots = 0;
        qint64 probes = 0;
        qint64 cost = 0;

        ClickSums &operator+=(const ClickSums &other)
        {
            clicks += other.clicks;
            bots += other.bots;
            probes += other.probes;
            cost = saturatedSum(cost, other.cost);
            return *this;
        }
    };
    struct ConversionSums {
        qint64 conversions = 0;
        qint64 confirmed = 0;
        qint64 pending = 0;
        qint64 rejected = 0;
        qint64 refunded = 0;

        ConversionSums &operator+=(const ConversionSums &other)
        {
            conversions += other.conversions;
            confirmed = saturatedSum(confirmed, other.confirmed);
            pending = saturatedSum(pending, other.pending);
            rejected = saturatedSum(rejected, other.rejected);
            refunded = saturatedSum(refunded, other.refunded);
            return *this;
        }
    };

    void bookConversion(const Conversion &conversion, int sign);

    QHash<Key, ClickSums> m_clicks;
    QHash<Key, ConversionSums> m_conversions;
};

/// Adds sums to the stored ones, by quarter hours and by days, in the caller's transaction.
class RollupTables
{
public:
    explicit RollupTables(const Database &database);
    Expected<void> add(const RollupSums &sums);

private:
    /// The same sums with days in place of quarter hours.
    Expected<RollupSums> inDays(const RollupSums &sums);
    Expected<void> addTo(Statement &clicks, Statement &conversions, const RollupSums &sums);

    Statement m_addClicks;
    Statement m_addConversions;
    Statement m_addClickDays;
    Statement m_addConversionDays;
    Statement m_dayZone;
    DayFinder m_days;
};

} // namespace Matchbook
