// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Matchbook {

/// A key for a URL: \a length lower-case letters and digits from the operating system's generator, five bits each.
QByteArray randomKey(int length);

} // namespace Matchbook
