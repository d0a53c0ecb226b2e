// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereadingplan.h"
#include "store/rollups.h"

namespace Matchbook {

/// How far the last application is. The numbers stand in the store.
enum class RereadingState { BeingApplied, Applied, BeingUndone };

/// The application that can be undone.
struct RereadingHeader {
    NetworkId network;
    RereadingState state = RereadingState::Applied;
    qint64 begunAt = 0; ///< Unix ms
    qint64 touchedAt = 0; ///< Unix ms; when somebody last worked at it
    qint64 slices = 0;
    qint64 postbacks = 0;
    QString run; ///< whose it is: another one for each application and each undo
};

/// A name for an application or an undo that nobody else has.
QString newRun();

/// Forgets the application before and begins one, of \a run. In the caller's transaction, like all of these.
Expected<void> beginRereading(const Database &database, NetworkId network, const QString &run, qint64 now);
/// The application is undone by \a run from now on, and whoever was at it before has lost it.
Expected<void> claimRereading(const Database &database, const QString &run, qint64 now);
/// Remembers a postback as it is, before anything is done to it in \a slice. Once is enough.
Expected<void> keepPostback(const Database &database, PostbackId postback, qint64 slice);
/// Fails with AlreadyExists if it is not \a run's any more: somebody else has taken it over, and nothing may be written.
Expected<void> advanceRereading(const Database &database, const QString &run, RereadingState state,
                                qint64 now, qint64 slices, qint64 postbacks);
/// There is nothing to undo any more. Fails likewise.
Expected<void> endRereading(const Database &database, const QString &run);

/// Nothing if there is none.
Expected<std::optional<RereadingHeader>> rereadingHeader(const Database &database);

/// Writes plans, with everything as it was before, in the caller's transaction.
class RereadingJournal
{
public:
    /// \a conversions must know what waits to be settled.
    RereadingJournal(const Database &database, ConversionTable &conversions);

    /// Carries \a plan out and returns the IDs of its sales, 0 for those that are gone. \a sums grows by its effect.
    Expected<QList<qint64>> write(const RereadingPlan &plan, qint64 slice, RollupSums &sums);

private:
    Expected<void> remove(const PlannedSale &sale, qint64 slice, RollupSums &sums);
    Expected<void> putHistory(const PlannedSale &sale, ConversionId id);
    Expected<qint64> put(const PlannedSale &sale, qint64 slice, RollupSums &sums);
    Expected<void> touch(qint64 conversion, qint64 slice);

    ConversionTable &m_conversions;
    PostbackTable m_postbacks;
    Statement m_keepPostback;
    Statement m_touch;
    Statement m_keepConversion;
    Statement m_keepHistory;
    Statement m_put;
    Statement m_history;
    Statement m_delete;
    Statement m_deleteHistory;
    Statement m_dropped;
};

} // namespace Matchbook
