// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

#include <QString>

namespace Matchbook {

// What diagnosis says about the click of a postback. Everything is translated.

/// Why no click was found, or what is odd about the one that was.
QString clickSentence(PostbackCause cause, const QString &detail);
/// The same in a few words.
QString shortClickReason(PostbackCause cause, const QString &detail);
/// What had to be repaired to match, and what to do in the network's dashboard so that it need not be; empty if nothing had.
QString repairSentence(MatchKind match, const QString &steps = {});
/// The number of days that a detail of Late begins with.
QString lateDays(const QString &detail);

} // namespace Matchbook
