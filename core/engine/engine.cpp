// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine.h"

#include "engineparts.h"
#include "networks/presetfiles.h"
#include "store/dayzone.h"
#include "store/writer.h"
#include "vocabulary/clock.h"
#include "vocabulary/daterange.h"

#include <QFile>
#include <QHostAddress>
#include <QLockFile>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QTimer>
#include <QTimeZone>

Q_LOGGING_CATEGORY(engineLog, "matchbook.engine")

namespace Matchbook {

namespace {

/// How often is looked whether another process has begun or ceased to listen, or has written a preset.
constexpr int elsewhereMs = 1000;
constexpr int lockWaitMs = 100;

} // namespace

Engine::Engine(const QString &dataFolder, const Clock &clock, QObject *parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(dataFolder, clock))
{
    m_parts->keepFullAddresses = m_parts->preferences.keepFullAddresses;
    connect(&m_parts->lookElsewhere, &QTimer::timeout, this, [this] {
        takeOver();
        noteForeignPresets();
    });
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
    parts.presetsVersion = presetsVersion(parts.dataFolder.networksFolder());
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
        m_parts->lostClicks = state.lostClicks;
        QMetaObject::invokeMethod(
                this, [this, state] { noteWriterState(state); }, Qt::QueuedConnection);
    };
    parts.writer = std::make_unique<Writer>(parts.dataFolder.databaseFile(), parts.dataFolder.spillFile(),
                                            parts.presets, parts.clock, std::move(tell));
    if (auto started = parts.writer->start(); !started) {
        parts.writer.reset();
        return started;
    }
    keepDaysIn(zoneOf(parts.preferences));
    parts.reader = std::make_unique<Reader>(parts.dataFolder.databaseFile());
    parts.rereadings = std::make_unique<RereadingDesk>(*parts.writer, parts.dataFolder.databaseFile(),
                                                       parts.presets, parts.clock);
    parts.imports = std::make_unique<ImportDesk>(*parts.writer, parts.dataFolder.databaseFile(),
                                                 parts.presets, parts.clock);
    parts.rates = std::make_unique<RateDesk>(*parts.writer, *parts.reader, parts.clock);
    parts.rates->setPreferences(parts.preferences);
    publishOpening();
    noteListeningElsewhere();
    parts.lookElsewhere.start(elsewhereMs);
    return {};
}

Expected<void> Engine::listen(const QString &address, quint16 port)
{
    Parts &parts = *m_parts;
    closeListeners();
    parts.asked.emplace(address, port);
    auto opened = takeLock();
    if (opened) {
        // Before the first visitor can come.
        const auto reserved = parts.writer->useSpillFile();
        setState([&](EngineState &state) {
            if (!reserved)
                state.reserveTrouble = reserved.error();
        });
        opened = openListeners(address, port);
    }
    parts.waitsForTurn = !opened && opened.error().kind == Failure::Kind::AlreadyListening;
    noteListenTrouble(opened ? std::nullopt : std::optional(opened.error()));
    return opened;
}

Expected<void> Engine::takeLock()
{
    Parts &parts = *m_parts;
    // A window that looks who listens holds the lock as well, for a moment.
    if (parts.lock->tryLock(lockWaitMs))
        return {};
    if (parts.lock->error() != QLockFile::LockFailedError)
        return unexpected(Failure::Kind::StoreReadOnly, parts.dataFolder.path);
    noteListeningElsewhere();
    return unexpected(Failure::Kind::AlreadyListening, parts.dataFolder.listeningAddress());
}

Expected<void> Engine::openListeners(const QString &address, quint16 port)
{
    Parts &parts = *m_parts;
    ListenerSettings settings;
    if (auto proxies = AddressList::parse(parts.preferences.trustedProxies))
        settings.trustedProxies = *proxies;
    settings.isWell = [&parts] { return parts.isWell.load(); };
    settings.lostClicks = [&parts] { return parts.lostClicks.load(); };
    const int threads = std::clamp(parts.preferences.listenerThreads, 1, 16);
    quint16 openPort = port;
    for (int i = 0; i < threads; ++i) {
        auto thread = std::make_unique<ListenerThread>(*parts.writer, parts.snapshots, parts.clock, settings);
        const auto opened = thread->listen(address, openPort, threads > 1);
        if (!opened) {
            closeListeners();
            return unexpected(opened.error());
        }
        openPort = *opened;
        parts.listeners.push_back(std::move(thread));
    }
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
    parts.waitsForTurn = false;
    parts.asked.reset();
    parts.imports.reset();
    parts.rereadings.reset();
    closeListeners();
    parts.reader.reset();
    if (parts.writer)
        parts.writer->stop();
    parts.rates.reset();
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

void Engine::takeOver()
{
    Parts &parts = *m_parts;
    noteListeningElsewhere();
    if (parts.state.listeningElsewhere && parts.listenTrouble) {
        noteListenTrouble(std::nullopt);
        parts.waitsForTurn = true;
    }
    if (!parts.waitsForTurn || !parts.asked || parts.state.isHeard())
        return;
    const auto [address, port] = *parts.asked;
    if (const auto listening = listen(address, port); !listening)
        qCWarning(engineLog) << "nobody listens any more:" << listening.error().detail;
}

void Engine::noteWriterState(const WriterState &writer)
{
    m_parts->storeTrouble = writer.trouble;
    setState([&](EngineState &state) {
        state.trouble = m_parts->listenTrouble ? m_parts->listenTrouble : writer.trouble;
        state.spilledClicks = writer.spilledClicks;
        state.lostClicks = writer.lostClicks;
        state.reserveTrouble = writer.reserveTrouble;
    });
}

void Engine::noteListenTrouble(std::optional<Failure> trouble)
{
    Parts &parts = *m_parts;
    // Who listens elsewhere is said in the state's own words.
    if (trouble && trouble->kind == Failure::Kind::AlreadyListening)
        trouble.reset();
    parts.listenTrouble = std::move(trouble);
    setState([&](EngineState &state) {
        state.trouble = parts.listenTrouble ? parts.listenTrouble : parts.storeTrouble;
    });
}

void Engine::setState(const std::function<void(EngineState &)> &change)
{
    const EngineState before = m_parts->state;
    change(m_parts->state);
    if (m_parts->state != before)
        Q_EMIT stateChanged(m_parts->state);
}

} // namespace Matchbook
