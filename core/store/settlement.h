// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rollups.h"
#include "statement.h"
#include "vocabulary/conversion.h"

#include <QMultiHash>

#include <algorithm>

namespace Matchbook {

/// Enters new conversions where their places are scattered (the roll-ups, the list by click) many at a time: a page that one
/// conversion would dirty alone is then written once for all of them. Until then they wait at the end of their table, and the
/// views `conversion_rollup` and `conversion_day` add them to the sums, so that nobody sees a difference (docs/adr/0011).
///
/// Belongs to the writer's connection and thread; everything happens in the caller's transaction.
class Settlement
{
public:
    /// More than this would be noticed by those who read the views.
    static constexpr qint64 dueAt = 2000;

    explicit Settlement(const Database &database);

    /// Call when a transaction begins and when a part of one was taken back: what was known may be wrong.
    void forget() { m_known = false; }
    /// Finds out what waits; cheap when nobody else has written. Before any of the following.
    Expected<void> look();

    /// A conversion that is settled is part of the stored sums: a change of it must be booked there.
    bool isSettled(ConversionId id) const { return id.value <= m_settled; }
    /// The ID for a conversion to be stored. Never one that was settled before and deleted since.
    ConversionId nextId() const { return {std::max(m_newest, m_settled) + 1}; }
    void remember(const Conversion &stored);
    /// The click's conversions that wait, as a JSON list of IDs.
    QString waitingOfClick(const QString &clickId) const;
    /// The list by click follows a conversion that now has another click.
    Expected<void> clickChanged(const Conversion &before, const Conversion &after);

    bool isDue() const { return m_known && m_newest - std::max(m_settled, m_postponedAt) >= dueAt; }
    /// Settling did not go well and is taken back.
    void postpone();
    /// Settles everything that waits; \a sums grows by it and is to be stored in the same transaction.
    Expected<void> settle(RollupSums &sums);

private:
    Statement m_state;
    Statement m_waiting;
    Statement m_settleClicks;
    Statement m_rows;
    Statement m_setSettled;
    Statement m_removeClick;
    Statement m_insertClick;
    QMultiHash<QString, qint64> m_byClick; ///< of those that wait
    qint64 m_settled = 0;
    qint64 m_newest = -1;
    qint64 m_postponedAt = 0; ///< the newest when settling failed last
    bool m_known = false;
};

} // namespace Matchbook
