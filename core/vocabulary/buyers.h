// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace Matchbook {

/// What of a buyer's personal data is stored.
enum class BuyerData {
    Left, ///< nothing
    Hashed, ///< in place of e-mail address and telephone number, the SHA-256 that ad platforms take. Only with consent
    Clear, ///< all of it. Only if the person has switched it on
};
QLatin1StringView buyerDataWord(BuyerData data); ///< none, hashed, clear
std::optional<BuyerData> buyerDataFromWord(QStringView word);

} // namespace Matchbook
