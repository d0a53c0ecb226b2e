// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chainstep.h"
#include "store/rows.h"

#include <optional>

namespace Matchbook {

/// What \a row says of the step Postback that no plain postback can say: a signature that is right or wrong, a secret that is
/// missing, the network's own test of the URL. Nothing if it is like any other.
std::optional<ChainStep> notificationStep(const PostbackRow &row);
/// The four steps after that for a row of which notificationStep() has said something. The network's own test names no sale, so
/// they wait for the first one.
QList<ChainStep> stepsAfterNotification(const PostbackRow &row);
/// The step Postback of a simulated one that the listener did not believe.
ChainStep unprovedSimulationStep();
/// The step Postback where none can be simulated, because only the network can sign it.
ChainStep onlyTheNetworkSignsStep();

} // namespace Matchbook
