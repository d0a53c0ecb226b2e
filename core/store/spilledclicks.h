// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "batchwriter.h"
#include "spillfile.h"

#include <chrono>
#include <memory>
#include <optional>

namespace Matchbook {

/// Clicks that the store did not take: kept in the spill file and tried again. Used by the writer's thread.
class SpilledClicks
{
public:
    SpilledClicks(Database &database, BatchWriter &batches);

    /// From now on this file is ours, whether or not its room could be taken.
    void use(std::unique_ptr<SpillFile> file) { m_spill = std::move(file); }
    qint64 count() const { return m_spill ? m_spill->count() : 0; }
    /// How many clicks did not even find room there, since this was made.
    qint64 lost() const { return m_lost; }
    /// Why the file, which is ours, has no reserve.
    std::optional<Failure> reserveTrouble() const { return m_spill ? m_spill->trouble() : std::nullopt; }
    /// Spills every click among \a jobs that has Failed, and says so in its receipt. A click that does not even find room there
    /// stays Failed and is counted.
    void keep(const std::vector<WriteJob> &jobs, std::vector<WriteReceipt> &receipts);
    /// Once a second after trouble, at once otherwise: reads the clicks back. Nothing if it was not the time or nothing was to be
    /// done; otherwise whether the store takes writes.
    std::optional<Expected<void>> tryAgain(bool inTrouble);

private:
    Expected<void> writeBack();
    /// Enters the lost clicks in the store, once it takes writes again.
    Expected<void> rememberLost();
    /// How many of \a clicks found room.
    qsizetype append(const QList<NewClick> &clicks);
    void lose(qsizetype clicks, const QString &why);

    BatchWriter &m_batches;
    std::unique_ptr<SpillFile> m_spill; ///< once it is ours
    std::chrono::steady_clock::time_point m_tried{};
    Statement m_addLost;
    qint64 m_lost = 0;
    qint64 m_remembered = 0; ///< of the lost ones
    std::chrono::steady_clock::time_point m_complained{};
    bool m_someRefused = false; ///< the store did not take every click of the spill file
};

} // namespace Matchbook
