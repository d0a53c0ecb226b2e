// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/importedrow.h"
#include "reportimport/reportimport.h"
#include "support/rereadstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

/// A store whose network's report is imported.
class ImportStore : public RereadStore
{
public:
    QString written(const QByteArray &bytes)
    {
        QFile file(inFolder(u"report.csv"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("cannot write the report");
        return file.fileName();
    }
    ImportChoice choice(const QByteArray &bytes) { return {network.id, written(bytes), {}}; }

    ImportDoubts doubts; ///< of the last preview
    ImportReport preview(const ImportChoice &choice)
    {
        const auto dump = contents();
        auto readOnly = taken(Database::open(file(), Database::Access::ReadOnly));
        const ImportPreview preview = taken(previewImport(*readOnly, presets(), choice, clock.now()));
        if (preview.survey.isOpen())
            qFatal("%s", qPrintable(openQuestion(preview.survey)));
        if (dump != contents())
            qFatal("a preview has written something");
        doubts = preview.doubts;
        return preview.report;
    }
    ImportReport apply(const ImportChoice &choice)
    {
        ReportImport import(presets(), choice, clock, std::chrono::milliseconds(5));
        taken(import.prepare(database()));
        while (taken(import.nextSlice(database())))
            continue;
        taken(import.finish(database()));
        learnNetworks();
        return import.report();
    }
    /// Both must say the same; \a wrong says where they do not.
    ImportReport import(const QByteArray &bytes)
    {
        const ImportChoice chosen = choice(bytes);
        const ImportReport said = preview(chosen);
        const ImportReport done = apply(chosen);
        if (said != done)
            wrong << u"%1 %2 %3 / %4 %5 %6"_s.arg(said.added)
                             .arg(said.changed)
                             .arg(said.repeated)
                             .arg(done.added)
                             .arg(done.changed)
                             .arg(done.repeated);
        wrong += problems();
        return done;
    }
    QStringList wrong;

private:
    QList<qint64> contents()
    {
        return {number(u"SELECT COUNT(*) FROM postback"_s), number(u"SELECT COUNT(*) FROM conversion"_s),
                number(u"SELECT TOTAL(payout_micros) FROM conversion"_s)};
    }
};

QByteArray counts(const ImportReport &report)
{
    return QByteArray::number(report.added) + " added " + QByteArray::number(report.changed) + " changed "
            + QByteArray::number(report.repeated) + " repeated "
            + QByteArray::number(report.withoutConversion()) + " not";
}

} // namespace

/// A network's report is judged like postbacks, and nothing is counted twice.
class tst_ReportImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSaleThatAPostbackToldIsRepeated()
    {
        ImportStore store;
        const QByteArray click = store.click();
        store.postback("clickid=" + click + "&txid=T1&payout=12.50");
        const QByteArray file = "Sub ID,Order ID,Commission\n" + click + ",T1,12.50\n";
        QCOMPARE(counts(store.import(file)), "0 added 0 changed 1 repeated 0 not");
        QCOMPARE(store.conversions().size(), 1);
        const PostbackRow row = store.newest();
        QCOMPARE(row.method, "IMPORT");
        QCOMPARE(row.path, "report.csv, line 2");
        QCOMPARE(row.outcome, PostbackOutcome::Repeated);
        QCOMPARE(row.cause, PostbackCause::SameAgain);
        QCOMPARE(store.wrong, QStringList());
    }

    void aPostbackAfterTheReportIsRepeated()
    {
        ImportStore store;
        const QByteArray click = store.click();
        QCOMPARE(counts(store.import("Sub ID,Order ID,Commission\n" + click + ",T1,12.50\n")),
                 "1 added 0 changed 0 repeated 0 not");
        QCOMPARE(store.postback("clickid=" + click + "&txid=T1&payout=12.50").postback.outcome,
                 PostbackOutcome::Repeated);
        QCOMPARE(store.conversions().size(), 1);
        QCOMPARE(store.wrong, QStringList());
    }

    void theSameFileTwiceAddsNothing_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("rows"); ///< with @ for the click ID
        QTest::addColumn<QByteArray>("once");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<QByteArray>("payouts"); ///< the payouts in the end, refunded or not
        const QByteArray keyed("Sub ID,Order ID,Commission,Status\n");
        const QByteArray keyless("Sub ID,Date,Commission,Status\n");
        QTest::newRow("transaction IDs")
                << keyed << QByteArray("@,T1,5,approved\n@,T2,7,approved\n")
                << QByteArray("2 added 0 changed 0 repeated 0 not")
                << QByteArray("0 added 0 changed 2 repeated 0 not") << QByteArray("12.00");
        QTest::newRow("sale and refund")
                << keyed << QByteArray("@,T1,5,approved\n@,T1,-5,approved\n")
                << QByteArray("1 added 1 changed 0 repeated 0 not")
                << QByteArray("0 added 0 changed 2 repeated 0 not") << QByteArray("5.00");
        QTest::newRow("part of it refunded")
                << keyed << QByteArray("@,T1,5,approved\n@,T1,-2,\n")
                << QByteArray("1 added 1 changed 0 repeated 0 not")
                << QByteArray("0 added 0 changed 2 repeated 0 not") << QByteArray("5.00");
        QTest::newRow("no transaction IDs, one click")
                << keyless
                << QByteArray("@,2026-11-01,5,approved\n@,2026-11-01,7,approved\n@,2026-11-02,5,approved\n")
                << QByteArray("3 added 0 changed 0 repeated 0 not")
                << QByteArray("0 added 0 changed 3 repeated 0 not") << QByteArray("17.00");
        QTest::newRow("rows that are all alike")
                << keyless << QByteArray("@,2026-11-01,5,approved\n@,2026-11-01,5,approved\n")
                << QByteArray("2 added 0 changed 0 repeated 0 not")
                << QByteArray("0 added 0 changed 2 repeated 0 not") << QByteArray("10.00");
        QTest::newRow("some with an ID, some without")
                << QByteArray("Sub ID,Order ID,Date,Commission\n")
                << QByteArray("@,,2026-11-01,5\n@,T1,2026-11-01,6\n@,,2026-11-02,7\n")
                << QByteArray("3 added 0 changed 0 repeated 0 not")
                << QByteArray("0 added 0 changed 3 repeated 0 not") << QByteArray("18.00");
        QTest::newRow("what is not understood")
                << keyed
                << QByteArray("@,T1,5,sonderbar\nforeign,T2,5,approved\n,T3,5,approved\n@,T4,abc,approved\n")
                << QByteArray("0 added 0 changed 0 repeated 4 not")
                << QByteArray("0 added 0 changed 0 repeated 4 not") << QByteArray("");
    }
    void theSameFileTwiceAddsNothing()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, rows);
        QFETCH(QByteArray, once);
        QFETCH(QByteArray, again);
        QFETCH(QByteArray, payouts);
        for (const auto policy :
             {RepeatPolicy::Update, RepeatPolicy::CountEveryHit, RepeatPolicy::AddAmounts}) {
            ImportStore store;
            store.network.repeatPolicy = policy;
            store.map([](NetworkMapping &) {});
            const QByteArray file = head + QByteArray(rows).replace("@", store.click());
            QCOMPARE(counts(store.import(file)), once);
            const ImportReport second = store.import(file);
            QCOMPARE(counts(second), again);
            QCOMPARE(second.before, second.after);
            QCOMPARE(microsOf(second.after), payouts);
            QCOMPARE(store.wrong, QStringList());
        }
    }

    void theSaleInTheReportDoesNotBringARefundedOneBack()
    {
        ImportStore store;
        const QByteArray click = store.click();
        store.postback("clickid=" + click + "&txid=T1&payout=7.50&status=approved");
        store.postback("clickid=" + click + "&txid=T1&status=refunded");
        const QByteArray file = "Sub ID,Order ID,Commission,Status\n" + click + ",T1,7.50,approved\n";
        QCOMPARE(counts(store.import(file)), "0 added 0 changed 1 repeated 0 not");
        QCOMPARE(store.conversion().status, ConversionStatus::Refunded);
        QCOMPARE(store.wrong, QStringList());
    }

    void aRefundOfAnUnknownSaleTakesNoCheaperOneAway()
    {
        ImportStore store;
        const QByteArray click = store.click();
        store.import("Sub ID,Order ID,Commission,Status\n" + click + ",T1,10,approved\n" + click
                     + ",T3,30,refunded\n");
        QCOMPARE(store.newest().cause, PostbackCause::WaitsForSale);
        store.import("Sub ID,Order ID,Commission,Status\n" + click + ",T3,30,approved\n");
        QCOMPARE(store.number(u"SELECT TOTAL(payout_micros - refunded_micros) FROM conversion"_s),
                 10'000'000);
        QCOMPARE(store.wrong, QStringList());
    }

    void anEmptyAmountIsNotTheDefaultPayout()
    {
        ImportStore store;
        const QByteArray click = store.click();
        const QByteArray file = "Sub ID,Order ID,Commission\n" + click + ",T1,\n" + click + ",T2,5\n";
        QCOMPARE(counts(store.import(file)), "1 added 0 changed 0 repeated 1 not");
        QCOMPARE(store.conversion().payout.micros, 5'000'000);
        QCOMPARE(store.wrong, QStringList());
    }

    void aGuessIsNoHabitOfTheNetwork()
    {
        ImportStore store;
        const QByteArray click = store.click();
        store.import("Sub ID,Order ID,Remark\n" + click + ",T1,first\n");
        QVERIFY(store.network.mapping.report.isEmpty());
        store.import("Sub ID,Order ID,Remark,Commission,Currency\n" + click + ",T2,second,77.25,EUR\n");
        QCOMPARE(store.conversion().payout.micros, 77'250'000);
        QCOMPARE(store.conversion().payout.currency.code(), u"EUR"_s);
    }

    void aReportWithoutTransactionIdsJoinsWhatPostbacksTold()
    {
        ImportStore store;
        const QByteArray click = store.click();
        store.postback("clickid=" + click + "&txid=T1&payout=5");
        // The postback of the other sale of this click has been missed.
        const QByteArray file
                = "Sub ID,Date,Commission\n" + click + ",2026-11-02,7\n" + click + ",2026-11-02,5\n";
        store.import(file);
        QCOMPARE(store.conversions().size(), 2);
        QCOMPARE(microsOf(store.import(file).after), "12.00");
        QCOMPARE(store.conversions().size(), 2);
        // It arrives late, and is known by its amount.
        QVERIFY(store.postback("clickid=" + click + "&txid=T2&payout=5").postback.outcome
                != PostbackOutcome::Matched);
        QCOMPARE(store.conversions().size(), 2);
        QCOMPARE(store.wrong, QStringList());
    }

    void anotherSaleOfTheClickIsNotTakenForTheOneInTheReport()
    {
        ImportStore store;
        const QByteArray click = store.click();
        store.import("Sub ID,Date,Commission\n" + click + ",2026-11-02,7\n");
        QCOMPARE(store.postback("clickid=" + click + "&txid=T2&payout=5").postback.outcome,
                 PostbackOutcome::Matched);
        QCOMPARE(store.postback("clickid=" + click + "&txid=T3&payout=7").postback.outcome,
                 PostbackOutcome::Repeated);
        QCOMPARE(store.conversions().size(), 2);
    }

    void aReportWithTransactionIdsJoinsOneWithout()
    {
        ImportStore store;
        const QByteArray click = store.click();
        store.import("Sub ID,Date,Commission\n" + click + ",2026-11-02,7\n" + click + ",2026-11-02,8\n");
        const QByteArray named = "Sub ID,Order ID,Commission\n" + click + ",T1,7\n" + click + ",T2,8\n";
        QCOMPARE(counts(store.import(named)), "0 added 0 changed 2 repeated 0 not");
        QCOMPARE(counts(store.import(named)), "0 added 0 changed 2 repeated 0 not");
        QCOMPARE(store.conversions().size(), 2);
        QCOMPARE(store.conversion().transactionId, u"T2"_s);
        QCOMPARE(store.wrong, QStringList());
    }

    void aLaterReportChangesStatusAndAmount()
    {
        ImportStore store;
        const QByteArray click = store.click();
        const QByteArray head("Sub ID;Order ID;Commission;Status;Date\n");
        store.import(head + click + ";T1;1.234,50;pending;01.11.2026 10:00\n");
        QCOMPARE(store.conversion().status, ConversionStatus::Pending);
        QCOMPARE(store.conversion().payout.toDecimal(), u"1234.50"_s);
        QCOMPARE(store.conversion().time, QDateTime({2026, 11, 1}, {10, 0}, Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(counts(store.import(head + click + ";T1;1.200,00;approved;01.11.2026 10:00\n")),
                 "0 added 1 changed 0 repeated 0 not");
        QCOMPARE(store.conversion().status, ConversionStatus::Approved);
        QCOMPARE(store.conversion().payout.toDecimal(), u"1200.00"_s);
        QCOMPARE(counts(store.import(head + click + ";T1;-1.200,00;approved;01.11.2026 10:00\n")),
                 "0 added 1 changed 0 repeated 0 not");
        QCOMPARE(store.conversion().status, ConversionStatus::Refunded);
        QCOMPARE(store.wrong, QStringList());
    }

    void whatNeedsAttentionIsFoundThoughItsDateIsLongPast()
    {
        ImportStore store;
        const QByteArray click = store.click();
        store.clock.pass(90LL * 86'400'000);
        const qint64 now = store.clock.now();
        const QDateTime date = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).addDays(-60).addSecs(-3600);
        const QByteArray day = date.toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1();
        store.import("Sub ID,Order ID,Commission,Date\n" + click + ",T1,5," + day + "\nnone,T2,7," + day
                     + '\n');
        Lists lists(store.database());
        QCOMPARE(taken(lists.needingAttention(now - 1000)), 1);
        for (const PostbackRow &row : store.postbacks())
            QCOMPARE(row.time, now);
        // What it is about is dated as the report says, in the sums and in its history.
        const qint64 told = date.toMSecsSinceEpoch() / 1000 * 1000;
        QCOMPARE(store.conversion().time, told);
        QCOMPARE(store.conversion().statusTime, told);
        const Journey journey = taken(lists.journeyOfConversion(store.conversion().id));
        QCOMPARE(journey.history.constFirst().time, told);
        // It says nothing of how the network does today.
        const NetworkHealth health
                = taken(lists.networkHealth(now, now - 1000, now - 86'400'000)).constFirst();
        QCOMPARE(health.matchedToday, 0);
        QCOMPARE(health.unmatchedToday, 0);
        QVERIFY(health.alarms.isEmpty());
        QCOMPARE(store.apply(store.choice("Sub ID,Order ID,Commission,Date\n" + click + ",T1,5," + day
                                          + '\n'))
                         .repeated,
                 1);
        QCOMPARE(store.number(u"SELECT count(*) FROM conversion"_s), 1);
        const RereadingReport again = store.RereadStore::apply(store.all());
        QCOMPARE(again.changed + again.added + again.removed, 0);
        QCOMPARE(store.conversion().time, told);
        QCOMPARE(store.wrong, QStringList());
    }

    void aPreviewNamesUnknownWordsAndCountsPartRefunds()
    {
        ImportStore store;
        const QByteArray click = store.click();
        const QByteArray head("Sub ID,Order ID,Commission,Status\n");
        store.import(head + click + ",T1,10,approved\n" + click + ",T2,10,approved\n");
        QVERIFY(store.doubts.isEmpty());
        store.import(head + click + ",T1,4,refunded\n" + click + ",T2,10,refunded\n" + click
                     + ",T3,5,zurückgestellt\n" + click + ",T4,5,zurückgestellt\n" + click + ",T5,5,weird\n");
        QCOMPARE(store.doubts.partRefunds, 1);
        QCOMPARE(store.doubts.unknownWords,
                 (QMap<QString, qint64>{{u"weird"_s, 1}, {u"zurückgestellt"_s, 2}}));
        QCOMPARE(store.doubts.rowsOfMoreWords, 0);
        QByteArray many = head;
        for (int i = 0; i < 40; ++i)
            many += click + ",M" + QByteArray::number(i) + ",5,weird" + QByteArray::number(i) + '\n';
        store.import(many);
        QCOMPARE(store.doubts.unknownWords.size(), ImportDoubts::mostWords);
        QCOMPARE(store.doubts.rowsOfMoreWords, 40 - ImportDoubts::mostWords);
        QCOMPARE(store.wrong, QStringList());
    }

    void currenciesStayWhatTheyAre()
    {
        ImportStore store;
        const QByteArray click = store.click();
        const ImportReport report
                = store.import("Sub ID,Order ID,Commission,Currency\n" + click + ",T1,5,EUR\n" + click
                               + ",T2,7,GBP\n" + click + ",T3,9,\n");
        QStringList codes;
        for (auto it = report.after.cbegin(); it != report.after.cend(); ++it)
            codes << it.key().first + u' ' + microsToDecimal(it->payoutMicros);
        QCOMPARE(codes, (QStringList{u"EUR 5.00"_s, u"GBP 7.00"_s, u"USD 9.00"_s}));
    }

    void whatIsChosenIsRememberedAndChangesNoPostback()
    {
        ImportStore store;
        const QByteArray click = store.click();
        ImportChoice choice = store.choice("A,B,C,D\n" + click + ",T1,\"1,234\",03/04/2026\n");
        auto database = taken(Database::open(store.file(), Database::Access::ReadOnly));
        auto open = taken(previewImport(*database, store.presets(), choice, store.clock.now()));
        QCOMPARE(open.survey.reading.columns.value(ColumnMeaning::ClickId), u"A"_s);
        choice.reading.columns = {{ColumnMeaning::ClickId, u"A"_s},
                                  {ColumnMeaning::TransactionId, u"B"_s},
                                  {ColumnMeaning::Payout, u"C"_s},
                                  {ColumnMeaning::Date, u"D"_s}};
        open = taken(previewImport(*database, store.presets(), choice, store.clock.now()));
        QVERIFY(open.survey.asksForDateOrder && open.survey.asksForDecimalMark);
        QCOMPARE(open.report.rows, 0);
        choice.reading.dateOrder = DateOrder::DayFirst;
        choice.reading.decimalMark = DecimalMark::Point;
        choice.reading.zone = QTimeZone("Pacific/Auckland");
        store.apply(choice);
        QCOMPARE(store.conversion().payout.toDecimal(), u"1234.00"_s);
        QCOMPARE(store.conversion().time, QDateTime({2026, 4, 2}, {11, 0}, Qt::UTC).toMSecsSinceEpoch());

        const auto stored = taken(store.catalogue().networks()).first();
        QCOMPARE(stored.mapping.report.columns.value(u"payout"_s), u"C"_s);
        QVERIFY(stored.mapping.fields.isEmpty());
        QCOMPARE(reportZoneOf(stored, QTimeZone::utc()).id(), "Pacific/Auckland");
        ImportChoice again{store.network.id, choice.file, {}};
        again.reading.zone = reportZoneOf(stored, QTimeZone::utc());
        QCOMPARE(counts(store.preview(again)), "0 added 0 changed 1 repeated 0 not");
        QCOMPARE(store.postback("clickid=" + click + "&txid=T9&payout=3").postback.outcome,
                 PostbackOutcome::Matched);
    }

    void nothingIsImportedOfAFileThatIsDamagedFurtherDown()
    {
        ImportStore store;
        QByteArray rows("Sub ID,Order ID,Commission\n");
        for (int i = 0; i < 500; ++i)
            rows += store.click() + ",T" + QByteArray::number(i) + ",5\n";
        ReportImport import(store.presets(), store.choice(rows + "x,y\n"), store.clock);
        const auto prepared = import.prepare(store.database());
        QVERIFY(!prepared);
        QVERIFY2(prepared.error().detail.contains("Line 502"_L1), qPrintable(prepared.error().detail));
        QCOMPARE(store.postbacks().size(), 0);
    }

    void whoIsInterruptedImportsTheFileOnceMore()
    {
        ImportStore store;
        QByteArray rows("Sub ID,Date,Commission\n");
        for (int i = 0; i < 300; ++i) {
            const QByteArray click = store.click();
            rows += QByteArray(click + ",2026-11-01,5\n").repeated(10);
        }
        ReportImport interrupted(store.presets(), store.choice(rows), store.clock,
                                 std::chrono::milliseconds(1));
        taken(interrupted.prepare(store.database()));
        for (int slice = 0; slice < 3; ++slice)
            QVERIFY(taken(interrupted.nextSlice(store.database())));
        const qint64 before = interrupted.report().added;
        QVERIFY(before > 0 && before < 3000);
        const ImportReport rest = store.apply(store.choice(rows));
        QCOMPARE(rest.added, 3000 - before);
        QCOMPARE(rest.repeated, before);
        QCOMPARE(store.conversions().size(), 3000);
        QCOMPARE(store.problems(), QStringList());
    }

    void whatWasImportedIsReadAgainLikeAnyPostback()
    {
        ImportStore store;
        const QByteArray click = store.click();
        const QByteArray file = "Sub ID,Order ID,Commission,Status\n" + click + ",T1,5,sonderbar\n";
        QCOMPARE(store.import(file).notCounted.value(u"unknown_status"_s), 1);
        store.mapWord(u"sonderbar"_s, ConversionStatus::Pending);
        QCOMPARE(store.RereadStore::apply(store.all()).added, 1);
        QCOMPARE(store.conversion().status, ConversionStatus::Pending);
        QCOMPARE(store.conversion().payout.toDecimal(), u"5.00"_s);
        QCOMPARE(counts(store.import(file)), "0 added 0 changed 1 repeated 0 not");
        store.undo();
        QCOMPARE(store.conversions().size(), 1); // of the second import, which arrived since
    }

    void allowedSendersAreNoneOfAFilesBusiness()
    {
        ImportStore store;
        store.network.allowedSenders = QStringList{u"203.0.113.9"_s};
        store.map([](NetworkMapping &) {});
        const QByteArray click = store.click();
        QCOMPARE(counts(store.import("Sub ID,Order ID,Commission\n" + click + ",T1,5\n")),
                 "1 added 0 changed 0 repeated 0 not");
        QCOMPARE(taken(store.catalogue().networks()).first().allowedSenders.size(), 1);
    }

    void manyRowsAreCountedAsTheyWereForetold()
    {
        ImportStore store;
        QByteArrayList clicks;
        for (int i = 0; i < 2'000; ++i)
            clicks << store.click();
        QByteArray rows("Sub ID,Order ID,Commission,Date\n");
        for (int i = 0; i < 20'000; ++i)
            rows += clicks.at(i % clicks.size()) + ",T" + QByteArray::number(i) + ",5.25,2026-10-"
                    + QByteArray::number(10 + i % 20) + '\n';
        const ImportChoice choice = store.choice(rows);
        rows.clear();
        QElapsedTimer timer;
        timer.start();
        const ImportReport said = store.preview(choice);
        const qint64 previewed = timer.restart();
        ReportImport import(store.presets(), choice, store.clock);
        taken(import.prepare(store.database()));
        qint64 slowest = 0;
        QElapsedTimer slice;
        do
            slice.start();
        while (taken(import.nextSlice(store.database()))
               && (slowest = std::max(slowest, slice.elapsed()), true));
        taken(import.finish(store.database()));
        qInfo("preview %lld ms, import %lld ms, slowest slice %lld ms", previewed, timer.elapsed(), slowest);
        QCOMPARE(said, import.report());
        QCOMPARE(import.report().added, 20'000);
        QCOMPARE(store.problems(), QStringList());
    }

private:
    static QByteArray microsOf(const StatusTotals &totals)
    {
        QByteArray text;
        for (const StatusTotal &total : totals)
            text += microsToDecimal(total.payoutMicros).toLatin1();
        return text;
    }
};

QTEST_GUILESS_MAIN(tst_ReportImport)
#include "tst_reportimport.moc"
