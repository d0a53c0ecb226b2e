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
    }
    if (auto done = beginRereading(database, m_choice.network, m_clock.now()); !done)
        return done;
    if (m_choice.decision) {
        if (auto decided = carryOut(database, *m_choice.decision, 1); !decided)
            return decided;
    }
    if (auto begun = m_sums.begin(database, m_choice.network, m_ids.size()); !begun)
        return begun;
    RollupSums sums;
    const auto applied = applySome(database, sums);
    if (!applied)
        return unexpected(applied.error());
    m_phase = m_next >= m_ids.size() ? Phase::Done : Phase::Applying;
    return transaction.commit();
}

Expected<void> RereadingApplication::applySlice(Database &database)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    RollupSums sums;
    const auto applied = applySome(database, sums);
    if (!applied)
        return unexpected(applied.error());
    if (auto committed = transaction.commit(); !committed)
        return committed;
    if (m_next >= m_ids.size())
        m_phase = Phase::Done;
    return {};
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

Expected<qint64> RereadingApplication::applySome(Database &database, RollupSums &sums)
{
    QElapsedTimer timer;
    timer.start();
    SaleReader reader(database, m_presets);
    if (auto prepared = reader.prepare(); !prepared)
        return unexpected(prepared.error());
    if (m_choice.evenRefused)
        reader.readEvenRefused(m_choice.ids);
    const auto clicks = ClickHistoryTable(database).read();
    if (!clicks)
        return unexpected(clicks.error());
    // Every conversion that is there counts in the stored sums from now on; those that come stand behind them.
    if (auto settled = reader.conversions().settlement().settle(sums); !settled)
        return unexpected(settled.error());
    RereadingJournal journal(database, reader.conversions());
    const qsizetype first = m_next;
    ++m_slice;
    do {
        const qint64 begun = timer.elapsed();
        const QList<qint64> ids = nextIds();
        const auto related = reader.read(ids);
        if (!related)
            return unexpected(related.error());
        const RereadingPlan plan = planRereading(*related, *clicks);
        const auto written = journal.write(plan, m_slice, sums);
        if (!written)
            return unexpected(written.error());
        const QSet<qint64> chosen(ids.cbegin(), ids.cend());
        for (const PlannedPostback &postback : plan.postbacks) {
            if (!chosen.contains(postback.id.value))
                m_read.insert(postback.id.value);
        }
        m_sums.add(plan, chosen, *written);
        if (timer.elapsed() - begun < m_sliceMs / 6)
            m_pieceSize = std::min(m_pieceSize * 2, largestPiece);
    } while (m_next < m_ids.size() && timer.elapsed() < m_sliceMs * 2 / 3);
    if (auto done = RollupTables(database).add(sums); !done)
        return unexpected(done.error());
    const RereadingState state
            = m_next >= m_ids.size() ? RereadingState::Applied : RereadingState::BeingApplied;
    if (auto done = advanceRereading(database, state, m_clock.now(), m_slice, m_next - first); !done)
        return unexpected(done.error());
    return m_next - first;
}

Expected<bool> RereadingApplication::takeBack(Database &database)
{
    if (m_phase != Phase::TakingBack) {
        if (m_slice == 0)
            return false;
        m_undo = std::make_unique<RereadingUndo>(m_presets, m_clock);
        m_phase = Phase::TakingBack;
        if (auto begun = m_undo->begin(database, true); !begun)
            return unexpected(begun.error());
        return true;
    }
    return m_undo->nextSlice(database);
}

} // namespace Matchbook
