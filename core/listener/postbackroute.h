// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QHttpServer;

namespace Matchbook {

struct RouteContext;

/// GET, POST and HEAD /postback/KEY, and /postback for a network that lost its key.
void addPostbackRoutes(QHttpServer &server, RouteContext &context);

} // namespace Matchbook
