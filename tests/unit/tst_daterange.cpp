// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vocabulary/daterange.h"

#include <QDateTime>
#include <QTest>

using namespace Matchbook;

namespace {

constexpr qint64 hourMs = 3'600'000;

qint64 utc(const char *text)
{
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(text) + u'Z', Qt::ISODate);
    return time.isValid() ? time.toMSecsSinceEpoch() : -1;
}

} // namespace

class tst_DateRange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayBeginsAndEndsInItsZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("minutes");
        const auto row = [](const char *zone, QDate day, const char *start, int minutes) {
            QTest::addRow("%s %s", zone, qPrintable(day.toString(Qt::ISODate)))
                    << QByteArray(zone) << day << QByteArray(start) << minutes;
        };
        row("UTC", {2026, 11, 1}, "2026-11-01T00:00:00", 24 * 60);
        row("Europe/Berlin", {2026, 3, 29}, "2026-03-28T23:00:00", 23 * 60);
        row("Europe/Berlin", {2026, 10, 25}, "2026-10-24T22:00:00", 25 * 60);
        row("America/Chicago", {2026, 3, 8}, "2026-03-08T06:00:00", 23 * 60);
        row("America/Chicago", {2026, 11, 1}, "2026-11-01T05:00:00", 25 * 60);
        row("America/Bogota", {2026, 11, 1}, "2026-11-01T05:00:00", 24 * 60);
        row("Asia/Kathmandu", {2026, 11, 1}, "2026-10-31T18:15:00", 24 * 60);
        row("Asia/Kolkata", {2026, 11, 1}, "2026-10-31T18:30:00", 24 * 60);
        row("Pacific/Tongatapu", {2026, 11, 1}, "2026-10-31T11:00:00", 24 * 60);
        row("Pacific/Kiritimati", {2026, 11, 1}, "2026-10-31T10:00:00", 24 * 60);
        row("Australia/Lord_Howe", {2026, 10, 4}, "2026-10-03T13:30:00", 23 * 60 + 30);
        // Midnight does not exist: clocks go from 23:59:59 to 01:00:00.
        row("America/Sao_Paulo", {2018, 11, 4}, "2018-11-04T03:00:00", 23 * 60);
        row("Asia/Beirut", {2024, 3, 31}, "2024-03-30T22:00:00", 23 * 60);
        row("Africa/Cairo", {2024, 4, 26}, "2024-04-25T22:00:00", 23 * 60);
    }

    void aDayBeginsAndEndsInItsZone()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        QFETCH(QByteArray, start);
        QFETCH(int, minutes);
        const DateRange range{day, day, QTimeZone(zone)};
        QVERIFY(range.zone.isValid());
        QCOMPARE(range.startMs(), utc(start));
        QCOMPARE(range.endMs() - range.startMs(), minutes * 60'000LL);
        QCOMPARE(range.days(), 1);
        QCOMPARE(dayStartMs(day, range.zone), range.startMs());
    }

    void onlyRealZonesAreZones()
    {
        for (const char *id : {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Kathmandu",
                               "Etc/UTC", "GMT", "EST", "EST5EDT", "US/Eastern", "Etc/GMT+5", "Etc/GMT-14",
                               "Zulu", "W-SU", "NZ-CHAT", "America/Port-au-Prince"}) {
            const auto zone = timeZoneFromId(QString::fromLatin1(id));
            QVERIFY2(zone, id);
            QCOMPARE(zone->id(), QByteArray(id));
        }
        for (const char *id : {"", "Nowhere", "Mars/Base", "europe/berlin", "CET-1CEST", "Europe/Berl\u00edn",
                               "UTC+05:00", "AAA5", "posix/Europe/Berlin", "../etc/passwd", "/etc/passwd",
                               "localtime", "Etc/GMT+5BBB", "Europe/", "Etc"})
            QVERIFY2(!timeZoneFromId(QString::fromUtf8(id)), id);
    }

    void whatHappensLateInTheEveningBelongsToThatDay_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::newRow("Chicago, winter") << QByteArray("America/Chicago") << QDate(2026, 12, 31);
        QTest::newRow("Chicago, 25 hours") << QByteArray("America/Chicago") << QDate(2026, 11, 1);
        QTest::newRow("Chicago, 23 hours") << QByteArray("America/Chicago") << QDate(2026, 3, 8);
        QTest::newRow("Bogota, month's end") << QByteArray("America/Bogota") << QDate(2026, 2, 28);
        QTest::newRow("Tongatapu") << QByteArray("Pacific/Tongatapu") << QDate(2026, 6, 30);
    }

    void whatHappensLateInTheEveningBelongsToThatDay()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        const DateRange range{day, day, QTimeZone(zone)};
        const qint64 evening = QDateTime(day, QTime(21, 23), range.zone).toMSecsSinceEpoch();
        QVERIFY(evening >= range.startMs());
        QVERIFY(evening < range.endMs());
        const DateRange next{day.addDays(1), day.addDays(1), range.zone};
        QCOMPARE(next.startMs(), range.endMs());
    }

    void aMonthHasAllItsDays()
    {
        const DateRange march{{2026, 3, 1}, {2026, 3, 31}, QTimeZone("Europe/Berlin")};
        QCOMPARE(march.days(), 31);
        QCOMPARE(march.endMs() - march.startMs(), (31 * 24 - 1) * hourMs);
        const DateRange february{{2028, 2, 1}, {2028, 2, 29}, QTimeZone::utc()};
        QCOMPARE(february.days(), 29);
        QCOMPARE(february.endMs(), utc("2028-03-01T00:00:00"));
    }

    void timesArePrintedWithTheirOffset_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("text");
        QTest::newRow("UTC") << QByteArray("UTC") << QStringLiteral("2026-11-01T13:05:09.120Z");
        QTest::newRow("Berlin") << QByteArray("Europe/Berlin")
                                << QStringLiteral("2026-11-01T14:05:09.120+01:00");
        QTest::newRow("Kathmandu") << QByteArray("Asia/Kathmandu")
                                   << QStringLiteral("2026-11-01T18:50:09.120+05:45");
        QTest::newRow("Tongatapu") << QByteArray("Pacific/Tongatapu")
                                   << QStringLiteral("2026-11-02T02:05:09.120+13:00");
        QTest::newRow("St John's") << QByteArray("America/St_Johns")
                                   << QStringLiteral("2026-11-01T09:35:09.120-03:30");
    }

    void timesArePrintedWithTheirOffset()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, text);
        const qint64 time = utc("2026-11-01T13:05:09") + 120;
        QCOMPARE(isoTime(time, QTimeZone(zone)), text);
        const auto read = timeFromIso(text, QTimeZone("Asia/Tokyo"));
        QVERIFY(read);
        QCOMPARE(*read, time);
    }

    void theTwoOneOClocksOfTheLongDayAreToldApart()
    {
        const QTimeZone berlin("Europe/Berlin");
        const qint64 first = utc("2026-10-25T00:30:00");
        QCOMPARE(isoTime(first, berlin), QStringLiteral("2026-10-25T02:30:00.000+02:00"));
        QCOMPARE(isoTime(first + hourMs, berlin), QStringLiteral("2026-10-25T02:30:00.000+01:00"));
    }

    void peoplesTimesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("time");
        QTest::newRow("day") << QStringLiteral("2026-11-01") << utc("2026-10-31T18:15:00");
        QTest::newRow("UTC") << QStringLiteral("2026-11-01T14:05:09Z") << utc("2026-11-01T14:05:09");
        QTest::newRow("offset") << QStringLiteral("2026-11-01T14:05:09.120+01:00")
                                << utc("2026-11-01T13:05:09") + 120;
        QTest::newRow("in the zone") << QStringLiteral("2026-11-01T14:05:09") << utc("2026-11-01T08:20:09");
        QTest::newRow("blanks") << QStringLiteral(" 2026-11-01 ") << utc("2026-10-31T18:15:00");
    }

    void peoplesTimesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(qint64, time);
        const auto read = timeFromIso(text, QTimeZone("Asia/Kathmandu"));
        QVERIFY(read);
        QCOMPARE(*read, time);
    }

    void nonsenseIsNoTime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "yesterday", "2026-13-01", "2026-02-30", "01.11.2026", "2026-11",
                                 "2026-11-01T25:00:00", "2026-11-01T", "12"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }

    void nonsenseIsNoTime()
    {
        QFETCH(QString, text);
        const auto read = timeFromIso(text, QTimeZone::utc());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Failure::Kind::BadUsage);
    }
};

QTEST_GUILESS_MAIN(tst_DateRange)
#include "tst_daterange.moc"
