// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "postbackjudge.h"
#include "vocabulary/click.h"
#include "vocabulary/postback.h"

#include <QObject>

#include <functional>
#include <variant>

namespace Matchbook {

/// What became of one job.
struct WriteReceipt {
    enum class Result {
        Stored, ///< durable
        Spilled, ///< a click, durable in the spill file; the store takes it later
        Failed, ///< not stored
    };
    Result result = Result::Failed;
    JudgedPostback postback; ///< of a stored postback
};

/// One thing to write, and whom to tell.
struct WriteJob {
    std::variant<NewClick, RawPostback> work;
    std::function<void(const WriteReceipt &)> done; ///< called in \a home's thread
    QObject *home = nullptr; ///< must outlive the writer's stop()
    std::shared_ptr<const ReadAhead> ahead = {}; ///< of a postback; the writer adds it
};

} // namespace Matchbook
