// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingundo.h"

#include "store/cataloguerows.h"
#include "store/transaction.h"
#include "vocabulary/clock.h"

namespace Matchbook {

namespace {

Expected<void> runAll(Database &database, qint64 slice, std::initializer_list<const char *> statements)
{
    for (const char *statement : statements) {
        if (auto done = Statement(database, statement).run(slice); !done)
            return done;
    }
    return {};
}

} // namespace

RereadingUndo::RereadingUndo(std::shared_ptr<const PresetCatalogue> presets, const Clock &clock)
    : m_presets(std::move(presets)), m_clock(clock)
{ }

Expected<void> RereadingUndo::begin(Database &database, const QString &own)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    const auto header = rereadingHeader(database);
    if (!header)
        return unexpected(header.error());
    if (!*header)
        return unexpected(Failure::Kind::NotFound, QStringLiteral("a re-reading that could be undone"));
    const bool unfinished = (*header)->state != RereadingState::Applied;
    if (!own.isEmpty() && (*header)->run != own)
        return unexpected(Failure::Kind::AlreadyExists,
                          QStringLiteral("Another process has taken this re-reading over."));
    if (unfinished && own.isEmpty() && m_clock.now() - (*header)->touchedAt < leftBehindMs)
        return unexpected(Failure::Kind::AlreadyExists,
                          QStringLiteral("Another re-reading is at work; try again in ten seconds."));
    m_slice = m_total = (*header)->slices;
    m_run = newRun();
    if (auto done = claimRereading(database, m_run, m_clock.now()); !done)
        return done;
    return transaction.commit();
}

Expected<bool> RereadingUndo::nextSlice(Database &database)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    // First of all: after a pause the slice of that number may be another's.
    const auto own = m_slice > 0
            ? advanceRereading(database, m_run, RereadingState::BeingUndone, m_clock.now(), m_slice - 1, 0)
            : endRereading(database, m_run);
    if (!own)
        return unexpected(own.error());
    if (m_slice > 0) {
        if (auto restored = restore(database, m_slice); !restored)
            return unexpected(restored.error());
    }
    if (auto committed = transaction.commit(); !committed)
        return unexpected(committed.error());
    ++m_done;
    return m_slice-- > 0;
}

Expected<void> RereadingUndo::restore(Database &database, qint64 slice)
{
    RollupSums sums;
    PostbackJudge judge(database, m_presets);
    if (auto settled = judge.settle(sums); !settled)
        return settled;
    if (auto done = resolveConflicts(database, slice); !done)
        return done;
    const auto since = newer(database, slice);
    if (!since)
        return unexpected(since.error());
    if (auto done = book(database, slice, false, sums); !done)
        return done;
    if (auto done
        = runAll(database, slice,
                 {"rereading_dropped", "rereading_remove_history", "rereading_remove_of_click",
                  "rereading_remove_conversions", "rereading_restore_conversions",
                  "rereading_restore_of_click", "rereading_restore_history", "rereading_restore_postbacks",
                  "rereading_forget_decisions", "rereading_restore_decisions"});
        !done)
        return done;
    if (auto done = book(database, slice, true, sums); !done)
        return done;
    if (auto done = judgeNewer(database, judge, *since, sums); !done)
        return done;
    if (auto done = RollupTables(database).add(sums); !done)
        return done;
    return runAll(database, slice,
                  {"rereading_drop_conversions", "rereading_drop_history", "rereading_drop_postbacks",
                   "rereading_drop_touched"});
}

/// A conversion made since, or changed by a later slice, may have the key of one that comes back. It goes out with it.
Expected<void> RereadingUndo::resolveConflicts(Database &database, qint64 slice)
{
    for (;;) {
        Statement select(database, "rereading_conflicts");
        if (auto done = select.runNamed({{"slice", slice}}); !done)
            return done;
        QList<qint64> ids;
        while (select.next())
            ids << select.number(0);
        if (const auto failure = select.failure())
            return unexpected(*failure);
        if (ids.isEmpty())
            return {};
        for (const qint64 id : std::as_const(ids)) {
            if (auto done = Statement(database, "rereading_touch_here").run(id, slice); !done)
                return done;
        }
    }
}

Expected<QList<WaitingPostback>> RereadingUndo::newer(Database &database, qint64 slice)
{
    Statement select(database, "rereading_newer");
    if (auto done = select.run(slice); !done)
        return unexpected(done.error());
    QList<WaitingPostback> postbacks;
    while (select.next()) {
        postbacks << waitingPostbackFrom(select);
    }
    if (const auto failure = select.failure())
        return unexpected(*failure);
    return postbacks;
}

Expected<void> RereadingUndo::book(Database &database, qint64 slice, bool added, RollupSums &sums)
{
    Statement select(database, "rereading_conversions_now");
    if (auto done = select.run(slice); !done)
        return done;
    while (select.next()) {
        if (added)
            sums.addConversion(conversionFrom(select));
        else
            sums.removeConversion(conversionFrom(select));
    }
    if (const auto failure = select.failure())
        return unexpected(*failure);
    return {};
}

Expected<void> RereadingUndo::judgeNewer(Database &database, PostbackJudge &judge,
                                         const QList<WaitingPostback> &postbacks, RollupSums &sums)
{
    if (postbacks.isEmpty())
        return {};
    Statement select(database, "network_list");
    if (auto done = select.run(); !done)
        return done;
    QList<AffiliateNetwork> networks;
    while (select.next())
        networks << networkFrom(select);
    judge.setNetworks(networks);
    for (const WaitingPostback &postback : postbacks) {
        if (auto done = judge.judgeAgain(postback, sums); !done)
            return done;
    }
    return {};
}

} // namespace Matchbook
