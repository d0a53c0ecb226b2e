// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/clickid.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Matchbook;

class tst_ClickId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownVectorsAreSpelt_data()
    {
        QTest::addColumn<qint64>("unixMs");
        QTest::addColumn<quint64>("random");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("epoch") << qint64(1577836800000) << quint64(0) << QByteArray("m0000000000000000000");
        QTest::newRow("2026") << qint64(1767225600000) << quint64(0x2a5f13c0de123)
                              << QByteArray("m5gc77g00n5y4y0vr933");
        QTest::newRow("all random bits")
                << qint64(1795358400000) << quint64(0x3ffffffffffff) << QByteArray("m6ajmrdg0zzzzzzzzzz5");
    }
    void knownVectorsAreSpelt()
    {
        QFETCH(qint64, unixMs);
        QFETCH(quint64, random);
        QFETCH(QByteArray, text);
        const ClickId id = ClickId::make(unixMs, random);
        QCOMPARE(id.bytes().toByteArray(), text);
        QCOMPARE(id.unixMs(), unixMs);
        QVERIFY(ClickId::parse(text) == id);
    }

    void timesOutsideTheFortyBitsAreClamped()
    {
        QCOMPARE(ClickId::make(0, 0).unixMs(), ClickId::epochMs);
        QCOMPARE(ClickId::make(std::numeric_limits<qint64>::min(), 0).unixMs(), ClickId::epochMs);
        QCOMPARE(ClickId::make(std::numeric_limits<qint64>::max(), 0).unixMs(),
                 ClickId::epochMs + (qint64(1) << 40) - 1);
    }

    void onlyFiftyRandomBitsAreUsed()
    {
        QCOMPARE(ClickId::make(ClickId::epochMs, ~quint64(0)).toString(),
                 ClickId::make(ClickId::epochMs, (quint64(1) << 50) - 1).toString());
    }

    void idsSortByTime()
    {
        ClickId earlier = ClickId::make(ClickId::epochMs, ~quint64(0));
        for (qint64 step = 1; step < (qint64(1) << 39); step *= 2) {
            const ClickId later = ClickId::make(ClickId::epochMs + step, 0);
            QVERIFY(earlier < later);
            earlier = ClickId::make(ClickId::epochMs + step, ~quint64(0));
        }
    }

    void everySingleChangeButOneBetweenZeroAndZIsNoticed()
    {
        const QByteArray good = "m5gc77g00n5y4y0vr933";
        const QByteArray alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        int missed = 0;
        for (int at = 1; at < ClickId::length; ++at) {
            for (const char c : alphabet) {
                QByteArray changed = good;
                changed[at] = c;
                if (changed == good || !ClickId::parse(changed))
                    continue;
                ++missed;
                QVERIFY(QByteArray("0z").contains(c) && QByteArray("0z").contains(good[at]));
            }
        }
        QCOMPARE(missed, 3);
    }

    void textsThatAreNoIdAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("m5gc77g00n5y4y0vr93");
        QTest::newRow("long") << QByteArray("m5gc77g00n5y4y0vr9333");
        QTest::newRow("upper case") << QByteArray("M5GC77G00N5Y4Y0VR933");
        QTest::newRow("wrong first") << QByteArray("n5gc77g00n5y4y0vr933");
        QTest::newRow("wrong check") << QByteArray("m5gc77g00n5y4y0vr934");
        QTest::newRow("letter u") << QByteArray("m5gc77g00n5y4y0vu933");
        QTest::newRow("zero bytes") << QByteArray(20, '\0');
        QTest::newRow("high bytes") << QByteArray(20, '\xff');
    }
    void textsThatAreNoIdAreRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!ClickId::parse(text));
    }

    void shapesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ClickIdShape>("shape");
        using S = ClickIdShape;
        const auto row = [](const char *text, S shape) { QTest::newRow(text) << QByteArray(text) << shape; };
        row("m5gc77g00n5y4y0vr933", S::WellFormed);
        row("", S::Empty);
        row("  ", S::Empty);
        row("0", S::Empty);
        row("m5gc77g00", S::Truncated);
        row("m5gc77g00n5y4y0vr93", S::Truncated);
        row("m5gc77g0", S::Foreign);
        row("m", S::Foreign);
        row("M5GC77G00N5Y4Y0V", S::Truncated);
        row("m5gc77g00n5y4y0vr934", S::Damaged);
        row("M5GC77G00N5Y4Y0VR933", S::Damaged);
        row("m5gc77g00n5y4y0vr9333", S::Foreign);
        row("marketing", S::Foreign);
        row("QXJ4K2L9P0", S::Foreign);
        row("550e8400-e29b-41d4-a716-446655440000", S::Foreign);
        row("123456", S::Foreign);
        for (const char *token : {"{aff_sub}",
                                  "{{campaign.id}}",
                                  "{:click_id}",
                                  "{$click_id}",
                                  "#s2#",
                                  "##CLICK_ID##",
                                  "[x]",
                                  "[[[x]]]",
                                  "[=AffiliateReferenceID=]",
                                  "%x%",
                                  "${SUBID}",
                                  "@@CLICK-ID@@",
                                  "__CLICKID__",
                                  "<clickid>",
                                  "%7Bsubacc4%7D",
                                  "%7bsubacc4%7d",
                                  "%5Bx%5D",
                                  "%23s2%23",
                                  "null",
                                  "NULL",
                                  "undefined",
                                  "REPLACE",
                                  "REPLACE_ME",
                                  " {aff_sub} "})
            row(token, S::LiteralToken);
    }
    void shapesAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(ClickIdShape, shape);
        QCOMPARE(clickIdShape(text), shape);
    }

    void valuesAreNotTakenForTokens_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "a", "#", "##", "%%", "12.50", "{open", "close}", "nullable", "a{b}c",
                                 "__", "____", "50%", "order #12", "m5gc77g00n5y4y0vr933"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("long brackets") << QByteArray('[' + QByteArray(5000, 'x') + ']');
    }
    void valuesAreNotTakenForTokens()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!looksLikeLiteralToken(text));
    }

    void randomBytesAreNeverOurs()
    {
        QRandomGenerator random(1);
        for (int i = 0; i < 20000; ++i) {
            QByteArray text(int(random.bounded(40)), Qt::Uninitialized);
            for (char &c : text)
                c = char(random.bounded(256));
            QVERIFY(clickIdShape(text) != ClickIdShape::WellFormed);
        }
    }
};

QTEST_APPLESS_MAIN(tst_ClickId)
#include "tst_clickid.moc"
