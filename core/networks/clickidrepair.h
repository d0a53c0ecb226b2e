// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/clickid.h"
#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

namespace Matchbook {

/// The click ID that a network's text stands for, and what had to be repaired to see it.
struct RepairedClickId {
    std::optional<ClickId> id;
    MatchKind match = MatchKind::None; ///< the step that succeeded, when there is an ID
    PostbackCause cause = PostbackCause::None; ///< why there is none
    /// Every step that was needed, where it was more than one: `decoded case_folded trimmed`.
    QString steps;
    QString detail; ///< the text, or `16` for an ID cut to 16 characters
};

/// Climbs the ladder: exact, percent-decoded up to four times more, case-folded (with Crockford's i, l → 1 and o → 0), trimmed of
/// white space, quotes and what is attached before or behind it. Each step keeps the ones before.
RepairedClickId repairClickId(QByteArrayView text);

/// With what, in lower case, an issued ID would have to begin for \a text to be a piece of it, though the text alone does not tell:
/// at most 9 characters. Empty where it cannot be one.
QByteArray possibleBeginning(QByteArrayView text);

} // namespace Matchbook
