// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "page.h"
#include "preferences/session.h"
#include "sidebar.h"
#include "statusline.h"

#include <QCloseEvent>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int pauseMs = 250;
constexpr int quietMs = 1000; // after the window was shown
constexpr int betweenSlicesMs = 20;
constexpr int sliceMs = 10;

} // namespace

MainWindow::MainWindow(const QList<PageEntry> &pages, StatusLine *status, Session &session, QWidget *parent)
    : QMainWindow(parent), m_entries(pages), m_session(session), m_sideBar(new SideBar(this)),
      m_stack(new QStackedWidget(this)), m_pause(new QTimer(this)), m_prepare(new QTimer(this))
{
    setWindowTitle(QStringLiteral("Matchbook"));
    for (const PageEntry &entry : std::as_const(m_entries))
        m_sideBar->addPage(entry.id, entry.title, entry.group);
    connect(m_sideBar, &SideBar::pageChosen, this, [this](const QString &id) { openPage(id); });

    auto *whole = new QWidget(this);
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_sideBar);
    // On a screen that is smaller than a page needs, nothing shall be out of reach.
    auto *scroll = new QScrollArea(whole);
    scroll->setObjectName(QStringLiteral("pages"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_stack);
    m_stack->setAutoFillBackground(false);
    columns->addWidget(scroll, 1);
    rows->addLayout(columns, 1);
    rows->addWidget(status);
    setCentralWidget(whole);

    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(m_pause, &QTimer::timeout, this, [this] {
        if (m_changed)
            storeChanged();
    });
    connect(m_prepare, &QTimer::timeout, this, &MainWindow::prepareSome);
    addShortcuts();
    resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
    restoreGeometry(m_session.windowGeometry());
}

void MainWindow::addShortcuts()
{
    for (int i = 0; i < qMin(9, int(m_entries.size())); ++i) {
        auto *shortcut = new QShortcut(QKeySequence(int(Qt::CTRL) | (int(Qt::Key_1) + i)), this);
        connect(shortcut, &QShortcut::activated, this, [this, i] { openPage(m_entries.at(i).id); });
    }
    auto *again = new QShortcut(QKeySequence(QKeySequence::Refresh), this);
    connect(again, &QShortcut::activated, this, &MainWindow::refreshPage);
    auto *quit = new QShortcut(QKeySequence(QStringLiteral("Ctrl+Q")), this);
    connect(quit, &QShortcut::activated, this, &QWidget::close);
}

void MainWindow::openPage(const QString &id, const QVariantMap &what)
{
    Page *page = makePage(id);
    if (!page)
        return;
    // A page must not be wider than the screen because of another one.
    for (Page *made : std::as_const(m_made)) {
        const auto policy = made == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        made->setSizePolicy(policy, policy);
    }
    m_current = id;
    m_session.setLastPage(id);
    m_sideBar->setCurrent(id);
    m_stack->setCurrentWidget(page);
    if (!what.isEmpty())
        page->open(what);
    page->refresh();
}

Page *MainWindow::makePage(const QString &id)
{
    if (Page *made = m_made.value(id))
        return made;
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&id](const PageEntry &each) { return each.id == id; });
    if (entry == m_entries.cend())
        return nullptr;
    Page *page = entry->make();
    page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_made.insert(id, page);
    m_stack->addWidget(page);
    connect(page, &Page::openPage, this, &MainWindow::openPage);
    return page;
}

// Making a page and dressing its widgets takes longer than a window may be away. So it is done in slices, before anybody
// asks for the page.
void MainWindow::prepareSome()
{
    m_prepare->setInterval(betweenSlicesMs);
    QElapsedTimer slice;
    slice.start();
    while (!m_unpolished.isEmpty() && slice.elapsed() < sliceMs) {
        if (QWidget *widget = m_unpolished.takeFirst())
            widget->ensurePolished();
    }
    if (!m_unpolished.isEmpty() || slice.elapsed() >= sliceMs)
        return;
    for (const PageEntry &entry : std::as_const(m_entries)) {
        if (m_made.contains(entry.id))
            continue;
        const QList<QWidget *> widgets = makePage(entry.id)->findChildren<QWidget *>();
        m_unpolished = {widgets.cbegin(), widgets.cend()};
        return;
    }
    m_prepare->stop();
}

void MainWindow::setBadge(const QString &id, int count)
{
    m_sideBar->setBadge(id, count);
}

void MainWindow::storeChanged()
{
    m_changed = true;
    if (m_pause->isActive() || !isVisible() || isMinimized())
        return; // the pause's end, or showing the window, makes up for it
    refreshPage();
}

void MainWindow::refreshPage()
{
    m_changed = false;
    m_pause->start();
    if (Page *page = m_made.value(m_current))
        page->refresh();
}

void MainWindow::bringUp()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (m_current.isEmpty() && !m_entries.isEmpty()) {
        openPage(m_session.lastPage());
        if (m_current.isEmpty())
            openPage(m_entries.first().id);
        m_prepare->start(quietMs);
    } else if (m_changed) {
        refreshPage();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_session.setWindowGeometry(saveGeometry());
    const Closing closing = m_decide ? m_decide() : Closing::Quit;
    if (closing == Closing::Quit) {
        event->accept();
        return;
    }
    event->ignore();
    if (closing == Closing::Hide) {
        hide();
        Q_EMIT hiddenToTray();
    }
}

} // namespace Matchbook
