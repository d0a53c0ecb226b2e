// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereadingchoice.h"
#include "vocabulary/expected.h"

namespace Matchbook {

class Database;

/// Fails with NotFound or BadUsage and a sentence if \a decision makes no sense in this store. Reads only.
Expected<void> checkDecision(Database &database, const PersonsDecision &decision);
/// Writes a decision down, as part of a slice of an application. In the caller's transaction.
Expected<void> carryOut(Database &database, const PersonsDecision &decision, qint64 slice);

/// The choice that reads one postback again, by itself or after a decision about it. NotFound if there is no such postback.
Expected<RereadingChoice> choiceOf(Database &database, PostbackId postback,
                                   const std::optional<PersonsDecision> &decision = {});

} // namespace Matchbook
