// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

struct sqlite3;

namespace Matchbook {

/// Teaches a connection `sum_amounts(x)`: SQLite's own sum() fails as a whole when the sum does not fit into 64 bits, this one
/// stays at the largest number that does. No rows: 0.
Expected<void> addAmountSum(sqlite3 *connection);

} // namespace Matchbook
