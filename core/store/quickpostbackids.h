// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rows.h"
#include "vocabulary/expected.h"

namespace Matchbook {

class Database;

/// True if \a filter asks for a network, outcomes or causes, and perhaps times or no tests, and for nothing else.
bool isQuickFilter(const RowFilter &filter);

/// The postbacks that such a filter leaves, the last arrived first. Only indexes are read, never a row, so that a million rows
/// are filtered in a moment.
Expected<QList<qint64>> quickPostbackIds(Database &database, const RowFilter &filter, int limit);

} // namespace Matchbook
