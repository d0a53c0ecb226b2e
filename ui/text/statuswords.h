// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"
#include "tone.h"
#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

#include <QStringList>

namespace Matchbook {

QString statusText(ConversionStatus status); ///< translated: `Approved`
QStringList statusTexts(); ///< of every status
Tone statusTone(ConversionStatus status);
QString outcomeText(PostbackOutcome outcome); ///< translated: `Not understood`
QStringList outcomeTexts(); ///< of every outcome
Tone outcomeTone(PostbackOutcome outcome);
/// What became of one postback: `Test` or `News`, without a tone, where it is believed and no conversion by its nature.
QString outcomeText(const PostbackRow &postback);
Tone outcomeTone(const PostbackRow &postback);
/// How a network does today: red when none of its requests could be used, amber when some could not, grey when none ever came.
Tone healthTone(const NetworkHealth &health);
QString matchText(MatchKind match); ///< translated: `exact`, `repaired encoding`; empty for None

} // namespace Matchbook
