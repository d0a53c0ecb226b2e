// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/presetcatalogue.h"
#include "secrets/secrets.h"
#include "store/catalogue.h"
#include "store/database.h"
#include "store/rows.h"

namespace Matchbook {

/// Whether what a network sends is signed or encrypted, so that it takes a secret to check it.
enum class SecretNeed {
    None,
    Optional, ///< believed without one as long as none is entered
    Needed, ///< nothing is believed without
};
SecretNeed secretNeed(const NetworkPreset &preset);
inline bool takesSecret(const NetworkPreset &preset)
{
    return secretNeed(preset) != SecretNeed::None;
}
inline bool needsSecret(const NetworkPreset &preset)
{
    return secretNeed(preset) == SecretNeed::Needed;
}
/// Those of \a networks that have \a need or a greater one.
QList<NetworkId> networksWithSecret(SecretNeed need, const QList<AffiliateNetwork> &networks,
                                    const PresetCatalogue &presets);

/// \a networks without NetworkAlarm::Kind::SecretMissing where the secret is among \a secrets by now: the store learns of it by
/// their next notification only.
Expected<QList<NetworkHealth>> withoutSettledAlarms(Expected<QList<NetworkHealth>> networks,
                                                    const Secrets &secrets);

/// Tells every process on this store that a secret was written or removed. Grows the settings version, so each of them reads the
/// secrets again within a second.
Expected<void> noteSecretsChanged(Database &database);

} // namespace Matchbook
