// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingapplication.h"

#include "personsdecisions.h"
#include "store/clickhistory.h"
#include "store/transaction.h"
#include "vocabulary/clock.h"

#include <QElapsedTimer>

namespace Matchbook {

namespace {

constexpr qsizetype largestPiece = 2'000;

} // namespace

RereadingApplication::RereadingApplication(std::shared_ptr<const PresetCatalogue> presets,
                                           RereadingChoice choice, const Clock &clock,
                                           std::chrono::milliseconds slice)
    : m_presets(std::move(presets)), m_choice(std::move(choice)), m_clock(clock), m_sliceMs(slice.count())
{ }

Expected<bool> RereadingApplication::nextSlice(Database &database)
{
    if (m_phase == Phase::Beginning) {
        if (auto begun = begin(database); !begun)
            return unexpected(begun.error());
        return m_phase != Phase::Done;
    }
    if (m_phase == Phase::TakingBack) {
        const auto more = m_undo->nextSlice(database);
        if (more && !*more)
            m_phase = Phase::Beginning;
        return more ? Expected<bool>(true) : more;
    }
    if (m_phase == Phase::Applying) {
        if (auto applied = applySlice(database); !applied)
            return unexpected(applied.error());
    }
    return m_phase != Phase::Done;
}

Expected<void> RereadingApplication::begin(Database &database)
{
    // Before the transaction: whatever arrives in between is judged by today's mapping anyway.
    const auto ids = chosenPostbacks(database, m_choice);
    if (!ids)
        return unexpected(ids.error());
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    const auto header = rereadingHeader(database);
    if (!header)
        return unexpected(header.error());
    if (*header && (*header)->state != RereadingState::Applied) {
        if (auto done = transaction.commit(); !done)
            return done;
        // What an interrupted application left is taken back first: two halves could not be undone as one.
        m_undo = std::make_unique<RereadingUndo>(m_presets, m_clock);
        m_phase = Phase::TakingBack;
        return m_undo->begin(database);
    }
    m_ids = *ids;
    if (m_choice.decision) {
        if (auto checked = checkDecision(database, *m_choice.decision); !checked)
            return checked;
        if (auto done = beginJournal(database); !done)
            return done;
        if (auto decided = carryOut(database, *m_choice.decision, m_slice); !decided)
            return decided;
    }
    if (auto begun = m_sums.begin(database, m_choice.network, m_ids.size()); !begun)
        return begun;
    if (!m_ids.isEmpty()) {
        if (auto applied = applySome(database); !applied)
            return applied;
    }
    m_phase = m_next >= m_ids.size() ? Phase::Done : Phase::Applying;
    return transaction.commit();
}

Expected<void> RereadingApplication::applySlice(Database &database)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    if (auto own = checkOwner(database); !own)
        return own;
    if (m_slice > 0)
        ++m_slice;
    if (auto applied = applySome(database); !applied)
        return applied;
    if (auto committed = transaction.commit(); !committed)
        return committed;
    if (m_next >= m_ids.size())
        m_phase = Phase::Done;
    return {};
}

/// Between two slices this process may have slept, and another one have begun or undone.
Expected<void> RereadingApplication::checkOwner(const Database &database) const
{
    const auto header = rereadingHeader(database);
    if (!header)
        return unexpected(header.error());
    const bool own = *header && (*header)->run == m_run;
    const bool free = !*header || (*header)->state == RereadingState::Applied;
    if (m_slice > 0 ? own : free)
        return {};
    return unexpected(Failure::Kind::AlreadyExists,
                      QStringLiteral("Another process has begun a re-reading."));
}

/// Not before there is something to write: the application before can be undone until then.
Expected<void> RereadingApplication::beginJournal(const Database &database)
{
    if (m_slice > 0)
        return {};
    m_run = newRun();
    m_slice = 1;
    return beginRereading(database, m_choice.network, m_run, m_clock.now());
}

QList<qint64> RereadingApplication::nextIds()
{
    QList<qint64> ids;
    while (m_next < m_ids.size() && ids.size() < m_pieceSize) {
        const qint64 id = m_ids.at(m_next++);
        if (!m_read.remove(id))
            ids << id;
    }
    return ids;
}

Expected<void> RereadingApplication::applySome(Database &database)
{
    QElapsedTimer timer;
    timer.start();
    SaleReader reader(database, m_presets);
    if (auto prepared = reader.prepare(m_choice.opening.get()); !prepared)
        return prepared;
    if (m_choice.evenRefused)
        reader.readEvenRefused(m_choice.ids);
    const auto clicks = ClickHistoryTable(database).read();
    if (!clicks)
        return unexpected(clicks.error());
    RollupSums sums;
    // Every conversion that is there counts in the stored sums from now on; those that come stand behind them.
    if (auto settled = reader.conversions().settlement().settle(sums); !settled)
        return settled;
    RereadingJournal journal(database, reader.conversions());
    do {
        const qint64 begun = timer.elapsed();
        if (auto applied = applyPiece(reader, journal, *clicks, sums, database); !applied)
            return applied;
        if (timer.elapsed() - begun < m_sliceMs / 6)
            m_pieceSize = std::min(m_pieceSize * 2, largestPiece);
    } while (m_next < m_ids.size() && timer.elapsed() < m_sliceMs * 2 / 3);
    if (auto done = RollupTables(database).add(sums); !done)
        return done;
    if (m_slice == 0)
        return {};
    const bool isLast = m_next >= m_ids.size();
    const qint64 postbacks = m_next - std::exchange(m_counted, m_next);
    return advanceRereading(database, m_run, isLast ? RereadingState::Applied : RereadingState::BeingApplied,
                            m_clock.now(), m_slice, postbacks);
}

Expected<void> RereadingApplication::applyPiece(SaleReader &reader, RereadingJournal &journal,
                                                const ClickHistory &clicks, RollupSums &sums,
                                                const Database &database)
{
    const QList<qint64> ids = nextIds();
    const auto related = reader.read(ids);
    if (!related)
        return unexpected(related.error());
    const RereadingPlan plan = planRereading(*related, clicks);
    if (plan.changesAnything()) {
        if (auto begun = beginJournal(database); !begun)
            return begun;
    }
    const auto written = journal.write(plan, m_slice, sums);
    if (!written)
        return unexpected(written.error());
    if (auto kept = keepOpened(*related, database); !kept)
        return kept;
    const QSet<qint64> asked(ids.cbegin(), ids.cend());
    for (const PlannedPostback &postback : plan.postbacks) {
        if (!asked.contains(postback.id.value))
            m_read.insert(postback.id.value);
    }
    m_sums.add(plan, m_ids, *written);
    return {};
}

/// What could be opened at last stays so, even if the re-reading is undone: it is the same message.
Expected<void> RereadingApplication::keepOpened(const RelatedSales &related, const Database &database)
{
    PostbackTable table(database);
    for (const StoredPostback &postback : related.postbacks) {
        if (!postback.asked.opened || postback.asked.opened->signature != Signature::Right)
            continue;
        if (auto done = table.opened(postback.id, *postback.asked.opened); !done)
            return done;
    }
    return {};
}

Expected<bool> RereadingApplication::takeBack(Database &database)
{
    if (m_phase != Phase::TakingBack) {
        if (m_slice == 0)
            return false;
        m_undo = std::make_unique<RereadingUndo>(m_presets, m_clock);
        m_phase = Phase::TakingBack;
        if (auto begun = m_undo->begin(database, m_run); !begun)
            return unexpected(begun.error());
        return true;
    }
    return m_undo->nextSlice(database);
}

} // namespace Matchbook
