// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hop.h"

#include "vocabulary/words.h"

namespace Matchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array ways{
        Word{Hop::By::Start, "start"_L1},
        Word{Hop::By::Redirect, "redirect"_L1},
        Word{Hop::By::RefreshHeader, "refresh_header"_L1},
        Word{Hop::By::MetaRefresh, "meta_refresh"_L1},
        Word{Hop::By::JavaScript, "javascript"_L1},
};

constexpr std::array troubles{
        Word{Hop::Trouble::NameNotFound, "name_not_found"_L1},
        Word{Hop::Trouble::PrivateAddress, "private_address"_L1},
        Word{Hop::Trouble::Refused, "connection_refused"_L1},
        Word{Hop::Trouble::Tls, "tls_error"_L1},
        Word{Hop::Trouble::NoAnswer, "no_answer"_L1},
        Word{Hop::Trouble::Broken, "broken_answer"_L1},
        Word{Hop::Trouble::ErrorStatus, "error_status"_L1},
        Word{Hop::Trouble::BadTarget, "bad_target"_L1},
        Word{Hop::Trouble::NotWeb, "not_web"_L1},
        Word{Hop::Trouble::Loop, "loop"_L1},
        Word{Hop::Trouble::TooManyHops, "too_many_hops"_L1},
        Word{Hop::Trouble::TooLong, "too_long"_L1},
        Word{Hop::Trouble::Cancelled, "cancelled"_L1},
};

} // namespace

QLatin1StringView hopByWord(Hop::By by)
{
    return wordOf(ways, by);
}

QLatin1StringView hopTroubleWord(Hop::Trouble trouble)
{
    return wordOf(troubles, trouble);
}

} // namespace Matchbook
