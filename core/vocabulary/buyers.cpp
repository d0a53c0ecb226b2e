// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "buyers.h"

#include "words.h"

namespace Matchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array words{
        Word{BuyerData::Left, "none"_L1},
        Word{BuyerData::Hashed, "hashed"_L1},
        Word{BuyerData::Clear, "clear"_L1},
};

} // namespace

QLatin1StringView buyerDataWord(BuyerData data)
{
    return wordOf(words, data);
}

std::optional<BuyerData> buyerDataFromWord(QStringView word)
{
    return valueOf(words, word);
}

} // namespace Matchbook
