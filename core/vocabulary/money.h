// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "currency.h"
#include "expected.h"

#include <limits>

namespace Matchbook {

/// An amount in millionths of a currency unit. Never a floating-point number.
struct Money {
    qint64 micros = 0;
    Currency currency;

    /// `12.50`: decimal point, no grouping, at least the currency's usual digits, at most six. For files and JSON.
    QString toDecimal() const;

    friend bool operator==(const Money &, const Money &) = default;
};

/// The most that one conversion may be worth, in micros: a hundred million units. Weak currencies need the room: ten million
/// dong are four hundred dollars. A sum holds ninety thousand of them.
constexpr qint64 largestAmountMicros = 100'000'000'000'000;

/// The sum, or what comes closest to it: who knows a postback key can send more money than 64 bits hold.
constexpr qint64 saturatedSum(qint64 a, qint64 b)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    if (b > 0)
        return a > most - b ? most : a + b;
    return a < -most - b ? -most : a + b;
}

/// \a micros as Money::toDecimal() prints it, with at least \a minDigits after the point.
QString microsToDecimal(qint64 micros, int minDigits = 2);

/// Reads a plain decimal number as a person types it on the command line: `12.50`, `-3`, `0.125`. No grouping, no symbol.
/// Returns micros. Fails with BadInput for anything else, more than six decimals, or more than 9,000,000,000,000.
Expected<qint64> microsFromDecimal(QStringView text);

} // namespace Matchbook
