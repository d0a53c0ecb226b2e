// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "closingquestion.h"
#include "mainwindow.h"
#include "page.h"
#include "preferences/session.h"
#include "sidebar.h"
#include "statusline.h"
#include "theme.h"
#include "vocabulary/clock.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;

namespace {

class StoppedClock final : public Clock
{
public:
    qint64 now() const override { return time; }
    qint64 time = 1'790'000'000'000;
};

class CountingPage final : public Page
{
public:
    explicit CountingPage(const QString &id) : Page(id, id) { }
    void refresh() override { ++refreshed; }
    void open(const QVariantMap &what) override { opened = what; }

    int refreshed = 0;
    QVariantMap opened;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void pagesAreMadeOnTheFirstVisit();
    void pagesNobodyVisitedAreMadeInQuietButNotRead();
    void pagesAreReachedByKeyboard();
    void aJumpNarrowsThePageDown();
    void theLastPageIsShownAgain();
    void aBusyStoreRefreshesFourTimesASecond();
    void hiddenPagesAreNotRefreshed();
    void badgeIsShownAndTakenAway();
    void closingDoesWhatWasDecided();
    void closingIsAskedOnceAndOnlyWhenItMatters_data();
    void closingIsAskedOnceAndOnlyWhenItMatters();
    void statusLineTellsWhereWeListen_data();
    void statusLineTellsWhereWeListen();
    void statusLineTellsTheLastPostback();
    void problemsLeadSomewhere();
    void thatNobodyListensIsAProblem();
    void lostClicksAreShown();

private:
    CountingPage *made(const char *id) const
    {
        return static_cast<CountingPage *>(m_window->page(QString::fromLatin1(id)));
    }
    void makeWindow();

    StoppedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    StatusLine *m_status = nullptr;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>(m_folder->path());
    makeWindow();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestMainWindow::makeWindow()
{
    QList<PageEntry> pages;
    for (const char *id : {"first", "second", "third"}) {
        const QString name = QString::fromLatin1(id);
        pages += {name, name, QString(), [name] { return new CountingPage(name); },
                  name == QLatin1String("third")};
    }
    m_status = new StatusLine(m_clock);
    m_window = std::make_unique<MainWindow>(pages, m_status, *m_session);
}

void TestMainWindow::pagesAreMadeOnTheFirstVisit()
{
    m_window->show();
    QCOMPARE(m_window->currentPage(), QStringLiteral("first"));
    QVERIFY(made("first"));
    QVERIFY(!made("second"));
    m_window->openPage(QStringLiteral("second"));
    QVERIFY(made("second"));
    QVERIFY(made("second")->isVisible());
    QVERIFY(!made("first")->isVisible());
    m_window->openPage(QStringLiteral("nonsense"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("second"));
}

void TestMainWindow::pagesNobodyVisitedAreMadeInQuietButNotRead()
{
    m_window->show();
    QVERIFY(!made("third"));
    QTRY_VERIFY(made("third"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("first"));
    QCOMPARE(made("third")->refreshed, 0);
    QVERIFY(!made("third")->isVisible());
    const CountingPage *prepared = made("third");
    m_window->openPage(QStringLiteral("third"));
    QCOMPARE(made("third"), prepared);
    QCOMPARE(prepared->refreshed, 1);
}

void TestMainWindow::pagesAreReachedByKeyboard()
{
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("third"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("first"));
    const int before = made("first")->refreshed;
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(made("first")->refreshed, before + 1);
}

void TestMainWindow::aJumpNarrowsThePageDown()
{
    m_window->show();
    Q_EMIT made("first")->openPage(QStringLiteral("second"), {{QStringLiteral("network"), 7}});
    QCOMPARE(m_window->currentPage(), QStringLiteral("second"));
    QCOMPARE(made("second")->opened.value(QStringLiteral("network")).toInt(), 7);
    QCOMPARE(made("second")->refreshed, 1);
}

void TestMainWindow::theLastPageIsShownAgain()
{
    m_window->show();
    m_window->openPage(QStringLiteral("second"));
    makeWindow();
    m_window->show();
    QCOMPARE(m_window->currentPage(), QStringLiteral("second"));
}

void TestMainWindow::aBusyStoreRefreshesFourTimesASecond()
{
    m_window->show();
    const int before = made("first")->refreshed;
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 1000) {
        m_window->storeChanged();
        QTest::qWait(5);
    }
    const int times = made("first")->refreshed - before;
    QVERIFY2(times >= 2 && times <= 5, QByteArray::number(times).constData());
}

void TestMainWindow::hiddenPagesAreNotRefreshed()
{
    m_window->show();
    m_window->openPage(QStringLiteral("second"));
    const int before = made("first")->refreshed;
    m_window->storeChanged();
    QTest::qWait(300);
    QCOMPARE(made("first")->refreshed, before);
    m_window->hide();
    const int hidden = made("second")->refreshed;
    m_window->storeChanged();
    QTest::qWait(300);
    QCOMPARE(made("second")->refreshed, hidden);
    m_window->show(); // what was missed is made up for
    QCOMPARE(made("second")->refreshed, hidden + 1);
}

void TestMainWindow::badgeIsShownAndTakenAway()
{
    m_window->setBadge(QStringLiteral("second"), 3);
    QCOMPARE(m_window->sideBar()->badge(QStringLiteral("second")), 3);
    m_window->setBadge(QStringLiteral("second"), 0);
    QCOMPARE(m_window->sideBar()->badge(QStringLiteral("second")), 0);
    m_window->setBadge(QStringLiteral("nonsense"), 3);
    QCOMPARE(m_window->sideBar()->badge(QStringLiteral("nonsense")), 0);
}

void TestMainWindow::closingDoesWhatWasDecided()
{
    QSignalSpy hidden(m_window.get(), &MainWindow::hiddenToTray);
    m_window->show();
    m_window->setClosingDecision([] { return Closing::Stay; });
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    m_window->setClosingDecision([] { return Closing::Hide; });
    QVERIFY(!m_window->close());
    QVERIFY(!m_window->isVisible());
    QCOMPARE(hidden.size(), 1);
    m_window->bringUp();
    QVERIFY(m_window->isVisible());
    m_window->setClosingDecision([] { return Closing::Quit; });
    QVERIFY(m_window->close());
    QVERIFY(!m_session->windowGeometry().isEmpty());
}

void TestMainWindow::closingIsAskedOnceAndOnlyWhenItMatters_data()
{
    QTest::addColumn<bool>("asked");
    QTest::addColumn<bool>("keep");
    QTest::addColumn<bool>("listening");
    QTest::addColumn<bool>("tray");
    QTest::addColumn<int>("closing"); // -1: ask
    QTest::newRow("not listening here") << false << false << false << true << int(Closing::Quit);
    QTest::newRow("never asked") << false << false << true << true << -1;
    QTest::newRow("never asked, no tray") << false << false << true << false << -1;
    QTest::newRow("keep") << true << true << true << true << int(Closing::Hide);
    QTest::newRow("keep, but the tray is gone") << true << true << true << false << int(Closing::Quit);
    QTest::newRow("do not keep") << true << false << true << true << int(Closing::Quit);
}

void TestMainWindow::closingIsAskedOnceAndOnlyWhenItMatters()
{
    QFETCH(bool, asked);
    QFETCH(bool, keep);
    QFETCH(bool, listening);
    QFETCH(bool, tray);
    QFETCH(int, closing);
    Preferences preferences;
    preferences.askedAboutTray = asked;
    preferences.keepListeningInTray = keep;
    const auto known = closingWithoutQuestion(preferences, listening, tray);
    QCOMPARE(known ? int(*known) : -1, closing);
}

void TestMainWindow::statusLineTellsWhereWeListen_data()
{
    QTest::addColumn<bool>("here");
    QTest::addColumn<bool>("elsewhere");
    QTest::addColumn<int>("trouble"); // -1: none
    QTest::addColumn<QString>("begins");
    QTest::addColumn<int>("tone");
    QTest::newRow("all well") << true << false << -1 << QStringLiteral("Listening · http://127.0.0.1:8130")
                              << int(Tone::Green);
    QTest::newRow("elsewhere") << false << true << int(Failure::Kind::AlreadyListening)
                               << QStringLiteral("Another Matchbook listens · http://127.0.0.1:8130")
                               << int(Tone::Green);
    QTest::newRow("port taken") << false << false << int(Failure::Kind::PortInUse)
                                << QStringLiteral("Not listening · Another program uses this port.")
                                << int(Tone::Red);
    QTest::newRow("not listening") << false << false << -1 << QStringLiteral("Not listening")
                                   << int(Tone::Red);
    QTest::newRow("disk full") << true << false << int(Failure::Kind::StoreFull)
                               << QStringLiteral("Listening · http://127.0.0.1:8130 · The disk is full.")
                               << int(Tone::Amber);
}

void TestMainWindow::statusLineTellsWhereWeListen()
{
    QFETCH(bool, here);
    QFETCH(bool, elsewhere);
    QFETCH(int, trouble);
    QFETCH(QString, begins);
    QFETCH(int, tone);
    EngineState state;
    state.listening = here;
    state.listeningElsewhere = elsewhere;
    state.address = QStringLiteral("http://127.0.0.1:8130");
    if (trouble >= 0)
        state.trouble = Failure{Failure::Kind(trouble), {}};
    m_status->setState(state);
    QVERIFY2(m_status->stateText().startsWith(begins), qPrintable(m_status->stateText()));
    QCOMPARE(int(stateTone(state)), tone);
}

void TestMainWindow::statusLineTellsTheLastPostback()
{
    QVERIFY(m_status->lastPostbackText().isEmpty()); // not known yet
    m_status->setLastPostback(0);
    QCOMPARE(m_status->lastPostbackText(), QStringLiteral("No postback yet"));
    m_status->setLastPostback(m_clock.time - 14'000);
    QCOMPARE(m_status->lastPostbackText(), QStringLiteral("Last postback 14 s ago"));
    m_window->show();
    m_clock.time += 60'000;
    QTRY_COMPARE_WITH_TIMEOUT(m_status->lastPostbackText(), QStringLiteral("Last postback 1 min ago"), 3000);
}

void TestMainWindow::problemsLeadSomewhere()
{
    m_window->show();
    QSignalSpy clicked(m_status, &StatusLine::problemsClicked);
    EngineState heard;
    heard.listening = true;
    m_status->setState(heard);
    auto *button = m_status->findChild<QPushButton *>();
    QVERIFY(!button->isVisible());
    m_status->setProblems(3);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(clicked.size(), 1);
}

void TestMainWindow::thatNobodyListensIsAProblem()
{
    m_window->show();
    m_status->setState({});
    QSignalSpy problems(m_status, &StatusLine::problemsClicked);
    QSignalSpy explanation(m_status, &StatusLine::explanationWanted);
    QSignalSpy listening(m_status, &StatusLine::listeningWanted);
    auto *button = m_status->findChild<QPushButton *>();
    QVERIFY(button->text().contains(QLatin1Char('1')));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(explanation.size(), 1);
    QTest::mouseClick(m_status, Qt::LeftButton, {}, QPoint(40, m_status->height() / 2));
    QCOMPARE(explanation.size(), 2);
    m_status->setProblems(3);
    QVERIFY(button->text().contains(QLatin1Char('4')));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(problems.size(), 1);
    auto *start = m_status->findChild<QPushButton *>(QStringLiteral("startListening"));
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(listening.size(), 1);

    EngineState heard;
    heard.listeningElsewhere = true;
    m_status->setState(heard);
    QVERIFY(!start->isVisible());
    QVERIFY(button->text().contains(QLatin1Char('3')));
    QTest::mouseClick(m_status, Qt::LeftButton, {}, QPoint(40, m_status->height() / 2));
    QCOMPARE(explanation.size(), 2);
}

void TestMainWindow::lostClicksAreShown()
{
    EngineState state;
    state.listening = true;
    state.lostClicks = 12;
    m_status->setState(state);
    QVERIFY2(m_status->stateText().contains(QStringLiteral("12")), qPrintable(m_status->stateText()));
    QCOMPARE(int(stateTone(state)), int(Tone::Amber));
    state.lostClicks = 0;
    state.reserveTrouble = Failure{Failure::Kind::StoreFull, {}};
    QCOMPARE(int(stateTone(state)), int(Tone::Amber));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
