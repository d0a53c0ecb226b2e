// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobdesk.h"
#include "rereading/rereadingchoice.h"

namespace Matchbook {

/// Reads stored postbacks again for a window: asks, applies and undoes.
class RereadingDesk : public JobDesk
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
    /// For notifications that could not be opened when they came; from the next preview or application on.
    void setOpening(std::shared_ptr<const OpeningSettings> opening) { m_opening = std::move(opening); }

Q_SIGNALS:
    void progressed(qint64 job, qint64 done, qint64 total);
    void previewed(qint64 job, const Matchbook::RereadingReport &report);
    /// \a begunAt names the application for undo(); 0 if there is nothing of it to be undone.
    void applied(qint64 job, const Matchbook::RereadingReport &report, qint64 begunAt);
    void undone(qint64 job);

private:
    struct Application {
        RereadingReport report;
        qint64 begunAt = 0;
    };

    void progress(qint64 done, qint64 total);
    Expected<RereadingChoice> named(RereadingChoice choice) const;
    Expected<Application> applyNow(const RereadingChoice &asked);
    /// When the application that was begun at \a since or later began; 0 if there is none.
    Expected<qint64> begunSince(qint64 since);
    Expected<Application> replayNow(PostbackId postback, const std::optional<PersonsDecision> &decision,
                                    std::shared_ptr<const OpeningSettings> opening);
    RereadingChoice withOpening(RereadingChoice choice) const;
    Expected<void> undoNow(qint64 begunAt);
    void tellApplied(const Expected<Application> &done);

    std::shared_ptr<const OpeningSettings> m_opening;
    std::atomic<bool> m_leaving = false;
};

} // namespace Matchbook
