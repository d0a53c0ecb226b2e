// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportimport/importpreview.h"

#include <QObject>

#include <atomic>
#include <thread>

namespace Matchbook {

class Clock;
class Writer;

/// Imports reports for a window: looks and imports in a thread of its own, and tells by signals in the thread it lives in. It writes
/// through the writer, slice by slice, so that the listener goes on answering. One thing at a time, for whoever asks: each job
/// has a number, which every signal about it carries. Number 0 means that nothing was begun, since another job is at work; freed()
/// tells when to try again.
class ImportDesk : public QObject
{
    Q_OBJECT
public:
    ImportDesk(Writer &writer, QString databaseFile, std::shared_ptr<const PresetCatalogue> presets,
               const Clock &clock, QObject *parent = nullptr);
    /// Ends what is at work; what is imported stays. Waits for the slice at hand.
    ~ImportDesk() override;

    /// What importing \a choice would do. Ends with previewed() or failed(); after cancel() with Cancelled.
    qint64 preview(const ImportChoice &choice);
    /// Does it. Ends with imported() or failed(). After cancel() the report says how far it came; importing again does the rest.
    qint64 apply(const ImportChoice &choice);
    /// Ends \a job; nothing happens if that is not the one at work.
    void cancel(qint64 job);

    /// What is asked for from now on is read by these.
    void setPresets(std::shared_ptr<const PresetCatalogue> presets) { m_nextPresets = std::move(presets); }

Q_SIGNALS:
    void progressed(qint64 job, double done); ///< from 0 to 1
    void previewed(qint64 job, const Matchbook::ImportPreview &preview);
    void imported(qint64 job, const Matchbook::ImportReport &report);
    void failed(qint64 job, const Matchbook::Failure &failure);
    void freed(); ///< nothing is at work any more

private:
    qint64 start(std::function<void()> work);
    /// From the working thread: \a tell runs in this object's thread, and the work is over.
    void finish(std::function<void(qint64 job)> tell);
    bool tellProgress(double done);
    Expected<ImportPreview> previewNow(const ImportChoice &choice);
    Expected<ImportReport> applyNow(const ImportChoice &choice);
    /// From the working thread: runs \a slice on the writing connection and waits for it.
    Expected<bool> onWriter(const std::function<Expected<bool>(Database &)> &slice);

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
