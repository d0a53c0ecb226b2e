// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "newnetwork.h"

namespace Matchbook {

Expected<AffiliateNetwork> newNetwork(const NetworkPreset &preset)
{
    if (preset.kind == PresetKind::Closed)
        return unexpected(Failure::Kind::BadUsage, preset.advice);
    AffiliateNetwork network;
    network.preset = preset.id;
    network.name = preset.name;
    network.repeatPolicy = preset.repeatPolicy;
    network.decimalMark = preset.decimalMark;
    network.defaultCurrency = preset.defaultCurrency;
    network.defaultStatus = preset.defaultStatus;
    network.reportZone = preset.reportZone;
    return network;
}

} // namespace Matchbook
