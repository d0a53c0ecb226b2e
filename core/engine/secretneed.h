// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/presetcatalogue.h"
#include "store/catalogue.h"
#include "store/database.h"

namespace Matchbook {

/// True if what a network with \a preset sends is signed or encrypted, so that it takes a secret to believe it.
bool needsSecret(const NetworkPreset &preset);
/// Those of \a networks that need one.
QList<NetworkId> networksWithSecret(const QList<AffiliateNetwork> &networks, const PresetCatalogue &presets);

/// Tells every process on this store that a secret was written or removed. Grows the settings version, so each of them reads the
/// secrets again within a second.
Expected<void> noteSecretsChanged(Database &database);

} // namespace Matchbook
