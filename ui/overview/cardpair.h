// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

/// Two cards side by side, the left one twice as wide; one below the other where there is no room.
class CardPair : public QWidget
{
    Q_OBJECT
public:
    CardPair(QWidget *left, QWidget *right, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_layout;
};

} // namespace Matchbook
