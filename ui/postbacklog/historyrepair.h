// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/repair.h"
#include "rereading/rereadingchoice.h"
#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/expected.h"

#include <QObject>

#include <functional>

namespace Matchbook {

class Engine;
class RereadingDesk;
class RereadingPanel;

/// Carries out what a person wants done about stored requests and shows it in a panel: a setting of a network is changed and
/// history read again, one request is read again or decided about, the last re-reading is undone. Lives in the GUI
/// thread and never waits. While something is at work, whatever else is asked for is answered by a note.
class HistoryRepair : public QObject
{
    Q_OBJECT
public:
    /// \a engine and \a panel must outlive it.
    HistoryRepair(Engine &engine, RereadingPanel &panel, QObject *parent = nullptr);

    /// Stores the repair of \a network, then shows what reading \a choice again would do.
    void change(NetworkId network, const Repair &repair, const RereadingChoice &choice);
    /// Shows what reading \a choice again would do; the person applies it, or not.
    void preview(const RereadingChoice &choice);
    /// Reads \a choice again at once if no conversion that is there changes or goes by that; else as preview().
    void readAgain(const RereadingChoice &choice);
    /// Reads one request again at once, after \a decision about it.
    void decide(PostbackId postback, const PersonsDecision &decision);
    /// Undoes the re-reading that undoPossible() told of last; a note says so where another has come since.
    void undo();
    /// Asks whether there is anything to undo; the answer is undoPossible().
    void look();
    bool isAtWork() const { return m_stage != Stage::Idle; }

Q_SIGNALS:
    /// Whether the last re-reading can be undone, and when it began (Unix ms).
    void undoPossible(bool possible, qint64 begunAt);
    /// The store or a network's settings changed by what was done here.
    void changed();

private:
    enum class Stage { Idle, Storing, Previewing, Applying, Undoing };

    /// A setting that was changed here, and the re-reading that followed.
    struct SettingChange {
        AffiliateNetwork before;
        AffiliateNetwork after;
        qint64 begunAt = 0; ///< 0: history was not read again
    };

    bool begin(Stage stage, const QString &headline);
    void end();
    RereadingDesk &desk();
    /// \a job is what the desk was asked for; 0 if it did not begin.
    void await(qint64 job);
    void apply();
    void undoBegunAt(qint64 begunAt);
    void cancel();
    void takeMappingBack();
    void storeNetwork(NetworkId network, std::function<AffiliateNetwork(AffiliateNetwork)> change,
                      std::function<void(const SettingChange &)> then);
    void fail(const Failure &failure);
    void takePreview(const RereadingReport &report);
    void takeApplied(const RereadingReport &report, qint64 begunAt);
    void takeUndone();

    Engine &m_engine;
    RereadingPanel &m_panel;
    Stage m_stage = Stage::Idle;
    bool m_connected = false;
    RereadingChoice m_choice; ///< previewed last
    bool m_applyHarmless
            = false; ///< a preview that shows no change of what is there is applied without a question
    qint64 m_job = 0; ///< at the desk, which serves others too
    qint64 m_last = 0; ///< when the re-reading began that undoPossible() told of
    qint64 m_applied = 0; ///< when that began which the panel shows
    qint64 m_undoing = 0; ///< when that began which is being undone
    std::optional<SettingChange> m_change; ///< can be taken back
};

} // namespace Matchbook
