// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/batching.h"

#include <QTest>

using namespace Matchbook;

class tst_Batching : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jobsAreBatched_data()
    {
        QTest::addColumn<uint>("queued");
        QTest::addColumn<uint>("untold");
        QTest::addColumn<bool>("isWritten");
        QTest::addColumn<uint>("taken");
        QTest::addColumn<bool>("isApart");
        QTest::newRow("nobody") << 0u << 0u << false << 0u << false;
        QTest::newRow("nobody during a sync") << 0u << 1u << false << 0u << true;
        QTest::newRow("one alone") << 1u << 0u << true << 1u << false;
        QTest::newRow("a few") << 7u << 0u << true << 7u << false;
        QTest::newRow("some") << 8u << 0u << true << 8u << true;
        QTest::newRow("one beside one") << 1u << 1u << true << 1u << true;
        QTest::newRow("too few beside a crowd") << 15u << 32u << false << 15u << true;
        QTest::newRow("half of a crowd") << 16u << 32u << true << 16u << true;
        QTest::newRow("no more than so many are waited for") << 32u << 1'000u << true << 32u << true;
        QTest::newRow("a small crowd stays together") << 32u << 0u << true << 32u << true;
        QTest::newRow("a crowd is halved") << 300u << 0u << true << 150u << true;
        QTest::newRow("with those who are synced") << 64u << 64u << true << 64u << true;
        QTest::newRow("the largest") << 20'000u << 2'000u << true << 2'000u << true;
    }
    void jobsAreBatched()
    {
        QFETCH(uint, queued);
        QFETCH(uint, untold);
        QTEST(Batching::isWorthWriting(queued, untold), "isWritten");
        const uint jobs = uint(Batching::jobsToTake(queued, untold));
        QTEST(jobs, "taken");
        QTEST(Batching::isSyncedApart(jobs, untold), "isApart");
    }

    void nobodyIsWaitedForWithoutASync()
    {
        for (size_t queued = 1; queued < 3'000; ++queued)
            QVERIFY(Batching::isWorthWriting(queued, 0));
    }
};

QTEST_APPLESS_MAIN(tst_Batching)
#include "tst_batching.moc"
