// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereadingjournal.h"
#include "store/postbackjudge.h"

namespace Matchbook {

class Clock;

/// Takes the last application back, its slices in reverse, each in a transaction of its own. What arrived since is judged
/// again on what was restored. Interrupted at any point, it goes on where it was.
class RereadingUndo
{
public:
    RereadingUndo(std::shared_ptr<const PresetCatalogue> presets, const Clock &clock);

    /// Fails with NotFound if there is nothing to undo, AlreadyExists if another process is just at it. Only what \a own has
    /// applied, if that is the caller's own run; it is no reason to wait then.
    Expected<void> begin(Database &database, const QString &own = {});
    /// Takes one slice back. False when there is none left. AlreadyExists if somebody else has taken the undo over.
    Expected<bool> nextSlice(Database &database);

    qint64 done() const { return m_done; } ///< slices
    qint64 total() const { return m_total; }

private:
    Expected<void> restore(Database &database, qint64 slice);
    Expected<void> resolveConflicts(Database &database, qint64 slice);
    Expected<QList<WaitingPostback>> newer(Database &database, qint64 slice);
    Expected<void> book(Database &database, qint64 slice, bool added, RollupSums &sums);
    Expected<void> judgeNewer(Database &database, PostbackJudge &judge,
                              const QList<WaitingPostback> &postbacks, RollupSums &sums);

    std::shared_ptr<const PresetCatalogue> m_presets;
    const Clock &m_clock;
    QString m_run;
    qint64 m_slice = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

/// How long after somebody last worked at an unfinished application it counts as left behind. Milliseconds.
constexpr qint64 leftBehindMs = 10'000;

} // namespace Matchbook
