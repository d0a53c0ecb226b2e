// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Matchbook {

class Engine;

/// Asks once, when the window has come up, for the secrets that the person wants to enter at each start. A dialog at a time; none
/// waits.
class SecretAsking : public QObject
{
    Q_OBJECT
public:
    /// \a engine must outlive it; \a window is what the dialogs stand in front of, and its owner.
    SecretAsking(Engine &engine, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askForNext();

    Engine &m_engine;
    QWidget *m_window;
    QList<qint64> m_asked; ///< numbers of networks
};

} // namespace Matchbook
