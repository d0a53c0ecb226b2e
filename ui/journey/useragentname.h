// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Matchbook {

/// The short name of a browser's user agent: `iPhone, Safari 17`, `Windows, Firefox 128`, `Android, Chrome 126`,
/// `curl 7.88`. Empty for an empty text; what is not known is cut to its first word.
QString userAgentName(const QString &userAgent);

} // namespace Matchbook
