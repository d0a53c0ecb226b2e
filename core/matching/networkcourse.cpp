// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkcourse.h"

#include <algorithm>
#include <cmath>

namespace Matchbook {

namespace {

constexpr int fewestEvents = 5;
constexpr double fewestExpected = 3;
constexpr double unlikely = 0.01;
constexpr qint64 shortestSpell = 6;
constexpr double longerThanEver = 1.25;
constexpr qint64 historyWithTwoWeekends = 14 * 24;

bool isWeekend(qint64 hour)
{
    const qint64 weekday = (hour / 24 + 3) % 7; // 1970-01-01 was a Thursday; Monday is 0
    return weekday >= 5;
}

/// Hours from \a from to \a to, without weekends if they do not count.
qint64 length(qint64 from, qint64 to, bool withWeekends)
{
    if (withWeekends)
        return to - from;
    qint64 hours = 0;
    for (qint64 hour = from; hour < to; ++hour)
        hours += isWeekend(hour) ? 0 : 1;
    return hours;
}

/// What the hours before the spell at hand say, and that spell.
struct History {
    qint64 clicks = 0;
    qint64 conversions = 0;
    int events = 0; ///< hours with a conversion
    qint64 longest = 0; ///< spell between two conversions, in hours
    qint64 spellFrom = -1; ///< hour of the first click since; -1: none
    qint64 spellClicks = 0;
};

History historyOf(const QList<NetworkHour> &hours, bool withWeekends)
{
    History history;
    for (const NetworkHour &hour : hours) {
        const bool counts = withWeekends || !isWeekend(hour.hour);
        // Of clicks and conversions in one hour nobody knows which came first: they belong together.
        if (hour.conversions > 0) {
            if (history.spellFrom >= 0)
                history.longest
                        = std::max(history.longest, length(history.spellFrom, hour.hour, withWeekends));
            history.clicks += history.spellClicks + (counts ? hour.clicks : 0);
            history.conversions += hour.conversions;
            ++history.events;
            history.spellFrom = -1;
            history.spellClicks = 0;
        } else if (hour.clicks > 0 && counts) {
            if (history.spellFrom < 0)
                history.spellFrom = hour.hour;
            history.spellClicks += hour.clicks;
        }
    }
    return history;
}

} // namespace

std::optional<QuietSpell> unusualQuiet(const NetworkCourse &course)
{
    if (course.hours.isEmpty())
        return {};
    const qint64 nowHour = course.now / hourMs;
    const bool withWeekends = nowHour - course.hours.constFirst().hour >= historyWithTwoWeekends;
    const History history = historyOf(course.hours, withWeekends);
    if (history.spellFrom < 0 || history.events < fewestEvents || history.clicks <= 0)
        return {};
    const qint64 lasted = length(history.spellFrom, nowHour, withWeekends);
    if (lasted < shortestSpell || double(lasted) < longerThanEver * double(history.longest))
        return {};
    const double before = double(history.clicks);
    const double since = double(history.spellClicks);
    QuietSpell spell;
    spell.since = history.spellFrom * hourMs;
    spell.clicks = int(history.spellClicks);
    spell.expected = double(history.conversions) * since / before;
    spell.probability = std::pow(before / (before + since), history.events + 0.5);
    if (spell.expected < fewestExpected || spell.probability >= unlikely)
        return {};
    return spell;
}

} // namespace Matchbook
