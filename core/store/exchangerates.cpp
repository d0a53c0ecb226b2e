// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangerates.h"

#include "statement.h"
#include "transaction.h"

namespace Matchbook {

namespace {

const QDate epoch(1970, 1, 1);

/// What is no currency any more is left out.
std::optional<Currency> currencyAt(const Statement &statement, int column)
{
    return Currency::fromCode(statement.text(column));
}

} // namespace

Expected<qint64> putExchangeRates(Database &database, const QList<ExchangeRate> &rates)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    qint64 changed = 0;
    Statement put(database, "exchange_rate_put");
    for (const ExchangeRate &rate : rates) {
        if (auto done = put.run(rate.from.code(), rate.to.code(), qint64(epoch.daysTo(rate.day)),
                                int(rate.source), rate.picos);
            !done)
            return unexpected(done.error());
        while (put.next())
            ++changed;
        if (const auto failure = put.failure())
            return unexpected(*failure);
    }
    put.finish();
    if (auto committed = transaction.commit(); !committed)
        return unexpected(committed.error());
    return changed;
}

Expected<bool> removeExchangeRate(Database &database, const ExchangeRate &rate)
{
    Statement remove(database, "exchange_rate_delete");
    if (auto done
        = remove.run(rate.from.code(), rate.to.code(), qint64(epoch.daysTo(rate.day)), int(rate.source));
        !done)
        return unexpected(done.error());
    const bool found = remove.next();
    remove.finish();
    return found;
}

Expected<QList<RatePair>> exchangeRatePairs(Database &database)
{
    Statement select(database, "exchange_rate_pairs");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    QList<RatePair> pairs;
    while (select.next()) {
        const auto from = currencyAt(select, 0);
        const auto to = currencyAt(select, 1);
        if (from && to)
            pairs << RatePair{*from, *to, epoch.addDays(select.number(2)), epoch.addDays(select.number(3))};
    }
    if (const auto failure = select.failure())
        return unexpected(*failure);
    return pairs;
}

Expected<QList<ExchangeRate>> exchangeRatesOf(Database &database, Currency from, Currency to)
{
    Statement select(database, "exchange_rate_of_pair");
    if (auto done = select.run(from.code(), to.code()); !done)
        return unexpected(done.error());
    QList<ExchangeRate> rates;
    while (select.next())
        rates << ExchangeRate{from, to, epoch.addDays(select.number(2)), select.number(4),
                              RateSource(select.number(3))};
    if (const auto failure = select.failure())
        return unexpected(*failure);
    return rates;
}

Expected<QDate> newestCentralBankDay(Database &database)
{
    Statement select(database, "exchange_rate_newest");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    constexpr qint64 longestPause = 10; // days without a rate
    const QDate firstRates(1999, 1, 4);
    const bool isWhole = select.next() && !select.isNull(0)
            && select.number(1) <= epoch.daysTo(firstRates) + longestPause
            && select.number(2) <= longestPause;
    return isWhole ? epoch.addDays(select.number(0)) : QDate();
}

} // namespace Matchbook
