// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretneed.h"

#include "networks/effectivepreset.h"
#include "store/statement.h"

namespace Matchbook {

SecretNeed secretNeed(const NetworkPreset &preset)
{
    const SecretFacts &secret = preset.postback.secret;
    if (secret.label.isEmpty())
        return SecretNeed::None;
    return secret.optional ? SecretNeed::Optional : SecretNeed::Needed;
}

QList<NetworkId> networksWithSecret(SecretNeed need, const QList<AffiliateNetwork> &networks,
                                    const PresetCatalogue &presets)
{
    QList<NetworkId> found;
    for (const AffiliateNetwork &network : networks) {
        if (secretNeed(effectivePreset(network, presets)) >= need)
            found << network.id;
    }
    return found;
}

Expected<QList<NetworkHealth>> withoutSettledAlarms(Expected<QList<NetworkHealth>> networks,
                                                    const Secrets &secrets)
{
    if (!networks)
        return networks;
    for (NetworkHealth &health : *networks) {
        if (secrets.placeOf(health.network.id))
            health.alarms.removeIf([](const NetworkAlarm &alarm) {
                return alarm.kind == NetworkAlarm::Kind::SecretMissing;
            });
    }
    return networks;
}

Expected<void> noteSecretsChanged(Database &database)
{
    return Statement(database, "settings_version_bump").run();
}

} // namespace Matchbook
