// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QStringList>

namespace Matchbook {

class Database;

/// What a look through the whole store found.
struct StoreCheck {
    qint64 clicks = 0;
    qint64 postbacks = 0;
    qint64 conversions = 0;
    qint64 lostClicks = 0; ///< that neither the store nor the spill file had room for
    qint64 refusedRequests = 0; ///< of networks, that were not taken in whole; the newest 500 are kept
    QStringList problems; ///< English sentences; empty: all is well

    bool isContent() const { return problems.isEmpty(); }
};

/// Verifies SQLite's own structures, that every roll-up equals the rows it sums, and that matched postbacks and conversions have
/// each other. Reads everything: minutes for tens of millions of rows.
Expected<StoreCheck> checkStore(Database &database);

} // namespace Matchbook
