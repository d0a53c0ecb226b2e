// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matchpostback.h"

namespace Matchbook {

/// From when to when this store has recorded clicks.
struct ClickHistory {
    qint64 firstClick = 0; ///< time of the oldest click that is stored, Unix ms; 0: there is none
    qint64 purgedUntil = 0; ///< clicks before this time were purged, Unix ms; 0: none ever were
};

/// What is said of a click ID that is in order and not stored, and follows the ID in the detail of UnknownClick.
inline constexpr QLatin1StringView beforeFirstClick{"before_first_click"};
inline constexpr QLatin1StringView inTheFuture{"in_the_future"};

/// Makes the cause of \a decision more exact where it is UnknownClick: by the time inside \a id its click was purged, or was
/// never issued here. \a arrivedAt is when the postback arrived, Unix ms.
void explainAbsence(MatchDecision &decision, const ClickId &id, qint64 arrivedAt,
                    const ClickHistory &history);

} // namespace Matchbook
