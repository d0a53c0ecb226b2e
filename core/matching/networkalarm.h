// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkcourse.h"

#include <QLatin1StringView>

namespace Matchbook {

/// Something about a network that a person should look at. The words are stable: scripts read them.
struct NetworkAlarm {
    enum class Kind {
        SecretMissing, ///< it signs what it sends, and there is no secret to check it with
        PostbacksStopped, ///< clicks go on, but nothing at all has arrived since the quiet spell began
        NoConversions, ///< clicks go on and postbacks arrive, but none makes a conversion
        ConversionsWithoutClicks, ///< more arrives than clicks have gone there
        ExpiredKeyUsed, ///< postbacks come over a key that has run out
        OneCause, ///< at least three of today's postbacks failed, all for one cause
        Failures, ///< some of today's failed
        OldKeyUsed, ///< postbacks still come over the key of before
    };
    Kind kind = Kind::Failures;
    bool isUrgent = false; ///< money is being lost now
    int count = 0; ///< of postbacks that it is about, of conversions of ConversionsWithoutClicks
    int causeCount = 0; ///< how many of them have \a cause
    int clicks = 0; ///< of PostbacksStopped, NoConversions, ConversionsWithoutClicks
    double expected = 0; ///< conversions, of PostbacksStopped and NoConversions
    double probability = 1; ///< likewise
    qint64 since = 0; ///< Unix ms, likewise
    qint64 until = 0; ///< Unix ms, of OldKeyUsed
    PostbackOutcome outcome = PostbackOutcome::Unmatched; ///< of the most frequent failure
    PostbackCause cause = PostbackCause::None; ///< likewise; None if there is none
    QString detail;
};

QLatin1StringView alarmWord(NetworkAlarm::Kind kind); ///< postbacks_stopped, no_conversions, …

/// What is to be said of a network, the worst first; nothing if all is well.
///
/// - Quiet: unusualQuiet() decides. Where no postback has arrived since, they stopped; where some have, their most frequent
///   failure is the likely cause.
/// - Conversions without clicks: at least 5 conversions in three days, and more than the clicks of two weeks; unless it was
///   so before as well (a network of renewals, or of several payments for a click). Where there was no click at all,
///   postbacks of clicks that are not here count instead.
/// - The secret is missing: said as soon as one signed notification has come without a secret to check it with, until one
///   is believed.
/// - Today's failures: said always; as one cause if there are at least three and all have it.
QList<NetworkAlarm> networkAlarms(const NetworkCourse &course);

/// One sentence: what is wrong with the network called \a name. Translated.
QString alarmTitle(const NetworkAlarm &alarm, const QString &name, qint64 now);
/// The most likely cause, and what to do. Translated.
QString alarmAdvice(const NetworkAlarm &alarm);
/// A few words for a list of networks. Translated.
QString alarmShort(const NetworkAlarm &alarm, qint64 now);

} // namespace Matchbook
