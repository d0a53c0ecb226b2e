// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkalarm.h"

#include "vocabulary/words.h"

#include <algorithm>

namespace Matchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestForOneCause = 3;
constexpr int fewestWithoutClicks = 5;
constexpr qint64 clickWindowHours = 14 * 24;

constexpr std::array kinds{
        Word{NetworkAlarm::Kind::SecretMissing, "secret_missing"_L1},
        Word{NetworkAlarm::Kind::PostbacksStopped, "postbacks_stopped"_L1},
        Word{NetworkAlarm::Kind::NoConversions, "no_conversions"_L1},
        Word{NetworkAlarm::Kind::ConversionsWithoutClicks, "conversions_without_clicks"_L1},
        Word{NetworkAlarm::Kind::ExpiredKeyUsed, "expired_key_used"_L1},
        Word{NetworkAlarm::Kind::OneCause, "one_cause"_L1},
        Word{NetworkAlarm::Kind::Failures, "failures"_L1},
        Word{NetworkAlarm::Kind::OldKeyUsed, "old_key_used"_L1},
};

int sumOf(const QList<FailureCount> &failures)
{
    int sum = 0;
    for (const FailureCount &failure : failures)
        sum += failure.count;
    return sum;
}

void nameWorst(NetworkAlarm &alarm, const QList<FailureCount> &failures)
{
    const auto worst = std::max_element(failures.cbegin(), failures.cend(),
                                        [](const auto &a, const auto &b) { return a.count < b.count; });
    if (worst == failures.cend())
        return;
    alarm.outcome = worst->outcome;
    alarm.cause = worst->cause;
    alarm.detail = worst->detail;
    for (const FailureCount &failure : failures)
        alarm.causeCount
                += failure.outcome == worst->outcome && failure.cause == worst->cause ? failure.count : 0;
}

void addSecretMissing(QList<NetworkAlarm> &alarms, const NetworkCourse &course)
{
    if (course.withoutSecret == 0)
        return;
    NetworkAlarm alarm;
    alarm.kind = NetworkAlarm::Kind::SecretMissing;
    alarm.isUrgent = true;
    alarm.count = course.withoutSecret;
    alarm.outcome = PostbackOutcome::Refused;
    alarm.cause = PostbackCause::SecretMissing;
    alarms << alarm;
}

void addQuiet(QList<NetworkAlarm> &alarms, const NetworkCourse &course)
{
    const auto quiet = unusualQuiet(course);
    if (!quiet)
        return;
    NetworkAlarm alarm;
    const bool silent = course.lastPostback < quiet->since;
    alarm.kind = silent ? NetworkAlarm::Kind::PostbacksStopped : NetworkAlarm::Kind::NoConversions;
    alarm.isUrgent = true;
    alarm.clicks = quiet->clicks;
    alarm.expected = quiet->expected;
    alarm.probability = quiet->probability;
    alarm.since = quiet->since;
    if (silent && course.expiredKeyUses > 0) {
        alarm.cause = PostbackCause::ExpiredKey;
        alarm.count = course.expiredKeyUses;
    } else if (!silent) {
        nameWorst(alarm, course.lately);
        alarm.count = sumOf(course.lately);
    }
    alarms << alarm;
}

/// Postbacks that name a click which is not here: the others say something about the way of the click ID or their content.
int withoutClick(const QList<FailureCount> &failures)
{
    int sum = 0;
    for (const FailureCount &failure : failures) {
        const bool namesOne = failure.cause == PostbackCause::UnknownClick
                || failure.cause == PostbackCause::ForeignClickId;
        sum += failure.outcome == PostbackOutcome::Unmatched && namesOne ? failure.count : 0;
    }
    return sum;
}

void addWithoutClicks(QList<NetworkAlarm> &alarms, const NetworkCourse &course)
{
    const qint64 nowHour = course.now / hourMs;
    qint64 clicks = 0;
    qint64 arrived = 0;
    qint64 earlierClicks = 0;
    qint64 earlierConversions = 0;
    for (const NetworkHour &hour : course.hours) {
        if (hour.hour > nowHour - clickWindowHours)
            clicks += hour.clicks;
        if (hour.hour > nowHour - latelyHours) {
            arrived += hour.conversions;
        } else {
            earlierClicks += hour.clicks;
            earlierConversions += hour.conversions;
        }
    }
    if (clicks == 0)
        arrived = std::max<qint64>(arrived, withoutClick(course.lately));
    const bool wasSoBefore = earlierConversions > earlierClicks;
    if (arrived < fewestWithoutClicks || arrived <= clicks || wasSoBefore)
        return;
    NetworkAlarm alarm;
    alarm.kind = NetworkAlarm::Kind::ConversionsWithoutClicks;
    alarm.count = int(arrived);
    alarm.clicks = int(clicks);
    alarms << alarm;
}

void addKeys(QList<NetworkAlarm> &alarms, const NetworkCourse &course)
{
    if (course.expiredKeyUses > 0) {
        NetworkAlarm alarm;
        alarm.kind = NetworkAlarm::Kind::ExpiredKeyUsed;
        alarm.isUrgent = true;
        alarm.count = course.expiredKeyUses;
        alarm.outcome = PostbackOutcome::Refused;
        alarm.cause = PostbackCause::ExpiredKey;
        alarms << alarm;
    }
    if (course.oldKeyUses > 0 && course.oldKeyUntil > course.now) {
        NetworkAlarm alarm;
        alarm.kind = NetworkAlarm::Kind::OldKeyUsed;
        alarm.count = course.oldKeyUses;
        alarm.until = course.oldKeyUntil;
        alarm.outcome = PostbackOutcome::Matched;
        alarm.cause = PostbackCause::OldKey;
        alarms << alarm;
    }
}

void addFailures(QList<NetworkAlarm> &alarms, const NetworkCourse &course)
{
    const int failures = sumOf(course.today);
    if (failures == 0)
        return;
    NetworkAlarm alarm;
    nameWorst(alarm, course.today);
    alarm.isUrgent = course.matchedToday == 0;
    alarm.count = failures;
    const bool isOne = std::all_of(course.today.cbegin(), course.today.cend(),
                                   [&](const auto &one) { return one.cause == alarm.cause; });
    alarm.kind = isOne && failures >= fewestForOneCause ? NetworkAlarm::Kind::OneCause
                                                        : NetworkAlarm::Kind::Failures;
    // A quiet spell with the same cause has said it, and so has the missing secret where nothing else failed.
    const bool isSaid = std::any_of(alarms.cbegin(), alarms.cend(), [&](const NetworkAlarm &said) {
        const bool saysAll = said.kind == NetworkAlarm::Kind::NoConversions
                || (said.kind == NetworkAlarm::Kind::SecretMissing && isOne);
        return saysAll && said.cause == alarm.cause;
    });
    if (!isSaid)
        alarms << alarm;
}

} // namespace

QLatin1StringView alarmWord(NetworkAlarm::Kind kind)
{
    return wordOf(kinds, kind);
}

QList<NetworkAlarm> networkAlarms(const NetworkCourse &course)
{
    QList<NetworkAlarm> alarms;
    addSecretMissing(alarms, course);
    addQuiet(alarms, course);
    addWithoutClicks(alarms, course);
    addFailures(alarms, course);
    addKeys(alarms, course);
    std::stable_sort(alarms.begin(), alarms.end(),
                     [](const auto &a, const auto &b) { return a.isUrgent && !b.isUrgent; });
    return alarms;
}

} // namespace Matchbook
