// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/exchangerate.h"

#include "support/taken.h"

#include <QTest>

#include <limits>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// Rates are whole numbers of picos, and every amount is rounded once.
class tst_ExchangeRate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRateIsReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("picos");
        QTest::addColumn<QString>("written");
        QTest::newRow("usual") << u"1.0956"_s << qint64(1'095'600'000'000) << u"1.0956"_s;
        QTest::newRow("whole") << u"17000"_s << qint64(17'000'000'000'000'000) << u"17000"_s;
        QTest::newRow("zeros") << u"0.85000"_s << qint64(850'000'000'000) << u"0.85"_s;
        QTest::newRow("smallest") << u"0.000000000001"_s << qint64(1) << u"0.000000000001"_s;
        QTest::newRow("rounded up") << u"0.0000000000015"_s << qint64(2) << u"0.000000000002"_s;
        QTest::newRow("rounded down")
                << u"1.00000000000149999"_s << qint64(1'000'000'000'001) << u"1.000000000001"_s;
        QTest::newRow("largest") << u"8999999.999999999999"_s << qint64(8'999'999'999'999'999'999)
                                 << u"8999999.999999999999"_s;
    }
    void aRateIsReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(qint64, picos);
        const auto read = picosFromDecimal(text);
        QCOMPARE(taken(read), picos);
        QTEST(picosToDecimal(picos), "written");
    }

    void whatIsNoRateIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", ".", "1.", ".5", "-1", "+1", "1,5", "0", "0.0", "0.0000000000004", "9000000",
              "8999999.9999999999995", "1e3", "1.2.3", " 1", "١", "99999999999999999999999999", "NaN", "inf"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("long") << QString(100'000, u'9');
        QTest::newRow("long fraction with a letter") << u"1."_s + QString(100'000, u'1') + u'x';
    }
    void whatIsNoRateIsRefused()
    {
        QFETCH(QString, text);
        const auto read = picosFromDecimal(text);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Failure::Kind::BadInput);
        QVERIFY(read.error().detail.size() < 100);
    }

    void anAmountIsConverted_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("rate");
        QTest::addColumn<qint64>("result");
        // 33.80 × 0.9128 = 30.852640
        QTest::newRow("usual") << qint64(33'800'000) << u"0.9128"_s << qint64(30'852'640);
        QTest::newRow("a refund") << qint64(-33'800'000) << u"0.9128"_s << qint64(-30'852'640);
        // 0.000001 × 0.5 = 0.0000005: away from zero
        QTest::newRow("half up") << qint64(1) << u"0.5"_s << qint64(1);
        QTest::newRow("half down") << qint64(-1) << u"0.5"_s << qint64(-1);
        QTest::newRow("less than half") << qint64(1) << u"0.499999999999"_s << qint64(0);
        // 100,000,000 × 25,000 dong
        QTest::newRow("large") << qint64(100'000'000'000'000) << u"25000"_s
                               << qint64(2'500'000'000'000'000'000);
        QTest::newRow("too large") << std::numeric_limits<qint64>::max() << u"8999999"_s
                                   << std::numeric_limits<qint64>::max();
        QTest::newRow("too small") << std::numeric_limits<qint64>::min() << u"8999999"_s
                                   << -std::numeric_limits<qint64>::max();
    }
    void anAmountIsConverted()
    {
        QFETCH(qint64, micros);
        QFETCH(QString, rate);
        QTEST(convertedMicros(micros, taken(picosFromDecimal(rate))), "result");
    }

    void ratesAreChainedAndTurnedRound()
    {
        const qint64 dollars = taken(picosFromDecimal(u"1.0956"));
        const qint64 pounds = taken(picosFromDecimal(u"0.8573"));
        // 1 ÷ 1.0956 = 0.912741876597…; × 0.8573 = 0.782493610807…
        const auto back = inversePicos(dollars);
        QCOMPARE(back, std::optional<qint64>(912'741'876'597));
        QCOMPARE(chainedPicos(*back, pounds), std::optional<qint64>(782'493'610'807));
        QCOMPARE(inversePicos(1), std::optional<qint64>());
        QCOMPARE(chainedPicos(1, 1), std::optional<qint64>());
        QCOMPARE(chainedPicos(qint64(8'000'000) * picosPerUnit, qint64(8'000'000) * picosPerUnit),
                 std::optional<qint64>());
    }
};

QTEST_APPLESS_MAIN(tst_ExchangeRate)
#include "tst_exchangerate.moc"
