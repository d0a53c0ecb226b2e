// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol.h"

namespace Matchbook {

/// Digistore24's generic IPN: a form whose values are signed with SHA-512 under the connection's passphrase.
Protocol digistore24Ipn();

} // namespace Matchbook
