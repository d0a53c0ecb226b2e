// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/period.h"

#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The days that the name of a period means.
class tst_Period : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPeriodHasItsDays_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("days");
        const QDate friday(2026, 11, 27);
        const auto row = [](QDate today, const char *word, const char *days) {
            QTest::addRow("%s on %s", word, qPrintable(today.toString(Qt::ISODate)))
                    << today << QString::fromLatin1(word) << QString::fromLatin1(days);
        };
        row(friday, "today", "2026-11-27/2026-11-27");
        row(friday, "yesterday", "2026-11-26/2026-11-26");
        row(friday, "7days", "2026-11-21/2026-11-27");
        row(friday, "30days", "2026-10-29/2026-11-27");
        row(friday, "90days", "2026-08-30/2026-11-27");
        row(friday, "week", "2026-11-23/2026-11-27");
        row(friday, "lastweek", "2026-11-16/2026-11-22");
        row(friday, "month", "2026-11-01/2026-11-27");
        row(friday, "lastmonth", "2026-10-01/2026-10-31");
        row(friday, "quarter", "2026-10-01/2026-11-27");
        row(friday, "lastquarter", "2026-07-01/2026-09-30");
        row(friday, "taxyear", "2026-04-06/2026-11-27");
        row(friday, "lasttaxyear", "2025-04-06/2026-04-05");
        row(friday, "all", "2000-01-01/2026-11-27");
        // At the seams: the first day of a year, a leap day, the last and the first day of a tax year and of a week.
        const QDate newYear(2027, 1, 1);
        row(newYear, "lastmonth", "2026-12-01/2026-12-31");
        row(newYear, "quarter", "2027-01-01/2027-01-01");
        row(newYear, "lastquarter", "2026-10-01/2026-12-31");
        row(newYear, "week", "2026-12-28/2027-01-01");
        row(QDate(2028, 3, 1), "lastmonth", "2028-02-01/2028-02-29");
        row(QDate(2028, 2, 29), "month", "2028-02-01/2028-02-29");
        row(QDate(2026, 4, 5), "taxyear", "2025-04-06/2026-04-05");
        row(QDate(2026, 4, 6), "taxyear", "2026-04-06/2026-04-06");
        row(QDate(2026, 4, 6), "lasttaxyear", "2025-04-06/2026-04-05");
        row(QDate(2026, 11, 23), "week", "2026-11-23/2026-11-23");
        row(QDate(2026, 11, 22), "week", "2026-11-16/2026-11-22");
    }
    void aPeriodHasItsDays()
    {
        QFETCH(QDate, today);
        QFETCH(QString, word);
        PeriodRules rules;
        QVERIFY(setTaxYearStart(rules, u"04-06"));
        const auto range = periodRange(word, today, QTimeZone("Asia/Kathmandu"), rules);
        QVERIFY(range);
        QTEST(QString(range->from.toString(Qt::ISODate) + u'/' + range->to.toString(Qt::ISODate)), "days");
        QCOMPARE(range->zone.id(), QByteArray("Asia/Kathmandu"));
    }

    void aWeekMayBeginOnSunday()
    {
        PeriodRules rules;
        rules.weekStart = Qt::Sunday;
        const auto range = periodRange(u"lastweek", {2026, 11, 27}, QTimeZone::utc(), rules);
        QVERIFY(range);
        QCOMPARE(range->from, QDate(2026, 11, 15));
        QCOMPARE(range->to, QDate(2026, 11, 21));
    }

    void everyWordIsKnownAndNoOther()
    {
        for (const QString &word : periodWords())
            QVERIFY(periodRange(word, {2026, 11, 27}, QTimeZone::utc()));
        QVERIFY(!periodRange(u"fortnight", {2026, 11, 27}, QTimeZone::utc()));
        QVERIFY(!periodRange({}, {2026, 11, 27}, QTimeZone::utc()));
    }

    void thePeriodBeforeIsAsLong()
    {
        const DateRange before = rangeBefore({{2026, 3, 1}, {2026, 3, 31}, QTimeZone("Europe/Lisbon")});
        QCOMPARE(before.from, QDate(2026, 1, 29));
        QCOMPARE(before.to, QDate(2026, 2, 28));
    }

    void aTaxYearBeginsOnADayOfEveryYear_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("January") << u"01-01"_s << true;
        QTest::newRow("April") << u"04-06"_s << true;
        QTest::newRow("December") << u"12-31"_s << true;
        for (const char *bad :
             {"", "4-6", "04/06", "02-29", "02-30", "00-10", "13-01", "04-31", "0a-01", "04-06x", "٠٤-٠٦"})
            QTest::newRow(bad) << QString::fromUtf8(bad) << false;
    }
    void aTaxYearBeginsOnADayOfEveryYear()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        PeriodRules rules;
        QCOMPARE(bool(setTaxYearStart(rules, text)), good);
        QCOMPARE(taxYearStartText(rules), good ? text : u"01-01"_s);
    }
};

QTEST_APPLESS_MAIN(tst_Period)
#include "tst_period.moc"
