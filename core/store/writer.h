// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue.h"
#include "database.h"
#include "writejob.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unistd.h>
#include <vector>

namespace Matchbook {

class Clock;
class LogSyncer;
class SpillFile;

/// How the writer is.
struct WriterState {
    std::optional<Failure> trouble; ///< why the last batch was not stored; nothing while all is well
    qint64 spilledClicks = 0;
    qint64 lostClicks = 0; ///< neither stored nor spilled, since the start
    std::optional<Failure> reserveTrouble; ///< why there is no room in advance for clicks to be spilled

    friend bool operator==(const WriterState &, const WriterState &) = default;
};

/// The one thread that writes. Natural group commit: while one batch is written or synced, the next collects.
/// Raw request, effect and roll-ups go into one transaction, and a job is told only when that is durable: after a COMMIT that
/// syncs when few wait, or when LogSyncer has synced the log while the next batch is written (docs/adr/0013).
class Writer
{
public:
    /// Called in the writer's thread.
    struct Listeners {
        std::function<void(const Settings &)>
                settingsChanged; ///< at the start, and when any process changed them
        std::function<void(const WriterState &)> stateChanged;
    };

    /// More waiting jobs than this are refused.
    static constexpr size_t queueLimit = 20'000;

    Writer(QString databaseFile, QString spillFile, std::shared_ptr<const PresetCatalogue> presets,
           const Clock &clock, Listeners listeners, std::function<int(int)> sync = ::fdatasync);
    ~Writer(); ///< stops if need be

    /// Opens and migrates the store in the writer's thread and waits until it is ready or has failed.
    Expected<void> start();
    /// Writes everything that waits, tells everybody, ends the thread. Jobs posted afterwards are refused.
    void stop();
    /// From now on this process takes clicks, so the spill file is its own: it is there with its reserve when this returns without
    /// failure. Clicks of an earlier run are read back. After a failure it is tried again once a second.
    Expected<void> useSpillFile();

    /// From any thread: postbacks are read by these presets from now on.
    void setPresets(std::shared_ptr<const PresetCatalogue> presets)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_presets = std::move(presets);
            m_presetsChanged = true;
        }
        (void)postTask([](Database &) {}); // the settings are looked at after every task
    }

    /// From any thread: notifications are opened with these from now on.
    void setOpening(std::shared_ptr<const OpeningSettings> opening)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_newOpening = std::move(opening);
        }
        (void)postTask([](Database &) {}); // likewise
    }

    /// From any thread. False if the queue is full or the writer is stopped; then \a job is untouched and nobody is told.
    bool post(WriteJob &&job);
    /// From any thread: runs \a task between two batches, on the writing connection. False if the writer is stopped.
    bool postTask(std::function<void(Database &)> task);

    /// Waits until everything posted so far is written and everybody has been told (their calls are queued).
    void waitUntilWritten();

private:
    struct Insides;

    bool hasBatch() const; ///< to be called with the mutex held
    Expected<std::unique_ptr<Insides>> open();
    void run(Insides &insides);
    /// Waits for work, a task, the end, or the time to look at the settings again. False at the end.
    bool takeWork(Insides &insides, std::vector<WriteJob> &jobs,
                  std::vector<std::function<void(Database &)>> &tasks);
    std::shared_ptr<const JudgedNetworks> judgedNetworks()
    {
        const std::lock_guard lock(m_mutex);
        return m_networks;
    }
    void setJudgedNetworks(std::shared_ptr<const JudgedNetworks> networks)
    {
        const std::lock_guard lock(m_mutex);
        m_networks = std::move(networks);
    }
    void lookAtSettings(Insides &insides, const std::vector<WriteJob> &jobs);
    void writeBatch(Insides &insides, std::vector<WriteJob> &jobs);
    /// Deals with what the syncer could not make durable as with what could not be stored.
    void lookAtUnsynced(Insides &insides);
    /// Reads spilled clicks back; after trouble, tries whether the store takes anything again.
    void recover(Insides &insides);
    void tendLog(Insides &insides);
    void tellState(Insides &insides, std::optional<Failure> trouble);

    const QString m_databaseFile;
    const QString m_spillFile;
    std::shared_ptr<const PresetCatalogue> m_presets; ///< under the mutex
    bool m_presetsChanged = false; ///< likewise
    std::shared_ptr<const OpeningSettings> m_newOpening; ///< likewise, until the writer's thread has taken it
    const Clock &m_clock;
    const Listeners m_listeners;
    const std::function<int(int)> m_sync;

    std::mutex m_mutex;
    std::shared_ptr<const JudgedNetworks> m_networks; ///< what postbacks are read by before their turn
    std::condition_variable m_wake;
    std::vector<WriteJob> m_queue;
    std::vector<std::function<void(Database &)>> m_tasks;
    std::unique_ptr<SpillFile> m_newSpill; ///< on its way to the writer's thread
    bool m_usesSpill = false;
    bool m_stop = true;
    bool m_someUnsynced = false; ///< the syncer has failures for the writer
    std::unique_ptr<LogSyncer> m_syncer; ///< made by the writer's thread before start() returns
    std::thread m_thread;
};

} // namespace Matchbook
