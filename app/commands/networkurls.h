// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/postbackurls.h"

#include <QJsonArray>

namespace Matchbook {

/// As `status_urls` in JSON: `{"url","status"}` for each.
QJsonArray statusUrlsJson(const QList<ReadyPostbackUrl> &urls);

/// The same for people, with what they are for; nothing if there are none.
void printStatusUrls(const QJsonArray &statusUrls);

} // namespace Matchbook
