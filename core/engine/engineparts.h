// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "datafolder.h"
#include "engine.h"
#include "importdesk.h"
#include "listenerthread.h"
#include "networks/presetcatalogue.h"
#include "networks/trafficsourcepreset.h"
#include "ratedesk.h"
#include "rereadingdesk.h"
#include "secrets/secrets.h"
#include "store/writer.h"
#include "tracking/snapshot.h"

#include <QLockFile>
#include <QTimer>

#include <atomic>
#include <vector>

namespace Matchbook {

/// What the engine is made of. Included by its own files only.
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
    std::optional<Failure> storeTrouble;
    std::optional<Failure> listenTrouble; ///< why nobody listens here
    std::optional<std::pair<QString, quint16>> asked; ///< the address and the port of the last listen()
    bool waitsForTurn = false; ///< to listen there when the process that listens now has ended
    std::unique_ptr<QLockFile> lock; ///< held by the process that listens
    QTimer lookElsewhere;

    std::shared_ptr<const PresetCatalogue> presets;
    QByteArray presetsVersion; ///< of the files that they were read from
    QList<TrafficSourcePreset> sources;
    std::shared_ptr<const Secrets> secrets = std::make_shared<const Secrets>();
    SnapshotShelf snapshots;
    std::mutex settingsMutex; ///< the writer brings settings, the main thread preferences
    Settings settings;
    std::atomic<bool> keepFullAddresses = false;
    std::atomic<bool> isWell = true;
    std::atomic<qint64> lostClicks = 0;

    std::unique_ptr<Writer> writer;
    std::unique_ptr<Reader> reader;
    std::unique_ptr<RereadingDesk> rereadings; ///< works through the writer, so it ends before
    std::unique_ptr<ImportDesk> imports; ///< likewise
    std::unique_ptr<RateDesk> rates; ///< its tasks end with the writer's stop(), so it ends after that
    std::vector<std::unique_ptr<ListenerThread>> listeners; ///< stopped before the writer

    void publishSnapshot()
    {
        const std::lock_guard held(settingsMutex);
        snapshots.put(makeSnapshot(settings, *presets, sources, keepFullAddresses));
    }
};

/// `http://127.0.0.1:8130`, with brackets around an IPv6 address.
QString urlOf(const QString &address, quint16 port);

/// The zone that people look at.
QTimeZone zoneOf(const Preferences &preferences);

} // namespace Matchbook
