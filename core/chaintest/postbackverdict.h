// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chainstep.h"
#include "networks/networkpreset.h"
#include "store/rows.h"

namespace Matchbook {

/// Judges a stored postback for the last four steps of a test: click ID, payout, status, duplicate. What the postback says is
/// read anew, so that one fault does not hide another. \a repeats: further postbacks of its click that came with it. Pure.
QList<ChainStep> verdictOf(const PostbackRow &row, int repeats, const QString &clickId,
                           const NetworkPreset &preset, const AffiliateNetwork &network);

/// \a row as it would be judged if it arrived now: read again by \a preset and the settings of \a network. Nothing is looked
/// up, and what was understood stays as it is.
PostbackRow judgedUnder(PostbackRow row, const NetworkPreset &preset, const AffiliateNetwork &network);

} // namespace Matchbook
