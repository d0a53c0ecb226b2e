// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretstore.h"

#include "secretnote.h"

#include <QCoreApplication>
#include <QLockFile>

#include <algorithm>

namespace Matchbook {

namespace {

/// Who holds it may be waiting for the keychain.
constexpr int lockPatienceMs = 10'000;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::Secrets)
};

/// Held while a file is read and written again, against another process that does the same.
class FolderLock
{
public:
    explicit FolderLock(const QString &folder) : m_lock(folder + QStringLiteral("/secrets.lock"))
    {
        m_isHeld = m_lock.tryLock(lockPatienceMs);
    }
    Expected<void> held() const
    {
        if (m_isHeld)
            return {};
        return unexpected(Failure::Kind::FileTrouble,
                          QStringLiteral("another process holds ") + m_lock.fileName());
    }

private:
    QLockFile m_lock;
    bool m_isHeld = false;
};

QString entryOf(NetworkId network)
{
    return QStringLiteral("network %1").arg(network.value);
}

Unexpected noUse(KeychainTrouble trouble)
{
    return unexpected(Failure::Kind::NotFound, keychainSentence(trouble));
}

} // namespace

SecretStore::SecretStore(const QString &dataFolder, std::shared_ptr<Keychain> keychain, GivenSecrets given)
    : m_folder(dataFolder), m_keychain(std::move(keychain)), m_given(std::move(given))
{ }

QString SecretStore::file() const
{
    return m_folder + QStringLiteral("/secrets.json");
}

QString SecretStore::noteFile() const
{
    return m_folder + QStringLiteral("/secret-places.json");
}

Expected<SecretsByNetwork> SecretStore::kept() const
{
    auto secrets = readSecretFile(file());
    if (!secrets && secrets.error().kind == Failure::Kind::NotFound)
        return SecretsByNetwork();
    return secrets;
}

SecretsReading SecretStore::read(const QList<NetworkId> &networks)
{
    SecretsReading reading;
    QHash<NetworkId, KeptSecret> found;
    QList<NetworkId> wanted;
    const auto inFile = kept();
    if (!inFile)
        reading.troubles << inFile.error().detail;
    const SecretsByNetwork fileSecrets = inFile ? *inFile : SecretsByNetwork();
    const std::pair<const SecretsByNetwork &, SecretPlace> places[]
            = {{m_given.environment, SecretPlace::Environment},
               {m_given.file, SecretPlace::GivenFile},
               {m_memory, SecretPlace::Memory},
               {fileSecrets, SecretPlace::DataFile}};
    for (const NetworkId network : networks) {
        const auto place = std::find_if(std::begin(places), std::end(places),
                                        [network](const auto &one) { return one.first.contains(network); });
        if (place != std::end(places))
            found.insert(network, {place->first.value(network), place->second});
        else
            wanted << network;
    }
    const SecretNote note = SecretNote::load(noteFile());
    readKeychain(note, wanted, reading, found);
    for (const NetworkId network : std::as_const(wanted)) {
        if (note.askedAtStart.contains(network) && !found.contains(network))
            reading.toBeAsked.insert(network);
    }
    reading.secrets = Secrets(std::move(found));
    return reading;
}

void SecretStore::readKeychain(const SecretNote &note, const QList<NetworkId> &networks,
                               SecretsReading &reading, QHash<NetworkId, KeptSecret> &found)
{
    bool isUseful = true;
    for (const NetworkId network : networks) {
        if (!note.inKeychain.contains(network))
            continue;
        if (!isUseful) {
            reading.outOfReach.insert(network);
            continue;
        }
        const Keychain::Answer answer = m_keychain->read(note.service, entryOf(network));
        if (answer.secret) {
            found.insert(network, {*answer.secret, SecretPlace::Keychain});
        } else if (answer.trouble) {
            isUseful = false;
            reading.outOfReach.insert(network);
            reading.troubles << keychainSentence(*answer.trouble);
        }
    }
}

std::optional<SecretPlace> SecretStore::placeOf(NetworkId network) const
{
    if (m_given.environment.contains(network))
        return SecretPlace::Environment;
    if (m_given.file.contains(network))
        return SecretPlace::GivenFile;
    if (m_memory.contains(network))
        return SecretPlace::Memory;
    if (const auto inFile = kept(); inFile && inFile->contains(network))
        return SecretPlace::DataFile;
    if (SecretNote::load(noteFile()).inKeychain.contains(network))
        return SecretPlace::Keychain;
    return std::nullopt;
}

Expected<void> SecretStore::canWrite(SecretPlace place)
{
    if (place == SecretPlace::Keychain) {
        const QString service = SecretNote::newService();
        const QString entry = QStringLiteral("trial");
        if (const auto trouble = m_keychain->write(service, entry, QByteArrayLiteral("trial")))
            return noUse(*trouble);
        if (const auto trouble = m_keychain->remove(service, entry))
            return noUse(*trouble);
        return {};
    }
    const auto inFile = kept();
    return inFile ? Expected<void>() : unexpected(inFile.error());
}

Expected<void> SecretStore::write(NetworkId network, const QByteArray &secret, SecretPlace place)
{
    const FolderLock lock(m_folder);
    if (auto held = lock.held(); !held)
        return held;
    if (place == SecretPlace::Keychain) {
        if (auto put = putIntoKeychain(network, secret); !put)
            return put;
    } else {
        if (auto put = putIntoFile(network, place == SecretPlace::DataFile ? secret : QByteArray()); !put)
            return put;
        // An older one that cannot be taken out of the keychain now is not looked for while there is this one.
        (void)takeFromKeychain(network);
    }
    m_memory.remove(network);
    if (place == SecretPlace::Memory)
        m_memory.insert(network, secret);
    return noteAsking(network, place == SecretPlace::Memory);
}

Expected<void> SecretStore::putIntoKeychain(NetworkId network, const QByteArray &secret)
{
    SecretNote note = SecretNote::load(noteFile());
    if (note.service.isEmpty())
        note.service = SecretNote::newService();
    if (const auto trouble = m_keychain->write(note.service, entryOf(network), secret))
        return noUse(*trouble);
    note.inKeychain.insert(network);
    if (auto noted = note.save(noteFile()); !noted)
        return noted;
    // What the file has counts first, because it is only there if it is newer.
    return putIntoFile(network, {});
}

Expected<void> SecretStore::putIntoFile(NetworkId network, const QByteArray &secret)
{
    auto secrets = kept();
    if (!secrets)
        return unexpected(secrets.error());
    if (secret.isEmpty() && !secrets->contains(network))
        return {};
    if (secret.isEmpty())
        secrets->remove(network);
    else
        secrets->insert(network, secret);
    return writeSecretFile(file(), *secrets);
}

Expected<void> SecretStore::takeFromKeychain(NetworkId network)
{
    SecretNote note = SecretNote::load(noteFile());
    if (!note.inKeychain.contains(network))
        return {};
    if (const auto trouble = m_keychain->remove(note.service, entryOf(network)))
        return noUse(*trouble);
    note.inKeychain.remove(network);
    return note.save(noteFile());
}

Expected<void> SecretStore::noteAsking(NetworkId network, bool asks)
{
    SecretNote note = SecretNote::load(noteFile());
    if (note.askedAtStart.contains(network) == asks)
        return {};
    if (asks)
        note.askedAtStart.insert(network);
    else
        note.askedAtStart.remove(network);
    return note.save(noteFile());
}

Expected<void> SecretStore::remove(NetworkId network)
{
    const FolderLock lock(m_folder);
    if (auto held = lock.held(); !held)
        return held;
    m_memory.remove(network);
    if (auto removed = putIntoFile(network, {}); !removed)
        return removed;
    if (auto removed = takeFromKeychain(network); !removed)
        return removed;
    if (auto noted = noteAsking(network, false); !noted)
        return noted;
    if (m_given.environment.contains(network))
        return unexpected(Failure::Kind::NotFound,
                          Texts::tr("It still stands in the environment variable MATCHBOOK_SECRET_%1.")
                                  .arg(network.value));
    if (m_given.file.contains(network))
        return unexpected(Failure::Kind::NotFound,
                          Texts::tr("It still stands in the file that was given with --secrets-file."));
    return {};
}

} // namespace Matchbook
