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
    explicit SpilledClicks(BatchWriter &batches) : m_batches(batches) { }

    /// From now on \a file is ours; clicks of an earlier run are found in it. A second call does nothing.
    void use(const QString &file);
    qint64 count() const { return m_spill ? m_spill->count() : 0; }
    /// Spills every click among \a jobs that has Failed, and says so in its receipt. A click that does not even find room there
    /// stays Failed.
    void keep(const std::vector<WriteJob> &jobs, std::vector<WriteReceipt> &receipts);
    /// Once a second after trouble, at once otherwise: reads the clicks back. Nothing if it was not the time or nothing was to be
    /// done; otherwise whether the store takes writes.
    std::optional<Expected<void>> tryAgain(bool inTrouble);

private:
    Expected<void> writeBack();

    BatchWriter &m_batches;
    std::unique_ptr<SpillFile> m_spill; ///< once it is ours
    std::chrono::steady_clock::time_point m_tried{};
    bool m_someRefused = false; ///< the store did not take every click of the spill file
};

} // namespace Matchbook
