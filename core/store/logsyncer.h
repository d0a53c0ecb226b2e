// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"
#include "writejob.h"

#include <QFile>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace Matchbook {

/// Syncs the write-ahead log in a thread of its own and tells everybody what is durable, while the writer works on the next
/// batch. Whatever was committed before a sync began is durable after it, however many commits that were.
class LogSyncer
{
public:
    /// Jobs of one commit and what became of them; nobody has been told yet.
    struct Batch {
        std::vector<WriteJob> jobs;
        std::vector<WriteReceipt> receipts;
    };
    /// Makes the bytes of a file descriptor durable; 0, or -1 and errno.
    using Sync = std::function<int(int)>;

    /// \a databaseFile must be open and in WAL mode by now, and stay open for as long as this lives.
    /// \a concluded is called in the syncer's thread after every sync; with true when takeFailed() has got something.
    LogSyncer(const QString &databaseFile, Sync sync, std::function<void(bool failed)> concluded);
    ~LogSyncer(); ///< syncs and tells what still waits; what then fails is told as Failed

    /// False if there is no log to sync, as on a file system without shared memory.
    bool isUsable() const { return m_log.isOpen(); }
    /// True if the log was deleted or replaced, so that what is written to it is lost with this process. From any thread.
    bool isLogGone() const;
    /// How many jobs have been taken and are not told or failed yet. From any thread.
    size_t untold() const { return m_untold; }
    /// From any thread. The jobs' receipts are told after a sync that begins after this call.
    void take(Batch &&batch);
    /// Waits until everything taken so far has been told (the calls are queued) or has failed. From any thread.
    void waitUntilTold();

    struct Failures {
        std::vector<Batch> batches; ///< nobody has been told
        Failure failure; ///< why; of no meaning without batches
    };
    /// What could not be made durable since the last call. From any thread.
    Failures takeFailed();

private:
    void run();
    /// False if they could not be made durable and nobody was told.
    bool conclude(std::vector<Batch> &batches);

    QFile m_log;
    const Sync m_sync;
    const std::function<void(bool)> m_concluded;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_told;
    std::vector<Batch> m_waiting;
    Failures m_failures;
    std::atomic<size_t> m_untold = 0;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace Matchbook
