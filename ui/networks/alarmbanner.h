// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matching/networkalarm.h"
#include "vocabulary/affiliatenetwork.h"
#include "widgets/banner.h"

namespace Matchbook {

/// Where a person is taken to mend what an alarm says.
enum class AlarmRepair { ShowPostbacks, ShowSettings, ShowMapping, ShowCampaigns, ShowUrl, EnterSecret };
AlarmRepair alarmRepair(const NetworkAlarm &alarm);

/// What is wrong with a network, and the way to its repair.
class AlarmBanner : public Banner
{
    Q_OBJECT
public:
    explicit AlarmBanner(QWidget *parent = nullptr);

    /// \a now in Unix ms.
    void setAlarm(const NetworkAlarm &alarm, const AffiliateNetwork &network, qint64 now);

Q_SIGNALS:
    void jumpAsked(const Matchbook::NetworkAlarm &alarm, Matchbook::NetworkId network);

private:
    NetworkAlarm m_alarm;
    NetworkId m_network;
};

} // namespace Matchbook
