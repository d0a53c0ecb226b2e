// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/addresslist.h"
#include "vocabulary/receivedrequest.h"

namespace Matchbook {

/// Who sent \a request: \a peer itself, unless \a peer is one of \a trustedProxies and says on whose behalf
/// it asks. X-Forwarded-For is believed first, read from the right past trusted proxies; without it Forwarded
/// (RFC 7239) in the same way, and without both CF-Connecting-IP. Whatever cannot be understood leaves \a
/// peer. Never null for a valid peer.
QHostAddress clientAddress(const QHostAddress &peer, const ReceivedRequest &request,
                           const AddressList &trustedProxies);

} // namespace Matchbook
