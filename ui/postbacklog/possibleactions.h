// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"

namespace Matchbook {

/// What a person can sensibly do about one request.
struct PossibleActions {
    bool replay = false;
    bool attach = false; ///< say which click it belongs to
    bool keep = false; ///< as revenue without a click
    bool mapStatus = false; ///< say what its status word means
    bool readClickId = false; ///< from the parameter that has it
    bool chooseReading = false; ///< say which of an amount's two readings is right
    bool give = false; ///< say which network it is of
    bool openNetwork = false; ///< mend the network's settings

    bool any() const
    {
        return attach || keep || readClickId || mapStatus || chooseReading || give || openNetwork;
    }
    friend bool operator==(const PossibleActions &, const PossibleActions &) = default;
};

PossibleActions possibleActions(const PostbackRow &postback);

} // namespace Matchbook
