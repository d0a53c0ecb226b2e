// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/click.h"
#include "vocabulary/receivedrequest.h"

namespace Matchbook {

/// Who arrives: a HEAD request or a browser's prefetch is a Probe, a crawler or link preview that says so is a Bot,
/// everybody else a Visitor. A plain tool such as curl is a Visitor: people test their links with it.
ClickKind clickKindOf(const ReceivedRequest &request);

} // namespace Matchbook
