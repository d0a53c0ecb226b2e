// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/receivedrequest.h"

namespace Matchbook {

/// The header by which a route finds the real request again.
inline constexpr char guardHeader[] = "X-Guard";

/// Writes to \a head what QHttpServer gets to see of \a request: enough to find the route, in bytes that
/// cannot be misread. A method that no route allows is shown as OPTIONS, a path too long for any route as one
/// without a route.
void writeShownHead(const ReceivedRequest &request, int id, QByteArray &head);

} // namespace Matchbook
