// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fulldisk.h"
#include "support/writerdesk.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <atomic>
#include <cstring>

using namespace Matchbook;

class tst_WriterTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPoisonedClickWaitsInTheSpillFileAndHoldsUpNobody()
    {
        WriterDesk desk;
        taken(desk.store.database().execute(
                QStringLiteral("CREATE TRIGGER poison BEFORE INSERT ON click WHEN new.sub1 = 'poison' "
                               "BEGIN SELECT raise(ABORT, 'poison'); END")));
        taken(desk.writer->useSpillFile());
        QTRY_VERIFY(QFile::exists(desk.store.inFolder(QStringLiteral("spill.bin"))));
        NewClick poison = desk.store.newClick();
        poison.subIds[0] = QStringLiteral("poison");
        QVERIFY(desk.post(poison));
        QTRY_COMPARE(desk.receipts.size(), 1);
        QCOMPARE(desk.receipts.first().result, WriteReceipt::Result::Spilled);
        QVERIFY(desk.post(desk.store.newClick()));
        QTRY_COMPARE(desk.countOf(WriteReceipt::Result::Stored), 1);
        desk.writer->waitUntilWritten();
        QVERIFY(!desk.state().trouble);
        QCOMPARE(desk.state().spilledClicks, 1);
        taken(desk.store.database().execute(QStringLiteral("DROP TRIGGER poison")));
        QTRY_COMPARE(desk.state().spilledClicks, 0);
        QCOMPARE(desk.store.clicks().size(), 2);
        QCOMPARE(desk.store.problems(), QStringList());
    }

    void whileTheStoreIsLockedClicksAreSpilled()
    {
        WriterDesk desk;
        spillsWhile(
                desk, Failure::Kind::StoreLocked,
                [&desk] { taken(desk.store.database().execute(QStringLiteral("BEGIN IMMEDIATE"))); },
                [&desk] { taken(desk.store.database().execute(QStringLiteral("COMMIT"))); });
    }

    void whileTheDiskIsFullClicksAreSpilled()
    {
        WriterDesk desk;
        spillsWhile(
                desk, Failure::Kind::StoreFull, [] { FullDisk::isFull = true; },
                [] { FullDisk::isFull = false; });
    }

    void whileTheFileIsGoneClicksAreSpilled()
    {
        WriterDesk desk;
        const QString elsewhere = desk.store.inFolder(QStringLiteral("moved.sqlite"));
        spillsWhile(
                desk, Failure::Kind::StoreGone,
                [&] {
                    QVERIFY(QFile::rename(desk.store.file(), elsewhere));
                    QTRY_VERIFY(desk.wasInTrouble(Failure::Kind::StoreGone));
                },
                [&] {
                    QVERIFY(QFile::rename(elsewhere, desk.store.file()));
                    QTRY_VERIFY_WITH_TIMEOUT(!desk.state().trouble, 10'000);
                });
    }

    void aLogWhoseFileIsGoneIsNotThrownAway()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("matchbook.sqlite"));
        QFile log(file + QStringLiteral("-wal"));
        QVERIFY(log.open(QIODevice::WriteOnly) && log.write("what was written last") > 0);
        log.close();
        const auto opened = Database::open(file, Database::Access::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Failure::Kind::StoreLogAlone);
        QCOMPARE(opened.error().detail, log.fileName());
        QVERIFY(!QFile::exists(file));
        QVERIFY(log.size() > 0);
        QVERIFY(log.resize(0));
        QVERIFY(Database::open(file, Database::Access::ReadWrite));
    }

    void onceTheStoreIsLockedNobodyWaitsForIt()
    {
        WriterDesk desk;
        taken(desk.writer->useSpillFile());
        taken(desk.store.database().execute(QStringLiteral("BEGIN IMMEDIATE")));
        QElapsedTimer time;
        time.start();
        QVERIFY(desk.post(desk.store.newClick()));
        QTRY_COMPARE_WITH_TIMEOUT(desk.receipts.size(), 1, 15'000);
        QVERIFY2(time.elapsed() < 3500, QByteArray::number(time.elapsed()).constData()); // not twice
        QTRY_VERIFY(desk.wasInTrouble(Failure::Kind::StoreLocked));
        for (int i = 0; i < 25; ++i) { // some of them while the store is tried again
            const qsizetype told = desk.receipts.size();
            time.start();
            QVERIFY(desk.post(desk.store.newClick()));
            QVERIFY(desk.post(desk.store.newPostback("cid=")));
            QVERIFY(QTest::qWaitFor([&] { return desk.receipts.size() == told + 2; }));
            QVERIFY2(time.elapsed() < 500, QByteArray::number(time.elapsed()).constData());
            QCOMPARE(desk.receipts.at(told).result, WriteReceipt::Result::Spilled);
            QCOMPARE(desk.receipts.at(told + 1).result, WriteReceipt::Result::Failed);
            QTest::qWait(100);
        }
        taken(desk.store.database().execute(QStringLiteral("COMMIT")));
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(), WriterState(), 10'000);
        QCOMPARE(desk.store.clicks().size(), 26);
    }

    void lostClicksAreCountedAndComplainedAboutOnceASecond()
    {
        WriterDesk desk;
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), desk.store.inFolder(QStringLiteral("spill.bin"))));
        const auto used = desk.writer->useSpillFile();
        QVERIFY(!used);
        QVERIFY2(used.error().detail.endsWith(QString::fromLocal8Bit(std::strerror(ENOSPC))),
                 qPrintable(used.error().detail));
        FullDisk::isFull = true;
        s_complaints = 0;
        s_previous = qInstallMessageHandler(countComplaints);
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 100; ++i) {
            QVERIFY(desk.post(desk.store.newClick()));
            QTRY_COMPARE(desk.receipts.size(), i + 1);
        }
        QTRY_COMPARE(desk.state().lostClicks, 100);
        const qint64 seconds = time.elapsed() / 1000;
        qInstallMessageHandler(s_previous);
        QVERIFY(s_complaints >= 1);
        QVERIFY2(s_complaints <= seconds + 1, QByteArray::number(s_complaints.load()).constData());
        QCOMPARE(desk.countOf(WriteReceipt::Result::Failed), 100);
        FullDisk::isFull = false;
        const QString counted = QStringLiteral(
                "SELECT coalesce((SELECT value FROM counter WHERE name = 'lost_clicks'), 0)");
        QTRY_COMPARE_WITH_TIMEOUT(desk.store.number(counted), 100, 10'000);
        QFile::remove(desk.store.inFolder(QStringLiteral("spill.bin")));
    }

    void clicksStoredBeforeACrashAreNotStoredAgain()
    {
        StoreFixture store;
        const NewClick click = store.newClick();
        store.write(click);
        const NewClick other = store.newClick();
        QVERIFY(taken(store.writer().writeLate({click, other})).isEmpty());
        QCOMPARE(store.clicks().size(), 2);
        QVERIFY(taken(store.writer().writeLate({click, other})).isEmpty());
        QCOMPARE(store.clicks().size(), 2);
        QCOMPARE(store.problems(), QStringList());
    }

private:
    static void countComplaints(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        if (message.contains(QStringLiteral("could not even be spilled")))
            ++s_complaints;
        else
            s_previous(type, context, message);
    }
    static inline std::atomic<int> s_complaints = 0;
    static inline QtMessageHandler s_previous = nullptr;

    /// Between \a beginTrouble and \a endTrouble the store takes nothing.
    void spillsWhile(WriterDesk &desk, Failure::Kind trouble, const std::function<void()> &beginTrouble,
                     const std::function<void()> &endTrouble)
    {
        taken(desk.writer->useSpillFile());
        QTRY_VERIFY(QFile::exists(desk.store.inFolder(QStringLiteral("spill.bin"))));
        const NewClick click = desk.store.newClick();
        const RawPostback postback = desk.store.newPostback("cid=" + click.clickId.bytes().toByteArray());
        beginTrouble();
        QVERIFY(desk.post(click));
        QVERIFY(desk.post(postback));
        QTRY_COMPARE_WITH_TIMEOUT(desk.receipts.size(), 2, 15'000);
        QCOMPARE(desk.receipts.at(0).result, WriteReceipt::Result::Spilled);
        QCOMPARE(desk.receipts.at(1).result, WriteReceipt::Result::Failed);
        QTRY_VERIFY(desk.wasInTrouble(trouble));
        QTRY_COMPARE(desk.state().spilledClicks, 1);
        endTrouble();
        QVERIFY(desk.post(postback)); // the network tries again
        QTRY_COMPARE_WITH_TIMEOUT(desk.receipts.size(), 3, 15'000);
        QCOMPARE(desk.receipts.last().result, WriteReceipt::Result::Stored);
        QTRY_COMPARE_WITH_TIMEOUT(desk.state(), WriterState(), 10'000);
        QCOMPARE(desk.store.clicks().size(), 1);
        QCOMPARE(desk.store.conversions().size(), 1);
        QCOMPARE(desk.store.postbacks().size(), 1);
        QCOMPARE(desk.store.postbacks().first().outcome, PostbackOutcome::Matched);
        QCOMPARE(desk.store.problems(), QStringList());
    }

    FullDisk m_disk;
};

QTEST_GUILESS_MAIN(tst_WriterTrouble)
#include "tst_writertrouble.moc"
