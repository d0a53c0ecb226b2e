// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "expected.h"

#include <QDate>
#include <QTimeZone>

#include <optional>

namespace Matchbook {

/// Whole days in a time zone, both ends included. Days of 23 and 25 hours are right.
struct DateRange {
    QDate from;
    QDate to;
    QTimeZone zone = QTimeZone::utc();

    qint64 startMs() const; ///< first millisecond of \a from, Unix ms
    qint64 endMs() const; ///< first millisecond after \a to, Unix ms
    int days() const { return int(from.daysTo(to)) + 1; }

    friend bool operator==(const DateRange &, const DateRange &) = default;
};

/// The zone that the IANA calls \a id, or UTC. Nothing for any other word: QTimeZone itself takes nearly every word for a
/// POSIX rule without an offset.
std::optional<QTimeZone> timeZoneFromId(const QString &id);

/// First millisecond of \a day in \a zone, also where midnight does not exist that day.
qint64 dayStartMs(QDate day, const QTimeZone &zone);

/// `2026-11-01T14:05:09.120+01:00`: the instant in the zone, with its offset. For JSON and files.
QString isoTime(qint64 unixMs, const QTimeZone &zone = QTimeZone::utc());

/// Reads `2026-11-01`, `2026-11-01T14:05:09Z`, `2026-11-01T14:05:09.120+01:00` as Unix ms; a bare day begins in \a zone.
Expected<qint64> timeFromIso(QStringView text, const QTimeZone &zone);

} // namespace Matchbook
