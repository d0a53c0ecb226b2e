// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chainstep.h"

#include "vocabulary/words.h"

namespace Matchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kinds{
        Word{ChainStep::Kind::Listener, "listener"_L1},
        Word{ChainStep::Kind::Click, "click"_L1},
        Word{ChainStep::Kind::Redirects, "redirects"_L1},
        Word{ChainStep::Kind::Postback, "postback"_L1},
        Word{ChainStep::Kind::ClickMatch, "click_match"_L1},
        Word{ChainStep::Kind::Payout, "payout"_L1},
        Word{ChainStep::Kind::Status, "status"_L1},
        Word{ChainStep::Kind::NotDuplicate, "not_duplicate"_L1},
};

constexpr std::array states{
        Word{ChainStep::State::Waiting, "waiting"_L1}, Word{ChainStep::State::Running, "running"_L1},
        Word{ChainStep::State::Passed, "passed"_L1},   Word{ChainStep::State::Warning, "warning"_L1},
        Word{ChainStep::State::Failed, "failed"_L1},   Word{ChainStep::State::Skipped, "skipped"_L1},
};

} // namespace

QLatin1StringView stepWord(ChainStep::Kind kind)
{
    return wordOf(kinds, kind);
}

QLatin1StringView stepStateWord(ChainStep::State state)
{
    return wordOf(states, state);
}

} // namespace Matchbook
