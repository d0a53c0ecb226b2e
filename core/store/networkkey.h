// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Matchbook {

/// The secret part of a postback URL: 80 random bits.
QString newNetworkKey();

} // namespace Matchbook
