// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <optional>

namespace Matchbook {

/// An ISO 4217 currency code, three upper-case letters. A default-made one is invalid.
class Currency
{
public:
    Currency() = default;
    /// `usd` and `USD` give USD; anything that is not a code in use gives nothing.
    static std::optional<Currency> fromCode(QStringView code);
    static Currency usd();

    bool isValid() const { return m_code[0] != 0; }
    QString code() const { return isValid() ? QString::fromLatin1(m_code.data(), 3) : QString(); }
    /// Digits after the decimal mark that people write: 2 for USD, 0 for JPY, 3 for KWD.
    int minorDigits() const;

    friend bool operator==(Currency, Currency) = default;
    friend auto operator<=>(Currency, Currency) = default;
    friend size_t qHash(Currency c, size_t seed = 0)
    {
        return ::qHash(QByteArrayView(c.m_code.data(), 3), seed);
    }

private:
    std::array<char, 3> m_code{};
};

} // namespace Matchbook
