// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chainstep.h"
#include "clickidtrace.h"
#include "hop.h"
#include "networks/networkpreset.h"

namespace Matchbook {

/// Judges a link's way for the step "click ID survives every redirect". \a hops is not empty. Pure.
ChainStep redirectVerdict(const QList<Hop> &hops, const IdTrace &trace, const NetworkPreset &preset,
                          const AffiliateNetwork &network);

} // namespace Matchbook
