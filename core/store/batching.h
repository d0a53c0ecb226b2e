// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace Matchbook {

/// How jobs are put together for one commit (docs/adr/0013). \a queued wait to be written; \a untold are written and wait for
/// the sync that is running or the next one.
namespace Batching {

constexpr std::size_t largest = 2'000; ///< of one commit

/// False while it pays to wait: what is written during a sync is told only after the next one, and a commit costs some pages
/// of the log whatever its size.
bool isWorthWriting(std::size_t queued, std::size_t untold);

/// How many of the \a queued to write now. Whoever waits for answers before asking again must not wait in one crowd: while
/// one half is synced, the other is written.
std::size_t jobsToTake(std::size_t queued, std::size_t untold);

/// Whether the sync is left to a second thread, which for few jobs costs more than it saves.
bool isSyncedApart(std::size_t jobs, std::size_t untold);

} // namespace Batching

} // namespace Matchbook
