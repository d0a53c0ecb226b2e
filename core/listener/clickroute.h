// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QHttpServer;

namespace Matchbook {

struct RouteContext;

/// GET and HEAD /c/KEY: an arrival at a tracking link. Everything that \a context refers to must outlive \a
/// server.
void addClickRoute(QHttpServer &server, RouteContext &context);

} // namespace Matchbook
