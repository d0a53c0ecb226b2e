// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runningengine.h"

#include "engine/importdesk.h"
#include "networks/importdialog.h"
#include "networks/mappingdialog.h"
#include "networks/networkspage.h"
#include "networks/reporttable.h"
#include "store/lists.h"
#include "theme.h"
#include "whendialogopens.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// A report is imported as a person does it: dropped, looked at, corrected, imported.
class ImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDroppedReportIsPreviewedImportedAndShownInTheLog();
    void whatIsDoubtfulIsNamedBeforeItIsImported();
    void columnsThatAreGuessedWronglyAreCorrected();
    void whatTheFileLeavesOpenIsAsked();
    void beforeAFileIsChosenItSaysWhatToChoose();
    void aFileThatIsNoTableIsExplained();
    void theRowsOfTheFileBeforeDoNotStayUnderABadOne();
    void anImportIsCancelledAndTheRestFollows();
    void everythingHasItsPlaceAlsoInASmallWindow();

private:
    template<typename T>
    T *find(QWidget *of, QLatin1StringView name)
    {
        return of->findChild<T *>(name);
    }
    static void click(QWidget *of, QLatin1StringView name)
    {
        auto *button = of->findChild<QPushButton *>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name.data());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// As with the mouse wheel or the arrow keys: chooses the entry called \a text.
    static void choose(QComboBox *box, const QString &text)
    {
        QVERIFY(box && box->isEnabled());
        const int wanted = box->findText(text);
        QVERIFY2(wanted >= 0, qPrintable(text));
        box->setFocus();
        for (int step = 0; box->currentIndex() != wanted && step < 20; ++step)
            QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(box->currentIndex(), wanted);
    }
    QString written(const QByteArray &bytes)
    {
        QFile file(m_running->folder() + u"/report.csv"_s);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("cannot write the report");
        return file.fileName();
    }
    static void drop(QWidget *on, const QString &file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(on, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(on, &drop);
    }
    std::unique_ptr<ImportDialog> opened()
    {
        Engine &engine = m_running->engine();
        auto dialog = std::make_unique<ImportDialog>(engine, m_running->network,
                                                     engine.presets()->findOrGeneric(u"generic"_s));
        dialog->show();
        return dialog;
    }
    static QString textOf(QWidget *of, QLatin1StringView name)
    {
        const auto *label = of->findChild<QLabel *>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    int conversions()
    {
        int count = -1;
        m_running->engine().reader().ask<int>(
                this,
                [](Database &database) -> Expected<int> {
                    const auto rows = Lists(database).conversions({}, 100'000);
                    return rows ? Expected<int>(int(rows->size())) : unexpected(rows.error());
                },
                [&count](const Expected<int> &found) { count = found ? *found : -2; });
        (void)QTest::qWaitFor([&count] { return count != -1; });
        return count;
    }

    std::unique_ptr<RunningEngine> m_running;
};

void ImportDialogTest::init()
{
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start());
    QVERIFY(m_running->setUp());
}

void ImportDialogTest::cleanup()
{
    m_running.reset();
}

void ImportDialogTest::aDroppedReportIsPreviewedImportedAndShownInTheLog()
{
    const QString clickId = m_running->click();
    QVERIFY(!clickId.isEmpty());
    QCOMPARE(m_running->postback(u"clickid="_s + clickId + u"&txid=T1&payout=5"_s), 200);
    const QString file = written("SID,Order ID,Commission,Status\n" + clickId.toLatin1() + ",T1,5,approved\n"
                                 + clickId.toLatin1() + ",T2,7,approved\nforeign,T3,1,approved\n");
    NetworksPage page(m_running->engine(), nullptr);
    page.resize(1200, 760);
    page.show();
    page.refresh();
    QTRY_VERIFY(find<QPushButton>(&page, "importReport"_L1)->isVisible());
    QSignalSpy opens(&page, &Page::openPage);
    QString preview;
    whenDialogOpens<ImportDialog>(&page, [&](ImportDialog *dialog) {
        drop(dialog, file);
        (void)QTest::qWaitFor([&] { return find<QPushButton>(dialog, "import"_L1)->isEnabled(); });
        preview = textOf(dialog, "importText"_L1);
        QVERIFY(!textOf(dialog, "guessNote"_L1).isEmpty());
        QCOMPARE(conversions(), 1);
        click(dialog, "import"_L1);
        QTRY_VERIFY(textOf(dialog, "importText"_L1).startsWith("Imported"_L1));
        click(dialog, "showLog"_L1);
    });
    click(&page, "importReport"_L1);
    QVERIFY2(preview.contains("3 rows: 1 conversion"_L1), qPrintable(preview));
    QVERIFY2(preview.contains("1 known already"_L1), qPrintable(preview));
    QCOMPARE(conversions(), 2);
    QCOMPARE(opens.size(), 1);
    QCOMPARE(opens.first().at(0).toString(), u"postbacklog"_s);
    QCOMPARE(opens.first().at(1).toMap().value(u"network"_s).toLongLong(), m_running->network.id.value);
}

void ImportDialogTest::whatIsDoubtfulIsNamedBeforeItIsImported()
{
    const QByteArray clickId = m_running->click().toLatin1();
    auto dialog = opened();
    const QByteArray head("Sub ID,Order ID,Commission,Status\n");
    drop(dialog.get(), written(head + clickId + ",T1,100,approved\n"));
    auto *import = find<QPushButton>(dialog.get(), "import"_L1);
    QTRY_VERIFY(import->isEnabled());
    QVERIFY(textOf(dialog.get(), "importDoubts"_L1).isEmpty());
    click(dialog.get(), "import"_L1);
    QTRY_VERIFY(dialog->hasImported());
    drop(dialog.get(), written(head + clickId + ",T1,40,refunded\n" + clickId + ",T2,5,weird\n"));
    QTRY_VERIFY(textOf(dialog.get(), "importDoubts"_L1).contains("\"weird\" (1)"_L1));
    QVERIFY(textOf(dialog.get(), "importDoubts"_L1).contains("a part of their sale"_L1));
    click(dialog.get(), "import"_L1);
    QTRY_VERIFY(textOf(dialog.get(), "importText"_L1).startsWith("Imported"_L1));
    QVERIFY(textOf(dialog.get(), "importDoubts"_L1).isEmpty());
}

void ImportDialogTest::columnsThatAreGuessedWronglyAreCorrected()
{
    const QByteArray clickId = m_running->click().toLatin1();
    auto dialog = opened();
    drop(dialog.get(), written("A,B,Commission,Mine\n" + clickId + ",T1,100,5\n" + clickId + ",T2,200,6\n"));
    auto *import = find<QPushButton>(dialog.get(), "import"_L1);
    QTRY_VERIFY(import->isEnabled());
    QTRY_VERIFY(textOf(dialog.get(), "importText"_L1).contains("300"_L1));
    choose(find<QComboBox>(dialog.get(), "means_Mine"_L1), u"Payout"_s);
    QCOMPARE(find<QComboBox>(dialog.get(), "means_Commission"_L1)->currentText(), u"not used"_s);
    choose(find<QComboBox>(dialog.get(), "means_B"_L1), u"Transaction ID"_s);
    QTRY_VERIFY(import->isEnabled() && textOf(dialog.get(), "importText"_L1).contains("11"_L1));
    click(dialog.get(), "import"_L1);
    QTRY_VERIFY(dialog->hasImported());
    QCOMPARE(conversions(), 2);
    // A mapping that is saved in a dialog that was opened before leaves it alone.
    MappingDialog mapping(m_running->engine(), m_running->network);
    mapping.show();
    click(&mapping, "save"_L1);
    QTRY_VERIFY(mapping.hasSaved());
    // Next time it is known.
    auto again = opened();
    again->setFile(m_running->folder() + u"/report.csv"_s);
    QTRY_VERIFY(textOf(again.get(), "importText"_L1).contains("2 known already"_L1));
    QCOMPARE(find<QComboBox>(again.get(), "means_Mine"_L1)->currentText(), u"Payout"_s);
    QVERIFY(textOf(again.get(), "guessNote"_L1).isEmpty());
}

void ImportDialogTest::whatTheFileLeavesOpenIsAsked()
{
    const QByteArray clickId = m_running->click().toLatin1();
    auto dialog = opened();
    drop(dialog.get(), written("SID;Order ID;Commission;Date\n" + clickId + ";T1;1,234;03/04/2026\n"));
    auto *import = find<QPushButton>(dialog.get(), "import"_L1);
    QTRY_VERIFY(textOf(dialog.get(), "importText"_L1).contains("day first or month first"_L1));
    QVERIFY(!import->isEnabled());
    choose(find<QComboBox>(dialog.get(), "dateOrder"_L1), u"Day first: 03/11/2026"_s);
    QTRY_VERIFY(textOf(dialog.get(), "importText"_L1).contains("decimal mark"_L1));
    choose(find<QComboBox>(dialog.get(), "decimalMark"_L1), u"Comma: 1.234,50"_s);
    QTRY_VERIFY(import->isEnabled());
    click(dialog.get(), "import"_L1);
    QTRY_VERIFY(dialog->hasImported());
    QCOMPARE(conversions(), 1);
}

void ImportDialogTest::aFileThatIsNoTableIsExplained()
{
    auto dialog = opened();
    drop(dialog.get(), written("SID,Order ID,Commission\nx,T1,5\ny,\"T2,6\n"));
    QTRY_VERIFY(textOf(dialog.get(), "failure"_L1).contains("Line 3"_L1));
    QVERIFY(!find<QPushButton>(dialog.get(), "import"_L1)->isEnabled());
    drop(dialog.get(), written("PK\x03\x04 and so on"));
    QTRY_VERIFY(textOf(dialog.get(), "failure"_L1).contains("workbook"_L1));
}

void ImportDialogTest::beforeAFileIsChosenItSaysWhatToChoose()
{
    Engine &engine = m_running->engine();
    const NetworkPreset &cj = engine.presets()->findOrGeneric(u"cj"_s);
    ImportDialog dialog(engine, m_running->network, cj);
    dialog.show();
    auto *nothing = find<QWidget>(&dialog, "noReport"_L1);
    QVERIFY(nothing->isVisible());
    QVERIFY(nothing->accessibleDescription().contains(cj.advice));
    QVERIFY(find<QPushButton>(&dialog, "chooseFirstFile"_L1)->isVisible());
    QVERIFY(!find<QPushButton>(&dialog, "chooseFile"_L1)->isVisible());
    QVERIFY(!find<QPushButton>(&dialog, "import"_L1)->isEnabled());
    QVERIFY(!find<QPushButton>(&dialog, "showLog"_L1)->isVisible());
    QVERIFY(!find<ReportTable>(&dialog, "reportTable"_L1)->isVisible());
    drop(&dialog, written("SID,Order ID,Commission\nx,T1,5\n"));
    QVERIFY(!nothing->isVisible());
    QVERIFY(find<QPushButton>(&dialog, "chooseFile"_L1)->isVisible());
    QCOMPARE(find<QWidget>(&dialog, "fileName"_L1)->accessibleName(), u"report.csv"_s);
    QTRY_VERIFY(find<ReportTable>(&dialog, "reportTable"_L1)->isVisible());
}

void ImportDialogTest::theRowsOfTheFileBeforeDoNotStayUnderABadOne()
{
    auto dialog = opened();
    drop(dialog.get(), written("SID,Order ID,Commission\nx,T1,5\n"));
    auto *table = find<ReportTable>(dialog.get(), "reportTable"_L1);
    QTRY_VERIFY(table->isVisible());
    drop(dialog.get(), written("PK\x03\x04 and so on"));
    QTRY_VERIFY(textOf(dialog.get(), "failure"_L1).contains("workbook"_L1));
    QVERIFY(!table->isVisible());
    QVERIFY(!find<QWidget>(dialog.get(), "decimalMark"_L1)->isVisible());
    // What is said stands together, at the top.
    QVERIFY(find<QWidget>(dialog.get(), "failure"_L1)->mapTo(dialog.get(), QPoint()).y()
            < dialog->height() / 3);
    QCOMPARE(textOf(dialog.get(), "guessNote"_L1), QString());
    QVERIFY(textOf(dialog.get(), "importText"_L1).contains("Choose another file"_L1));
    drop(dialog.get(), written("SID,Order ID,Commission\nx,T9,5\n"));
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->item(1, 1)->text(), u"T9"_s);
    QCOMPARE(textOf(dialog.get(), "failure"_L1), QString());
}

void ImportDialogTest::anImportIsCancelledAndTheRestFollows()
{
    const QByteArray clickId = m_running->click().toLatin1();
    QByteArray rows("SID,Order ID,Commission\n");
    for (int i = 0; i < 20'000; ++i)
        rows += clickId + ",T" + QByteArray::number(i) + ",5\n";
    auto dialog = opened();
    drop(dialog.get(), written(rows));
    auto *import = find<QPushButton>(dialog.get(), "import"_L1);
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 30'000);
    QSignalSpy progress(&m_running->engine().imports(), &ImportDesk::progressed);
    click(dialog.get(), "import"_L1);
    QTRY_VERIFY(progress.size() > 0);
    click(dialog.get(), "cancelImport"_L1);
    QTRY_VERIFY(textOf(dialog.get(), "importText"_L1).startsWith("Cancelled"_L1));
    const int some = conversions();
    QVERIFY(some > 0 && some < 20'000);
    click(dialog.get(), "import"_L1);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(dialog.get(), "importText"_L1).startsWith("Imported"_L1), 30'000);
    QCOMPARE(conversions(), 20'000);
}

void ImportDialogTest::everythingHasItsPlaceAlsoInASmallWindow()
{
    auto dialog = opened();
    drop(dialog.get(),
         written("SID,Order ID,Commission,Date,Status,Currency,Event,A very long name of a column\n"
                 "x,T1,5,2026-11-01,approved,USD,sale,y\n"));
    QTRY_VERIFY(find<ReportTable>(dialog.get(), "reportTable"_L1)->isVisible());
    for (const QSize size : {QSize(1000, 660), QSize(620, 380)}) {
        dialog->resize(size);
        QTest::qWait(50);
        QVERIFY2(dialog->width() <= std::max(size.width(), 900), "it cannot be made that narrow");
        for (const auto name : {"import"_L1, "close"_L1}) {
            const auto *button = find<QPushButton>(dialog.get(), name);
            QVERIFY(dialog->rect().contains(QRect(button->mapTo(dialog.get(), QPoint()), button->size())));
        }
    }
}

QTEST_MAIN(ImportDialogTest)
#include "tst_importdialog.moc"
