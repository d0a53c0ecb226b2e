// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trayicon.h"

#include "icons.h"
#include "statusline.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace Matchbook {

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent), m_icon(new QSystemTrayIcon(applicationIcon(), this)), m_menu(std::make_unique<QMenu>())
{
    m_state = m_menu->addAction(QString());
    m_state->setEnabled(false);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("&Open Matchbook")), &QAction::triggered, this, &TrayIcon::openRequested);
    connect(m_menu->addAction(tr("&Quit and stop listening")), &QAction::triggered, this,
            &TrayIcon::quitRequested);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    setState({});
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setState(const EngineState &state)
{
    const QString sentence = stateSentence(state);
    m_state->setText(sentence);
    m_icon->setToolTip(QStringLiteral("Matchbook\n") + sentence);
}

void TrayIcon::show()
{
    m_icon->show();
}

void TrayIcon::hide()
{
    m_icon->hide();
}

} // namespace Matchbook
