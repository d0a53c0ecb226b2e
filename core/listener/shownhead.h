// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/receivedrequest.h"

namespace Matchbook {

/// The header by which a route finds the real request again. As short as can be: QHttpServer of Qt 6.4 reads byte by byte.
inline constexpr char guardHeader[] = "G";

/// Writes to \a head what QHttpServer gets to see of \a request: enough to find the route, in bytes that
/// cannot be misread. A method that no route allows is shown as OPTIONS, a path too long for any route as one
/// without a route, a plain key by its first letter.
void writeShownHead(const ReceivedRequest &request, int id, QByteArray &head);

} // namespace Matchbook
