// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lists.h"

#include "catalogue.h"
#include "networkcourses.h"
#include "networks/presetcatalogue.h"
#include "rollups.h"
#include "statement.h"
#include "vocabulary/clock.h"

#include <QHash>

namespace Matchbook {

namespace {

Expected<void> addToday(Database &database, qint64 todayStart, QHash<qint64, NetworkHealth> &health,
                        QHash<qint64, NetworkCourse> &courses)
{
    Statement select(database, "network_health_today");
    if (auto done = select.run(todayStart); !done)
        return done;
    while (select.next()) {
        const auto found = health.find(select.number(0));
        if (found == health.end())
            continue;
        const PostbackCause cause = causeFromWord(select.text(2));
        if (movesNoMoney(cause))
            continue;
        const int count = int(select.number(3));
        switch (PostbackOutcome(select.number(1))) {
        case PostbackOutcome::Matched:
            found->matchedToday += count;
            break;
        case PostbackOutcome::Repeated:
        case PostbackOutcome::Changed:
            found->repeatedToday += count;
            break;
        case PostbackOutcome::Unmatched:
        case PostbackOutcome::NotUnderstood:
        case PostbackOutcome::Refused:
            found->unmatchedToday += count;
            courses[select.number(0)].today
                    << FailureCount{PostbackOutcome(select.number(1)), cause, select.text(4), count};
            break;
        }
    }
    return {};
}

/// Payout in the currency that earned most conversions: amounts in different currencies are never added.
Expected<void> addMonth(Database &database, qint64 monthStart, QHash<qint64, NetworkHealth> &health)
{
    Statement select(database, "network_health_month");
    if (auto done = select.run(monthStart / bucketMs); !done)
        return done;
    QHash<qint64, QHash<Currency, std::pair<qint64, qint64>>> money;
    while (select.next()) {
        const auto found = health.find(select.number(0));
        if (found == health.end())
            continue;
        const auto status = ConversionStatus(select.number(2));
        const int count = int(select.number(3));
        if (status == ConversionStatus::Approved)
            found->approved30 += count;
        if (status != ConversionStatus::Pending)
            found->decided30 += count;
        auto &sums = money[select.number(0)][Currency::fromCode(select.text(1)).value_or(Currency())];
        sums.first += count;
        sums.second += select.number(4);
    }
    for (auto network = money.cbegin(); network != money.cend(); ++network) {
        qint64 most = -1;
        for (auto sums = network->cbegin(); sums != network->cend(); ++sums) {
            if (sums->first > most) {
                most = sums->first;
                health[network.key()].payout30 = {sums->second, sums.key()};
            }
        }
    }
    return {};
}

NetworkHealth withAlarms(NetworkHealth health, NetworkCourse course, qint64 now)
{
    health.oldKeyUntil = course.oldKeyUntil;
    course.now = now;
    course.lastPostback = health.lastPostback;
    course.matchedToday = health.matchedToday + health.repeatedToday;
    health.alarms = networkAlarms(course);
    return health;
}

} // namespace

Expected<QList<NetworkHealth>> Lists::networkHealth(qint64 now, qint64 todayStart, qint64 monthStart)
{
    const SystemClock clock;
    const auto networks = Catalogue(m_database, clock).networks();
    if (!networks)
        return unexpected(networks.error());
    QHash<qint64, NetworkHealth> health;
    Statement last(m_database, "network_last_postback");
    for (const AffiliateNetwork &network : *networks) {
        NetworkHealth &entry = health[network.id.value];
        entry.network = network;
        entry.presetName = presets().findOrGeneric(network.preset).name;
        entry.payout30.currency = network.defaultCurrency;
        if (auto done = last.run(network.id.value); !done)
            return unexpected(done.error());
        entry.lastPostback = last.next() ? last.number(0) : 0;
    }
    auto courses = networkCourses(m_database, now);
    if (!courses)
        return unexpected(courses.error());
    if (auto done = addToday(m_database, todayStart, health, *courses); !done)
        return unexpected(done.error());
    if (auto done = addMonth(m_database, monthStart, health); !done)
        return unexpected(done.error());
    QList<NetworkHealth> list;
    for (const AffiliateNetwork &network : *networks) {
        NetworkCourse course = courses->value(network.id.value);
        // Days between two reports are no sign of anything.
        if (presets().findOrGeneric(network.preset).kind == PresetKind::Report)
            course.hours.clear();
        list << withAlarms(health.value(network.id.value), course, now);
    }
    return list;
}

Expected<int> Lists::needingAttention(qint64 since)
{
    Statement select(m_database, "postback_trouble_count");
    if (auto done = select.runNamed({{"since", since}}); !done)
        return unexpected(done.error());
    return select.next() ? int(select.number(0)) : 0;
}

Expected<PostbackCounts> Lists::postbacksOfTests(qint64 since)
{
    Statement select(m_database, "postback_test_counts");
    if (auto done = select.runNamed({{"since", since}}); !done)
        return unexpected(done.error());
    return select.next() ? PostbackCounts{select.number(0), select.number(1)} : PostbackCounts();
}

Expected<PostbackCounts> Lists::postbacksWithoutMoney(qint64 since)
{
    Statement select(m_database, "postback_news_counts");
    if (auto done = select.runNamed({{"since", since}}); !done)
        return unexpected(done.error());
    return select.next() ? PostbackCounts{select.number(0), select.number(1)} : PostbackCounts();
}

Expected<qint64> Lists::lastPostbackTime()
{
    Statement select(m_database, "postback_last_time");
    if (auto done = select.run(); !done)
        return unexpected(done.error());
    return select.next() ? select.number(0) : 0;
}

} // namespace Matchbook
