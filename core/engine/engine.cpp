// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine.h"

#include "datafolder.h"
#include "listenerthread.h"
#include "networks/presetcatalogue.h"
#include "networks/trafficsourcepreset.h"
#include "store/dayzone.h"
#include "store/writer.h"
#include "tracking/snapshot.h"
#include "vocabulary/clock.h"
#include "vocabulary/daterange.h"

#include <QFile>
#include <QHostAddress>
#include <QLockFile>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QTimeZone>
#include <QTimer>

#include <atomic>
#include <vector>

Q_LOGGING_CATEGORY(engineLog, "matchbook.engine")

namespace Matchbook {

namespace {

/// How often a window looks whether another process has begun or ceased to listen.
constexpr int elsewhereMs = 1000;

QTimeZone zoneOf(const Preferences &preferences)
{
    return timeZoneFromId(preferences.timeZone).value_or(QTimeZone::systemTimeZone());
}

QString urlOf(const QString &address, quint16 port)
{
    const bool isIpv6 = QHostAddress(address).protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = isIpv6 ? QLatin1Char('[') + address + QLatin1Char(']') : address;
    return QStringLiteral("http://%1:%2").arg(host).arg(port);
}

} // namespace

struct Engine::Parts {
    Parts(const QString &folder, const Clock &theClock)
        : dataFolder{folder}, clock(theClock), preferences(Preferences::load(folder)),
          lock(std::make_unique<QLockFile>(dataFolder.listenerLock()))
    {
        lock->setStaleLockTime(0);
    }

    DataFolder dataFolder;
    const Clock &clock;
    Preferences preferences;
    EngineState state;
    std::unique_ptr<QLockFile> lock; ///< held by the process that listens
    QTimer lookElsewhere;

    std::shared_ptr<const PresetCatalogue> presets;
    QList<TrafficSourcePreset> sources;
    SnapshotShelf snapshots;
    std::mutex settingsMutex; ///< the writer brings settings, the main thread preferences
    Settings settings;
    std::atomic<bool> keepFullAddresses = false;
    std::atomic<bool> isWell = true;

    std::unique_ptr<Writer> writer;
    std::unique_ptr<Reader> reader;
    std::vector<std::unique_ptr<ListenerThread>> listeners; ///< stopped before the writer

    void publishSnapshot()
    {
        const std::lock_guard held(settingsMutex);
        snapshots.put(makeSnapshot(settings, *presets, sources, keepFullAddresses));
    }
};

Engine::Engine(const QString &dataFolder, const Clock &clock, QObject *parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(dataFolder, clock))
{
    m_parts->keepFullAddresses = m_parts->preferences.keepFullAddresses;
    connect(&m_parts->lookElsewhere, &QTimer::timeout, this, [this] { noteListeningElsewhere(); });
}

Engine::~Engine()
{
    stop();
}

Expected<void> Engine::start()
{
    Parts &parts = *m_parts;
    if (auto prepared = parts.dataFolder.prepare(); !prepared)
        return prepared;
    parts.presets = std::make_shared<const PresetCatalogue>(parts.dataFolder.networksFolder());
    parts.sources = trafficSourcePresets();
    Writer::Listeners tell;
    tell.settingsChanged = [&parts](const Settings &settings) {
        {
            const std::lock_guard held(parts.settingsMutex);
            parts.settings = settings;
        }
        parts.publishSnapshot();
    };
    tell.stateChanged = [this](const WriterState &state) {
        m_parts->isWell = !state.trouble;
        QMetaObject::invokeMethod(
                this, [this, state] { noteWriterState(state.trouble, state.spilledClicks); }, Qt::QueuedConnection);
    };
    parts.writer = std::make_unique<Writer>(parts.dataFolder.databaseFile(), parts.dataFolder.spillFile(), parts.presets,
                                            parts.clock, std::move(tell));
    if (auto started = parts.writer->start(); !started) {
        parts.writer.reset();
        return started;
    }
    keepDaysIn(zoneOf(parts.preferences));
    parts.reader = std::make_unique<Reader>(parts.dataFolder.databaseFile());
    noteListeningElsewhere();
    parts.lookElsewhere.start(elsewhereMs);
    return {};
}

Expected<void> Engine::listen(const QString &address, quint16 port)
{
    Parts &parts = *m_parts;
    closeListeners();
    if (!parts.lock->tryLock(0)) {
        noteListeningElsewhere();
        return unexpected(Failure::Kind::AlreadyListening, parts.dataFolder.listeningAddress());
    }
    ListenerSettings settings;
    if (auto proxies = AddressList::parse(parts.preferences.trustedProxies))
        settings.trustedProxies = *proxies;
    settings.isWell = [&parts] { return parts.isWell.load(); };
    const int threads = std::clamp(parts.preferences.listenerThreads, 1, 16);
    quint16 openPort = port;
    for (int i = 0; i < threads; ++i) {
        auto thread = std::make_unique<ListenerThread>(*parts.writer, parts.snapshots, parts.clock, settings);
        const auto opened = thread->listen(address, openPort, threads > 1);
        if (!opened) {
            closeListeners();
            setState([&](EngineState &state) { state.trouble = opened.error(); });
            return unexpected(opened.error());
        }
        openPort = *opened;
        parts.listeners.push_back(std::move(thread));
    }
    parts.writer->useSpillFile();
    const QString url = urlOf(address, openPort);
    QSaveFile file(parts.dataFolder.addressFile());
    if (file.open(QIODevice::WriteOnly)) {
        file.write(url.toUtf8() + '\n');
        file.commit();
    }
    setState([&](EngineState &state) {
        state.listening = true;
        state.listeningElsewhere = false;
        state.address = url;
        state.trouble.reset();
    });
    return {};
}

void Engine::closeListeners()
{
    Parts &parts = *m_parts;
    if (parts.listeners.empty()) {
        parts.lock->unlock();
        return;
    }
    for (const auto &listener : parts.listeners)
        listener->stopAccepting();
    for (const auto &listener : parts.listeners)
        listener->flush();
    // Nobody may be told about a job after whoever posted it is gone.
    parts.writer->waitUntilWritten();
    parts.listeners.clear();
    QFile::remove(parts.dataFolder.addressFile());
    parts.lock->unlock();
    setState([](EngineState &state) {
        state.listening = false;
        state.address.clear();
    });
}

void Engine::stop()
{
    Parts &parts = *m_parts;
    parts.lookElsewhere.stop();
    closeListeners();
    parts.reader.reset();
    if (parts.writer)
        parts.writer->stop();
    parts.writer.reset();
}

void Engine::keepDaysIn(const QTimeZone &zone)
{
    // Not waited for: until it is done, reports add up quarter hours.
    (void)m_parts->writer->postTask([zone](Database &database) {
        if (auto used = useDayZone(database, zone); !used)
            qCWarning(engineLog) << "the days could not be summed up for" << zone.id() << used.error().detail;
    });
}

void Engine::noteListeningElsewhere()
{
    if (m_parts->state.listening)
        return;
    const QString address = m_parts->dataFolder.listeningAddress();
    setState([&](EngineState &state) {
        state.listeningElsewhere = !address.isEmpty();
        state.address = address;
    });
}

void Engine::noteWriterState(const std::optional<Failure> &trouble, qint64 spilledClicks)
{
    setState([&](EngineState &state) {
        state.trouble = trouble;
        state.spilledClicks = spilledClicks;
    });
}

void Engine::setState(const std::function<void(EngineState &)> &change)
{
    const EngineState before = m_parts->state;
    change(m_parts->state);
    if (m_parts->state != before)
        Q_EMIT stateChanged(m_parts->state);
}

EngineState Engine::state() const
{
    return m_parts->state;
}

const Clock &Engine::clock() const
{
    return m_parts->clock;
}

const QString &Engine::dataFolder() const
{
    return m_parts->dataFolder.path;
}

Preferences Engine::preferences() const
{
    return m_parts->preferences;
}

Expected<void> Engine::setPreferences(const Preferences &preferences)
{
    Parts &parts = *m_parts;
    const Preferences before = parts.preferences;
    if (parts.state.listening
        && (preferences.bindAddress != before.bindAddress || preferences.port != before.port
            || preferences.trustedProxies != before.trustedProxies
            || preferences.listenerThreads != before.listenerThreads)) {
        parts.preferences = preferences;
        if (auto moved = listen(preferences.bindAddress, preferences.port); !moved) {
            // Nobody may be left without a listener because of a typing mistake.
            parts.preferences = before;
            (void)listen(before.bindAddress, before.port);
            return moved;
        }
    }
    if (auto saved = preferences.save(parts.dataFolder.path); !saved)
        return saved;
    parts.preferences = preferences;
    parts.keepFullAddresses = preferences.keepFullAddresses;
    if (parts.presets)
        parts.publishSnapshot();
    if (preferences.timeZone != before.timeZone)
        keepDaysIn(zoneOf(preferences));
    Q_EMIT preferencesChanged(preferences);
    return {};
}

QString Engine::baseUrl() const
{
    const Parts &parts = *m_parts;
    if (!parts.preferences.publicUrl.isEmpty())
        return parts.preferences.publicUrl;
    if (!parts.state.address.isEmpty())
        return parts.state.address;
    return urlOf(parts.preferences.bindAddress, parts.preferences.port);
}

QString Engine::trackingLink(const Campaign &campaign) const
{
    return baseUrl() + QStringLiteral("/c/") + campaign.key;
}

QString Engine::postbackUrl(const AffiliateNetwork &network) const
{
    const QString url = baseUrl() + QStringLiteral("/postback/") + network.key;
    const NetworkPreset &preset = m_parts->presets->findOrGeneric(network.preset);
    return preset.postbackParameters.isEmpty() ? url : url + QLatin1Char('?') + preset.postbackParameters;
}

Reader &Engine::reader()
{
    return *m_parts->reader;
}

void Engine::postEdit(std::function<void(Catalogue &)> change)
{
    const Clock &clock = m_parts->clock;
    (void)m_parts->writer->postTask([change = std::move(change), &clock](Database &database) {
        Catalogue catalogue(database, clock);
        change(catalogue);
    });
}

} // namespace Matchbook
