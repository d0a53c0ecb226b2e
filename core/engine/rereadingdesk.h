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
/// time: whatever is asked for while it is at work fails with AlreadyExists.
class RereadingDesk : public QObject
{
    Q_OBJECT
public:
    RereadingDesk(Writer &writer, QString databaseFile, std::shared_ptr<const PresetCatalogue> presets,
                  const Clock &clock, QObject *parent = nullptr);
    /// Leaves what is being applied as it is; it can be undone later. Waits for the slice at hand.
    ~RereadingDesk() override;

    /// What reading \a choice again would do. Ends with previewed() or failed(); after cancel() with Cancelled.
    void preview(const RereadingChoice &choice);
    /// Does it. Ends with applied() or failed(). After cancel() what was done so far is taken back, and the report says so.
    void apply(const RereadingChoice &choice);
    /// Reads one postback again, after \a decision about it if there is one. Ends with applied() or failed().
    void replay(PostbackId postback, const std::optional<PersonsDecision> &decision = {});
    /// Takes the last application back. Ends with undone() or failed().
    void undo();
    void cancel() { m_cancelled = true; }

    /// What is asked for from now on is read by these.
    void setPresets(std::shared_ptr<const PresetCatalogue> presets) { m_nextPresets = std::move(presets); }

    bool isAtWork() const { return m_atWork; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void previewed(const Matchbook::RereadingReport &report);
    void applied(const Matchbook::RereadingReport &report);
    void undone();
    void failed(const Matchbook::Failure &failure);

private:
    using Slice = std::function<Expected<bool>(Database &)>;

    void start(std::function<void()> work);
    /// From the working thread: \a tell runs in this object's thread, and the work is over.
    void finish(std::function<void()> tell);
    void progress(qint64 done, qint64 total);
    /// From the working thread: runs \a slice on the writing connection and waits for it.
    Expected<bool> onWriter(const Slice &slice);
    Expected<RereadingChoice> named(RereadingChoice choice) const;
    Expected<RereadingReport> applyNow(const RereadingChoice &asked);
    Expected<RereadingReport> replayNow(PostbackId postback, const std::optional<PersonsDecision> &decision);
    Expected<void> undoNow();
    void tellApplied(const Expected<RereadingReport> &report);

    Writer &m_writer;
    const QString m_databaseFile;
    std::shared_ptr<const PresetCatalogue> m_presets; ///< changed only while no thread is at work
    std::shared_ptr<const PresetCatalogue> m_nextPresets;
    const Clock &m_clock;
    std::thread m_thread;
    bool m_atWork = false; ///< this object's thread only
    std::atomic<bool> m_cancelled = false;
    std::atomic<bool> m_leaving = false;
};

} // namespace Matchbook
