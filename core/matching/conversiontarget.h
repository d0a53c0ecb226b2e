// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matchpostback.h"

namespace Matchbook {

// Which of a question's conversions a postback is about. Each is null if there is none; the pointer is into the question.

/// The conversion that a refund takes back: the transaction's, else the click's; the one of the same event if there is
/// one, else the newest. A receipt takes back no sale that has another one.
const Conversion *refundTarget(const MatchQuestion &question);
/// The conversion that a sale, lead or other event belongs to, if it has been seen before.
const Conversion *repeatTarget(const MatchQuestion &question);
/// The newest of the transaction, else of the click: what it knows of the click holds for the postback, too.
const Conversion *sibling(const MatchQuestion &question);

} // namespace Matchbook
