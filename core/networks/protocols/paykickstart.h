// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol.h"

namespace Matchbook {

/// PayKickstart's IPN of a product: a form with an HMAC-SHA1 under the campaign's secret key.
Protocol payKickstart();
/// Its IPN for affiliates. They seldom know the campaign's key, so it is checked only where there is one; the secret part of
/// the URL protects the others.
Protocol payKickstartAffiliate();

} // namespace Matchbook
