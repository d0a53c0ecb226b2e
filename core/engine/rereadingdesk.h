// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereading/rereadingchoice.h"
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

/// Reads stored postbacks again for a window: asks, applies and undoes in a thread of its own, and tells by signals in the
/// thread it lives in. It writes through the writer, slice by slice, so that the listener goes on answering. One thing at a
/// time, for whoever asks: each job has a number, which every signal about it carries and which is told before the first of
/// them. Number 0 means that nothing was begun, since another job is at work; freed() tells when to try again.
class RereadingDesk : public QObject
{
    Q_OBJECT
public:
    RereadingDesk(Writer &writer, QString databaseFile, std::shared_ptr<const PresetCatalogue> presets,
                  const Clock &clock, QObject *parent = nullptr);
    /// Leaves what is being applied as it is; it can be undone later. Waits for the slice at hand.
    ~RereadingDesk() override;

    /// What reading \a choice again would do. Ends with previewed() or failed(); after cancel() with Cancelled.
    qint64 preview(const RereadingChoice &choice);
    /// Does it. Ends with applied() or failed(). After cancel() what was done so far is taken back, and the report says so.
    qint64 apply(const RereadingChoice &choice);
    /// Reads one postback again, after \a decision about it if there is one. Ends with applied() or failed().
    qint64 replay(PostbackId postback, const std::optional<PersonsDecision> &decision = {});
    /// Takes the application back that began at \a begunAt (Unix ms; 0: whichever was the last). Ends with undone() or
    /// failed(): NotFound if there is nothing to undo, BadUsage if another application has come since.
    qint64 undo(qint64 begunAt = 0);
    /// Ends \a job; nothing happens if that is not the one at work. What is being undone is undone to the end.
    void cancel(qint64 job);

    /// What is asked for from now on is read by these.
    void setPresets(std::shared_ptr<const PresetCatalogue> presets) { m_nextPresets = std::move(presets); }
    /// For notifications that could not be opened when they came; from the next preview or application on.
    void setOpening(std::shared_ptr<const OpeningSettings> opening) { m_opening = std::move(opening); }

    bool isAtWork() const { return m_atWork; }

Q_SIGNALS:
    void progressed(qint64 job, qint64 done, qint64 total);
    void previewed(qint64 job, const Matchbook::RereadingReport &report);
    /// \a begunAt names the application for undo(); 0 if there is nothing of it to be undone.
    void applied(qint64 job, const Matchbook::RereadingReport &report, qint64 begunAt);
    void undone(qint64 job);
    void failed(qint64 job, const Matchbook::Failure &failure);
    void freed(); ///< nothing is at work any more

private:
    using Slice = std::function<Expected<bool>(Database &)>;
    struct Application {
        RereadingReport report;
        qint64 begunAt = 0;
    };

    /// The number of the job; 0 if another is at work.
    qint64 start(std::function<void()> work);
    /// From the working thread: \a tell runs in this object's thread with the job's number, and the work is over.
    void finish(std::function<void(qint64 job)> tell);
    void progress(qint64 done, qint64 total);
    /// From the working thread: runs \a slice on the writing connection and waits for it.
    Expected<bool> onWriter(const Slice &slice);
    Expected<RereadingChoice> named(RereadingChoice choice) const;
    Expected<Application> applyNow(const RereadingChoice &asked);
    /// When the application that was begun at \a since or later began; 0 if there is none.
    Expected<qint64> begunSince(qint64 since);
    Expected<Application> replayNow(PostbackId postback, const std::optional<PersonsDecision> &decision,
                                    std::shared_ptr<const OpeningSettings> opening);
    RereadingChoice withOpening(RereadingChoice choice) const;
    Expected<void> undoNow(qint64 begunAt);
    void tellApplied(const Expected<Application> &done);

    Writer &m_writer;
    const QString m_databaseFile;
    std::shared_ptr<const OpeningSettings> m_opening;
    std::shared_ptr<const PresetCatalogue> m_presets; ///< changed only while no thread is at work
    std::shared_ptr<const PresetCatalogue> m_nextPresets;
    const Clock &m_clock;
    std::thread m_thread;
    bool m_atWork = false; ///< this object's thread only
    qint64 m_job = 0; ///< the last one; changed only while no thread is at work
    std::atomic<bool> m_cancelled = false;
    std::atomic<bool> m_leaving = false;
};

} // namespace Matchbook
