// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkcourses.h"

#include "catalogue.h"
#include "statement.h"
#include "vocabulary/clock.h"

#include <QMap>

namespace Matchbook {

namespace {

using Courses = QHash<qint64, NetworkCourse>;

Expected<void> addHours(Database &database, qint64 now, Courses &courses)
{
    const qint64 since = (now / hourMs - watchedHours) * 4;
    QHash<qint64, QMap<qint64, NetworkHour>> hours;
    Statement clicks(database, "network_hours_clicks");
    if (auto done = clicks.run(since); !done)
        return done;
    while (clicks.next())
        hours[clicks.number(0)][clicks.number(1)].clicks = int(clicks.number(2));
    Statement conversions(database, "network_hours_conversions");
    if (auto done = conversions.run(since); !done)
        return done;
    while (conversions.next())
        hours[conversions.number(0)][conversions.number(1)].conversions = int(conversions.number(2));
    for (auto network = hours.begin(); network != hours.end(); ++network) {
        for (auto hour = network->begin(); hour != network->end(); ++hour) {
            hour->hour = hour.key();
            courses[network.key()].hours << *hour;
        }
    }
    return {};
}

Expected<void> addFailures(Database &database, qint64 since, Courses &courses)
{
    Statement select(database, "network_failures_since");
    if (auto done = select.run(since); !done)
        return done;
    while (select.next())
        courses[select.number(0)].lately
                << FailureCount{PostbackOutcome(select.number(1)), causeFromWord(select.text(2)),
                                select.text(4), int(select.number(3))};
    return {};
}

Expected<void> addKeys(Database &database, qint64 since, Courses &courses)
{
    Statement old(database, "network_old_key_uses");
    if (auto done = old.run(since); !done)
        return done;
    while (old.next())
        courses[old.number(0)].oldKeyUses = int(old.number(1));
    const SystemClock clock;
    Catalogue catalogue(database, clock);
    const auto keys = catalogue.retiredKeys();
    if (!keys)
        return unexpected(keys.error());
    for (const RetiredKey &key : *keys)
        courses[key.network.value].oldKeyUntil = key.validUntil; // the newest is the last
    Statement expired(database, "network_expired_key_uses");
    if (auto done = expired.run(since); !done)
        return done;
    while (expired.next())
        courses[expired.number(0)].expiredKeyUses = int(expired.number(1));
    return {};
}

Expected<void> addWithoutSecret(Database &database, qint64 since, Courses &courses)
{
    Statement select(database, "network_without_secret");
    if (auto done = select.run(since); !done)
        return done;
    while (select.next())
        courses[select.number(0)].withoutSecret = int(select.number(1));
    return {};
}

} // namespace

Expected<QHash<qint64, NetworkCourse>> networkCourses(Database &database, qint64 now)
{
    const qint64 since = now - latelyHours * hourMs;
    Courses courses;
    if (auto done = addHours(database, now, courses); !done)
        return unexpected(done.error());
    if (auto done = addFailures(database, since, courses); !done)
        return unexpected(done.error());
    if (auto done = addKeys(database, since, courses); !done)
        return unexpected(done.error());
    if (auto done = addWithoutSecret(database, now - withoutSecretHours * hourMs, courses); !done)
        return unexpected(done.error());
    for (NetworkCourse &course : courses)
        course.now = now;
    return courses;
}

} // namespace Matchbook
