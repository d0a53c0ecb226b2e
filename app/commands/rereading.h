// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "rereading/rereadingchoice.h"
#include "vocabulary/expected.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Matchbook {

/// Applies \a choice slice by slice, leaving room for a listener of another process in between.
Expected<RereadingReport> applyRereading(const CommandLine &line, const RereadingChoice &choice);
/// What applying it would do.
Expected<RereadingReport> askRereading(const CommandLine &line, const RereadingChoice &choice);
/// Takes the last application back.
Expected<void> undoRereading(const CommandLine &line);

/// Totals as rows with currency, status, conversions and payout.
QJsonArray totalsJson(const StatusTotals &totals);
/// The same for people, a line each below \a title.
QString totalsText(const QString &title, const StatusTotals &totals);
QJsonObject jsonOf(const RereadingReport &report);
/// The report for people, in a few lines.
QString textOf(const RereadingReport &report);

} // namespace Matchbook
