// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol.h"

namespace Matchbook {

/// ClickBank's Instant Notification Service: encrypted JSON from version 6 on, a signed form before.
Protocol clickBankIns();

} // namespace Matchbook
