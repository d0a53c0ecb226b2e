// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

#include <QString>

namespace Matchbook {

/// One sentence for people: why the postback was judged so and, where something is wrong, what to do about it.
/// Translated. \a detail is what was stored beside the cause, \a match how the click was found: a match that needed a repair,
/// or a person, is explained too. Empty for a plain match.
QString explanation(PostbackOutcome outcome, PostbackCause cause, const QString &detail,
                    MatchKind match = MatchKind::None);

/// A few words for a table's Because column: `ID cut to 16 of 20`. Translated. Empty for a plain match.
QString shortReason(PostbackOutcome outcome, PostbackCause cause, const QString &detail);

} // namespace Matchbook
