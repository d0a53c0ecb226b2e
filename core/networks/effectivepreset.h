// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetcatalogue.h"

namespace Matchbook {

/// The preset of \a network with the network's own mapping over it: what readPostback() reads by and what postbackUrls() makes
/// the network's URLs from. Made once for each change of the settings, not for each postback.
NetworkPreset effectivePreset(const AffiliateNetwork &network, const PresetCatalogue &presets);

/// \a preset with what the person has put in place of its URLs' parameters; constants still stand in them as `<name>`.
NetworkPreset withOwnQueries(NetworkPreset preset, const OwnPostbackUrl &own);

} // namespace Matchbook
