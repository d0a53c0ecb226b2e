// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ratetable.h"

#include "store/exchangerates.h"

#include <algorithm>
#include <limits>

namespace Matchbook {

namespace {

constexpr int mostOthers = 2;

Currency euro()
{
    static const Currency currency = Currency::fromCode(u"EUR").value_or(Currency());
    return currency;
}

UsedRate joined(const UsedRate &first, const UsedRate &second, qint64 picos)
{
    return {picos, std::min(first.day, second.day), std::max(first.source, second.source)};
}

void addNeighbour(QList<Currency> &list, Currency currency)
{
    if (list.contains(currency))
        return;
    if (currency == euro())
        list.prepend(currency);
    else
        list.append(currency);
}

} // namespace

int RateTable::oldestAge(RateSource source)
{
    switch (source) {
    case RateSource::CentralBank:
        return 10;
    case RateSource::File:
        return 31;
    case RateSource::Typed:
        break;
    }
    return std::numeric_limits<int>::max();
}

RateTable::RateTable(const QList<ExchangeRate> &rates)
{
    for (const ExchangeRate &rate : rates)
        m_entries[{rate.from, rate.to}].push_back({rate.day, rate.picos, rate.source});
    for (auto &[pair, entries] : m_entries) {
        std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
            return std::tuple(a.day, a.source) < std::tuple(b.day, b.source);
        });
        const auto sameDay = [](const Entry &a, const Entry &b) { return a.day == b.day; };
        entries.erase(std::unique(entries.begin(), entries.end(), sameDay), entries.end());
        addNeighbour(m_neighbours[pair.first], pair.second);
        addNeighbour(m_neighbours[pair.second], pair.first);
    }
}

std::optional<UsedRate> RateTable::find(Currency from, Currency to, QDate day) const
{
    if (!from.isValid() || !to.isValid() || !day.isValid())
        return std::nullopt;
    if (from == to)
        return UsedRate{picosPerUnit, day, RateSource::Typed};
    const std::tuple key(from, to, day);
    if (const auto known = m_found.find(key); known != m_found.end())
        return known->second;
    std::optional<UsedRate> rate = direct(from, to, day);
    for (int others = 1; !rate && others <= mostOthers; ++others)
        rate = over(from, to, day, others);
    m_found.emplace(key, rate);
    return rate;
}

std::optional<UsedRate> RateTable::stored(Pair pair, QDate day) const
{
    const auto found = m_entries.find(pair);
    if (found == m_entries.end())
        return std::nullopt;
    const std::vector<Entry> &entries = found->second;
    auto entry = std::upper_bound(entries.begin(), entries.end(), day,
                                  [](QDate wanted, const Entry &e) { return wanted < e.day; });
    if (entry == entries.begin())
        return std::nullopt;
    --entry;
    // An older one does not come back when the newest is too old: it was replaced.
    if (entry->day.daysTo(day) <= oldestAge(entry->source))
        return UsedRate{entry->picos, entry->day, entry->source};
    return std::nullopt;
}

std::optional<UsedRate> RateTable::direct(Currency from, Currency to, QDate day) const
{
    const auto there = stored({from, to}, day);
    auto back = stored({to, from}, day);
    if (there && (!back || std::tuple(there->day, back->source) >= std::tuple(back->day, there->source)))
        return there;
    if (back) {
        if (const auto picos = inversePicos(back->picos))
            return UsedRate{*picos, back->day, back->source};
    }
    return there;
}

std::optional<UsedRate> RateTable::over(Currency from, Currency to, QDate day, int others) const
{
    if (others == 0)
        return direct(from, to, day);
    const auto neighbours = m_neighbours.find(from);
    if (neighbours == m_neighbours.end())
        return std::nullopt;
    for (const Currency next : neighbours->second) {
        const auto first = next == to ? std::nullopt : direct(from, next, day);
        const auto rest = first ? over(next, to, day, others - 1) : std::nullopt;
        const auto picos = rest ? chainedPicos(first->picos, rest->picos) : std::nullopt;
        if (picos)
            return joined(*first, *rest, *picos);
    }
    return std::nullopt;
}

Expected<RateTable> loadRates(Database &database, const QSet<Currency> &from, Currency to)
{
    const auto pairs = exchangeRatePairs(database);
    if (!pairs)
        return unexpected(pairs.error());
    // Everything has a rate to the euro: what is wanted of it is only what leads to the others.
    QSet<Currency> wanted = from + QSet<Currency>{to};
    const auto leadsOn = [&wanted](const RatePair &pair) {
        return (pair.from != euro() && wanted.contains(pair.from))
                || (pair.to != euro() && wanted.contains(pair.to));
    };
    for (int others = 0; others < mostOthers; ++others) {
        QSet<Currency> reached = wanted;
        for (const RatePair &pair : *pairs) {
            if (leadsOn(pair))
                reached += QSet<Currency>{pair.from, pair.to};
        }
        wanted = reached;
    }
    QList<ExchangeRate> rates;
    for (const RatePair &pair : *pairs) {
        if (!leadsOn(pair))
            continue;
        const auto some = exchangeRatesOf(database, pair.from, pair.to);
        if (!some)
            return unexpected(some.error());
        rates << *some;
    }
    return RateTable(rates);
}

Expected<RateTable> loadRatesTo(Database &database, Currency to)
{
    const auto pairs = exchangeRatePairs(database);
    if (!pairs)
        return unexpected(pairs.error());
    QSet<Currency> known;
    for (const RatePair &pair : *pairs)
        known += QSet<Currency>{pair.from, pair.to};
    return loadRates(database, known, to);
}

} // namespace Matchbook
