// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "repair.h"

#include <QList>
#include <QMetaType>

namespace Matchbook {

/// One step of a test of the whole chain. A value.
struct ChainStep {
    enum class Kind { Listener, Click, Redirects, Postback, ClickMatch, Payout, Status, NotDuplicate };
    enum class State { Waiting, Running, Passed, Failed, Skipped };

    Kind kind = Kind::Listener;
    State state = State::Waiting;
    QString cause; ///< a stable word for scripts; empty where nothing is wrong
    QString sentence; ///< for people, translated; empty while it waits
    QList<Repair> repairs; ///< the most likely first; a passed step may have one, too

    friend bool operator==(const ChainStep &, const ChainStep &) = default;
};

constexpr int chainStepCount = int(ChainStep::Kind::NotDuplicate) + 1;

/// listener, click, redirects, postback, click_match, payout, status, not_duplicate
QLatin1StringView stepWord(ChainStep::Kind kind);
QLatin1StringView stepStateWord(ChainStep::State state); ///< waiting, running, passed, failed, skipped

} // namespace Matchbook

Q_DECLARE_METATYPE(Matchbook::ChainStep)
