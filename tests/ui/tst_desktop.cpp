// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningengine.h"

#include "desktop.h"
#include "mainwindow.h"
#include "page.h"
#include "statusline.h"
#include "widgets/emptystate.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTcpServer>

#include <algorithm>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The platform that tests run on has no tray.
class TestDesktop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whoeverIsToWaitInTheTrayShowsNoWindow();
    void aSecondStartBringsUpTheWindowThatWaits();
    void whereNoTrayComesTheWindowIsThereMinimized();
    void whoeverAsksWhyNobodyListensIsToldAndCanBegin();
    void whereThereIsNoConversionNoneIsLookedFor();
    void onASmallScreenNothingIsOutOfReach_data();
    void onASmallScreenNothingIsOutOfReach();

private:
    std::unique_ptr<RunningEngine> m_running;
    std::unique_ptr<Desktop> m_desktop;
};

void TestDesktop::init()
{
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start());
    m_desktop = std::make_unique<Desktop>(*qApp, m_running->engine());
}

void TestDesktop::cleanup()
{
    m_desktop.reset();
    m_running.reset();
}

void TestDesktop::whoeverIsToWaitInTheTrayShowsNoWindow()
{
    m_desktop->waitInTray();
    QTest::qWait(1200);
    QVERIFY(!m_desktop->window().isVisible());
    QVERIFY(m_running->engine().state().listening);
}

void TestDesktop::aSecondStartBringsUpTheWindowThatWaits()
{
    m_desktop->waitInTray();
    m_desktop->show();
    QVERIFY(m_desktop->window().isVisible());
    QTest::qWait(1200);
    QVERIFY(!m_desktop->window().isMinimized());
}

void TestDesktop::whereNoTrayComesTheWindowIsThereMinimized()
{
    m_desktop->waitInTray();
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window().isVisible(), 20'000);
    QVERIFY(m_desktop->window().isMinimized());
}

void TestDesktop::whoeverAsksWhyNobodyListensIsToldAndCanBegin()
{
    Engine &engine = m_running->engine();
    Preferences preferences = engine.preferences();
    QTcpServer taker;
    QVERIFY(taker.listen(QHostAddress::LocalHost));
    const quint16 taken = taker.serverPort();
    QVERIFY(!engine.listen(u"127.0.0.1"_s, taken));
    preferences.port = taken;
    QVERIFY(engine.setPreferences(preferences));
    m_desktop->show();
    auto *status = m_desktop->window().findChild<StatusLine *>();
    QTest::mouseClick(status, Qt::LeftButton, {}, QPoint(40, status->height() / 2));
    auto *box = m_desktop->window().findChild<QMessageBox *>(u"silence"_s);
    QVERIFY(box);
    QVERIFY2(box->informativeText().contains(u"port"_s), qPrintable(box->informativeText()));
    taker.close();
    const QList<QAbstractButton *> buttons = box->buttons();
    const auto start = std::find_if(buttons.cbegin(), buttons.cend(), [box](QAbstractButton *button) {
        return box->buttonRole(button) == QMessageBox::AcceptRole;
    });
    QVERIFY(start != buttons.cend());
    QTest::mouseClick(*start, Qt::LeftButton);
    QTRY_VERIFY(engine.state().listening);
    QVERIFY(!status->findChild<QPushButton *>(u"startListening"_s)->isVisible());
}

void TestDesktop::whereThereIsNoConversionNoneIsLookedFor()
{
    QVERIFY(m_running->setUp());
    MainWindow &window = m_desktop->window();
    m_desktop->show();
    window.openPage(u"conversions"_s);
    const QWidget *page = window.page(u"conversions"_s);
    const auto *everything = page->findChild<QPushButton *>(u"showEverything"_s);
    const QList<EmptyState *> states = page->findChildren<EmptyState *>();
    const auto shown = [&] {
        return std::count_if(states.cbegin(), states.cend(), [](EmptyState *s) { return s->isVisible(); });
    };
    QTRY_COMPARE(shown(), 1);
    QVERIFY(!everything->isVisible());
    QCOMPARE(m_running->postback(u"clickid=%1&payout=3&txid=1"_s.arg(m_running->click())), 200);
    QTRY_COMPARE(shown(), 0);
    window.openPage(u"conversions"_s, {{u"word"_s, u"refunded"_s}});
    QTRY_VERIFY(everything->isVisible());
}

void TestDesktop::onASmallScreenNothingIsOutOfReach_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page :
         {"overview", "live", "campaigns", "conversions", "networks", "postbacklog", "settings"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TestDesktop::onASmallScreenNothingIsOutOfReach()
{
    QFETCH(QString, page);
    MainWindow &window = m_desktop->window();
    m_desktop->show();
    window.openPage(u"networks"_s); // one that needs much
    window.openPage(page);
    window.resize(640, 400);
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.size(), QSize(640, 400));
    const QWidget *content = window.page(page);
    const auto *scroll = window.findChild<QScrollArea *>(u"pages"_s);
    QVERIFY(scroll);
    QVERIFY(scroll->geometry().right() < window.width());
    // What does not fit can be scrolled to.
    QCOMPARE(scroll->widget()->width(),
             scroll->viewport()->width() + scroll->horizontalScrollBar()->maximum());
    QCOMPARE(scroll->widget()->height(),
             scroll->viewport()->height() + scroll->verticalScrollBar()->maximum());
    QTRY_COMPARE(scroll->widget()->width(),
                 qMax(scroll->viewport()->width(),
                      qMax(content->minimumSizeHint().width(), content->minimumWidth())));
    QVERIFY(content->width() >= content->minimumSizeHint().width());
    QVERIFY(content->height() >= content->minimumSizeHint().height());
}

QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
