// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversion.h"

#include "words.h"

namespace Matchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array statuses{
        Word{ConversionStatus::Pending, "pending"_L1},
        Word{ConversionStatus::Approved, "approved"_L1},
        Word{ConversionStatus::Rejected, "rejected"_L1},
        Word{ConversionStatus::Refunded, "refunded"_L1},
        Word{ConversionStatus::ChargedBack, "charged_back"_L1},
        Word{ConversionStatus::Test, "test"_L1},
        Word{ConversionStatus::Ignored, "ignored"_L1},
};

constexpr std::array matches{
        Word{MatchKind::Exact, "exact"_L1},
        Word{MatchKind::Decoded, "decoded"_L1},
        Word{MatchKind::CaseFolded, "case_folded"_L1},
        Word{MatchKind::Trimmed, "trimmed"_L1},
        Word{MatchKind::Transaction, "transaction"_L1},
        Word{MatchKind::Attached, "attached"_L1},
        Word{MatchKind::Kept, "kept"_L1},
};

} // namespace

QLatin1StringView statusWord(ConversionStatus status)
{
    return wordOf(statuses, status);
}

std::optional<ConversionStatus> statusFromWord(QStringView word)
{
    return valueOf(statuses, word);
}

QLatin1StringView matchWord(MatchKind kind)
{
    return wordOf(matches, kind);
}

MatchKind matchFromWord(QStringView word)
{
    return valueOf(matches, word).value_or(MatchKind::None);
}

bool isRepair(MatchKind kind)
{
    return kind == MatchKind::Decoded || kind == MatchKind::CaseFolded || kind == MatchKind::Trimmed;
}

} // namespace Matchbook
