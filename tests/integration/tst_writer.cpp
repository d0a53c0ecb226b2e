// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/writerdesk.h"

#include <QTest>
#include <QThread>

using namespace Matchbook;

class tst_Writer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyIsToldOnceInTheirOwnThread()
    {
        WriterDesk desk;
        QThread thread;
        QObject elsewhere;
        elsewhere.moveToThread(&thread);
        thread.start();
        std::atomic<int> told = 0;
        std::atomic<int> inTheRightThread = 0;
        constexpr int jobs = 3000; // more than a batch holds
        for (int i = 0; i < jobs; ++i) {
            QVERIFY(desk.post(desk.store.newClick()));
            QVERIFY(desk.writer->post({desk.store.newClick(),
                                       [&](const WriteReceipt &receipt) {
                                           told += receipt.result == WriteReceipt::Result::Stored ? 1 : 1000;
                                           inTheRightThread += QThread::currentThread() == &thread ? 1 : 0;
                                       },
                                       &elsewhere}));
        }
        QTRY_COMPARE(desk.receipts.size(), jobs);
        QTRY_COMPARE(told, jobs);
        QCOMPARE(inTheRightThread, jobs);
        QCOMPARE(desk.countOf(WriteReceipt::Result::Stored), jobs);
        desk.writer->stop();
        thread.quit();
        QVERIFY(thread.wait());
        QCOMPARE(desk.store.number(QStringLiteral("SELECT count(*) FROM click")), 2 * jobs);
        QCOMPARE(desk.store.problems(), QStringList());
    }

    void aReceiptIsGivenOnlyForWhatOthersCanSee()
    {
        WriterDesk desk;
        const NewClick click = desk.store.newClick();
        QVERIFY(desk.post(click));
        QTRY_COMPARE(desk.receipts.size(), 1);
        QCOMPARE(desk.store.clicks().size(), 1);
        QVERIFY(desk.post(desk.store.newPostback("cid=" + click.clickId.bytes().toByteArray())));
        QTRY_COMPARE(desk.receipts.size(), 2);
        QCOMPARE(desk.receipts.last().postback.outcome, PostbackOutcome::Matched);
        QCOMPARE(desk.store.conversions().size(), 1);
    }

    void aPoisonedRowSinksNothingElse()
    {
        WriterDesk desk;
        taken(desk.store.database().execute(
                QStringLiteral("CREATE TRIGGER poison BEFORE INSERT ON postback WHEN new.query = x'706f69736f6e' "
                               "BEGIN SELECT raise(ABORT, 'poison'); END")));
        std::promise<void> released = desk.hold();
        const NewClick first = desk.store.newClick();
        for (int i = 0; i < 20; ++i) {
            const NewClick click = i == 0 ? first : desk.store.newClick();
            QVERIFY(desk.post(click));
            QVERIFY(desk.post(desk.store.newPostback("cid=" + click.clickId.bytes().toByteArray() + "&payout=2")));
        }
        QVERIFY(desk.post(first)); // the same click ID again
        QVERIFY(desk.post(desk.store.newPostback("poison")));
        QVERIFY(desk.post(desk.store.newClick()));
        released.set_value();
        QTRY_COMPARE(desk.receipts.size(), 43);
        QCOMPARE(desk.countOf(WriteReceipt::Result::Stored), 41);
        QCOMPARE(desk.receipts.at(40).result, WriteReceipt::Result::Failed);
        QCOMPARE(desk.receipts.at(41).result, WriteReceipt::Result::Failed);
        QVERIFY(!desk.state().trouble);
        QCOMPARE(desk.store.clicks().size(), 21);
        QCOMPARE(desk.store.conversions().size(), 20);
        QCOMPARE(desk.store.problems(), QStringList());
    }

    void simultaneousIdenticalPostbacksGiveOneConversion()
    {
        WriterDesk desk;
        QList<QByteArray> clicks;
        for (int i = 0; i < 50; ++i)
            clicks << desk.store.click();
        const auto postAll = [&] {
            for (const QByteArray &click : std::as_const(clicks)) {
                desk.post(desk.store.newPostback("cid=" + click + "&payout=3"));
                desk.post(desk.store.newPostback("cid=" + click + "&payout=3&txid=T" + click));
            }
        };
        std::thread one(postAll);
        std::thread other(postAll);
        one.join();
        other.join();
        QTRY_COMPARE(desk.receipts.size(), 200);
        QCOMPARE(desk.countOf(WriteReceipt::Result::Stored), 200);
        const QList<ConversionRow> conversions = desk.store.conversions();
        QCOMPARE(conversions.size(), 50);
        for (const ConversionRow &row : conversions)
            QCOMPARE(row.conversion.timesReceived, 4);
        QCOMPARE(desk.store.number(QStringLiteral("SELECT sum(confirmed_micros) FROM conversion_rollup WHERE basis = 1")),
                 50 * 3'000'000);
        QCOMPARE(desk.store.problems(), QStringList());
    }

    void aFullQueueRefusesWithoutForgettingAnybody()
    {
        WriterDesk desk;
        std::promise<void> released = desk.hold();
        for (size_t i = 0; i < Writer::queueLimit; ++i)
            QVERIFY(desk.post(desk.store.newClick()));
        QVERIFY(!desk.post(desk.store.newClick()));
        released.set_value();
        QTRY_COMPARE_WITH_TIMEOUT(size_t(desk.receipts.size()), Writer::queueLimit, 20'000);
        QVERIFY(desk.post(desk.store.newClick()));
    }

    void stoppingWritesWhatWaits()
    {
        WriterDesk desk;
        for (int i = 0; i < 1000; ++i)
            QVERIFY(desk.post(desk.store.newClick()));
        desk.writer->stop();
        QCOMPARE(desk.store.number(QStringLiteral("SELECT count(*) FROM click")), 1000);
        QTRY_COMPARE(desk.receipts.size(), 1000);
        QVERIFY(!desk.post(desk.store.newClick()));
        QVERIFY(!desk.writer->postTask([](Database &) { }));
        QTest::qWait(0);
        QCOMPARE(desk.receipts.size(), 1000);
    }

    void settingsOfAnotherProcessArriveWithinASecond()
    {
        WriterDesk desk;
        QCOMPARE(desk.networks(), 1);
        desk.store.addNetwork(QStringLiteral("Southway"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.networks(), 2, 1000);
        // Whose key comes with the very next postback is known even sooner.
        RawPostback raw = desk.store.newPostback("cid=");
        raw.key = desk.store.addNetwork(QStringLiteral("Westway")).key.toLatin1();
        QVERIFY(desk.post(raw));
        QTRY_COMPARE(desk.receipts.size(), 1);
        QCOMPARE(desk.receipts.first().postback.cause, PostbackCause::NoClickId);
    }

    void aStoreThatCannotBeOpenedIsSaid()
    {
        StoreFixture store;
        Writer writer(store.inFolder(QStringLiteral("missing/matchbook.sqlite")), {}, store.presets(), store.clock,
                      {[](const Settings &) {}, [](const WriterState &) {}});
        const auto started = writer.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Failure::Kind::StoreReadOnly);
        QVERIFY(!writer.post({store.newClick(), {}, nullptr}));
    }
};

QTEST_GUILESS_MAIN(tst_Writer)
#include "tst_writer.moc"
