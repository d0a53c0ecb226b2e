// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

#include <QString>

namespace Matchbook {

// What diagnosis says otherwise of a notification: its network has fields of its own, and no URL with macros that a person
// could change. Everything is translated.

/// What \a cause means and what to do about it; empty where the sentence for any postback fits as well.
QString nativeSentence(PostbackCause cause, const QString &detail);
/// What had to be repaired to match; empty where nothing had, or the sentence for any postback fits.
QString nativeRepairSentence(MatchKind match, const QString &steps);

} // namespace Matchbook
