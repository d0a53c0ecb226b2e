// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keychain.h"
#include "secretfile.h"
#include "secrets.h"
#include "vocabulary/expected.h"

#include <QSet>
#include <QStringList>

#include <memory>

namespace Matchbook {

struct SecretNote;

/// What was handed to this process from outside. Never stored.
struct GivenSecrets {
    SecretsByNetwork environment;
    SecretsByNetwork file; ///< named with --secrets-file
};

/// What was found when all places were asked.
struct SecretsReading {
    Secrets secrets;
    QSet<NetworkId> outOfReach; ///< have one in a place that cannot be read at the moment
    QSet<NetworkId>
            toBeAsked; ///< have none in this run yet, because the person wants to enter it at each start
    QStringList troubles; ///< why something is out of reach, in sentences for people

    friend bool operator==(const SecretsReading &, const SecretsReading &) = default;
};

/// The places where the secrets of one data folder live (docs/adr/0014). Waits for the keychain, so it is not for the thread of a
/// window. One thread at a time; several processes may use one folder.
class SecretStore
{
public:
    SecretStore(const QString &dataFolder, std::shared_ptr<Keychain> keychain, GivenSecrets given = {});

    /// The secrets of \a networks. The keychain is asked for those only that are noted to be there, and no more once it has failed.
    SecretsReading read(const QList<NetworkId> &networks);
    /// Where the secret of \a network is, without asking the keychain whether it still is; nothing if nowhere.
    std::optional<SecretPlace> placeOf(NetworkId network) const;

    /// Whether a secret could be put into \a place, Keychain or DataFile: for before something is done that goes with it. Writes
    /// something that is no secret into the keychain and takes it out again. Fails as write().
    Expected<void> canWrite(SecretPlace place);
    /// Puts \a secret of \a network into \a place and takes it out of the others that are ours to write: Keychain, DataFile or
    /// Memory. DataFile only if the person has agreed to it. Fails with NotFound and a sentence if the keychain is of no
    /// use, BadUsage if the file is not to be trusted, FileTrouble; then it is where it was.
    Expected<void> write(NetworkId network, const QByteArray &secret, SecretPlace place);
    /// Takes it out of every place that is ours to write. Fails as write(), and with NotFound and a sentence if it still
    /// stands in the environment or the given file.
    Expected<void> remove(NetworkId network);

    QString file() const; ///< the one for DataFile

private:
    QString noteFile() const;
    Expected<SecretsByNetwork> kept() const;
    Expected<void> putIntoKeychain(NetworkId network, const QByteArray &secret);
    Expected<void> takeFromKeychain(NetworkId network);
    Expected<void> putIntoFile(NetworkId network, const QByteArray &secret);
    Expected<void> noteAsking(NetworkId network, bool asks);
    void readKeychain(const SecretNote &note, const QList<NetworkId> &networks, SecretsReading &reading,
                      QHash<NetworkId, KeptSecret> &found);

    QString m_folder;
    std::shared_ptr<Keychain> m_keychain;
    GivenSecrets m_given;
    SecretsByNetwork m_memory;
};

} // namespace Matchbook
