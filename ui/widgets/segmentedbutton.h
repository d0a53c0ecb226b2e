// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

/// A few choices in one box, exactly one chosen. Left and Right move, Space and click choose.
class SegmentedButton : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedButton(QWidget *parent = nullptr);

    /// Adds a choice at the right end. The first one added is chosen.
    void addSegment(const QString &id, const QString &text);
    /// Renames a choice, for counts: `Needs attention 3`.
    void setSegmentText(const QString &id, const QString &text);
    QString current() const;
    /// Chooses \a id without emitting chosen().
    void setCurrent(const QString &id);
    QAbstractButton *segment(const QString &id) const; ///< null if there is none

Q_SIGNALS:
    /// The person chose, or chose again, \a id.
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_layout;
    QButtonGroup *m_group;
};

} // namespace Matchbook
