// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickpurge.h"

#include "rollups.h"
#include "transaction.h"
#include "vocabulary/clickid.h"

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int rowsAtOnce = 2'000;

/// A list addresses rows by number as long as none is missing between two others; the oldest clicks seldom have an older
/// neighbour that stays.
Expected<void> noteHoles(Database &database, qint64 newestRemoved, qint64 removed)
{
    Statement extent(database, "click_extent");
    if (auto done = extent.run(); !done)
        return done;
    const bool between
            = removed > 0 && extent.next() && extent.number(0) > 0 && extent.number(0) < newestRemoved;
    extent.finish();
    return between ? Statement(database, "click_dropped_add").run(removed) : Expected<void>();
}

} // namespace

Expected<qint64> purgeClicks(Database &database, qint64 before)
{
    // Sums are kept by quarter hours, and a quarter hour is checked against its clicks as long as it has all of them.
    const qint64 until = before / bucketMs * bucketMs;
    const QString firstKept = ClickId::make(std::max(until, ClickId::epochMs), 0).toString().left(9);
    qint64 purged = 0;
    qint64 newest = 0;
    for (qint64 removed = 1; removed > 0;) {
        Transaction transaction(database);
        if (!transaction.begun())
            return unexpected(transaction.begun().error());
        if (auto done = Statement(database, "clicks_purged_until_set").run(until); !done)
            return unexpected(done.error());
        Statement remove(database, "click_purge");
        if (auto done = remove.run(firstKept, until, rowsAtOnce); !done)
            return unexpected(done.error());
        removed = 0;
        for (; remove.next(); ++removed)
            newest = std::max(newest, remove.number(0));
        if (const auto failure = remove.failure())
            return unexpected(*failure);
        remove.finish();
        if (auto noted = noteHoles(database, newest, removed); !noted)
            return unexpected(noted.error());
        if (auto committed = transaction.commit(); !committed)
            return unexpected(committed.error());
        purged += removed;
    }
    return purged;
}

} // namespace Matchbook
