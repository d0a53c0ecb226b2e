// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QHttpServer;

namespace Matchbook {

struct RouteContext;

/// GET and HEAD /pixel/KEY.gif: a postback sent by a page instead of a server.
void addPixelRoute(QHttpServer &server, RouteContext &context);

} // namespace Matchbook
