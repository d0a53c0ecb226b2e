// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "theme.h"

#include <QObject>

#include <memory>

namespace Matchbook {

class Engine;
class MainWindow;
class Session;
class StatusLine;
class StoreWatch;
class TrayIcon;

/// Everything with a window, joined to an engine that has been started: theme, window, pages, tray.
class Desktop : public QObject
{
    Q_OBJECT
public:
    /// \a application and \a engine must outlive it.
    Desktop(QApplication &application, Engine &engine);
    ~Desktop() override;

    /// Shows the window on top, also from the tray or when a second start asks for it.
    void show();
    /// Waits in the tray, without a window. A desktop that is still starting gets ten seconds to have a tray; after that
    /// the window is shown minimized, for nobody may be left with a listener that cannot be seen.
    void waitInTray();
    MainWindow &window() const { return *m_window; }

private:
    void joinWindow();
    void joinTray();

    QApplication &m_application;
    Engine &m_engine;
    Theme m_theme;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window; // before the session goes: its tables write their widths there
    StatusLine *m_status;
    StoreWatch *m_watch;
    TrayIcon *m_tray;
    int m_looksForTray = 0;
};

} // namespace Matchbook
