// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

namespace Matchbook {

/// Removes the clicks from before \a before (Unix ms, rounded down to a quarter of an hour) in short transactions, so that
/// others can write in between, and remembers until when. Conversions and every sum stay as they are. Returns how many
/// there were. Interrupted, it goes on when it is called again.
Expected<qint64> purgeClicks(Database &database, qint64 before);

} // namespace Matchbook
