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
/// Works in pieces of some hundred thousand postbacks: where two of one new sale lie farther apart, it is counted twice here,
/// and once when it is applied. Cancelled by \a progress: Failure::Kind::Cancelled.
Expected<RereadingReport> previewRereading(Database &database,
                                           const std::shared_ptr<const PresetCatalogue> &presets,
                                           const RereadingChoice &choice,
                                           const RereadingProgress &progress = {});

} // namespace Matchbook
