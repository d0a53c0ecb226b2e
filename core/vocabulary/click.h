// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clickid.h"
#include "currency.h"
#include "identifiers.h"

#include <QString>

#include <array>

namespace Matchbook {

constexpr int subIdCount = 10;
using SubIds = std::array<QString, subIdCount>;

/// Who is behind an arrival at a tracking link. Only Visitor counts as a click; bots and probes are kept apart, and a test of
/// our own counts nowhere.
enum class ClickKind { Visitor = 0, Bot = 1, Probe = 2, Test = 3 };

/// One arrival at a tracking link, ready to be written.
struct NewClick {
    ClickId clickId;
    qint64 time = 0; ///< Unix ms
    ClickKind kind = ClickKind::Visitor;
    CampaignId campaign;
    OfferId offer;
    NetworkId network;
    qint64 costMicros = 0;
    Currency costCurrency;
    QString externalId;
    SubIds subIds;
    QByteArray query; ///< raw, as it arrived
    QString address; ///< cut to its network part unless the preferences say otherwise
    QString userAgent;
    QString referrer;
};

} // namespace Matchbook
