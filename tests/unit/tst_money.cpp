// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/money.h"
#include "vocabulary/postback.h"

#include <QTest>

#include <limits>

using namespace Matchbook;

class tst_Money : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void amountsArePrintedWithTheDigitsPeopleWrite_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        QTest::newRow("two digits") << qint64(12500000) << "USD"
                                    << "12.50";
        QTest::newRow("none for yen") << qint64(1200000000) << "JPY"
                                      << "1200";
        QTest::newRow("part of a yen") << qint64(1500000) << "JPY"
                                       << "1.5";
        QTest::newRow("three for dinar") << qint64(12500000) << "KWD"
                                         << "12.500";
        QTest::newRow("more than usual") << qint64(125000) << "USD"
                                         << "0.125";
        QTest::newRow("micro") << qint64(-1) << "USD"
                               << "-0.000001";
        QTest::newRow("zero") << qint64(0) << "EUR"
                              << "0.00";
        QTest::newRow("no currency") << qint64(3000000) << ""
                                     << "3.00";
        QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << "USD"
                                  << "-9223372036854.775808";
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << "USD"
                                 << "9223372036854.775807";
    }
    void amountsArePrintedWithTheDigitsPeopleWrite()
    {
        QFETCH(qint64, micros);
        QFETCH(QString, code);
        QFETCH(QString, text);
        const Money money{micros, Currency::fromCode(code).value_or(Currency())};
        QCOMPARE(money.toDecimal(), text);
    }

    void decimalsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("usual") << "12.50" << qint64(12500000);
        QTest::newRow("whole") << "7" << qint64(7000000);
        QTest::newRow("negative") << "-3" << qint64(-3000000);
        QTest::newRow("small") << "0.000001" << qint64(1);
        QTest::newRow("leading zeros") << "0000012" << qint64(12000000);
        QTest::newRow("most") << "9000000000000" << qint64(9000000000000000000);
        QTest::newRow("least") << "-9000000000000.000000" << qint64(-9000000000000000000);
    }
    void decimalsAreRead()
    {
        QFETCH(QString, text);
        QFETCH(qint64, micros);
        const auto read = microsFromDecimal(text);
        QVERIFY(read);
        QCOMPARE(*read, micros);
        QCOMPARE(*microsFromDecimal(microsToDecimal(micros)), micros);
    }

    void whatIsNoPlainDecimalIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "-",
                                 ".",
                                 "5.",
                                 ".5",
                                 "1,5",
                                 "1.234.5",
                                 "1e3",
                                 "NaN",
                                 "inf",
                                 " 1",
                                 "1 ",
                                 "+1",
                                 "--1",
                                 "0.1234567",
                                 "9000000000000.000001",
                                 "9000000000001",
                                 "99999999999999999999999",
                                 "$1",
                                 "0x1"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("Arabic digits") << QString::fromUtf8("١٢");
        QTest::newRow("huge") << QString(100000, u'9');
    }
    void whatIsNoPlainDecimalIsRefused()
    {
        QFETCH(QString, text);
        const auto read = microsFromDecimal(text);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Failure::Kind::BadInput);
        QVERIFY(read.error().detail.size() < 200);
    }

    void currencyCodesAreReadInAnyCase_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("upper") << "USD"
                               << "USD";
        QTest::newRow("lower") << "eur"
                               << "EUR";
        QTest::newRow("mixed") << "gBp"
                               << "GBP";
        QTest::newRow("first listed") << "AED"
                                      << "AED";
        QTest::newRow("last listed") << "ZWL"
                                     << "ZWL";
        for (const char *bad :
             {"", "US", "USDT", "XXX", "XTS", "XAU", "ED ", "D A", "US$", "123", "SDA", "AAA"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
        QTest::newRow("not ASCII") << QString::fromUtf8("ＵＳＤ") << QString();
    }
    void currencyCodesAreReadInAnyCase()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto currency = Currency::fromCode(text);
        QCOMPARE(currency.has_value(), !code.isEmpty());
        QCOMPARE(currency.value_or(Currency()).code(), code);
    }

    void aDefaultMadeCurrencyIsInvalid()
    {
        QVERIFY(!Currency().isValid());
        QVERIFY(Currency::usd().isValid());
        QCOMPARE(Currency::usd(), *Currency::fromCode(u"usd"));
        QCOMPARE(Currency::fromCode(u"JPY")->minorDigits(), 0);
        QCOMPARE(Currency::fromCode(u"KWD")->minorDigits(), 3);
        QCOMPARE(Currency::usd().minorDigits(), 2);
        QVERIFY(*Currency::fromCode(u"EUR") < Currency::usd());
    }

    void everyWordReadsBackAsItsValue()
    {
        for (int i = 0; i <= int(PostbackOutcome::Refused); ++i)
            QCOMPARE(outcomeFromWord(QString(outcomeWord(PostbackOutcome(i)))), PostbackOutcome(i));
        for (int i = 0; i <= int(PostbackCause::TestClick); ++i) {
            QCOMPARE(causeFromWord(QString(causeWord(PostbackCause(i)))), PostbackCause(i));
            QCOMPARE(causeWord(PostbackCause(i)).isEmpty(), PostbackCause(i) == PostbackCause::None);
        }
        for (int i = 0; i <= int(ConversionStatus::Ignored); ++i)
            QCOMPARE(statusFromWord(QString(statusWord(ConversionStatus(i)))), ConversionStatus(i));
        for (int i = 0; i <= int(MatchKind::Kept); ++i)
            QCOMPARE(matchFromWord(QString(matchWord(MatchKind(i)))), MatchKind(i));
        for (int i = 0; i <= int(RepeatPolicy::AddAmounts); ++i)
            QCOMPARE(repeatPolicyFromWord(QString(repeatPolicyWord(RepeatPolicy(i)))), RepeatPolicy(i));
        for (int i = 0; i <= int(DecimalMark::Comma); ++i)
            QCOMPARE(decimalMarkFromWord(QString(decimalMarkWord(DecimalMark(i)))), DecimalMark(i));
    }

    void documentedWordsAreStable()
    {
        QCOMPARE(QString(outcomeWord(PostbackOutcome::NotUnderstood)), QStringLiteral("not_understood"));
        QCOMPARE(QString(causeWord(PostbackCause::UnknownClick)), QStringLiteral("unknown_click"));
        QCOMPARE(QString(statusWord(ConversionStatus::ChargedBack)), QStringLiteral("charged_back"));
        QCOMPARE(QString(matchWord(MatchKind::CaseFolded)), QStringLiteral("case_folded"));
        QCOMPARE(QString(repeatPolicyWord(RepeatPolicy::CountEveryHit)), QStringLiteral("count_every_hit"));
        QVERIFY(!outcomeFromWord(u"lost"));
        QVERIFY(!statusFromWord(u""));
        QCOMPARE(causeFromWord(u"nonsense"), PostbackCause::None);
    }
};

QTEST_APPLESS_MAIN(tst_Money)
#include "tst_money.moc"
