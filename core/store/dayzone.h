// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTimeZone>

namespace Matchbook {

/// A stretch of time in which a zone's offset from UTC does not change.
struct OffsetStretch {
    qint64 fromMs = 0; ///< Unix ms
    qint64 toMs = 0; ///< Unix ms, excluded
    int offsetSeconds = 0;
};

/// Cuts a span of Unix ms where the zone's offset changes, so that SQL can find the day with one addition.
QList<OffsetStretch> offsetStretches(qint64 fromMs, qint64 toMs, const QTimeZone &zone);

/// The zone whose days the day sums are kept in.
Expected<QByteArray> dayZone(Database &database);

/// Makes the day sums again from the quarter hours if they are kept in another zone than \a zone. One transaction; about a
/// second for a year of traffic.
Expected<void> useDayZone(Database &database, const QTimeZone &zone);

/// Finds the day of a quarter hour, many times for few different ones.
class DayFinder
{
public:
    /// Forgets what it knew of another zone.
    void useZone(const QByteArray &zoneId);
    /// Days since 1970-01-01 in the zone.
    qint64 dayOf(qint64 bucket);

private:
    QByteArray m_zoneId;
    QTimeZone m_zone = QTimeZone::utc();
    QHash<qint64, qint64> m_days;
};

} // namespace Matchbook
