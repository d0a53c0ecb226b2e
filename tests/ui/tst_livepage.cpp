// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningengine.h"

#include "journey/journeywidget.h"
#include "live/livepage.h"
#include "rows/rowmodel.h"
#include "rows/rowview.h"
#include "widgets/copyfield.h"
#include "widgets/segmentedbutton.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace Matchbook;
using namespace Qt::StringLiterals;

class LivePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyPageSaysWhatToDoNext();
    void aConversionIsThereHalfASecondAfterItsPostback();
    void selectingARowShowsItsJourney();
    void theNewestRowIsChosenToBeginWith();
    void whatWasNotMatchedStandsAmongThePostbacks();
    void pauseHoldsTheTableStill();
    void filterByStatusLeavesOnlyThatStatus();

private:
    QString cell(RowView *view, int row, int column)
    {
        return view->model()->index(row, column).data().toString();
    }
    RowView *view(const QString &name) { return m_page->findChild<RowView *>(name); }
    bool sell(const QString &transaction, const QString &extra = {})
    {
        const QString id = m_running->click(u"sub1=a"_s);
        return id.size() == 20
                && m_running->postback(u"clickid=%1&payout=31.20&txid=%2%3"_s.arg(id, transaction, extra))
                == 200;
    }
    void clickRow(RowView *table, int row)
    {
        const QRect area = table->visualRect(table->model()->index(row, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, area.center());
    }

    std::unique_ptr<RunningEngine> m_running;
    std::unique_ptr<LivePage> m_page;
};

void LivePageTest::init()
{
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start());
    QVERIFY(m_running->setUp());
    m_page = std::make_unique<LivePage>(m_running->engine(), nullptr);
    m_page->resize(1100, 700);
    m_page->show();
    QObject::connect(&m_running->engine().reader(), &Reader::storeChanged, m_page.get(),
                     [this] { m_page->refresh(); });
    m_page->refresh();
}

void LivePageTest::cleanup()
{
    m_page.reset();
    m_running.reset();
}

void LivePageTest::emptyPageSaysWhatToDoNext()
{
    QSignalSpy asked(m_page.get(), &Page::openPage);
    QPushButton *button = nullptr;
    const auto appeared = [this, &button] {
        for (auto *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text() == "Show campaigns"_L1)
                button = candidate;
        }
        return button != nullptr;
    };
    QTRY_VERIFY(appeared());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), u"campaigns"_s);
}

void LivePageTest::aConversionIsThereHalfASecondAfterItsPostback()
{
    RowView *table = view(u"live_matches"_s);
    QVERIFY(sell(u"T1"_s));
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 3000);
    QTRY_COMPARE_WITH_TIMEOUT(cell(table, 0, 1), u"Northway"_s, 3000);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(cell(table, 0, 2), u"Keto Nov"_s);
    QVERIFY(cell(table, 0, 5).contains("31"_L1));
    QCOMPARE(cell(table, 0, 6), u"Approved"_s);
    QVERIFY(sell(u"T2"_s));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 3000);
}

void LivePageTest::selectingARowShowsItsJourney()
{
    RowView *table = view(u"live_matches"_s);
    QVERIFY(sell(u"T1"_s));
    QTRY_COMPARE(cell(table, 0, 1), u"Northway"_s);
    clickRow(table, 0);
    auto *amount = m_page->findChild<QLabel *>(u"journeyAmount"_s);
    QTRY_VERIFY(amount->isVisible());
    QVERIFY(amount->text().contains("31"_L1));
    const QString id = m_page->findChild<QLabel *>(u"journeyClickId"_s)->text();
    QCOMPARE(id.size(), 20);
    QVERIFY(m_page->findChild<CopyField *>(u"journeyRaw"_s)->text().contains(id));
    QTest::mouseClick(m_page->findChild<QPushButton *>(u"copyClickId"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), id);
}

void LivePageTest::theNewestRowIsChosenToBeginWith()
{
    RowView *table = view(u"live_matches"_s);
    QVERIFY(sell(u"T1"_s));
    auto *amount = m_page->findChild<QLabel *>(u"journeyAmount"_s);
    QTRY_VERIFY(amount->isVisible());
    const qint64 chosen = table->currentId();
    QVERIFY(chosen > 0);
    QVERIFY(sell(u"T2"_s));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->currentId(), chosen); // nobody's reading is interrupted
}

void LivePageTest::whatWasNotMatchedStandsAmongThePostbacks()
{
    QCOMPARE(m_running->postback(u"clickid={aff_sub}&payout=1"_s), 200);
    auto *segments = m_page->findChild<SegmentedButton *>(u"liveTables"_s);
    QTest::mouseClick(segments->segment(u"postbacks"_s), Qt::LeftButton);
    RowView *table = view(u"live_postbacks"_s);
    QTRY_COMPARE(cell(table, 0, 2), u"Unmatched"_s);
    QVERIFY(cell(table, 0, 3).contains("{aff_sub}"_L1));
    QCOMPARE(view(u"live_matches"_s)->model()->rowCount(), 0);
    clickRow(table, 0);
    auto *raw = m_page->findChild<CopyField *>(u"journeyRaw"_s);
    QTRY_VERIFY(raw->text().contains("clickid={aff_sub}"_L1)
                || raw->text().contains("clickid=%7Baff_sub%7D"_L1));
    QVERIFY(!raw->text().contains(m_running->network.key));
}

void LivePageTest::pauseHoldsTheTableStill()
{
    RowView *table = view(u"live_matches"_s);
    QVERIFY(sell(u"T1"_s));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    auto *pause = m_page->findChild<QPushButton *>(u"pause"_s);
    QTest::mouseClick(pause, Qt::LeftButton);
    QVERIFY(sell(u"T2"_s));
    QTest::qWait(600);
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::mouseClick(pause, Qt::LeftButton);
    QTRY_COMPARE(table->model()->rowCount(), 2);
}

void LivePageTest::filterByStatusLeavesOnlyThatStatus()
{
    RowView *table = view(u"live_matches"_s);
    QVERIFY(sell(u"T1"_s));
    QVERIFY(sell(u"T2"_s, u"&status=pending"_s));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    auto *status = m_page->findChild<QComboBox *>(u"filterStatus"_s);
    status->setCurrentIndex(status->findData(u"pending"_s));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_COMPARE(cell(table, 0, 6), u"Pending"_s);
    auto *button = m_page->findChild<QPushButton *>(u"filter"_s);
    QVERIFY(button->text().contains(u'1'));
    m_page->findChild<QPushButton *>(u"filterClear"_s)->click();
    QTRY_COMPARE(table->model()->rowCount(), 2);
}

QTEST_MAIN(LivePageTest)
#include "tst_livepage.moc"
