// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Matchbook {

class Banner;
class Engine;
class TonedLabel;

/// Says that networks cannot reach this computer, and takes the public address right there. Hidden where one is set.
class PublicAddressBox : public QWidget
{
    Q_OBJECT
public:
    /// \a engine must outlive it.
    explicit PublicAddressBox(Engine &engine, QWidget *parent = nullptr);

    /// Shows itself where there is no public address; \a always: also to change one.
    void look(bool always = false);

Q_SIGNALS:
    /// Every URL begins with another address from now on.
    void addressSet();

private:
    void build();
    void set();

    Engine &m_engine;
    Banner *m_banner = nullptr;
    QLineEdit *m_address = nullptr;
    QPushButton *m_set = nullptr;
    TonedLabel *m_problem = nullptr;
};

} // namespace Matchbook
