// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop.h"

#include "closingquestion.h"
#include "engine/engine.h"
#include "icons.h"
#include "mainwindow.h"
#include "pageset.h"
#include "preferences/session.h"
#include "silencenotice.h"
#include "statusline.h"
#include "storewatch.h"
#include "trayicon.h"

#include <QApplication>
#include <QTimer>

namespace Matchbook {

namespace {

constexpr int looksForTray = 20;
constexpr int lookForTrayMs = 500;

} // namespace

Desktop::Desktop(QApplication &application, Engine &engine)
    : m_application(application), m_engine(engine), m_theme(application),
      m_session(std::make_unique<Session>(engine.dataFolder())), m_status(new StatusLine(engine.clock())),
      m_watch(new StoreWatch(engine, this)), m_tray(new TrayIcon(this))
{
    application.setWindowIcon(applicationIcon());
    m_theme.apply(engine.preferences().theme);
    m_window = std::make_unique<MainWindow>(pageSet(engine, *m_session), m_status, *m_session);
    joinWindow();
    joinTray();
    m_watch->look();
}

Desktop::~Desktop() = default;

void Desktop::joinWindow()
{
    const auto dress = [this](const Preferences &preferences) {
        m_theme.apply(preferences.theme);
        m_status->setFormats(Formats::from(preferences), preferences.baseCurrency);
        m_window->refreshPage();
    };
    m_status->setFormats(Formats::from(m_engine.preferences()), m_engine.preferences().baseCurrency);
    m_status->setState(m_engine.state());
    connect(&m_engine, &Engine::preferencesChanged, this, dress);
    connect(&m_engine, &Engine::stateChanged, m_status, &StatusLine::setState);
    connect(&m_engine.reader(), &Reader::storeChanged, m_window.get(), &MainWindow::storeChanged);
    connect(m_watch, &StoreWatch::lastPostbackFound, m_status, &StatusLine::setLastPostback);
    connect(m_watch, &StoreWatch::attentionCounted, this, [this](int count) {
        m_window->setBadge(attentionPage(), count);
        m_status->setProblems(count);
    });
    connect(m_status, &StatusLine::problemsClicked, this, [this] {
        m_window->openPage(attentionPage(), {{QStringLiteral("word"), QStringLiteral("attention")}});
    });
    connect(m_status, &StatusLine::explanationWanted, this,
            [this] { explainSilence(m_window.get(), m_engine); });
    connect(m_status, &StatusLine::listeningWanted, this,
            [this] { startListening(m_window.get(), m_engine); });
    m_window->setClosingDecision([this] {
        Preferences preferences = m_engine.preferences();
        const bool tray = TrayIcon::isAvailable();
        if (const auto known = closingWithoutQuestion(preferences, m_engine.state().listening, tray))
            return *known;
        const Closing closing = askAboutClosing(m_window.get(), preferences, tray);
        if (closing != Closing::Stay) {
            // An answer that cannot be kept is asked for again next time.
            if (const auto saved = m_engine.setPreferences(preferences); !saved)
                qWarning("%s", qUtf8Printable(saved.error().detail));
        }
        return closing;
    });
}

void Desktop::joinTray()
{
    m_tray->setState(m_engine.state());
    connect(&m_engine, &Engine::stateChanged, m_tray, &TrayIcon::setState);
    connect(m_tray, &TrayIcon::openRequested, this, &Desktop::show);
    connect(m_tray, &TrayIcon::quitRequested, &m_application, &QCoreApplication::quit);
    connect(m_window.get(), &MainWindow::hiddenToTray, m_tray, &TrayIcon::show);
}

void Desktop::waitInTray()
{
    if (m_window->isVisible())
        return; // somebody asked for it meanwhile
    if (TrayIcon::isAvailable())
        m_tray->show();
    else if (m_looksForTray++ < looksForTray)
        QTimer::singleShot(lookForTrayMs, this, &Desktop::waitInTray);
    else
        m_window->showMinimized();
}

void Desktop::show()
{
    m_tray->hide();
    m_window->bringUp();
}

} // namespace Matchbook
