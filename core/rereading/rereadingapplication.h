// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereadingpreview.h"
#include "rereadingsums.h"
#include "rereadingundo.h"

#include <chrono>

namespace Matchbook {

/// Reads postbacks again and writes what comes out, in slices of one short transaction each, so that whoever else writes waits
/// for one slice at most. It can be undone, also where it was interrupted; what changes nothing leaves the application before
/// to be undone. Each function may be called on another
/// connection and in another thread than the one before.
class RereadingApplication
{
public:
    /// The other writers are kept waiting for \a slice at a time; a slice reads fifty postbacks at least.
    RereadingApplication(std::shared_ptr<const PresetCatalogue> presets, RereadingChoice choice,
                         const Clock &clock, std::chrono::milliseconds slice = std::chrono::milliseconds(60));

    /// Works one slice on. False when all is done. Failures besides those of the store: AlreadyExists while another process
    /// is at it or has taken it over; NotFound and BadUsage where the choice's decision makes no sense.
    Expected<bool> nextSlice(Database &database);
    /// Takes back what was applied so far; call until it returns false.
    Expected<bool> takeBack(Database &database);

    qint64 done() const { return m_next; } ///< postbacks
    qint64 total() const { return m_ids.size(); }
    RereadingReport report() const { return m_sums.report(); }

private:
    enum class Phase { Beginning, TakingBack, Applying, Done };

    Expected<void> begin(Database &database);
    Expected<void> applySlice(Database &database);
    Expected<void> applySome(Database &database);
    Expected<void> applyPiece(SaleReader &reader, RereadingJournal &journal, const ClickHistory &clicks,
                              RollupSums &sums, const Database &database);
    Expected<void> keepOpened(const RelatedSales &related, const Database &database);
    Expected<void> checkOwner(const Database &database) const;
    Expected<void> beginJournal(const Database &database);
    QList<qint64> nextIds();

    std::shared_ptr<const PresetCatalogue> m_presets;
    RereadingChoice m_choice;
    const Clock &m_clock;
    const qint64 m_sliceMs;
    Phase m_phase = Phase::Beginning;
    std::unique_ptr<RereadingUndo> m_undo;
    RereadingSums m_sums;
    QList<qint64> m_ids;
    QSet<qint64> m_read; ///< chosen postbacks that were read with others
    qsizetype m_next = 0;
    qsizetype m_counted = 0; ///< postbacks that the journal knows of
    qsizetype m_pieceSize = 50;
    qint64 m_slice = 0; ///< 0: nothing is written so far
    QString m_run;
};

} // namespace Matchbook
