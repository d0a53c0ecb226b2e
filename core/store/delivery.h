// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "writejob.h"

#include <vector>

namespace Matchbook {

/// Tells everybody what became of their job: one queued call for each home, with everything that concerns it. Takes the
/// functions and the receipts away; from any thread.
void deliver(std::vector<WriteJob> &jobs, std::vector<WriteReceipt> &receipts);

} // namespace Matchbook
