// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "batchwriter.h"
#include "checkpointer.h"
#include "heldlocks.h"
#include "spilledclicks.h"
#include "writer.h"

#include <chrono>
#include <optional>

namespace Matchbook {

/// How soon a campaign made by another process is served, and spilled clicks are tried again.
constexpr auto settingsInterval = std::chrono::milliseconds(250);

/// What only the writer's thread touches. Included by its own files only. The order matters: statements die before their connection.
struct Writer::Insides {
    std::unique_ptr<Database> database;
    std::unique_ptr<HeldLocks> locks; ///< released before the database closes
    std::unique_ptr<BatchWriter> batches;
    std::unique_ptr<Checkpointer> checkpointer;
    std::unique_ptr<SpilledClicks> spilled;
    qint64 dataVersion = -1;
    qint64 settingsVersion = -1;
    std::chrono::steady_clock::time_point looked{};
    bool logCopyWanted = false;
    std::optional<Failure> gone; ///< the file is; nothing must be written then
    WriterState state;
};

} // namespace Matchbook
