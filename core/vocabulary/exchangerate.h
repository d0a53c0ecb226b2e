// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "currency.h"
#include "expected.h"

#include <QDate>

namespace Matchbook {

/// Who says so. The order is that of trust: of two rates for the same day, the smaller one holds.
enum class RateSource {
    Typed = 0, ///< by a person
    File = 1, ///< from a file that a person has chosen
    CentralBank = 2, ///< the reference rates that the European Central Bank publishes
};
QLatin1StringView rateSourceWord(RateSource source); ///< typed, file, ecb
std::optional<RateSource> rateSourceFromWord(QStringView word);

/// One unit of \a from is worth picos ÷ 10^12 units of \a to, from \a day on until a newer rate is known.
struct ExchangeRate {
    Currency from;
    Currency to;
    QDate day;
    qint64 picos = 0; ///< always positive
    RateSource source = RateSource::Typed;

    friend bool operator==(const ExchangeRate &, const ExchangeRate &) = default;
};

constexpr qint64 picosPerUnit = 1'000'000'000'000;

/// Reads `1.0956`: digits, a point, at most twelve decimals; more are rounded away. BadInput for anything else, for zero, and from nine
/// million on.
Expected<qint64> picosFromDecimal(QStringView text);
/// `1.0956`, with at most twelve decimals and no zeros at the end.
QString picosToDecimal(qint64 picos);

/// \a micros at the rate \a picos, rounded to the nearest micro, halves away from zero. What does not fit stays at the largest
/// number that does.
qint64 convertedMicros(qint64 micros, qint64 picos);

/// Converted amounts, added up without loss and rounded once. A value.
class ConvertedSum
{
public:
    void add(qint64 micros, qint64 picos) { m_sum += Wide(micros) * picos; }
    ConvertedSum &operator+=(const ConvertedSum &other)
    {
        m_sum += other.m_sum;
        return *this;
    }
    /// As convertedMicros() rounds.
    qint64 micros() const;

private:
    __extension__ using Wide = __int128; // an amount times a rate has up to 126 bits

    Wide m_sum = 0;
};

/// The rate of going one way after the other, and the rate of going back. Nothing if it is too small or too large to be told.
std::optional<qint64> chainedPicos(qint64 first, qint64 second);
std::optional<qint64> inversePicos(qint64 picos);

} // namespace Matchbook
