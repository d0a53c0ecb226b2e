// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/metrics.h"

#include <QTest>

using namespace Matchbook;

class tst_Metrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ratiosWithoutADivisorAreNothing()
    {
        Metrics metrics;
        metrics.revenueConfirmed = 5'000'000;
        metrics.conversions = 2;
        QVERIFY(!metrics.epc());
        QVERIFY(!metrics.conversionRate());
        QVERIFY(!metrics.roi());
        QVERIFY(!metrics.approvalRate());
        QCOMPARE(metrics.profit(), 5'000'000);
    }

    void severalConversionsOfAClickPassAHundredPercent()
    {
        Metrics metrics;
        metrics.clicks = 2;
        metrics.conversions = 3;
        QCOMPARE(metrics.conversionRate(), std::optional(1.5));
    }

    void returnIsProfitByCost()
    {
        Metrics metrics;
        metrics.cost = 4'000'000;
        QCOMPARE(metrics.roi(), std::optional(-1.0));
        metrics.revenueConfirmed = 6'000'000;
        QCOMPARE(metrics.profit(), 2'000'000);
        QCOMPARE(metrics.roi(), std::optional(0.5));
    }

    void earningsPerClickAreRoundedHalfAwayFromZero_data()
    {
        QTest::addColumn<qint64>("revenue");
        QTest::addColumn<qint64>("clicks");
        QTest::addColumn<qint64>("epc");
        QTest::newRow("even") << qint64(12) << qint64(4) << qint64(3);
        QTest::newRow("down") << qint64(10) << qint64(3) << qint64(3);
        QTest::newRow("up") << qint64(11) << qint64(3) << qint64(4);
        QTest::newRow("half") << qint64(5) << qint64(2) << qint64(3);
        QTest::newRow("negative half") << qint64(-5) << qint64(2) << qint64(-3);
        QTest::newRow("negative") << qint64(-10) << qint64(3) << qint64(-3);
        QTest::newRow("nothing earned") << qint64(0) << qint64(7) << qint64(0);
        QTest::newRow("less than half a millionth") << qint64(1) << qint64(3) << qint64(0);
    }

    void earningsPerClickAreRoundedHalfAwayFromZero()
    {
        QFETCH(qint64, revenue);
        QFETCH(qint64, clicks);
        QFETCH(qint64, epc);
        Metrics metrics;
        metrics.revenueConfirmed = revenue;
        metrics.clicks = clicks;
        QCOMPARE(metrics.epc(), std::optional(epc));
    }

    void onlyDecidedConversionsCountForTheApprovalRate()
    {
        Metrics metrics;
        metrics.pending = 100;
        metrics.approved = 3;
        metrics.rejected = 1;
        QCOMPARE(metrics.approvalRate(), std::optional(0.75));
        metrics.refunded = 2;
        QCOMPARE(metrics.approvalRate(), std::optional(0.5));
    }

    void addingAddsEveryFigure()
    {
        const Metrics one{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
        Metrics sum = one;
        sum += one;
        QCOMPARE(sum, (Metrics{2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26}));
    }
};

QTEST_APPLESS_MAIN(tst_Metrics)
#include "tst_metrics.moc"
