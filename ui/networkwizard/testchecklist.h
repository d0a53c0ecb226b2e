// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chaintest/chainstep.h"
#include "chaintest/clickidtrace.h"
#include "chaintest/hop.h"
#include "networkwizard/testremedy.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QMenu;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class HopList;
class TonedLabel;

/// The steps of a test, ticking themselves: each with its sentence and, where it failed, a link for each repair.
class TestChecklist : public QWidget
{
    Q_OBJECT
public:
    explicit TestChecklist(QWidget *parent = nullptr);

    /// Every step waits.
    void clear();
    void setStep(const ChainStep &step);
    void setHops(const QList<Hop> &hops, const IdTrace &trace);

Q_SIGNALS:
    void repairAsked(const Matchbook::Repair &repair);
    /// No repair helps, but the person can.
    void remedyAsked(Matchbook::TestRemedy remedy);

private:
    struct Row {
        TonedLabel *mark;
        QLabel *title;
        TonedLabel *sentence;
        QWidget *repairs;
        QVBoxLayout *column;
    };
    void addRow(ChainStep::Kind kind);
    void setMark(const Row &row, const ChainStep &step);
    void setRepairs(const Row &row, const ChainStep &step);
    void addRemedy(const Row &row, TestRemedy remedy, const QString &cause);
    QMenu *meanings(const MapStatusWord &word, QWidget *parent);

    QVBoxLayout *m_column;
    QList<Row> m_rows;
    HopList *m_hops = nullptr;
};

} // namespace Matchbook
