// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace Matchbook {

class Clock;
class Database;
class PresetCatalogue;
class Writer;

/// What the desks of a window have in common: one job at a time in a thread of its own, told by signals in the thread the desk lives
/// in. It writes through the writer, slice by slice, so that the listener goes on answering. Each job has a number, which every
/// signal about it carries and which is told before the first of them. Number 0 means that nothing was begun, since another job is
/// at work; freed() tells when to try again.
class JobDesk : public QObject
{
    Q_OBJECT
public:
    /// Ends \a job; nothing happens if that is not the one at work.
    void cancel(qint64 job);
    /// What is asked for from now on is read by these.
    void setPresets(std::shared_ptr<const PresetCatalogue> presets) { m_nextPresets = std::move(presets); }
    bool isAtWork() const { return m_atWork; }

Q_SIGNALS:
    void failed(qint64 job, const Matchbook::Failure &failure);
    void freed(); ///< nothing is at work any more

protected:
    using Slice = std::function<Expected<bool>(Database &)>;

    JobDesk(Writer &writer, QString databaseFile, std::shared_ptr<const PresetCatalogue> presets,
            const Clock &clock, QObject *parent);

    /// The number of the job; 0 if another is at work.
    qint64 start(std::function<void()> work);
    /// From the working thread: \a tell runs in this object's thread with the job's number, and the work is over.
    void finish(std::function<void(qint64 job)> tell);
    /// From the working thread: runs \a slice on the writing connection and waits for it.
    Expected<bool> onWriter(const Slice &slice);
    /// Cancels what is at work and waits for it. In the destructor of every desk, whose members the work uses.
    void end();

    // For the working thread as well; none of them changes while it works.
    const QString &databaseFile() const { return m_databaseFile; }
    const std::shared_ptr<const PresetCatalogue> &presets() const { return m_presets; }
    const Clock &clock() const { return m_clock; }
    qint64 presentJob() const { return m_job; }
    bool isCancelled() const { return m_cancelled; }

private:
    Writer &m_writer;
    const QString m_databaseFile;
    std::shared_ptr<const PresetCatalogue> m_presets; ///< changed only while no thread is at work
    std::shared_ptr<const PresetCatalogue> m_nextPresets;
    const Clock &m_clock;
    std::thread m_thread;
    bool m_atWork = false; ///< this object's thread only
    qint64 m_job = 0; ///< the last one; changed only while no thread is at work
    std::atomic<bool> m_cancelled = false;
};

} // namespace Matchbook
