// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class TonedLabel;

/// The steps of the wizard beside its pages: those behind are ticked, the present one stands out. A note below.
class StepList : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    void addStep(const QString &text);
    /// Hides the steps that this network does not need; the others are numbered without them.
    void leaveOut(const QSet<int> &steps);
    /// From 0, those that are left out included.
    void setCurrent(int step);
    void setNote(const QString &note);
    QString note() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QVBoxLayout *m_column;
    QStringList m_texts;
    QList<QLabel *> m_labels;
    TonedLabel *m_note;
    QSet<int> m_leftOut;
    int m_current = 0;
    bool m_dressing = false;
};

} // namespace Matchbook
