// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/amount.h"
#include "vocabulary/money.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Matchbook;

class tst_Amount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void amountsAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<DecimalMark>("mark");
        QTest::addColumn<qint64>("micros");
        const auto row = [](const char *text, DecimalMark mark, qint64 micros) {
            QTest::addRow("%s %d", text, int(mark)) << QByteArray(text) << mark << micros;
        };
        constexpr auto A = DecimalMark::Auto;
        constexpr auto P = DecimalMark::Point;
        constexpr auto C = DecimalMark::Comma;
        row("12", A, 12000000);
        row("12.5", A, 12500000);
        row("12,5", A, 12500000);
        row("33,80", A, 33800000);
        row("0", A, 0);
        row("-0", A, 0);
        row("0.00", A, 0);
        row("0.125", A, 125000);
        row("0,125", A, 125000);
        row(".125", A, 125000);
        row(",5", A, 500000);
        row("12.", A, 12000000);
        row("1234.567", A, 1234567000);
        row("1,234.50", A, 1234500000);
        row("1.234,50", A, 1234500000);
        row("1,234,567", A, 1234567000000);
        row("1.234.567", A, 1234567000000);
        row("1,234,567.89", A, 1234567890000);
        row("1.234.567,89", A, 1234567890000);
        row("1 234,50", A, 1234500000);
        row("1 234.500", A, 1234500000);
        row("1'234.50", A, 1234500000);
        row("1\xC2\xA0"
            "234,50",
            A, 1234500000);
        row("1\xE2\x80\xAF"
            "234",
            A, 1234000000);
        row("1,234", P, 1234000000);
        row("1.234", P, 1234000);
        row("1,234", C, 1234000);
        row("1.234", C, 1234000000);
        row("1 234", C, 1234000000);
        row("-3", A, -3000000);
        row("\xE2\x88\x92"
            "3",
            A, -3000000);
        row("(12.50)", A, -12500000);
        row("+4", A, 4000000);
        row("  7.5 ", A, 7500000);
        row("1.2345674", A, 1234567);
        row("1.2345675", A, 1234568);
        row("-1.2345675", A, -1234568);
        row("0.0000005", A, 1);
        row("0.00000049999", A, 0);
        row("100000000", A, largestAmountMicros);
        row("-100000000", A, -largestAmountMicros);
        row("100,000,000.00", A, largestAmountMicros);
        row("007", A, 7000000);
    }
    void amountsAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(DecimalMark, mark);
        QFETCH(qint64, micros);
        const ReadAmount amount = readAmount(text, mark);
        QCOMPARE(amount.problem, PostbackCause::None);
        QVERIFY(amount.micros);
        QCOMPARE(*amount.micros, micros);
        QVERIFY(!amount.currency && !amount.dollarSign);
    }

    void currenciesInTheTextAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("dollar");
        QTest::addColumn<qint64>("micros");
        const auto row = [](const char *text, const char *code, bool dollar, qint64 micros) {
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(code) << dollar << micros;
        };
        row("$12", "", true, 12000000);
        row("12$", "", true, 12000000);
        row("-$12", "", true, -12000000);
        row("$-12", "", true, -12000000);
        row("($12.50)", "", true, -12500000);
        row("$1,234.50", "", true, 1234500000);
        row("12.50 EUR", "EUR", false, 12500000);
        row("12.50eur", "EUR", false, 12500000);
        row("EUR12.50", "EUR", false, 12500000);
        row("USD 12", "USD", false, 12000000);
        row("$12 USD", "USD", true, 12000000);
        row("$12 CAD", "CAD", true, 12000000);
        row("US$12", "USD", false, 12000000);
        row("R$ 12,50", "BRL", false, 12500000);
        row("€12", "EUR", false, 12000000);
        row("12,50 €", "EUR", false, 12500000);
        row("€12 EUR", "EUR", false, 12000000);
        row("£9.99", "GBP", false, 9990000);
        row("100 zł", "PLN", false, 100000000);
    }
    void currenciesInTheTextAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QFETCH(bool, dollar);
        QFETCH(qint64, micros);
        const ReadAmount amount = readAmount(text, DecimalMark::Auto);
        QCOMPARE(amount.problem, PostbackCause::None);
        QCOMPARE(amount.currency.value_or(Currency()).code(), code);
        QCOMPARE(amount.dollarSign, dollar);
        QCOMPARE(amount.micros.value_or(-1), micros);
    }

    void amountsThatAreNoneOrTwoAreNotGuessed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<DecimalMark>("mark");
        QTest::addColumn<PostbackCause>("problem");
        const auto row = [](const char *text, DecimalMark mark, PostbackCause problem) {
            QTest::addRow("%s %d", text, int(mark)) << QByteArray(text) << mark << problem;
        };
        constexpr auto A = DecimalMark::Auto;
        for (const char *text : {"1,234", "1.234", "12,345", "999.999", "-1,234", "$1,234", "1.234 EUR"})
            row(text, A, PostbackCause::AmbiguousAmount);
        for (const char *text : {"{payout}",
                                 "#price#",
                                 "%7Bpayout%7D",
                                 "null",
                                 "NaN",
                                 "inf",
                                 "1e999",
                                 "1e3",
                                 "abc",
                                 "12abc",
                                 "12 XYZ",
                                 "--3",
                                 "+-3",
                                 "1.2.3",
                                 "1,2,3",
                                 "1,23,456",
                                 "1234,567.89",
                                 "1.234.56",
                                 "1,234.567,89",
                                 "$",
                                 "EUR",
                                 ".",
                                 ",",
                                 "-",
                                 "()",
                                 "12 34",
                                 "1 2345",
                                 "¥1200",
                                 "12 kr",
                                 "€12 USD",
                                 "$12 EUR",
                                 "12 USD EUR",
                                 "100000001",
                                 "100000000.01",
                                 "1000000000",
                                 "99999999999999999999",
                                 "0x10",
                                 "12%",
                                 "١٢",
                                 "1\n2",
                                 "12;50"})
            row(text, A, PostbackCause::BadAmount);
        row("33,80", DecimalMark::Point, PostbackCause::BadAmount);
        row("1.234,50", DecimalMark::Point, PostbackCause::BadAmount);
        row("1,234.50", DecimalMark::Comma, PostbackCause::BadAmount);
        QTest::newRow("huge") << QByteArray(1000000, '9') << A << PostbackCause::BadAmount;
        QTest::newRow("huge fraction")
                << QByteArray("0." + QByteArray(1000000, '9')) << A << PostbackCause::BadAmount;
        QTest::newRow("zero byte") << QByteArray("1\0002", 3) << A << PostbackCause::BadAmount;
    }
    void amountsThatAreNoneOrTwoAreNotGuessed()
    {
        QFETCH(QByteArray, text);
        QFETCH(DecimalMark, mark);
        QFETCH(PostbackCause, problem);
        const ReadAmount amount = readAmount(text, mark);
        QCOMPARE(amount.problem, problem);
        QVERIFY(!amount.micros);
    }

    void whatIsTooLargeIsToldFromWhatIsNoNumber()
    {
        for (const char *text : {"100000000.01", "-1,000,000,000", "99999999999999999999", "$200000000"})
            QVERIFY2(readAmount(text, DecimalMark::Auto).tooLarge, text);
        for (const char *text : {"much", "1e999", "100000000", "1,234", "12 USD EUR", ""})
            QVERIFY2(!readAmount(text, DecimalMark::Auto).tooLarge, text);
    }

    void sumsStayAtTheLargestNumber()
    {
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        QCOMPARE(saturatedSum(3, -5), -2);
        QCOMPARE(saturatedSum(most, 1), most);
        QCOMPARE(saturatedSum(most - 1, 1), most);
        QCOMPARE(saturatedSum(-most, -1), -most);
        QCOMPARE(saturatedSum(std::numeric_limits<qint64>::min(), 0), -most);
        QCOMPARE(saturatedSum(most, -most), 0);
    }

    void anEmptyTextIsNoAmountAndNoProblem()
    {
        for (const char *text : {"", " ", "\t", "\xC2\xA0"}) {
            const ReadAmount amount = readAmount(text, DecimalMark::Auto);
            QVERIFY(!amount.micros);
            QCOMPARE(amount.problem, PostbackCause::None);
        }
    }

    void randomTextsGiveAnAmountOrAProblem()
    {
        QRandomGenerator random(3);
        const QByteArray letters = "0123456789.,-+ '$()EURUSDe%{}\xC2\xA0\xE2";
        for (int i = 0; i < 50000; ++i) {
            QByteArray text;
            const int length = int(random.bounded(1, 14));
            for (int k = 0; k < length; ++k)
                text += letters[random.bounded(int(letters.size()))];
            const ReadAmount amount = readAmount(text, DecimalMark(random.bounded(3)));
            if (amount.problem == PostbackCause::None && amount.micros)
                QVERIFY(qAbs(*amount.micros) <= largestAmountMicros);
            else
                QVERIFY(!amount.micros);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Amount)
#include "tst_amount.moc"
