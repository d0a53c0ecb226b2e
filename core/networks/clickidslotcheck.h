// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkpreset.h"

namespace Matchbook {

/// Whether a sub ID parameter can carry a click ID of ours.
struct SlotCheck {
    enum class Verdict {
        Fits, ///< within documented limits
        NoLimitKnown, ///< nothing is documented against it
        TooShort,
        WrongCharacters,
        NoParameter, ///< there is nowhere to put it
    };
    Verdict verdict = Verdict::NoLimitKnown;
    QString sentence; ///< for people, translated; with the limit and what to use instead

    bool carries() const { return verdict == Verdict::Fits || verdict == Verdict::NoLimitKnown; }
};

/// Looks whether \a parameter (empty: the preset's own) of the network's offer links carries our click IDs: 20 characters
/// of digits and lower-case letters.
SlotCheck checkClickIdSlot(const NetworkPreset &preset, const QString &parameter = {});

} // namespace Matchbook
