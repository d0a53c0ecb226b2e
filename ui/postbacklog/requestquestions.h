// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereading/rereadingchoice.h"
#include "store/rows.h"
#include "vocabulary/expected.h"

namespace Matchbook {

class Clock;
class Database;

// What the postback log asks of the store, in the reader's thread.

/// One request and every network there is.
struct RequestAndNetworks {
    PostbackRow request;
    QList<AffiliateNetwork> networks;

    const AffiliateNetwork *network() const; ///< the request's; null in quarantine
};

/// Fails with NotFound if it is gone.
Expected<RequestAndNetworks> requestById(Database &database, const Clock &clock, qint64 id);
/// Requests since \a since (Unix ms), without those of tests.
Expected<PostbackCounts> countRequests(Database &database, qint64 since);
/// To read exactly these again. Fails with BadUsage if they are not all of one network.
Expected<RereadingChoice> choiceOfRequests(Database &database, const QList<qint64> &ids);
/// Writes a request as a test case into \a folder. Fails with NotFound and FileTrouble.
Expected<bool> saveRequest(Database &database, PostbackId id, const QString &folder);

/// How many requests choiceOfRequests() is asked about at most.
constexpr int mostReplayed = 5000;

} // namespace Matchbook
