// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereading/rereadingchoice.h"
#include "text/formats.h"
#include "vocabulary/failure.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class RereadingDesk;
class TonedLabel;

/// Offers to read a network's stored postbacks again after its mapping has changed: says what that would do, does it, and
/// takes it back.
class RereadOffer : public QWidget
{
    Q_OBJECT
public:
    /// \a desk must outlive it.
    RereadOffer(RereadingDesk &desk, const Formats &formats, QWidget *parent = nullptr);
    /// Ends what it is at; what was applied so far is taken back. What is being undone goes on.
    ~RereadOffer() override;

    /// Asks what reading everything of \a network again would do, and shows it.
    void ask(NetworkId network);

Q_SIGNALS:
    void applied();

private:
    enum class Task { None, Preview, Apply, Undo };

    void buildButtons();
    void listen();
    void begin(Task task);
    void cancel();
    void showPreview(const RereadingReport &report);
    void showDone(const RereadingReport &report, qint64 begunAt);
    void showUndone();
    void showFailure(Task task, const Failure &failure);
    void setIdle();

    RereadingDesk &m_desk;
    Formats m_formats;
    RereadingChoice m_choice;
    TonedLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_cancel = nullptr;
    Task m_task = Task::None; ///< at work, or to be done as soon as the desk is free
    qint64 m_job = 0; ///< the task's number at the desk; 0: it waits
    qint64 m_begunAt = 0; ///< of what was applied here
};

/// `Approved: 12 (€340.00) → 15 (€410.50)`, a line for each status and currency that changes. Translated.
QString totalsText(const RereadingReport &report, const Formats &formats);

} // namespace Matchbook
