// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"
#include "vocabulary/identifiers.h"

namespace Matchbook {

class Database;

/// What a purge of tests has removed.
struct PurgedTests {
    int clicks = 0;
    int conversions = 0;
    int postbacks = 0;

    int total() const { return clicks + conversions + postbacks; }
};

/// Removes the clicks that tests of \a network made, their conversions with history, and every postback of such a click;
/// of all networks if it is invalid. Undoing a re-reading does not bring them back either. No sum changes, since none of it was ever counted. In a transaction of its own, on the
/// given connection and in its thread.
Expected<PurgedTests> purgeTests(Database &database, NetworkId network);

} // namespace Matchbook
