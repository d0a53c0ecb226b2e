// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetcatalogue.h"

namespace Matchbook {

/// The preset of \a network with the network's own mapping over it: what readPostback() reads by. Made once for each change of
/// the settings, not for each postback.
NetworkPreset effectivePreset(const AffiliateNetwork &network, const PresetCatalogue &presets);

} // namespace Matchbook
