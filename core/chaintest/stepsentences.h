// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chainstep.h"
#include "listenerprobe.h"
#include "postbacktrial.h"

namespace Matchbook {

/// A few words for a list of steps, translated: `Click recorded`.
QString stepTitle(ChainStep::Kind kind);
/// What a button would say, translated: `Read amounts of this network with a decimal comma`.
QString repairText(const Repair &repair);

/// The step that tells how the listener was found.
ChainStep listenerStep(const FoundListener &listener, const QString &publicUrl, const QString &localUrl);

/// What was found of the test's click: as it was stored, or nothing. \a direct: it came through no tracking link.
ChainStep clickStep(const std::optional<ClickRow> &click, const QString &campaignName, bool direct);

/// The step that says that there is no link to follow.
ChainStep noOfferLinkStep();

/// How the postback arrived. \a simulated: we sent it ourselves.
ChainStep postbackStep(const TriedPostback &tried, const AffiliateNetwork &network, bool simulated);

/// A step that could not be tried because another failed.
ChainStep skippedStep(ChainStep::Kind kind);
/// A step that the store's trouble ended.
ChainStep storeTroubleStep(ChainStep::Kind kind, const Failure &failure);

} // namespace Matchbook
