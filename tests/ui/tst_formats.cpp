// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failuretext.h"
#include "preferences/preferences.h"
#include "text/formats.h"
#include "text/readablerequest.h"
#include "text/statuswords.h"

#include <QSet>
#include <QTest>

using namespace Matchbook;

namespace {

constexpr qint64 unit = 1'000'000;

QString spaced(QString text)
{
    return text.replace(QChar(0x00A0), QLatin1Char(' ')).replace(QChar(0x202F), QLatin1Char(' '));
}

} // namespace

class TestFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void amountsAreWrittenTheLocalesWay_data();
    void amountsAreWrittenTheLocalesWay();
    void anAmountWithoutCurrencyIsADash();
    void ratesAreWrittenAsPercent_data();
    void ratesAreWrittenAsPercent();
    void countsAreGrouped();
    void timeSinceIsWrittenInOneUnit_data();
    void timeSinceIsWrittenInOneUnit();
    void durationsAreWrittenInTwoUnits_data();
    void durationsAreWrittenInTwoUnits();
    void timesAreThoseOfTheChosenZone();
    void theComputersZoneStandsInForAnUnknownOne();
    void longIdsAreShortened();
    void axisLabelsFollowTheLocale();
    void everyStatusAndOutcomeHasAWordOfItsOwn();
    void whatIsNoConversionByItsNatureIsNotCalledMatched();
    void everyFailureSaysWhatHappenedAndWhatToDo();
    void aRequestIsReadableLineByLine_data();
    void aRequestIsReadableLineByLine();
};

void TestFormats::amountsAreWrittenTheLocalesWay_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *locale, const char *code, qint64 micros, int digits,
                        const QString &text) {
        QTest::newRow(name) << QString::fromLatin1(locale) << QString::fromLatin1(code) << micros << digits
                            << text;
    };
    row("euro", "en_US", "EUR", 31'200'000, -1, QStringLiteral("€31.20"));
    row("negative has a real minus", "en_US", "EUR", -27 * unit, -1, QStringLiteral("−€27.00"));
    row("grouped", "en_US", "USD", 14'806'400'000, -1, QStringLiteral("$14,806.40"));
    row("zero", "en_US", "USD", 0, -1, QStringLiteral("$0.00"));
    row("minus a hair is not minus zero", "en_US", "USD", -4'999, -1, QStringLiteral("$0.00"));
    row("half a cent rounds away from zero", "en_US", "USD", 5'000, -1, QStringLiteral("$0.01"));
    row("negative half a cent", "en_US", "USD", -5'000, -1, QStringLiteral("−$0.01"));
    row("carry into the whole part", "en_US", "USD", 1'999'999, -1, QStringLiteral("$2.00"));
    row("more digits", "en_US", "USD", 31'250, 4, QStringLiteral("$0.0313"));
    row("six digits", "en_US", "USD", 1, 6, QStringLiteral("$0.000001"));
    row("no minor unit", "en_US", "JPY", 1'500'500'000, -1, QStringLiteral("¥1,501"));
    row("three minor digits", "en_US", "KWD", 1'234'500, -1, QStringLiteral("KWD 1.235"));
    row("a code instead of a symbol", "en_US", "CHF", 12 * unit, -1, QStringLiteral("CHF 12.00"));
    row("German", "de_DE", "EUR", 1'234'560'000, -1, QStringLiteral("1.234,56 €"));
    row("German negative", "de_DE", "EUR", -27 * unit, -1, QStringLiteral("−27,00 €"));
    row("no double could hold it", "en_US", "USD", 9'007'199'254'740'993'000LL, 6,
        QStringLiteral("$9,007,199,254,740.993000"));
    row("smallest", "en_US", "USD", std::numeric_limits<qint64>::min(), 6,
        QStringLiteral("−$9,223,372,036,854.775808"));
}

void TestFormats::amountsAreWrittenTheLocalesWay()
{
    QFETCH(QString, locale);
    QFETCH(QString, code);
    QFETCH(qint64, micros);
    QFETCH(int, digits);
    QFETCH(QString, text);
    Formats formats;
    formats.locale = QLocale(locale);
    QCOMPARE(spaced(formats.money({micros, *Currency::fromCode(code)}, digits)), text);
}

void TestFormats::anAmountWithoutCurrencyIsADash()
{
    const Formats formats;
    QCOMPARE(formats.money(Money{5 * unit, Currency()}), QStringLiteral("—"));
    QCOMPARE(formats.money(std::optional<Money>()), QStringLiteral("—"));
}

void TestFormats::ratesAreWrittenAsPercent_data()
{
    QTest::addColumn<double>("fraction");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("text");
    QTest::newRow("two digits") << 0.0272 << 2 << QStringLiteral("2.72 %");
    QTest::newRow("none") << 1.134 << 0 << QStringLiteral("113 %");
    QTest::newRow("negative") << -1.0 << 0 << QStringLiteral("−100 %");
    QTest::newRow("not minus zero") << -0.000001 << 1 << QStringLiteral("0.0 %");
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 1 << QStringLiteral("—");
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 1 << QStringLiteral("—");
}

void TestFormats::ratesAreWrittenAsPercent()
{
    QFETCH(double, fraction);
    QFETCH(int, digits);
    QFETCH(QString, text);
    Formats formats;
    formats.locale = QLocale(QStringLiteral("en_US"));
    QCOMPARE(spaced(formats.percent(fraction, digits)), text);
}

void TestFormats::countsAreGrouped()
{
    Formats formats;
    formats.locale = QLocale(QStringLiteral("en_US"));
    QCOMPARE(formats.count(48210), QStringLiteral("48,210"));
    QCOMPARE(formats.count(-3), QStringLiteral("−3"));
    QCOMPARE(spaced(formats.points(-0.0011)), QStringLiteral("0.11 pt"));
    QCOMPARE(formats.percent(std::optional<double>()), QStringLiteral("—"));
}

void TestFormats::timeSinceIsWrittenInOneUnit_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64(0) << QStringLiteral("just now");
    QTest::newRow("clock went back") << qint64(-100) << QStringLiteral("just now");
    QTest::newRow("seconds") << qint64(14) << QStringLiteral("14 s ago");
    QTest::newRow("last second") << qint64(59) << QStringLiteral("59 s ago");
    QTest::newRow("a minute") << qint64(60) << QStringLiteral("1 min ago");
    QTest::newRow("minutes") << qint64(12 * 60 + 59) << QStringLiteral("12 min ago");
    QTest::newRow("an hour") << qint64(3600) << QStringLiteral("1 h ago");
    QTest::newRow("days") << qint64(2 * 86400 + 5) << QStringLiteral("2 d ago");
}

void TestFormats::timeSinceIsWrittenInOneUnit()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    const Formats formats;
    constexpr qint64 now = 1'790'000'000'000;
    QCOMPARE(formats.ago(now - seconds * 1000, now), text);
    QCOMPARE(formats.ago(0, now), QStringLiteral("never"));
}

void TestFormats::durationsAreWrittenInTwoUnits_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(38) << QStringLiteral("38 s");
    QTest::newRow("minutes") << qint64(4 * 60 + 12) << QStringLiteral("4 min 12 s");
    QTest::newRow("padded seconds") << qint64(2 * 60 + 5) << QStringLiteral("2 min 05 s");
    QTest::newRow("hours") << qint64(3600 + 3 * 60 + 59) << QStringLiteral("1 h 03 min");
    QTest::newRow("days") << qint64(2 * 86400 + 6 * 3600) << QStringLiteral("2 d 6 h");
    QTest::newRow("negative") << qint64(-1) << QStringLiteral("—");
}

void TestFormats::durationsAreWrittenInTwoUnits()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(Formats().duration(seconds * 1000), text);
}

void TestFormats::timesAreThoseOfTheChosenZone()
{
    Formats formats;
    formats.locale = QLocale(QLocale::English, QLocale::UnitedStates);
    formats.zone = QTimeZone("Europe/Lisbon");
    constexpr qint64 lastYear = 1'751'324'400'000; // 2025-06-30T23:00:00Z
    constexpr qint64 summerNight = 1'782'860'400'000; // 2026-06-30T23:00:00Z
    QCOMPARE(formats.timeOfDay(summerNight), QStringLiteral("00:00:00"));
    QCOMPARE(formats.day(summerNight), QDate(2026, 7, 1));
    QCOMPARE(formats.dateAndTime(summerNight), QStringLiteral("2026-07-01 00:00:00"));
    QCOMPARE(formats.timeOrDate(summerNight, summerNight + 1000), QStringLiteral("00:00:00"));
    QCOMPARE(formats.timeOrDate(summerNight, summerNight - 1000), QStringLiteral("Jul 1 00:00"));
    QCOMPARE(formats.timeOrDate(lastYear, summerNight), QStringLiteral("2025-07-01 00:00"));
    QCOMPARE(formats.timeOrDate(0, summerNight), QStringLiteral("—"));
    formats.zone = QTimeZone("America/New_York");
    QCOMPARE(formats.timeOfDay(summerNight), QStringLiteral("19:00:00"));
    QCOMPARE(formats.timeOfDay(0), QStringLiteral("—"));
    QCOMPARE(formats.hourAndMinute(summerNight + 61'000), QStringLiteral("19:01"));
    QCOMPARE(formats.hourAndMinute(0), QStringLiteral("—"));
}

void TestFormats::theComputersZoneStandsInForAnUnknownOne()
{
    Preferences preferences;
    QCOMPARE(Formats::from(preferences).zone, QTimeZone::systemTimeZone());
    preferences.timeZone = QStringLiteral("Nowhere/Land");
    QCOMPARE(Formats::from(preferences).zone, QTimeZone::systemTimeZone());
    preferences.timeZone = QStringLiteral("Europe/Lisbon");
    QCOMPARE(Formats::from(preferences).zone, QTimeZone("Europe/Lisbon"));
}

void TestFormats::longIdsAreShortened()
{
    QCOMPARE(shortId(QStringLiteral("m7q2x9d4k1vw8s3t0zrb")), QStringLiteral("m7q2x9d4…"));
    QCOMPARE(shortId(QStringLiteral("{subid}")), QStringLiteral("{subid}"));
    QCOMPARE(shortId(QString()), QStringLiteral("—"));
}

void TestFormats::axisLabelsFollowTheLocale()
{
    Formats formats;
    formats.locale = QLocale(QStringLiteral("en_US"));
    QCOMPARE(formats.dayLabel(QDate(2026, 10, 23)), QStringLiteral("Oct 23"));
    formats.locale = QLocale(QStringLiteral("de_DE"));
    QVERIFY(formats.dayLabel(QDate(2026, 10, 23)).startsWith(QStringLiteral("23. Okt")));
    formats.locale = QLocale(QStringLiteral("en_GB"));
    QCOMPARE(formats.dayLabel(QDate(2026, 10, 23)), QStringLiteral("23 Oct"));
}

void TestFormats::everyStatusAndOutcomeHasAWordOfItsOwn()
{
    QSet<QString> words;
    for (int i = 0; i <= int(ConversionStatus::Ignored); ++i)
        words += statusText(ConversionStatus(i));
    QCOMPARE(words.size(), int(ConversionStatus::Ignored) + 1);
    QVERIFY(!words.contains(QString()));
    words.clear();
    for (int i = 0; i <= int(PostbackOutcome::Refused); ++i)
        words += outcomeText(PostbackOutcome(i));
    QCOMPARE(words.size(), int(PostbackOutcome::Refused) + 1);
    QCOMPARE(statusTone(ConversionStatus::Approved), Tone::Green);
    QCOMPARE(statusTone(ConversionStatus::Pending), Tone::Amber);
    QCOMPARE(statusTone(ConversionStatus::Refunded), Tone::Red);
    QCOMPARE(outcomeTone(PostbackOutcome::Repeated), Tone::Violet);
    QCOMPARE(outcomeTone(PostbackOutcome::Changed), Tone::Blue);
}

void TestFormats::whatIsNoConversionByItsNatureIsNotCalledMatched()
{
    PostbackRow row;
    row.outcome = PostbackOutcome::Matched;
    QCOMPARE(outcomeText(row), QStringLiteral("Matched"));
    QCOMPARE(outcomeTone(row), Tone::Green);
    row.cause = PostbackCause::SetupTest;
    QCOMPARE(outcomeText(row), QStringLiteral("Test"));
    QCOMPARE(outcomeTone(row), Tone::Grey);
    row.cause = PostbackCause::EventWithoutMoney;
    for (const auto outcome : {PostbackOutcome::Matched, PostbackOutcome::Changed}) {
        row.outcome = outcome;
        QCOMPARE(outcomeText(row), QStringLiteral("News"));
        QCOMPARE(outcomeTone(row), Tone::Grey);
    }
    row.outcome = PostbackOutcome::Repeated;
    QCOMPARE(outcomeText(row), QStringLiteral("Repeated"));
}

void TestFormats::everyFailureSaysWhatHappenedAndWhatToDo()
{
    QSet<QString> titles;
    for (int i = 0; i <= int(Failure::Kind::Cancelled); ++i) {
        const Failure failure{Failure::Kind(i), QStringLiteral("SQL detail")};
        const QString text = failureText(failure);
        QVERIFY(text.startsWith(failureTitle(failure)));
        QVERIFY2(text.size() > failureTitle(failure).size() + 10, qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("SQL")));
        titles += failureTitle(failure);
    }
    QCOMPARE(titles.size(), int(Failure::Kind::Cancelled) + 1);
}

void TestFormats::aRequestIsReadableLineByLine_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *query, const char *body, const char *text) {
        QTest::newRow(name) << QByteArray(query) << QByteArray(body) << QString::fromUtf8(text);
    };
    row("query", "a=1&b=%7Bx%7D", "", "a = 1\nb = {x}");
    row("form", "a=1", "b=2&c=", "a = 1\nb = 2\nc = ");
    row("JSON keeps order and numbers", "", R"({"b":1.50,"a":[1,2]})",
        "{\n  \"b\": 1.50,\n  \"a\": [\n    1,\n    2\n  ]\n}");
    row("what is in a text is no bracket", "", R"({"a":"x,{\"y\":[1]}\\","b":""})",
        "{\n  \"a\": \"x,{\\\"y\\\":[1]}\\\\\",\n  \"b\": \"\"\n}");
    row("white space is that of the lines", "", " { \"a\" :\n [ ] } ", "{\n  \"a\": [\n  ]\n}");
    row("nothing", "", "", "");
}

void TestFormats::aRequestIsReadableLineByLine()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QCOMPARE(readableRequest(query, body), text);
    const QString huge = readableRequest({}, '{' + QByteArray("\"a\":[").repeated(100'000) + '}');
    QVERIFY(huge.size() < 3'000'000);
    QVERIFY(huge.endsWith(QChar(0x2026)));
}

QTEST_MAIN(TestFormats)
#include "tst_formats.moc"
