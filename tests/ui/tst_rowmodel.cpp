// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rows/pagedrowmodel.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <ctime>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

struct Number {
    qint64 id = 0;
    QString text;
};

/// A store of numbered rows, which answers when control is back in the event loop.
class FakeStore
{
public:
    RowIndex index;
    QSet<qint64> missing;
    QString prefix;
    bool failing = false;
    int indexQuestions = 0;
    QList<RowFilter> filters;
    int rowQuestions = 0;

    RowSource<Number> source()
    {
        RowSource<Number> source;
        source.index = [this](QObject *asker, const RowFilter &filter, auto answer) {
            ++indexQuestions;
            filters.append(filter);
            const auto now = failing ? Expected<RowIndex>(unexpected(Failure::Kind::StoreTrouble)) : index;
            QTimer::singleShot(0, asker, [answer, now] { answer(now); });
        };
        source.rows = [this](QObject *asker, const QList<qint64> &ids, auto answer) {
            ++rowQuestions;
            QList<Number> rows;
            for (const qint64 id : ids) {
                if (!missing.contains(id))
                    rows.append({id, prefix + QString::number(id)});
            }
            QTimer::singleShot(0, asker, [answer, rows] { answer(rows); });
        };
        return source;
    }
};

class NumberModel : public PagedRowModel<Number>
{
public:
    explicit NumberModel(FakeStore &store)
        : PagedRowModel({{u"time"_s, u"Time"_s}, {u"text"_s, u"Text"_s}, {QString(), u"Fixed"_s}},
                        store.source(), nullptr)
    { }

private:
    QVariant value(const Number &row, int, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(row.text) : QVariant();
    }
    qint64 idOf(const Number &row) const override { return row.id; }
};

RowIndex plainIndex(qint64 first, qint64 last)
{
    RowIndex index;
    index.firstId = first;
    index.lastId = last;
    return index;
}

RowIndex listIndex(const QList<qint64> &ids)
{
    RowIndex index;
    index.plain = false;
    index.ids = ids;
    return index;
}

QString shown(const RowModel &model, int row)
{
    return model.index(row, 0).data().toString();
}

} // namespace

class RowModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenMillionRowsOpenAndScrollAtOnce();
    void rowsThatHaveNotArrivedAreShownAsPlaceholders();
    void aBurstOfNewRowsIsOneInsertionThatKeepsSelectionAndView();
    void aBurstInAFilteredListIsOneInsertionToo();
    void aRowThatLeavesTheFilterIsTakenOutAlone();
    void memoryStaysBoundedHoweverFarOneScrolls();
    void aRowThatIsGoneIsNotAskedForAgain();
    void refreshReadsTheRowsInViewAgain();
    void pausedModelCatchesUpWhenItGoesOn();
    void headerClicksLetTheStoreSort();
    void failureIsToldAndWhatIsShownStays();
};

void RowModelTest::tenMillionRowsOpenAndScrollAtOnce()
{
    FakeStore store;
    store.index = plainIndex(1, 10'000'000);
    NumberModel model(store);
    QTableView view;
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.setModel(&model);
    view.resize(800, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));

    QSignalSpy arrived(&model, &RowModel::indexArrived);
    QSignalSpy read(&model, &QAbstractItemModel::dataChanged);
    // The processor's time, not the clock's: other tests run beside this one.
    const auto used = [] { return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC; };
    qint64 start = used();
    model.setFilter({});
    QVERIFY(arrived.wait());
    view.grab();
    QVERIFY(!read.isEmpty() || read.wait());
    view.grab();
    const qint64 opened = used() - start;
    start = used();
    view.scrollTo(model.index(5'000'000, 0));
    view.grab();
    const qint64 jumped = used() - start;
    QCOMPARE(shown(model, 0), u"10000000"_s);
    QTRY_COMPARE(shown(model, 5'000'000), u"5000000"_s);
    QObject::connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, &view, [&] { start = used(); });
    store.index = plainIndex(1, 10'000'500);
    model.refresh();
    QSignalSpy grew(&model, &RowModel::indexArrived);
    QVERIFY(grew.wait());
    QCOMPARE(model.rowCount(), 10'000'500);
    view.grab();
    const qint64 grown = used() - start;
    qInfo("10,000,000 rows: open %lld ms, jump %lld ms, grow %lld ms", opened, jumped, grown);
#ifdef __SANITIZE_ADDRESS__
    constexpr int slower = 20; // the sanitizers' price, not ours
#else
    constexpr int slower = 3; // reading all rows would take many times longer still
#endif
    QVERIFY2(opened < 200 * slower, qPrintable(QString::number(opened)));
    QVERIFY2(jumped < 100 * slower, qPrintable(QString::number(jumped)));
    QVERIFY2(grown < 200 * slower, qPrintable(QString::number(grown)));
    QVERIFY2(store.rowQuestions < 12, qPrintable(QString::number(store.rowQuestions)));
}

void RowModelTest::rowsThatHaveNotArrivedAreShownAsPlaceholders()
{
    FakeStore store;
    store.index = plainIndex(1, 1000);
    NumberModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy arrived(&model, &RowModel::indexArrived);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setFilter({});
    QVERIFY(arrived.wait());
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(shown(model, 700), u"…"_s);
    QCOMPARE(model.rowAt(700), nullptr);
    QVERIFY(!model.index(700, 1).data().isValid());
    QTRY_COMPARE(shown(model, 700), u"300"_s);
    QVERIFY(model.rowAt(700));
    bool told = false;
    for (const auto &arguments : changed) {
        told = told
                || (arguments.at(0).toModelIndex().row() <= 700
                    && arguments.at(1).toModelIndex().row() >= 700);
    }
    QVERIFY(told);
    QVERIFY(!model.canFetchMore({}));
}

void RowModelTest::aBurstOfNewRowsIsOneInsertionThatKeepsSelectionAndView()
{
    FakeStore store;
    store.index = plainIndex(1, 1000);
    NumberModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTableView view;
    view.setModel(&model);
    view.show();
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 1000);
    QTRY_COMPARE(shown(model, 10), u"990"_s);
    view.selectRow(10);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    store.index = plainIndex(1, 1400);
    model.refresh();
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 1400);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 0);
    QCOMPARE(inserted.at(0).at(2).toInt(), 399);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(view.currentIndex().row(), 410);
    QCOMPARE(shown(model, 410), u"990"_s);
    QCOMPARE(model.rowOf(990), 410);
    QTRY_COMPARE(shown(model, 0), u"1400"_s);
}

void RowModelTest::aBurstInAFilteredListIsOneInsertionToo()
{
    FakeStore store;
    store.index = listIndex({90, 70, 50});
    NumberModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RowFilter filter;
    filter.search = u"x"_s;
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 3);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    store.index = listIndex({130, 120, 110, 90, 70, 50});
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 6);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(2).toInt(), 2);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(model.rowOf(70), 4);
    QCOMPARE(model.rowOf(71), -1);
}

void RowModelTest::aRowThatLeavesTheFilterIsTakenOutAlone()
{
    FakeStore store;
    store.index = listIndex({90, 70, 50, 30});
    NumberModel model(store);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RowFilter filter;
    filter.words = {u"pending"_s};
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 4);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    store.index = listIndex({90, 50, 30});
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 1);
    QCOMPARE(removed.at(0).at(2).toInt(), 1);
}

void RowModelTest::memoryStaysBoundedHoweverFarOneScrolls()
{
    FakeStore store;
    store.index = plainIndex(1, 1'000'000);
    NumberModel model(store);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 1'000'000);
    for (int row = 0; row < 100 * RowPages<Number>::pageRows; row += RowPages<Number>::pageRows) {
        shown(model, row);
        QTRY_COMPARE(shown(model, row), QString::number(1'000'000 - row));
    }
    QCOMPARE(model.pagesKept(), RowPages<Number>::maxPages);
    const int asked = store.rowQuestions;
    QCOMPARE(shown(model, 99 * RowPages<Number>::pageRows), QString::number(1'000'000 - 99 * 256));
    QCOMPARE(shown(model, 0), u"…"_s);
    QTRY_COMPARE(shown(model, 0), u"1000000"_s);
    QCOMPARE(store.rowQuestions, asked + 1);
}

void RowModelTest::aRowThatIsGoneIsNotAskedForAgain()
{
    FakeStore store;
    store.index = plainIndex(1, 5);
    store.missing = {3};
    NumberModel model(store);
    model.setFilter({});
    QTRY_COMPARE(shown(model, 0), u"5"_s);
    QCOMPARE(shown(model, 2), u"—"_s);
    const int asked = store.rowQuestions;
    QTest::qWait(20);
    QCOMPARE(shown(model, 2), u"—"_s);
    QTest::qWait(20);
    QCOMPARE(store.rowQuestions, asked);
}

void RowModelTest::refreshReadsTheRowsInViewAgain()
{
    FakeStore store;
    store.index = listIndex({3, 2, 1});
    NumberModel model(store);
    RowFilter filter;
    filter.search = u"x"_s;
    model.setFilter(filter);
    QTRY_COMPARE(shown(model, 0), u"3"_s);
    store.prefix = u"new "_s;
    model.refresh();
    QCOMPARE(shown(model, 0), u"3"_s);
    QTRY_COMPARE(model.index(0, 0).data(Qt::DisplayRole).toString(), u"new 3"_s);
}

void RowModelTest::pausedModelCatchesUpWhenItGoesOn()
{
    FakeStore store;
    store.index = plainIndex(1, 10);
    NumberModel model(store);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 10);
    model.setPaused(true);
    store.index = plainIndex(1, 20);
    model.refresh();
    QTest::qWait(20);
    QCOMPARE(model.rowCount(), 10);
    model.setPaused(false);
    QTRY_COMPARE(model.rowCount(), 20);
}

void RowModelTest::headerClicksLetTheStoreSort()
{
    FakeStore store;
    store.index = plainIndex(1, 10);
    NumberModel model(store);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 10);
    model.sort(1, Qt::AscendingOrder);
    QCOMPARE(store.filters.constLast().sortBy, u"text"_s);
    QVERIFY(store.filters.constLast().ascending);
    model.sort(2, Qt::AscendingOrder);
    QVERIFY(store.filters.constLast().sortBy.isEmpty());
    model.sort(0, Qt::AscendingOrder);
    QCOMPARE(store.filters.constLast().sortBy, u"time"_s);
    RowFilter filter;
    filter.search = u"abc"_s;
    model.setFilter(filter);
    QCOMPARE(store.filters.constLast().sortBy, u"time"_s);
    QCOMPARE(store.filters.constLast().search, u"abc"_s);
    model.sort(0, Qt::DescendingOrder);
    QVERIFY(store.filters.constLast().sortBy.isEmpty());
}

void RowModelTest::failureIsToldAndWhatIsShownStays()
{
    FakeStore store;
    store.index = plainIndex(1, 10);
    NumberModel model(store);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 10);
    QSignalSpy failed(&model, &RowModel::failed);
    store.failing = true;
    model.refresh();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(model.rowCount(), 10);
}

QTEST_MAIN(RowModelTest)
#include "tst_rowmodel.moc"
