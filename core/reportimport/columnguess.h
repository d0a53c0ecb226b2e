// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "csvparser.h"
#include "reportreading.h"

namespace Matchbook {

/// What the columns of a report may stand for: by the click IDs that \a rows hold, then by names that are usual for \a preset, then for
/// \a generic, then anywhere. A guess, to be shown to a person.
QMap<ColumnMeaning, QString> guessColumns(const QStringList &columns, const QList<ReportLine> &rows,
                                          const NetworkPreset &preset, const NetworkPreset &generic);

} // namespace Matchbook
