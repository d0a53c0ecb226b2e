// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batching.h"

#include <algorithm>

namespace Matchbook::Batching {

namespace {

constexpr std::size_t smallestSyncedApart = 8;
constexpr std::size_t smallestHalf = 32;

} // namespace

bool isWorthWriting(std::size_t queued, std::size_t untold)
{
    return queued > 0 && queued >= std::min(untold / 2, smallestHalf);
}

std::size_t jobsToTake(std::size_t queued, std::size_t untold)
{
    return std::min(queued, std::clamp((queued + untold) / 2, smallestHalf, largest));
}

bool isSyncedApart(std::size_t jobs, std::size_t untold)
{
    return jobs >= smallestSyncedApart || untold > 0;
}

} // namespace Matchbook::Batching
