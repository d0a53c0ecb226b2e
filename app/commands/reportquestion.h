// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "reports/reportquery.h"

namespace Matchbook {

/// The days of --from and --to, or of --period, in the zone of zoneOf(). BadUsage.
Expected<DateRange> daysOf(const CommandLine &line);
/// What --by, the days, --basis and --currency ask for. BadUsage.
Expected<ReportQuestion> reportQuestionOf(const CommandLine &line);

} // namespace Matchbook
