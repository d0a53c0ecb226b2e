// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol.h"

namespace Matchbook {

/// ThriveCart's account webhook: a form or JSON with the account's secret word in it, and all prices in hundredths.
Protocol thriveCart();

} // namespace Matchbook
