// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "absence.h"

namespace Matchbook {

namespace {

/// Clocks differ, and the first clicks may still be in the spill file.
constexpr qint64 toleranceMs = 86'400'000;

} // namespace

void explainAbsence(MatchDecision &decision, const ClickId &id, qint64 arrivedAt, const ClickHistory &history)
{
    if (decision.cause != PostbackCause::UnknownClick)
        return;
    const qint64 made = id.unixMs();
    decision.detail = id.toString();
    if (made > arrivedAt + toleranceMs) {
        decision.detail += u' ' + inTheFuture;
    } else if (history.purgedUntil > 0) {
        // What was there before the purge cannot be known any more.
        if (made < history.purgedUntil)
            decision.cause = PostbackCause::PurgedClick;
    } else if (history.firstClick > 0 && made < history.firstClick - toleranceMs) {
        decision.detail += u' ' + beforeFirstClick;
    }
}

} // namespace Matchbook
