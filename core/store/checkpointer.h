// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace Matchbook {

/// Copies the write-ahead log into the database in a thread of its own, so that no answer waits for the long part of it.
/// The writer then does the short rest between two batches, after which SQLite begins the log anew.
class Checkpointer
{
public:
    explicit Checkpointer(const QString &databaseFile);
    ~Checkpointer();

    /// The log has grown: copy it. Cheap; called by the writer.
    void wake();
    /// True once after each copy: the writer may now finish with a short checkpoint of its own.
    bool takeFinished() { return m_finished.exchange(false); }

private:
    void run();

    QString m_file;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_wanted = false;
    bool m_stop = false;
    std::atomic<bool> m_finished = false;
    std::thread m_thread;
};

} // namespace Matchbook
