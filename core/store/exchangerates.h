// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"
#include "vocabulary/exchangerate.h"

#include <QList>

namespace Matchbook {

/// Two currencies between which rates are stored, and how far they reach.
struct RatePair {
    Currency from;
    Currency to;
    QDate first;
    QDate last;
};

/// Adds rates, or replaces those of the same pair, day and source; all of them or, on failure, none. Returns how many are new or
/// different. Fails with a Store kind.
Expected<qint64> putExchangeRates(Database &database, const QList<ExchangeRate> &rates);
/// True if there was such a rate; its picos do not matter.
Expected<bool> removeExchangeRate(Database &database, const ExchangeRate &rate);

/// By currency codes.
Expected<QList<RatePair>> exchangeRatePairs(Database &database);
/// Oldest first; of one day the most trusted source last.
Expected<QList<ExchangeRate>> exchangeRatesOf(Database &database, Currency from, Currency to);
/// The newest day of the central bank's rates if all of them since 1999 are stored; invalid if there are none, if they begin later, or if
/// days are missing between them.
Expected<QDate> newestCentralBankDay(Database &database);

} // namespace Matchbook
