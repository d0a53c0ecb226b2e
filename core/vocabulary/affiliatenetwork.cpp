// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "affiliatenetwork.h"

#include "words.h"

namespace Matchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array policies{
        Word{RepeatPolicy::Update, "update"_L1},
        Word{RepeatPolicy::Ignore, "ignore"_L1},
        Word{RepeatPolicy::CountEveryHit, "count_every_hit"_L1},
        Word{RepeatPolicy::AddAmounts, "add_amounts"_L1},
};

constexpr std::array marks{
        Word{DecimalMark::Auto, "auto"_L1},
        Word{DecimalMark::Point, "point"_L1},
        Word{DecimalMark::Comma, "comma"_L1},
};

} // namespace

QLatin1StringView repeatPolicyWord(RepeatPolicy policy)
{
    return wordOf(policies, policy);
}

std::optional<RepeatPolicy> repeatPolicyFromWord(QStringView word)
{
    return valueOf(policies, word);
}

QLatin1StringView decimalMarkWord(DecimalMark mark)
{
    return wordOf(marks, mark);
}

std::optional<DecimalMark> decimalMarkFromWord(QStringView word)
{
    return valueOf(marks, word);
}

} // namespace Matchbook
