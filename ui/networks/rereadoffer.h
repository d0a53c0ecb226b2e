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
    /// Ends what it is at; what was applied so far is taken back.
    ~RereadOffer() override;

    /// Asks what reading everything of \a network again would do, and shows it.
    void ask(NetworkId network);

Q_SIGNALS:
    void applied();

private:
    void showPreview(const RereadingReport &report);
    void showDone(const RereadingReport &report);
    void showFailure(const Failure &failure);
    void setAtWork(const QString &text);
    void setIdle();

    RereadingDesk &m_desk;
    Formats m_formats;
    RereadingChoice m_choice;
    TonedLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_cancel = nullptr;
    bool m_asked = false; ///< what the desk tells is an answer to this
};

/// `Approved: 12 (€340.00) → 15 (€410.50)`, a line for each status and currency that changes. Translated.
QString totalsText(const RereadingReport &report, const Formats &formats);

} // namespace Matchbook
