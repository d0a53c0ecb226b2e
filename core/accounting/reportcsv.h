// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/reporttree.h"

namespace Matchbook {

/// Writes a nested report as CSV (see csvLine()): one line for each row of every level and one for the total, with a column for each
/// dimension, the level, and in every line the days, the zone, the currency, the date basis and what was filtered. Amounts are plain decimals, ratios
/// have six decimals and are empty where they mean nothing. What is left out for want of a rate follows in lines of its own.
/// Fails with FileTrouble.
Expected<void> exportReport(const ReportTree &tree, const QString &file);

} // namespace Matchbook
