// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereading/rereadingchoice.h"
#include "text/formats.h"
#include "widgets/card.h"

#include <initializer_list>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class CellTable;
class TonedLabel;

/// Shows what reading stored requests again would do, is doing or has done, and asks what to do next. Hidden while there is
/// nothing to say. It decides nothing itself; see HistoryRepair.
class RereadingPanel : public Card
{
    Q_OBJECT
public:
    explicit RereadingPanel(QWidget *parent = nullptr);

    /// Something is at work. \a cancellable: the person may end it.
    void showWork(const QString &headline, bool cancellable);
    void setProgress(qint64 done, qint64 total);
    /// \a mapped: a mapping was changed for it, which can be taken back.
    void showPreview(const RereadingReport &report, const Formats &formats, bool mapped);
    /// \a undoable: something was written that can be taken back.
    void showApplied(const RereadingReport &report, const Formats &formats, bool mapped, bool undoable);
    /// What was begun was cancelled or undone; \a headline says which.
    void showUnchanged(const QString &headline, bool mapped);
    /// News or a failure in two texts.
    void showNote(const QString &headline, const QString &sentence);

Q_SIGNALS:
    void applyAsked();
    void cancelAsked();
    void undoAsked();
    void mappingBackAsked();
    void dismissed();

private:
    void build();
    QPushButton *addButton(QLayout *row, const char *name, const QString &text);
    void say(const QString &headline, const QString &sentence, std::initializer_list<QWidget *> shown);
    void showTotals(const RereadingReport &report, const Formats &formats);

    QLabel *m_headline = nullptr;
    TonedLabel *m_sentence = nullptr;
    CellTable *m_totals = nullptr;
    QTableView *m_table = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_mappingBack = nullptr;
    QPushButton *m_dismiss = nullptr;
};

} // namespace Matchbook
