// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "repair.h"

#include <QList>
#include <QMetaType>

namespace Matchbook {

/// One step of a test of the whole chain. A value.
struct ChainStep {
    /// The cause of a skipped step that the network's own test tells nothing about.
    static constexpr QLatin1StringView firstSaleCause{"needs_first_sale"};

    enum class Kind { Listener, Click, Redirects, Postback, ClickMatch, Payout, Status, NotDuplicate };
    enum class State {
        Waiting,
        Running,
        Passed,
        Warning, ///< it works now, but not as things are meant to stay
        Failed,
        Skipped
    };

    Kind kind = Kind::Listener;
    State state = State::Waiting;
    QString cause; ///< a stable word for scripts; empty where nothing is wrong
    QString sentence; ///< for people, translated; empty while it waits
    QList<Repair> repairs; ///< the most likely first; a passed step may have one, too
    bool isSimulated = false; ///< it is about a postback that the test has sent itself
    bool isVerified = true; ///< false: simulated, and by macros that nobody knows to be the network's

    /// Nothing is broken, but nothing is proven about the network either.
    bool isUnproven() const { return state == State::Passed && !isVerified; }
    /// Nothing could be tried yet and nothing is wrong: the first real sale shows it.
    bool waitsForSale() const { return state == State::Skipped && cause == firstSaleCause; }

    friend bool operator==(const ChainStep &, const ChainStep &) = default;
};

constexpr int chainStepCount = int(ChainStep::Kind::NotDuplicate) + 1;

/// listener, click, redirects, postback, click_match, payout, status, not_duplicate
QLatin1StringView stepWord(ChainStep::Kind kind);
QLatin1StringView stepStateWord(
        ChainStep::State state); ///< waiting, running, passed, warning, failed, skipped

} // namespace Matchbook

Q_DECLARE_METATYPE(Matchbook::ChainStep)
