// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "protocol.h"

namespace Matchbook {

/// JVZoo's notifications to vendors, JVZIPN 1 and 2: forms with the signature `cverify`. Version 2 signs neither the amount nor
/// the transaction ID, so whoever knows one genuine message can make others of it.
Protocol jvzIpn1();
Protocol jvzIpn2();

} // namespace Matchbook
