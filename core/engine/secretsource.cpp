// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretsource.h"

#include "datafolder.h"
#include "engine.h"
#include "secretneed.h"
#include "secrets/oskeychain.h"

#include <QLoggingCategory>

#include <chrono>

Q_LOGGING_CATEGORY(secretsLog, "matchbook.secrets")

namespace Matchbook {

namespace {

constexpr int againMs = 60'000;

} // namespace

struct SecretSource::Desk : QObject {
    Desk(SecretStore theStore, const Engine &engine)
        : store(std::move(theStore)), database(DataFolder{engine.dataFolder()}.databaseFile()),
          clock(engine.clock())
    { }

    SecretStore store;
    const QString database;
    const Clock &clock;
    qint64 settingsVersion = -1; ///< for which the secrets were read last
};

SecretSource::SecretSource(Engine &engine, SecretStore store)
    : QObject(&engine), m_engine(engine), m_file(store.file()),
      m_desk(std::make_unique<Desk>(std::move(store), engine)), m_presets(engine.presets())
{
    m_thread.setObjectName(QStringLiteral("secrets"));
    m_desk->moveToThread(&m_thread);
    m_thread.start();
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &SecretSource::reload);
    connect(&engine.reader(), &Reader::storeChanged, this,
            [this] { QMetaObject::invokeMethod(m_desk.get(), [this] { readNow(false); }); });
    connect(&engine, &Engine::presetsChanged, this, [this] {
        {
            const std::lock_guard held(m_mutex);
            m_presets = m_engine.presets();
        }
        reload();
    });
    reload();
}

SecretSource::~SecretSource()
{
    m_thread.quit();
    m_thread.wait();
}

SecretSource &SecretSource::of(Engine &engine)
{
    if (auto *made = engine.findChild<SecretSource *>(QString(), Qt::FindDirectChildrenOnly))
        return *made;
    return *new SecretSource(engine, SecretStore(engine.dataFolder(), osKeychain()));
}

std::shared_ptr<const Secrets> SecretSource::secrets() const
{
    const std::lock_guard held(m_mutex);
    return m_read.secrets;
}

void SecretSource::reload()
{
    QMetaObject::invokeMethod(m_desk.get(), [this] { readNow(true); });
}

bool SecretSource::waitUntilRead(int milliseconds)
{
    {
        std::unique_lock held(m_mutex);
        if (!m_wasRead.wait_for(held, std::chrono::milliseconds(milliseconds),
                                [this] { return m_read.isThere; }))
            return false;
    }
    m_engine.useSecrets(secrets());
    return true;
}

SecretStanding SecretSource::standing(NetworkId network) const
{
    const std::lock_guard held(m_mutex);
    if (m_read.reading.outOfReach.contains(network))
        return {SecretPlace::Keychain, true};
    return {m_read.secrets->placeOf(network), false};
}

QList<NetworkId> SecretSource::missing() const
{
    const std::lock_guard held(m_mutex);
    QList<NetworkId> without;
    for (const NetworkId network : m_read.needed) {
        if (!m_read.secrets->placeOf(network) && !m_read.reading.outOfReach.contains(network))
            without << network;
    }
    return without;
}

QList<NetworkId> SecretSource::toBeAsked() const
{
    const std::lock_guard held(m_mutex);
    return m_read.reading.toBeAsked.values();
}

QStringList SecretSource::troubles() const
{
    const std::lock_guard held(m_mutex);
    return m_read.reading.troubles;
}

void SecretSource::write(NetworkId network, const QByteArray &secret, SecretPlace place, QObject *asker,
                         std::function<void(Expected<void>)> answer)
{
    change([network, secret, place](SecretStore &store) { return store.write(network, secret, place); },
           asker, std::move(answer));
}

void SecretSource::remove(NetworkId network, QObject *asker, std::function<void(Expected<void>)> answer)
{
    change([network](SecretStore &store) { return store.remove(network); }, asker, std::move(answer));
}

void SecretSource::change(std::function<Expected<void>(SecretStore &)> how, QObject *asker,
                          std::function<void(Expected<void>)> answer)
{
    const QPointer<QObject> alive(asker);
    QMetaObject::invokeMethod(m_desk.get(), [this, alive, how = std::move(how), answer = std::move(answer)] {
        const auto result = how(m_desk->store);
        if (const auto database = Database::open(m_desk->database, Database::Access::ReadWrite)) {
            if (const auto noted = noteSecretsChanged(**database); !noted)
                qCWarning(secretsLog)
                        << "other processes are not told of a new secret:" << noted.error().detail;
        }
        readNow(true);
        QMetaObject::invokeMethod(this, [alive, answer, result] {
            if (alive)
                answer(result);
        });
    });
}

void SecretSource::readNow(bool always)
{
    const auto database = Database::open(m_desk->database, Database::Access::ReadOnly);
    if (!database) {
        qCWarning(secretsLog) << "the networks cannot be read:" << database.error().detail;
        return;
    }
    Catalogue catalogue(**database, m_desk->clock);
    const auto version = catalogue.settingsVersion();
    if (!always && version && *version == m_desk->settingsVersion)
        return;
    const auto networks = catalogue.networks();
    if (!version || !networks)
        return;
    m_desk->settingsVersion = *version;
    std::shared_ptr<const PresetCatalogue> presets;
    {
        const std::lock_guard held(m_mutex);
        presets = m_presets;
    }
    publish(m_desk->store.read(networksWithSecret(SecretNeed::Optional, *networks, *presets)),
            networksWithSecret(SecretNeed::Needed, *networks, *presets));
}

void SecretSource::publish(SecretsReading reading, const QList<NetworkId> &needed)
{
    bool isNew = false;
    {
        const std::lock_guard held(m_mutex);
        isNew = !m_read.isThere || m_read.reading != reading || m_read.needed != needed;
        auto secrets = std::make_shared<const Secrets>(reading.secrets);
        m_read = {std::move(secrets), std::move(reading), needed, true};
    }
    m_wasRead.notify_all();
    if (!isNew)
        return;
    QMetaObject::invokeMethod(this, [this] {
        if (troubles().isEmpty())
            m_again.stop();
        else
            m_again.start();
        m_engine.useSecrets(secrets());
        Q_EMIT changed();
    });
}

} // namespace Matchbook
