// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol.h"

namespace Matchbook {

/// Acorn Ads' postback, a query with `hash`: MD5 over user, offer, transaction and the placement's ID, which is the secret.
/// Checked only where the ID is known: the hash does not cover the amount, so the secret part of the URL protects more.
Protocol acornPostback();
/// CPAlead's postback, a query with the account's password in it. Checked only where the password is known.
Protocol cpaleadPostback();

} // namespace Matchbook
