// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Matchbook {

/// What clickLoad() sends, and for how long.
struct LoadPlan {
    quint16 port = 0;
    QByteArray clickPath; ///< /c/KEY
    QByteArray postbackPath; ///< /postback/KEY
    int clicksPerSecond = 0;
    int seconds = 0;
};

/// What came of it.
struct LoadResult {
    qint64 clicks = 0; ///< answered
    qint64 postbacks = 0;
    qint64 refused = 0; ///< answered, but not with a redirect or 200
    double seconds = 0;
};

/// Sends clicks to 127.0.0.1 at a steady rate over a few connections, and for every 200th a postback with its click ID.
/// Waits until it is done.
LoadResult clickLoad(const LoadPlan &plan);

} // namespace Matchbook
