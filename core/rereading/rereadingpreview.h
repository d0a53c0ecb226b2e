// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereadingchoice.h"
#include "vocabulary/expected.h"

#include <memory>

namespace Matchbook {

class Database;
class PresetCatalogue;

/// The postbacks that \a choice means, in the order of arrival.
Expected<QList<qint64>> chosenPostbacks(Database &database, const RereadingChoice &choice);

/// What reading again would do. Writes nothing, so \a database may be read-only; a decision in \a choice is not looked at.
/// Works in pieces of \a pieceSize postbacks, to hold no more of them in memory at a time; the report is the same for any.
/// Cancelled by \a progress: Failure::Kind::Cancelled.
Expected<RereadingReport> previewRereading(Database &database,
                                           const std::shared_ptr<const PresetCatalogue> &presets,
                                           const RereadingChoice &choice,
                                           const RereadingProgress &progress = {},
                                           qsizetype pieceSize = 200'000);

} // namespace Matchbook
