// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol.h"

namespace Matchbook {

/// Awin's Transaction Notifications: JSON in the field AwinTransactionPush, in the body, or the same as a query. Not signed.
Protocol awinTransactions();

} // namespace Matchbook
