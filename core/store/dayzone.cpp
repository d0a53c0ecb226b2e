// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dayzone.h"

#include "rollups.h"
#include "statement.h"
#include "transaction.h"
#include "vocabulary/daterange.h"

#include <QDateTime>

#include <algorithm>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace Matchbook {

QList<OffsetStretch> offsetStretches(qint64 fromMs, qint64 toMs, const QTimeZone &zone)
{
    QList<OffsetStretch> stretches;
    while (fromMs < toMs) {
        const QDateTime start = QDateTime::fromMSecsSinceEpoch(fromMs, QTimeZone::utc());
        qint64 end = toMs;
        if (zone.hasTransitions()) {
            const QDateTime change = zone.nextTransition(start).atUtc;
            if (change.isValid() && change.toMSecsSinceEpoch() > fromMs)
                end = std::min(end, change.toMSecsSinceEpoch());
        }
        stretches << OffsetStretch{fromMs, end, zone.offsetFromUtc(start)};
        fromMs = end;
    }
    return stretches;
}

Expected<QByteArray> dayZone(Database &database)
{
    Statement select(database, "day_zone");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    return select.next() ? select.text(0).toLatin1() : QByteArray();
}

namespace {

Expected<void> makeDays(Database &database, const QTimeZone &zone)
{
    Statement extent(database, "rollup_extent");
    if (auto done = extent.run(); !done)
        return done;
    const bool hasRow = extent.next();
    const qint64 fromMs = hasRow ? extent.number(0) * bucketMs : 0;
    const qint64 toMs = hasRow ? (extent.number(1) + 1) * bucketMs : 0;
    extent.finish();
    for (const OffsetStretch &stretch : offsetStretches(fromMs, toMs, zone)) {
        for (const char *name : {"click_day_make", "conversion_day_make"}) {
            Statement make(database, name);
            if (auto done = make.runNamed({{"offset", stretch.offsetSeconds},
                                           {"from", stretch.fromMs / bucketMs},
                                           {"to", stretch.toMs / bucketMs}});
                !done)
                return done;
        }
    }
    return {};
}

/// What tells the views the day of a conversion that is not settled yet.
Expected<void> storeOffsets(Database &database, const QTimeZone &zone)
{
    if (auto done = Statement(database, "day_offset_forget").run(); !done)
        return done;
    const qint64 end = QDateTime(QDate(2100, 1, 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    Statement insert(database, "day_offset_insert");
    for (const OffsetStretch &stretch : offsetStretches(0, end, zone)) {
        if (auto done = insert.run(stretch.fromMs / bucketMs, stretch.offsetSeconds); !done)
            return done;
    }
    return {};
}

} // namespace

Expected<void> useDayZone(Database &database, const QTimeZone &zone)
{
    const auto present = dayZone(database);
    if (!present)
        return unexpected(present.error());
    if (*present == zone.id())
        return {};
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    for (const char *name : {"click_day_forget", "conversion_day_forget"}) {
        if (auto done = Statement(database, name).run(); !done)
            return done;
    }
    if (auto made = makeDays(database, zone); !made)
        return made;
    if (auto stored = storeOffsets(database, zone); !stored)
        return stored;
    if (auto done = Statement(database, "day_zone_set").run(QString::fromLatin1(zone.id())); !done)
        return done;
    if (auto done = transaction.commit(); !done)
        return done;
#ifdef __GLIBC__
    malloc_trim(0); // sorting years of quarter hours took memory that nobody needs again
#endif
    return {};
}

void DayFinder::useZone(const QByteArray &zoneId)
{
    if (zoneId == m_zoneId)
        return;
    m_zoneId = zoneId;
    m_zone = timeZoneFromId(QString::fromLatin1(zoneId)).value_or(QTimeZone::utc());
    m_days.clear();
}

qint64 DayFinder::dayOf(qint64 bucket)
{
    constexpr qsizetype remembered = 10'000;
    if (const auto known = m_days.constFind(bucket); known != m_days.constEnd())
        return *known;
    if (m_days.size() >= remembered)
        m_days.clear();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(bucket * bucketMs, QTimeZone::utc());
    const qint64 day = (bucket * (bucketMs / 1000) + m_zone.offsetFromUtc(time)) / 86'400;
    m_days.insert(bucket, day);
    return day;
}

} // namespace Matchbook
