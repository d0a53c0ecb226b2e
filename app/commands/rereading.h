// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"
#include "rereading/rereadingchoice.h"
#include "vocabulary/expected.h"

#include <QJsonObject>

namespace Matchbook {

/// Applies \a choice slice by slice, leaving room for a listener of another process in between.
Expected<RereadingReport> applyRereading(const CommandLine &line, const RereadingChoice &choice);
/// What applying it would do.
Expected<RereadingReport> askRereading(const CommandLine &line, const RereadingChoice &choice);
/// Takes the last application back.
Expected<void> undoRereading(const CommandLine &line);

QJsonObject jsonOf(const RereadingReport &report);
/// The report for people, in a few lines.
QString textOf(const RereadingReport &report);

} // namespace Matchbook
