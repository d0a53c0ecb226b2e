// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QHttpServer;

namespace Matchbook {

struct RouteContext;

/// GET and HEAD /healthz: for a monitor.
void addHealthRoute(QHttpServer &server, RouteContext &context);

} // namespace Matchbook
