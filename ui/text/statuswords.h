// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"
#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

#include <QString>

namespace Matchbook {

QString statusText(ConversionStatus status); ///< translated: `Approved`
Tone statusTone(ConversionStatus status);
QString outcomeText(PostbackOutcome outcome); ///< translated: `Not understood`
Tone outcomeTone(PostbackOutcome outcome);
/// Why, in a few translated words: `click ID cut short`; \a detail is quoted where it tells something. Empty for None.
QString causeText(PostbackCause cause, const QString &detail = {});
QString matchText(MatchKind match); ///< translated: `exact`, `repaired encoding`; empty for None

} // namespace Matchbook
