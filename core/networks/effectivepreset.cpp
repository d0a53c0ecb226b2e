// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "effectivepreset.h"

namespace Matchbook {

NetworkPreset effectivePreset(const AffiliateNetwork &network, const PresetCatalogue &presets)
{
    NetworkPreset preset = presets.findOrGeneric(network.preset);
    const NetworkMapping &own = network.mapping;
    // In place of the preset's names, not before them: where `commission` is missing, `amount` is still not the payout.
    for (auto it = own.fields.cbegin(); it != own.fields.cend(); ++it)
        fieldsOf(preset, it.key()) = *it;
    for (auto it = own.statusWords.cbegin(); it != own.statusWords.cend(); ++it)
        preset.statusWords.insert(it.key(), *it);
    if (!own.defaultEvent.isEmpty())
        preset.defaultEvent = own.defaultEvent;
    return preset;
}

} // namespace Matchbook
