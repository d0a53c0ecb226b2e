// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/identifiers.h"

#include <QByteArray>
#include <QHash>
#include <QLatin1StringView>

#include <optional>

namespace Matchbook {

/// Where a secret lives. What was given for this run is looked for first (docs/adr/0014).
enum class SecretPlace {
    Environment, ///< `MATCHBOOK_SECRET_3`; gone with the process
    GivenFile, ///< the file that was named with --secrets-file; never written by us
    Keychain, ///< of the operating system
    DataFile, ///< `secrets.json` in the data folder, for its owner only, with the person's consent
    Memory, ///< of this process; has to be entered again at the next start
};
QLatin1StringView secretPlaceWord(
        SecretPlace place); ///< environment, secrets_file, keychain, data_file, memory

/// One secret, and where it was found.
struct KeptSecret {
    QByteArray bytes;
    SecretPlace place = SecretPlace::Memory;

    friend bool operator==(const KeptSecret &, const KeptSecret &) = default;
};

/// The secrets of all networks at one moment. Immutable, so that any thread may read it. It has no way into a QDebug or a
/// QVariant, so that none gets into a log by mistake.
class Secrets
{
public:
    Secrets() = default;
    explicit Secrets(QHash<NetworkId, KeptSecret> secrets) : m_secrets(std::move(secrets)) { }

    /// Empty if \a network has none at hand.
    QByteArray of(NetworkId network) const { return m_secrets.value(network).bytes; }
    /// All of them, for whoever opens notifications.
    QHash<NetworkId, QByteArray> all() const;
    /// Nothing if \a network has none at hand.
    std::optional<SecretPlace> placeOf(NetworkId network) const
    {
        const auto found = m_secrets.constFind(network);
        return found == m_secrets.cend() ? std::nullopt : std::optional(found->place);
    }

    friend bool operator==(const Secrets &, const Secrets &) = default;

private:
    QHash<NetworkId, KeptSecret> m_secrets;
};

} // namespace Matchbook
