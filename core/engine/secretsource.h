// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secretstore.h"
#include "vocabulary/affiliatenetwork.h"

#include <QObject>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace Matchbook {

class Engine;
class PresetCatalogue;

/// How the secret of one network is, for people.
struct SecretStanding {
    std::optional<SecretPlace> place; ///< nothing: it has none
    bool isOutOfReach = false; ///< it is there, and cannot be read at the moment

    friend bool operator==(const SecretStanding &, const SecretStanding &) = default;
};

/// The secrets of one engine's networks, for whoever checks notifications. Reads and writes them in a thread of its own, because a
/// keychain may take its time; reads them again when any process has changed something, and once a minute while one is
/// out of reach. A child of its engine. Lives in the main thread; what any thread may call says so.
class SecretSource : public QObject
{
    Q_OBJECT
public:
    /// For a started engine. Begins to read at once.
    SecretSource(Engine &engine, SecretStore store);
    ~SecretSource() override; ///< waits for a keychain that is just being asked

    /// The one that was made for \a engine, else a new one with the keychain of this session and nothing given.
    static SecretSource &of(Engine &engine);

    /// As they were read last; none before that. Any thread.
    std::shared_ptr<const Secrets> secrets() const;
    /// Reads them again and returns at once. Any thread.
    void reload();
    /// Waits until they have been read once, \a milliseconds at most, and gives them to the engine: for before it listens. In
    /// the main thread. False if they have not been read yet.
    bool waitUntilRead(int milliseconds);

    SecretStanding standing(NetworkId network) const;
    QList<NetworkId> toBeAsked() const; ///< those whose secret the person wants to enter at each start
    QList<NetworkId> missing() const; ///< the networks that need a secret and have none
    QStringList troubles() const; ///< why some are out of reach, in sentences
    const QString &file() const { return m_file; } ///< where SecretPlace::DataFile is

    /// SecretStore::write(), and tells every process on this store. Then calls \a answer in the main thread, after changed(), unless
    /// \a asker has died.
    void write(NetworkId network, const QByteArray &secret, SecretPlace place, QObject *asker,
               std::function<void(Expected<void>)> answer);
    /// SecretStore::remove(), likewise.
    void remove(NetworkId network, QObject *asker, std::function<void(Expected<void>)> answer);

Q_SIGNALS:
    /// They are not what they were, or are no longer out of reach. In the main thread.
    void changed();

private:
    /// What the thread works with. Only touched there.
    struct Desk;
    struct Read {
        std::shared_ptr<const Secrets> secrets = std::make_shared<const Secrets>();
        SecretsReading reading;
        QList<NetworkId> needed;
        bool isThere = false;
    };

    void change(std::function<Expected<void>(SecretStore &)> how, QObject *asker,
                std::function<void(Expected<void>)> answer);
    void readNow(bool always);
    void publish(SecretsReading reading, const QList<NetworkId> &needed);

    Engine &m_engine;
    const QString m_file;
    QThread m_thread;
    std::unique_ptr<Desk> m_desk;
    QTimer m_again;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_wasRead;
    Read m_read; ///< under the mutex
    std::shared_ptr<const PresetCatalogue> m_presets; ///< likewise
};

} // namespace Matchbook
