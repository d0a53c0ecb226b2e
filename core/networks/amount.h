// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/postback.h"

#include <QByteArrayView>

#include <optional>

namespace Matchbook {

/// What a network's text for an amount says.
struct ReadAmount {
    std::optional<qint64> micros; ///< nothing for an empty text, and nothing when \a problem says why
    std::optional<Currency> currency; ///< if the text itself names one without doubt: `12.50 EUR`, `€12`
    bool dollarSign = false; ///< a bare `$` was there: dollars of some kind
    bool tooLarge = false; ///< a number that can be read, and more than a conversion may be worth: BadAmount
    PostbackCause problem = PostbackCause::None; ///< BadAmount or AmbiguousAmount
};

/// Reads an amount as networks write them. `1,234.50` and `1.234,50` can be read one way only; `1,234` and `1.234` cannot
/// under Auto and give AmbiguousAmount; `0.125` and `33,80` can. `1e999`, `NaN`, `{payout}`, more than largestAmountMicros
/// give BadAmount. A minus sign (in front, or as brackets) gives a negative number.
ReadAmount readAmount(QByteArrayView text, DecimalMark mark);

/// True for a currency that people write with a bare `$`: USD, CAD, AUD, MXN …
bool isDollar(Currency currency);

} // namespace Matchbook
