// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol.h"

namespace Matchbook {

/// WarriorPlus: the IPN to vendors and the webhook to affiliates, which is the same form without the buyer. Its security key is
/// sent along as it is; where none is set, the secret part of the URL is all there is.
Protocol warriorPlus();

} // namespace Matchbook
