// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace Matchbook {

/// One line of the side bar: a page's title and perhaps a count.
class NavigationButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NavigationButton(const QString &title, QWidget *parent = nullptr);

    void setBadge(int count);
    int badge() const { return m_badge; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QString badgeText() const;

    int m_badge = 0;
    bool m_byKeyboard = false; ///< a ring is for those who came with the keyboard
};

} // namespace Matchbook
