// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alarmbanner.h"

#include "vocabulary/clickid.h"

namespace Matchbook {

AlarmRepair alarmRepair(const NetworkAlarm &alarm)
{
    using Kind = NetworkAlarm::Kind;
    if (alarm.kind == Kind::ConversionsWithoutClicks)
        return AlarmRepair::ShowCampaigns;
    if (alarm.kind == Kind::PostbacksStopped || alarm.kind == Kind::OldKeyUsed
        || alarm.kind == Kind::ExpiredKeyUsed || alarm.cause == PostbackCause::None)
        return AlarmRepair::ShowUrl;
    switch (alarm.cause) {
    case PostbackCause::AmbiguousAmount:
    case PostbackCause::UnknownCurrency:
    case PostbackCause::SenderNotAllowed:
        return AlarmRepair::ShowSettings;
    case PostbackCause::SecretMissing:
        return AlarmRepair::EnterSecret;
    case PostbackCause::UnknownStatus:
        return looksLikePlaceholder(alarm.detail.toUtf8()) ? AlarmRepair::ShowUrl : AlarmRepair::ShowMapping;
    default:
        return AlarmRepair::ShowPostbacks;
    }
}

AlarmBanner::AlarmBanner(QWidget *parent) : Banner(Tone::Red, parent)
{
    connect(this, &Banner::linkActivated, this, [this] { Q_EMIT jumpAsked(m_alarm, m_network); });
}

void AlarmBanner::setAlarm(const NetworkAlarm &alarm, const AffiliateNetwork &network, qint64 now)
{
    m_alarm = alarm;
    m_network = network.id;
    QString link;
    switch (alarmRepair(alarm)) {
    case AlarmRepair::ShowPostbacks:
        link = tr("Show these postbacks");
        break;
    case AlarmRepair::ShowSettings:
        link = tr("Open the network's settings");
        break;
    case AlarmRepair::ShowMapping:
        link = tr("Say what the word means");
        break;
    case AlarmRepair::ShowCampaigns:
        link = tr("Show the tracking links");
        break;
    case AlarmRepair::ShowUrl:
        link = tr("Show its postback URL");
        break;
    case AlarmRepair::EnterSecret:
        link = tr("Enter the secret");
        break;
    }
    setMessage(alarm.isUrgent ? Tone::Red : Tone::Amber, alarmTitle(alarm, network.name, now),
               alarmAdvice(alarm), link);
    show();
}

} // namespace Matchbook
