// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis.h"
#include "networkalarm.h"
#include "readabledetail.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Matchbook {

namespace {

using Kind = NetworkAlarm::Kind;

/// `7 hours`, `3 days`
QString span(qint64 ms)
{
    const int hours = int(std::max<qint64>(1, ms / hourMs));
    if (hours < 48)
        return QCoreApplication::translate("NetworkAlarm", "%n hours", nullptr, hours);
    const int days = hours / 24;
    return QCoreApplication::translate("NetworkAlarm", "%n days", nullptr, days);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString reasonOf(const NetworkAlarm &alarm)
{
    return shortReason(alarm.outcome, alarm.cause, alarm.detail);
}

QString stoppedAdvice(const NetworkAlarm &alarm)
{
    if (alarm.cause == PostbackCause::ExpiredKey)
        return QCoreApplication::translate(
                "NetworkAlarm",
                "The network still uses an old key, which has run out. Copy the present postback URL into its dashboard.");
    return QCoreApplication::translate(
            "NetworkAlarm",
            "Most likely the postback URL is gone or changed in the network's dashboard, the offer is paused there, or "
            "Matchbook cannot be reached from outside. Test the network, and compare the URL in its dashboard with this one.");
}

QString noConversionsAdvice(const NetworkAlarm &alarm)
{
    if (alarm.cause == PostbackCause::None)
        return QCoreApplication::translate(
                "NetworkAlarm",
                "Postbacks arrive, but only about conversions that were there before. Most likely the click ID gets lost on "
                "the way to the offer, or the offer no longer converts: test the network.");
    return QCoreApplication::translate("NetworkAlarm",
                                       "Postbacks arrive, but do not become conversions. Most likely: %1")
            .arg(explanation(alarm.outcome, alarm.cause, alarm.detail));
}

} // namespace

QString alarmTitle(const NetworkAlarm &alarm, const QString &name, qint64 now)
{
    const QString expected = QLocale().toString(alarm.expected, 'f', 0);
    switch (alarm.kind) {
    case Kind::SecretMissing:
        return QCoreApplication::translate(
                       "NetworkAlarm",
                       "Nothing that %1 sends is believed: its secret is missing. Not believed in 30 days: %2.")
                .arg(name, number(alarm.count));
    case Kind::PostbacksStopped:
        return QCoreApplication::translate(
                       "NetworkAlarm",
                       "%1 sends nothing any more: %2 clicks went there in %3, which usually bring about %4 conversions.")
                .arg(name, number(alarm.clicks), span(now - alarm.since), expected);
    case Kind::NoConversions:
        return QCoreApplication::translate(
                       "NetworkAlarm",
                       "%1 has brought no conversion for %3: %2 clicks went there, which usually bring about %4.")
                .arg(name, number(alarm.clicks), span(now - alarm.since), expected);
    case Kind::ConversionsWithoutClicks:
        if (alarm.clicks == 0)
            return QCoreApplication::translate(
                           "NetworkAlarm",
                           "%1 reports conversions, but nobody was sent there: %2 in 3 days, and no click in 14.")
                    .arg(name, number(alarm.count));
        return QCoreApplication::translate(
                       "NetworkAlarm",
                       "%1 reports more than was sent there: %2 conversions in 3 days, and %3 clicks in 14.")
                .arg(name, number(alarm.count), number(alarm.clicks));
    case Kind::ExpiredKeyUsed:
        return QCoreApplication::translate(
                       "NetworkAlarm",
                       "%1 uses an old key that has run out: %n postbacks were refused in 3 days.", nullptr,
                       alarm.count)
                .arg(name);
    case Kind::OneCause:
        return QCoreApplication::translate("NetworkAlarm", "%1, all %2 failures of today: %3")
                .arg(name, number(alarm.count), reasonOf(alarm));
    case Kind::Failures:
        if (alarm.causeCount > 0 && alarm.causeCount < alarm.count)
            return QCoreApplication::translate("NetworkAlarm",
                                               "%1, %n postbacks without a conversion today, %3 of them: %2",
                                               nullptr, alarm.count)
                    .arg(name, reasonOf(alarm), number(alarm.causeCount));
        return QCoreApplication::translate("NetworkAlarm", "%1, %n postbacks without a conversion today: %2",
                                           nullptr, alarm.count)
                .arg(name, reasonOf(alarm));
    case Kind::OldKeyUsed:
        return QCoreApplication::translate("NetworkAlarm", "%1 still uses its old postback URL.").arg(name);
    }
    return {};
}

QString alarmAdvice(const NetworkAlarm &alarm)
{
    switch (alarm.kind) {
    case Kind::SecretMissing:
        return QCoreApplication::translate(
                "NetworkAlarm",
                "It signs what it sends. Enter the secret from its dashboard; most networks then send again what was not "
                "believed.");
    case Kind::PostbacksStopped:
        return stoppedAdvice(alarm);
    case Kind::NoConversions:
        return noConversionsAdvice(alarm);
    case Kind::ConversionsWithoutClicks:
        return QCoreApplication::translate(
                "NetworkAlarm",
                "Most likely its offers are advertised by links that do not lead through Matchbook, or their clicks are "
                "recorded in another data folder. Use the campaign's tracking link everywhere.");
    case Kind::ExpiredKeyUsed:
        return QCoreApplication::translate(
                "NetworkAlarm",
                "Copy the present postback URL into the network's dashboard, and let it send the refused ones again.");
    case Kind::OneCause:
    case Kind::Failures:
        return explanation(alarm.outcome, alarm.cause, alarm.detail);
    case Kind::OldKeyUsed:
        return QCoreApplication::translate(
                       "NetworkAlarm",
                       "The old key works until %1. Copy the new postback URL into the network's dashboard before that.")
                .arg(timeDetail(QString::number(alarm.until)));
    }
    return {};
}

QString alarmShort(const NetworkAlarm &alarm, qint64 now)
{
    switch (alarm.kind) {
    case Kind::SecretMissing:
        return QCoreApplication::translate("NetworkAlarm", "no secret, so nothing is believed");
    case Kind::PostbacksStopped:
        return QCoreApplication::translate("NetworkAlarm", "clicks, but no postback for %1")
                .arg(span(now - alarm.since));
    case Kind::NoConversions:
        return QCoreApplication::translate("NetworkAlarm", "clicks, but no conversion for %1")
                .arg(span(now - alarm.since));
    case Kind::ConversionsWithoutClicks:
        return QCoreApplication::translate("NetworkAlarm", "more conversions than clicks");
    case Kind::ExpiredKeyUsed:
        return QCoreApplication::translate("NetworkAlarm", "uses an old key that has run out");
    case Kind::OldKeyUsed:
        return QCoreApplication::translate("NetworkAlarm", "still uses its old postback URL");
    case Kind::OneCause:
    case Kind::Failures:
        break;
    }
    const QString count = QCoreApplication::translate("NetworkAlarm", "%n unmatched", nullptr, alarm.count);
    const bool isOfMany = alarm.causeCount > 0 && alarm.causeCount < alarm.count;
    const QString reason = reasonOf(alarm);
    const QString cause = isOfMany && !reason.isEmpty()
            ? QStringLiteral("%1 (%2)").arg(reason, number(alarm.causeCount))
            : reason;
    return cause.isEmpty() ? count : QString(count + QStringLiteral(" · ") + cause);
}

} // namespace Matchbook
