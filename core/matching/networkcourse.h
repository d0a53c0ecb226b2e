// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/postback.h"

#include <QList>

#include <optional>

namespace Matchbook {

/// What went to a network and came back from it in one hour.
struct NetworkHour {
    qint64 hour = 0; ///< Unix time in hours
    int clicks = 0; ///< of visitors
    int conversions = 0;

    friend bool operator==(const NetworkHour &, const NetworkHour &) = default;
};

/// Postbacks of one cause that made no conversion.
struct FailureCount {
    PostbackOutcome outcome = PostbackOutcome::Unmatched;
    PostbackCause cause = PostbackCause::None;
    QString detail;
    int count = 0;
};

/// How it went with one network lately. Hours in which nothing happened may be left out.
struct NetworkCourse {
    QList<NetworkHour> hours; ///< of the last four weeks, oldest first
    qint64 now = 0; ///< Unix ms
    qint64 lastPostback = 0; ///< Unix ms; 0: never
    int matchedToday = 0; ///< postbacks, repeats too
    QList<FailureCount> today;
    QList<FailureCount> lately; ///< of the last three days
    int oldKeyUses = 0; ///< of the last three days
    qint64 oldKeyUntil = 0; ///< Unix ms; when the newest old key runs out
    int expiredKeyUses = 0; ///< of the last three days
    int withoutSecret = 0; ///< of 30 days: signed, with no secret to check them; 0 if one was believed since
};

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 watchedHours = 28 * 24; ///< how far back a network's own history is asked
constexpr qint64 latelyHours = 3 * 24;
constexpr qint64 withoutSecretHours = 30 * 24;

/// Clicks that go on while no conversion comes.
struct QuietSpell {
    qint64 since = 0; ///< Unix ms; the first click after the last conversion
    int clicks = 0;
    double expected = 0; ///< conversions, by the network's own rate before
    double probability = 1; ///< of none, if nothing had changed
};

/// The quiet spell that a network is in, if its own history makes it a sign of something broken; nothing otherwise.
///
/// A spell is the time from the first click after a conversion to the next conversion. It is one of four weeks' signs if
/// - at least 5 hours of the time before it had a conversion (a network that reports in batches has fewer events than
///   conversions, so hours count, not conversions),
/// - at least 3 conversions were to be expected of its clicks,
/// - the probability of none is below 1 %. With k such hours in n clicks before, and c clicks since, that is
///   (n / (n + c))^(k + ½): what is left of a rate that is itself only known from k events,
/// - it has lasted 6 hours, and a quarter longer than the longest spell before. So whoever reports at the end of the day,
///   or not at weekends, is not blamed for it. Until the history holds two weekends, Saturdays and Sundays (UTC) count
///   neither as time nor with their clicks.
std::optional<QuietSpell> unusualQuiet(const NetworkCourse &course);

} // namespace Matchbook
