// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences/session.h"
#include "theme.h"
#include "widgets/banner.h"
#include "widgets/celltable.h"
#include "widgets/copyfield.h"
#include "widgets/elidedlabel.h"
#include "widgets/figuretile.h"
#include "widgets/flowlayout.h"
#include "widgets/rangepicker.h"
#include "widgets/rowdelegate.h"
#include "widgets/segmentedbutton.h"
#include "widgets/tablesetup.h"
#include "widgets/wheelguard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace Matchbook;

namespace {

QList<QList<Cell>> someRows(int count)
{
    QList<QList<Cell>> rows;
    for (int i = 0; i < count; ++i)
        rows += {{QStringLiteral("name %1").arg(i), {}, false, i},
                 {QStringLiteral("a\tb\nc")},
                 {QString::number(i)}};
    return rows;
}

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copyButtonCopiesAndSaysSo();
    void newTextTakesTheWordCopiedBack();
    void theWheelChangesOnlyWhatWasChosen();
    void copyFieldGrowsWithItsText();
    void exactlyOneSegmentIsChosen();
    void settingASegmentTellsNobody();
    void controlCCopiesRowsAsTabSeparatedText();
    void copyingNothingLeavesTheClipboardAlone();
    void draggedColumnWidthsAreRemembered();
    void layoutsDoNotCountAsTheWillOfThePerson();
    void everyTitleOfAFittedTableCanBeRead_data();
    void everyTitleOfAFittedTableCanBeRead();
    void aLongNameBehindADotGivesWay();
    void bannersShowWhatCameFromOutsideAsPlainText();
    void elidedLabelShowsTheWholeTextAsTooltip();
    void tileIsReadableWithoutSeeing();
    void controlsGoOnInASecondLine();
    void everyOtherPeriodIsBehindTheLastSegment();
    void chosenDaysComeBackFromTheSession();
};

void TestWidgets::copyButtonCopiesAndSaysSo()
{
    CopyField field(QStringLiteral("Postback URL"));
    field.setText(QStringLiteral("https://example.net/postback/key?a=1&b=#S2#"));
    field.show();
    QCOMPARE(field.button()->text(), QStringLiteral("Copy"));
    QTest::mouseClick(field.button(), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("https://example.net/postback/key?a=1&b=#S2#"));
    QCOMPARE(field.button()->text(), QStringLiteral("Copied"));
    QTRY_COMPARE_WITH_TIMEOUT(field.button()->text(), QStringLiteral("Copy"), 4000);
}

void TestWidgets::newTextTakesTheWordCopiedBack()
{
    CopyField field(QStringLiteral("ID"));
    field.setText(QStringLiteral("one"));
    field.copy();
    field.setText(QStringLiteral("two"));
    QCOMPARE(field.button()->text(), QStringLiteral("Copy"));
    field.setText(QString());
    QVERIFY(!field.button()->isEnabled());
}

void TestWidgets::theWheelChangesOnlyWhatWasChosen()
{
    WheelGuard guard;
    qApp->installEventFilter(&guard);
    QWidget page;
    auto *other = new QPushButton(&page);
    auto *box = new QComboBox(&page);
    box->addItems({QStringLiteral("USD"), QStringLiteral("EUR"), QStringLiteral("GBP")});
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const auto turn = [box] {
        QWheelEvent wheel(QPointF(2, 2), box->mapToGlobal(QPointF(2, 2)), QPoint(), QPoint(0, -120),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &wheel);
    };
    other->setFocus();
    turn();
    QCOMPARE(box->currentText(), QStringLiteral("USD"));
    box->setFocus();
    turn();
    QCOMPARE(box->currentText(), QStringLiteral("EUR"));
}

void TestWidgets::copyFieldGrowsWithItsText()
{
    CopyField field(QStringLiteral("URL"));
    field.resize(200, field.sizeHint().height());
    field.show();
    field.setText(QStringLiteral("short"));
    QTRY_VERIFY(field.sizeHint().height() > 0);
    const int low = field.sizeHint().height();
    field.setText(QString(200, QLatin1Char('w')));
    QTRY_VERIFY(field.sizeHint().height() > low * 3 / 2);
}

void TestWidgets::exactlyOneSegmentIsChosen()
{
    SegmentedButton button;
    button.addSegment(QStringLiteral("a"), QStringLiteral("All"));
    button.addSegment(QStringLiteral("b"), QStringLiteral("Matched"));
    button.show();
    QCOMPARE(button.current(), QStringLiteral("a"));
    QSignalSpy chosen(&button, &SegmentedButton::chosen);
    QTest::mouseClick(button.segment(QStringLiteral("b")), Qt::LeftButton);
    QCOMPARE(button.current(), QStringLiteral("b"));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("b"));
    button.segment(QStringLiteral("a"))->setFocus();
    QTest::keyClick(button.segment(QStringLiteral("a")), Qt::Key_Space);
    QCOMPARE(button.current(), QStringLiteral("a"));
    QVERIFY(!button.segment(QStringLiteral("b"))->isChecked());
}

void TestWidgets::settingASegmentTellsNobody()
{
    SegmentedButton button;
    button.addSegment(QStringLiteral("a"), QStringLiteral("All"));
    button.addSegment(QStringLiteral("b"), QStringLiteral("Matched"));
    QSignalSpy chosen(&button, &SegmentedButton::chosen);
    button.setCurrent(QStringLiteral("b"));
    button.setCurrent(QStringLiteral("unknown"));
    QCOMPARE(button.current(), QStringLiteral("b"));
    QCOMPARE(chosen.size(), 0);
}

void TestWidgets::controlCCopiesRowsAsTabSeparatedText()
{
    CellTable model({{QStringLiteral("Name")}, {QStringLiteral("Text")}, {QStringLiteral("Count"), true}});
    model.setRows(someRows(3));
    QTableView table;
    table.setModel(&model);
    dressTable(&table, QStringLiteral("test"));
    table.show();
    table.selectionModel()->select(model.index(2, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table.selectionModel()->select(model.index(0, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("name 0\ta b c\t0\nname 2\ta b c\t2"));
    table.setColumnHidden(1, true);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("name 0\t0\nname 2\t2"));
}

void TestWidgets::copyingNothingLeavesTheClipboardAlone()
{
    QApplication::clipboard()->setText(QStringLiteral("before"));
    CellTable model({{QStringLiteral("Name")}});
    QTableView table;
    table.setModel(&model);
    dressTable(&table, QStringLiteral("test"));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
}

void TestWidgets::draggedColumnWidthsAreRemembered()
{
    QTemporaryDir folder;
    Session session(folder.path());
    CellTable model({{QStringLiteral("Name")}, {QStringLiteral("Text")}, {QStringLiteral("Count"), true}});
    model.setRows(someRows(3));
    int width = 0;
    {
        QTableView table;
        table.setModel(&model);
        dressTable(&table, QStringLiteral("test"), &session);
        table.resize(600, 200);
        table.show();
        fitColumns(&table);
        QVERIFY(session.columnWidths(QStringLiteral("test")).isEmpty());
        QHeaderView *header = table.horizontalHeader();
        const QPoint edge(header->sectionPosition(1) - 1, header->height() / 2);
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
        QTest::mouseMove(header->viewport(), edge + QPoint(60, 0));
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(60, 0));
        width = table.columnWidth(0);
        QCOMPARE(session.columnWidths(QStringLiteral("test")).value(0), width);
    }
    QTableView again;
    again.setModel(&model);
    dressTable(&again, QStringLiteral("test"), &session);
    fitColumns(&again); // must not undo what the person chose
    QCOMPARE(again.columnWidth(0), width);
}

void TestWidgets::everyTitleOfAFittedTableCanBeRead_data()
{
    QTest::addColumn<int>("sorted");
    QTest::newRow("not sorted") << -1;
    QTest::newRow("sorted by text") << 0;
    QTest::newRow("sorted by a number") << 3;
}

void TestWidgets::aLongNameBehindADotGivesWay()
{
    CellTable model(
            {{QStringLiteral("Network")}, {QStringLiteral("Preset")}, {QStringLiteral("Payout"), true}});
    model.setRows({{{QString(60, u'n')}, {QString(30, u'p')}, {QStringLiteral("$1,234.50")}}});
    QTableView table;
    table.setModel(&model);
    table.setItemDelegateForColumn(0, new DotDelegate(&table));
    dressTable(&table, QStringLiteral("test"), nullptr);
    table.resize(table.fontMetrics().averageCharWidth() * 60, 200);
    table.show();
    fitColumns(&table, 1);
    QVERIFY(table.horizontalHeader()->length() <= table.viewport()->width());
}

void TestWidgets::everyTitleOfAFittedTableCanBeRead()
{
    QFETCH(int, sorted);
    CellTable model({{QStringLiteral("Campaign")},
                     {QStringLiteral("Source")},
                     {QStringLiteral("Clicks"), true},
                     {QStringLiteral("Conversions"), true},
                     {QStringLiteral("Match")}});
    const QString longName(60, u'n');
    model.setRows(
            {{{longName}, {longName}, {QStringLiteral("1")}, {QStringLiteral("2")}, {QStringLiteral("a")}}});
    QTableView table;
    table.setModel(&model);
    dressTable(&table, QStringLiteral("test"), nullptr);
    QHeaderView *header = table.horizontalHeader();
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    table.resize(table.fontMetrics().averageCharWidth() * 90, 200);
    table.show();
    fitColumns(&table, 4);
    header->setSortIndicator(sorted, Qt::AscendingOrder);
    if (sorted >= 0)
        QVERIFY(header->sectionSize(sorted) >= header->sectionSizeHint(sorted)); // with its mark
    header->setSortIndicatorShown(false);
    for (int column = 0; column < 5; ++column) {
        if (sorted < 0 || column != 4) // a mark takes what the last column has to spare
            QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
                     qPrintable(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    }
    if (sorted < 0)
        QVERIFY(header->length() <= table.viewport()->width());
}

void TestWidgets::layoutsDoNotCountAsTheWillOfThePerson()
{
    QTemporaryDir folder;
    Session session(folder.path());
    CellTable model({{QStringLiteral("Name")}, {QStringLiteral("Text")}});
    model.setRows({{{QStringLiteral("a")}, {QStringLiteral("b")}}});
    QTableView table;
    table.setModel(&model);
    dressTable(&table, QStringLiteral("test"), &session);
    table.show();
    table.setColumnWidth(0, 321);
    table.resize(900, 200);
    QVERIFY(session.columnWidths(QStringLiteral("test")).isEmpty());
}

void TestWidgets::bannersShowWhatCameFromOutsideAsPlainText()
{
    Banner banner;
    banner.setMessage(Tone::Red, QStringLiteral("<b>x</b>"), QStringLiteral("<img src=x>"),
                      QStringLiteral("Repair"));
    for (const QLabel *label : banner.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(banner.title(), QStringLiteral("<b>x</b>"));
    QSignalSpy activated(&banner, &Banner::linkActivated);
    QTest::mouseClick(banner.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(activated.size(), 1);
}

void TestWidgets::elidedLabelShowsTheWholeTextAsTooltip()
{
    ElidedLabel label(QStringLiteral("a rather long sentence <b>with</b> signs"));
    label.resize(60, 20);
    label.show();
    QCOMPARE(label.toolTip(), QStringLiteral("a rather long sentence &lt;b&gt;with&lt;/b&gt; signs"));
    label.resize(1000, 20);
    QVERIFY(label.toolTip().isEmpty());
}

void TestWidgets::tileIsReadableWithoutSeeing()
{
    FigureTile tile;
    tile.setFigure({QStringLiteral("Revenue"), QStringLiteral("€5.00"), QStringLiteral("3 %"), -1, Tone::Red,
                    QStringLiteral("€1.00 pending")});
    QCOMPARE(tile.accessibleName(), QStringLiteral("Revenue: €5.00"));
    QVERIFY(tile.accessibleDescription().contains(QStringLiteral("down 3 %")));
    QVERIFY(tile.accessibleDescription().contains(QStringLiteral("€1.00 pending")));
    QSignalSpy clicked(&tile, &QAbstractButton::clicked);
    tile.show();
    QTest::keyClick(&tile, Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
}

void TestWidgets::controlsGoOnInASecondLine()
{
    QWidget box;
    auto *layout = new FlowLayout(&box);
    layout->setSpacing(8);
    QList<QPushButton *> buttons;
    for (int i = 0; i < 3; ++i) {
        buttons += new QPushButton(QStringLiteral("Button"), &box);
        buttons.last()->setFixedSize(100, 20);
        layout->addWidget(buttons.last());
    }
    QCOMPARE(layout->sizeHint(), QSize(316, 20));
    QCOMPARE(layout->heightForWidth(320), 20);
    QCOMPARE(layout->heightForWidth(220), 48);
    box.resize(220, 48);
    box.show();
    QCOMPARE(buttons.at(0)->y(), 0);
    QCOMPARE(buttons.at(2)->y(), 28);
    QCOMPARE(buttons.at(2)->geometry().right(), 219); // right-aligned
}

void TestWidgets::everyOtherPeriodIsBehindTheLastSegment()
{
    RangePicker picker;
    picker.show();
    QSignalSpy chosen(&picker, &RangePicker::rangeChosen);
    auto *segments = picker.findChild<SegmentedButton *>();
    QTest::mouseClick(segments->segment(QStringLiteral("custom")), Qt::LeftButton);
    auto *popup = picker.findChild<QFrame *>(QStringLiteral("periods"));
    QVERIFY(popup && popup->isVisible());
    QCOMPARE(chosen.size(), 0);
    auto *button = popup->findChild<QPushButton *>(QStringLiteral("lastquarter"));
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!popup->isVisible());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(picker.choice(), QStringLiteral("lastquarter"));
    QCOMPARE(segments->current(), QStringLiteral("custom"));
    QCOMPARE(segments->segment(QStringLiteral("custom"))->text(), QStringLiteral("Last quarter"));
    Formats formats;
    formats.zone = QTimeZone::utc();
    const qint64 now = QDate(2026, 11, 27).startOfDay(formats.zone).toMSecsSinceEpoch();
    QCOMPARE(picker.range(now, formats).from, QDate(2026, 7, 1));
    QCOMPARE(picker.range(now, formats).to, QDate(2026, 9, 30));
    QTest::mouseClick(segments->segment(QStringLiteral("7days")), Qt::LeftButton);
    QCOMPARE(picker.choice(), QStringLiteral("7days"));
    QCOMPARE(segments->segment(QStringLiteral("custom"))->text(), QStringLiteral("Custom…"));
}

void TestWidgets::chosenDaysComeBackFromTheSession()
{
    RangePicker picker;
    picker.setChoice(QStringLiteral("2026-11-01/2026-11-20"));
    QCOMPARE(picker.choice(), QStringLiteral("2026-11-01/2026-11-20"));
    const DateRange range = picker.range(0, {});
    QCOMPARE(range.from, QDate(2026, 11, 1));
    QCOMPARE(range.to, QDate(2026, 11, 20));
    picker.setChoice(QStringLiteral("2026-11-20/2026-11-01")); // damaged: left alone
    QCOMPARE(picker.choice(), QStringLiteral("2026-11-01/2026-11-20"));
    picker.setChoice(QStringLiteral("today"));
    QCOMPARE(picker.choice(), QStringLiteral("today"));
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
