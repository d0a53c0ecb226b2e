// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences/session.h"
#include "reports/reportspage.h"
#include "runningengine.h"
#include "widgets/rangepicker.h"

#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The Reports page, used as a person uses it, over a whole engine.
class ReportsPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void figuresAreThereAndMoveWithTheStore();
    void rowsOpenAndCloseByMouseAndKeys();
    void aDimensionIsOfferedOnce();
    void columnsAreChosenAndRemembered();
    void columnsAreSorted();
    void fewClicksAreLeftOutOfTheRowsOnly();
    void aRowLeadsToItsConversions();
    void whatIsShownIsExported();
    void nothingIsSaid();

private:
    template<typename T>
    T *child(const QString &name)
    {
        auto *found = m_page->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    void group(const QString &combo, const QString &by)
    {
        auto *box = child<QComboBox>(combo);
        box->setCurrentIndex(box->findText(by));
    }
    QString cell(int row, const QString &column)
    {
        const QAbstractItemModel *model = m_table->model();
        for (int i = 0; i < model->columnCount(); ++i) {
            if (model->headerData(i, Qt::Horizontal).toString() == column)
                return model->index(row, i).data().toString().trimmed();
        }
        return {};
    }
    QStringList names()
    {
        QStringList list;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            list << cell(row, u"Name"_s);
        return list;
    }
    void sell(const QString &more)
    {
        const QString id = m_running->click();
        QVERIFY(id.size() == 20 && m_running->postback(u"clickid=%1&%2"_s.arg(id, more)) == 200);
    }

    std::unique_ptr<RunningEngine> m_running;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ReportsPage> m_page;
    QTableView *m_table = nullptr;
    QString m_file;
};

void ReportsPageTest::init()
{
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start() && m_running->setUp());
    m_session = std::make_unique<Session>(m_running->folder());
    m_file = m_running->folder() + u"/report.csv"_s;
    m_page = std::make_unique<ReportsPage>(m_running->engine(), m_session.get(), nullptr,
                                           [this](QWidget *, const QString &) { return m_file; });
    m_page->resize(1280, 800);
    m_page->show();
    m_table = m_page->findChild<QTableView *>();
    connect(&m_running->engine().reader(), &Reader::storeChanged, m_page.get(), &ReportsPage::refresh);
}

void ReportsPageTest::cleanup()
{
    m_page.reset();
    m_session.reset();
    m_running.reset();
}

void ReportsPageTest::figuresAreThereAndMoveWithTheStore()
{
    sell(u"payout=10"_s);
    m_page->refresh();
    QTRY_COMPARE(names(), QStringList{u"Keto Nov"_s});
    QTRY_COMPARE(cell(0, u"Clicks"_s), u"1"_s);
    QTRY_VERIFY(cell(0, u"Confirmed"_s).contains(u"10"_s));
    QCOMPARE(cell(0, u"ROI"_s), u"—"_s);
    QVERIFY(child<QLabel>(u"reportTotals"_s)->text().contains(u"10"_s));
    QVERIFY(child<QLabel>(u"reportNote"_s)->text().startsWith(u"USD · "_s));
    sell(u"payout=5"_s);
    QTRY_COMPARE(cell(0, u"Clicks"_s), u"2"_s);
    QTRY_COMPARE(cell(0, u"Conv."_s), u"2"_s);
}

void ReportsPageTest::rowsOpenAndCloseByMouseAndKeys()
{
    sell(u"payout=10"_s);
    sell(u"payout=4&status=pending"_s);
    group(u"by2"_s, u"Status"_s);
    QTRY_COMPARE(names(), QStringList{u"▸ Keto Nov"_s});
    QTRY_COMPARE(cell(0, u"Conv."_s), u"2"_s);
    const QStringList open{u"▾ Keto Nov"_s, u"Clicks"_s, u"Pending"_s, u"Approved"_s};
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {},
                      m_table->visualRect(m_table->model()->index(0, 0)).center());
    QCOMPARE(names(), open);
    m_table->selectRow(3);
    QTest::keyClick(m_table, Qt::Key_Left); // goes up
    QCOMPARE(m_table->currentIndex().row(), 0);
    QTest::keyClick(m_table, Qt::Key_Left); // closes
    QCOMPARE(names(), QStringList{u"▸ Keto Nov"_s});
    QTest::keyClick(m_table, Qt::Key_Right);
    QCOMPARE(names(), open);
    // What is open stays open when figures come anew.
    sell(u"payout=1"_s);
    QTRY_COMPARE(cell(0, u"Conv."_s), u"3"_s);
    QCOMPARE(names(), open);
    group(u"by3"_s, u"Network"_s);
    QTRY_VERIFY(cell(1, u"Name"_s).startsWith(u'▸'));
    QTest::keyClick(m_table, Qt::Key_Asterisk);
    QCOMPARE(m_table->model()->rowCount(), 7);
}

void ReportsPageTest::aDimensionIsOfferedOnce()
{
    auto *second = child<QComboBox>(u"by2"_s);
    auto *third = child<QComboBox>(u"by3"_s);
    QVERIFY(!third->isEnabled());
    group(u"by2"_s, u"Day"_s);
    QVERIFY(third->isEnabled());
    group(u"by1"_s, u"Day"_s);
    QCOMPARE(second->currentData().toInt(), -1);
    QVERIFY(!third->isEnabled());
    QVERIFY(!(second->model()->flags(second->model()->index(second->findText(u"Day"_s), 0))
              & Qt::ItemIsEnabled));
}

void ReportsPageTest::columnsAreChosenAndRemembered()
{
    auto *menu = m_page->findChild<QMenu *>();
    const auto isHidden = [this](const QString &title) {
        for (int i = 0; i < m_table->model()->columnCount(); ++i) {
            if (m_table->model()->headerData(i, Qt::Horizontal).toString() == title)
                return m_table->isColumnHidden(i);
        }
        return true;
    };
    QVERIFY(isHidden(u"Bots"_s) && !isHidden(u"Cost"_s));
    menu->findChild<QAction *>(u"bots"_s)->trigger();
    menu->findChild<QAction *>(u"cost"_s)->trigger();
    QVERIFY(!isHidden(u"Bots"_s) && isHidden(u"Cost"_s));
    group(u"by1"_s, u"Month"_s);
    m_page = std::make_unique<ReportsPage>(m_running->engine(), m_session.get());
    m_table = m_page->findChild<QTableView *>();
    QVERIFY(!isHidden(u"Bots"_s) && isHidden(u"Cost"_s));
    QCOMPARE(child<QComboBox>(u"by1"_s)->currentText(), u"Month"_s);
}

void ReportsPageTest::columnsAreSorted()
{
    sell(u"payout=10"_s);
    sell(u"payout=4&status=pending"_s);
    group(u"by1"_s, u"Status"_s);
    QTRY_COMPARE(names(), QStringList({u"Clicks"_s, u"Pending"_s, u"Approved"_s}));
    const int confirmed = int(ReportColumn::Confirmed) + 1;
    m_table->sortByColumn(confirmed, Qt::DescendingOrder);
    QCOMPARE(names().constFirst(), u"Approved"_s);
    m_table->sortByColumn(int(ReportColumn::Clicks) + 1, Qt::DescendingOrder);
    QCOMPARE(names().constFirst(), u"Clicks"_s);
    // Rows without clicks have no rate, which is less than any.
    m_table->sortByColumn(int(ReportColumn::ConversionRate) + 1, Qt::AscendingOrder);
    QCOMPARE(names().constLast(), u"Clicks"_s);
}

void ReportsPageTest::fewClicksAreLeftOutOfTheRowsOnly()
{
    sell(u"payout=10"_s);
    m_page->refresh();
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    child<QSpinBox>(u"leastClicks"_s)->setValue(2);
    QTRY_COMPARE(m_table->model()->rowCount(), 0);
    QVERIFY(child<QLabel>(u"reportTotals"_s)->text().contains(u"10"_s));
}

void ReportsPageTest::aRowLeadsToItsConversions()
{
    sell(u"payout=10"_s);
    group(u"by2"_s, u"Status"_s);
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    QTRY_COMPARE(cell(0, u"Conv."_s), u"1"_s);
    QTest::keyClick(m_table, Qt::Key_Asterisk);
    QSignalSpy opened(m_page.get(), &Page::openPage);
    QCOMPARE(names(), QStringList({u"▾ Keto Nov"_s, u"Clicks"_s, u"Approved"_s}));
    m_table->selectRow(2);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toString(), u"conversions"_s);
    const QVariantMap what = opened.at(0).at(1).toMap();
    QCOMPARE(what.value(u"campaign"_s).toLongLong(), m_running->campaign.id.value);
    QCOMPARE(what.value(u"word"_s).toString(), u"approved"_s);
    QVERIFY(what.value(u"since"_s).toLongLong() > 0);
    QVERIFY(what.value(u"until"_s).toLongLong() > what.value(u"since"_s).toLongLong());
    m_table->selectRow(1); // clicks have no conversions
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    group(u"by2"_s, u"then by…"_s);
    group(u"by1"_s, u"Offer"_s);
    QTRY_COMPARE(names(), QStringList{m_running->offer.name});
    m_table->selectRow(0);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.at(1).at(1).toMap().value(u"offer"_s).toLongLong(), m_running->offer.id.value);
    // There is no list of the conversions of an hour, and that is said.
    group(u"by1"_s, u"Hour of day"_s);
    QTRY_VERIFY(names().value(0).endsWith(u":00"_s));
    m_table->selectRow(0);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
    QVERIFY(child<QWidget>(u"reportResult"_s)->isVisible());
}

void ReportsPageTest::whatIsShownIsExported()
{
    sell(u"payout=10"_s);
    group(u"by2"_s, u"Status"_s);
    QTRY_COMPARE(cell(0, u"Conv."_s), u"1"_s);
    QTest::mouseClick(child<QPushButton>(u"export"_s), Qt::LeftButton);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QCOMPARE(csv.count("\r\n"), 5); // head, campaign, clicks, approved, total
    QVERIFY(csv.startsWith("campaign,status,Level,Clicks,"));
    QVERIFY(csv.contains("Keto Nov,approved,2,0,0,1,"));
    QVERIFY(csv.contains("Only network,Rows from clicks\r\n"));
    m_file = m_running->folder() + u"/missing/report.csv"_s;
    QTest::mouseClick(child<QPushButton>(u"export"_s), Qt::LeftButton);
    QVERIFY(child<QWidget>(u"reportResult"_s)->isVisible());
}

void ReportsPageTest::nothingIsSaid()
{
    m_page->refresh();
    QTRY_COMPARE(m_page->findChild<QStackedWidget *>()->currentIndex(), 1);
}

QTEST_MAIN(ReportsPageTest)
#include "tst_reportspage.moc"
