// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guardlimits.h"
#include "tracking/requestreceiver.h"

#include <QHttpServerResponse>

namespace Matchbook {

/// The one table from what was decided to what goes over the wire.
QHttpServerResponse answerFor(const ClickReply &reply);
QHttpServerResponse answerFor(const PostbackReply &reply);
/// The same status, with a transparent picture for a body.
QHttpServerResponse pixelAnswerFor(const PostbackReply &reply);
/// For a monitor: says whether the program is well, how many clicks were lost and how many requests refused, if any were.
QHttpServerResponse healthAnswer(bool isWell, qint64 lostClicks, const GuardStatistics &statistics);
/// 404 for a path that only looked like one of ours.
QHttpServerResponse notFoundAnswer();
/// 405; \a allowed is the Allow header.
QHttpServerResponse wrongMethodAnswer(const QByteArray &allowed);
/// 500: something was thrown.
QHttpServerResponse failedAnswer();
/// 503 with Retry-After.
QHttpServerResponse unavailableAnswer();

} // namespace Matchbook
