// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requestframing.h"

#include <QtGlobal>

namespace Matchbook {

/// What one listener lets strangers use. Times in ms. All deadlines are absolute: a byte now and then extends
/// none.
struct GuardLimits {
    int connections = 1000;
    int connectionsPerAddress
            = 64; ///< per IPv4 address or IPv6 /64; trusted proxies and this computer are exempt
    FramingLimits framing;
    qsizetype readAhead = 64 * 1024; ///< pipelined bytes kept while an answer is pending; then reading pauses
    int headerTime = 5000; ///< from a request's first byte to the end of its head
    int bodyTime = 10000;
    int idleTime = 15000; ///< between requests, and before the first
    int responseTime = 10000; ///< then 503 is sent and the connection closed
    int writeTime = 10000; ///< for the client to take an answer
    int lingerTime = 2000; ///< reading on after a refusal, so that the client gets to see it
    int evictionAge = 1000; ///< a connection younger than this is never dropped to make room
    int sweepInterval = 200; ///< how often the deadlines are looked at
};

/// Counted since the listener was made.
struct GuardStatistics {
    quint64 accepted = 0;
    quint64 requests = 0; ///< whole ones, handed on
    quint64 refusedFull = 0; ///< connections reset because of the total cap
    quint64 refusedAddress = 0; ///< connections reset because of the cap per address
    quint64 evicted = 0;
    quint64 malformed = 0; ///< 400, 411, 417, 501, 505
    quint64 tooLarge = 0; ///< 413, 414, 431
    quint64 timedOut = 0; ///< a client too slow to send or to take its answer
    quint64 unanswered = 0; ///< 503 after the response deadline
    quint64 acceptErrors = 0; ///< out of descriptors and the like
    int connections = 0; ///< now
};

} // namespace Matchbook
