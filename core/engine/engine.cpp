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

} // namespace

Engine::Engine(const QString &dataFolder, const Clock &clock, QObject *parent)
    : QObject(parent), m_parts(std::make_unique<Parts>(dataFolder, clock))
{
    m_parts->keepFullAddresses = m_parts->preferences.keepFullAddresses;
    connect(&m_parts->lookElsewhere, &QTimer::timeout, this, [this] {
        noteListeningElsewhere();
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
        QMetaObject::invokeMethod(
                this, [this, state] { noteWriterState(state.trouble, state.spilledClicks); },
                Qt::QueuedConnection);
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
    parts.rereadings.reset();
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

} // namespace Matchbook
