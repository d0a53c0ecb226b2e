// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class NavigationButton;

/// The window's left edge: the program's name and a button for each page, in groups.
class SideBar : public QWidget
{
    Q_OBJECT
public:
    explicit SideBar(QWidget *parent = nullptr);

    /// Adds a page below the others; a new \a group begins under a line.
    void addPage(const QString &id, const QString &title, int group);
    void setCurrent(const QString &id);
    /// A red count beside the page's title; 0 takes it away.
    void setBadge(const QString &id, int count);
    int badge(const QString &id) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void pageChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QButtonGroup *m_group;
    QHash<QString, NavigationButton *> m_buttons;
    int m_lastGroup = 0;
};

} // namespace Matchbook
