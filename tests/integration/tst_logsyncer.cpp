// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/heldsync.h"
#include "support/writerdesk.h"

#include <QFile>
#include <QTest>

#include <thread>

using namespace Matchbook;

namespace {

constexpr int many = 30; // fits into one batch

} // namespace

class tst_LogSyncer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoPostsManyIsToldOnlyAfterTheSync()
    {
        HeldSync disk;
        WriterDesk desk(disk.function());
        disk.isHeld = true;
        postMany(desk);
        QTRY_COMPARE(disk.begun, 1);
        QCOMPARE(clicksIn(desk), many);
        QTest::qWait(50);
        QCOMPARE(desk.receipts.size(), 0);
        disk.isHeld = false;
        QTRY_COMPARE(desk.countOf(WriteReceipt::Result::Stored), many);
        QCOMPARE(disk.begun, 1);
    }

    void whatIsPostedDuringASyncIsWrittenMeanwhileAndToldInTurn()
    {
        HeldSync disk;
        WriterDesk desk(disk.function());
        disk.isHeld = true;
        postMany(desk);
        QTRY_COMPARE(disk.begun, 1);
        const NewClick click = desk.store.newClick();
        QVERIFY(desk.post(click));
        QTRY_COMPARE(clicksIn(desk), many + 1);
        QVERIFY(desk.post(desk.store.newPostback("cid=" + click.clickId.bytes().toByteArray())));
        QTRY_COMPARE(desk.store.conversions().size(), 1);
        QTest::qWait(50);
        QCOMPARE(desk.receipts.size(), 0);
        disk.isHeld = false;
        QTRY_COMPARE(desk.receipts.size(), many + 2);
        QCOMPARE(desk.receipts.last().postback.outcome, PostbackOutcome::Matched);
        QCOMPARE(disk.begun, 2); // one sync for both later batches
    }

    void aCrowdIsHalved()
    {
        HeldSync disk;
        WriterDesk desk(disk.function());
        disk.isHeld = true;
        std::promise<void> released = desk.hold();
        for (int i = 0; i < 10; ++i)
            postManyMore(desk);
        released.set_value();
        QTRY_COMPARE(clicksIn(desk), 10 * many); // whatever waits for a sync, the rest is written
        QCOMPARE(desk.receipts.size(), 0);
        disk.isHeld = false;
        QTRY_COMPARE(desk.countOf(WriteReceipt::Result::Stored), 10 * many);
    }

    void oneAloneIsSyncedByItsOwnCommit()
    {
        HeldSync disk;
        WriterDesk desk(disk.function());
        disk.isHeld = true;
        QVERIFY(desk.post(desk.store.newClick()));
        QTRY_COMPARE(desk.countOf(WriteReceipt::Result::Stored), 1);
        QCOMPARE(disk.begun, 0);
    }

    void tasksCommitWithASyncAgain()
    {
        WriterDesk desk;
        postMany(desk);
        QTRY_COMPARE(desk.receipts.size(), many);
        std::promise<QVariant> level;
        desk.writer->postTask([&level](Database &database) {
            level.set_value(taken(database.ask(QStringLiteral("PRAGMA synchronous"))));
        });
        QCOMPARE(level.get_future().get().toInt(), 2); // FULL
    }

    void whatCouldNotBeSyncedIsSpilledOrRefusedAndComesBackOnce_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<Failure::Kind>("kind");
        QTest::newRow("broken disk") << EIO << Failure::Kind::StoreTrouble;
        QTest::newRow("full disk") << ENOSPC << Failure::Kind::StoreFull;
    }
    void whatCouldNotBeSyncedIsSpilledOrRefusedAndComesBackOnce()
    {
        QFETCH(int, error);
        QFETCH(Failure::Kind, kind);
        HeldSync disk;
        WriterDesk desk(disk.function());
        taken(desk.writer->useSpillFile());
        QTRY_VERIFY(QFile::exists(desk.store.inFolder(QStringLiteral("spill.bin"))));
        disk.error = error;
        std::promise<void> released = desk.hold();
        const NewClick click = desk.store.newClick();
        const RawPostback postback
                = desk.store.newPostback("cid=" + click.clickId.bytes().toByteArray() + "&txid=T1&payout=3");
        QVERIFY(desk.post(click));
        QVERIFY(desk.post(postback));
        postManyMore(desk);
        released.set_value();
        QTRY_COMPARE(desk.receipts.size(), many + 2);
        QCOMPARE(desk.countOf(WriteReceipt::Result::Spilled), many + 1);
        QCOMPARE(desk.receipts.at(1).result, WriteReceipt::Result::Failed);
        QVERIFY(desk.wasInTrouble(kind));
        disk.error = 0;
        QVERIFY(desk.post(postback)); // the network tries again
        QTRY_COMPARE(desk.countOf(WriteReceipt::Result::Stored), 1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(), WriterState(), 10'000);
        QCOMPARE(clicksIn(desk), many + 1);
        QCOMPARE(desk.store.conversions().size(), 1);
        QCOMPARE(desk.store.problems(), QStringList());
    }

    void whoWaitsForTheWriterWaitsForTheSync()
    {
        HeldSync disk;
        WriterDesk desk(disk.function());
        disk.isHeld = true;
        postMany(desk);
        QTRY_COMPARE(disk.begun, 1);
        std::thread release([&disk] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            disk.isHeld = false;
        });
        desk.writer->waitUntilWritten();
        QVERIFY(!disk.isHeld);
        QCoreApplication::processEvents();
        QCOMPARE(desk.countOf(WriteReceipt::Result::Stored), many);
        release.join();
    }

    void stoppingTellsEverybody_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<WriteReceipt::Result>("result");
        QTest::newRow("synced") << 0 << WriteReceipt::Result::Stored;
        QTest::newRow("not synced") << EIO << WriteReceipt::Result::Spilled;
    }
    void stoppingTellsEverybody()
    {
        QFETCH(int, error);
        QFETCH(WriteReceipt::Result, result);
        HeldSync disk;
        WriterDesk desk(disk.function());
        taken(desk.writer->useSpillFile());
        QTRY_VERIFY(QFile::exists(desk.store.inFolder(QStringLiteral("spill.bin"))));
        disk.error = error;
        disk.isHeld = true;
        postMany(desk);
        QTRY_COMPARE(disk.begun, 1);
        std::thread release([&disk] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            disk.isHeld = false;
        });
        desk.writer->stop();
        release.join();
        QCoreApplication::processEvents();
        QCOMPARE(desk.countOf(result), many);
        QCOMPARE(clicksIn(desk), many);
    }

private:
    /// In one batch.
    static void postMany(WriterDesk &desk)
    {
        std::promise<void> released = desk.hold();
        postManyMore(desk);
        released.set_value();
    }

    static void postManyMore(WriterDesk &desk)
    {
        for (int i = 0; i < many; ++i)
            QVERIFY(desk.post(desk.store.newClick()));
    }

    static qint64 clicksIn(WriterDesk &desk)
    {
        return desk.store.number(QStringLiteral("SELECT count(*) FROM click"));
    }
};

QTEST_GUILESS_MAIN(tst_LogSyncer)
#include "tst_logsyncer.moc"
