// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/exchangerate.h"

#include <QList>
#include <QSet>

#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace Matchbook {

class Database;

/// What an amount was converted at. Of several rates one after the other: the oldest day and the least trusted source.
struct UsedRate {
    qint64 picos = picosPerUnit;
    QDate day;
    RateSource source = RateSource::Typed;

    friend bool operator==(const UsedRate &, const UsedRate &) = default;
};

/// Rates at hand, by pair and day. Where a pair has none of its own, the way leads back, or over at most two other currencies, first
/// of all the euro. A rate holds until a newer one is known, but no longer than its source publishes: see oldestAge(). A value
/// of one thread.
class RateTable
{
public:
    explicit RateTable(const QList<ExchangeRate> &rates = {});

    /// One to one only within one currency; otherwise nothing where no rate holds on \a day.
    std::optional<UsedRate> find(Currency from, Currency to, QDate day) const;

    /// Days for which a rate holds when no newer one is known. The central bank publishes on working days, many tables once a
    /// month; what a person typed holds until they say otherwise.
    static int oldestAge(RateSource source);

private:
    struct Entry {
        QDate day;
        qint64 picos = 0;
        RateSource source = RateSource::Typed;
    };
    using Pair = std::pair<Currency, Currency>;

    std::optional<UsedRate> direct(Currency from, Currency to, QDate day) const;
    std::optional<UsedRate> stored(Pair pair, QDate day) const;
    std::optional<UsedRate> over(Currency from, Currency to, QDate day, int others) const;

    std::map<Pair, std::vector<Entry>> m_entries; ///< by day, one for each day
    std::map<Currency, QList<Currency>> m_neighbours; ///< the euro first
    mutable std::map<std::tuple<Currency, Currency, QDate>, std::optional<UsedRate>> m_found;
};

/// The stored rates that lead from any of \a from to \a to. Fails with a Store kind.
Expected<RateTable> loadRates(Database &database, const QSet<Currency> &from, Currency to);
/// From whichever currency, for those who learn only row by row which ones come.
Expected<RateTable> loadRatesTo(Database &database, Currency to);

} // namespace Matchbook
