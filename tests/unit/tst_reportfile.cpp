// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportimport/columnguess.h"
#include "reportimport/reportfile.h"
#include "support/taken.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

using Table = QList<QStringList>;

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding, bool marked)
{
    QStringEncoder encoder(encoding,
                           marked ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

/// Tables as networks and spreadsheets write them, and what is none.
class tst_ReportFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTableIsReadHoweverItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Table>("table");
        const Table plain{{u"SID"_s, u"Commission"_s}, {u"abc"_s, u"1.50"_s}};
        QTest::newRow("comma") << QByteArray("SID,Commission\nabc,1.50\n") << plain;
        QTest::newRow("no last line end") << QByteArray("SID,Commission\r\nabc,1.50") << plain;
        QTest::newRow("old line ends") << QByteArray("SID,Commission\rabc,1.50\r") << plain;
        QTest::newRow("tab") << QByteArray("SID\tCommission\nabc\t1.50\n") << plain;
        QTest::newRow("semicolon, decimal comma")
                << QByteArray("SID;Commission\nabc;1,50\nabd;2,50\n")
                << Table{{u"SID"_s, u"Commission"_s}, {u"abc"_s, u"1,50"_s}, {u"abd"_s, u"2,50"_s}};
        QTest::newRow("quotes") << QByteArray("\"SID\",\"Commission\"\r\n\"a\"\"b,c\",\"1\r\n2\"\r\n")
                                << Table{{u"SID"_s, u"Commission"_s}, {u"a\"b,c"_s, u"1\r\n2"_s}};
        QTest::newRow("quote within a cell") << QByteArray("Item,SID\n5\" disk,abc\n")
                                             << Table{{u"Item"_s, u"SID"_s}, {u"5\" disk"_s, u"abc"_s}};
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFSID,Commission\nabc,1.50\n") << plain;
        QTest::newRow("UTF-8") << QByteArray("SID,Händler\nabc,Münze\n")
                               << Table{{u"SID"_s, u"Händler"_s}, {u"abc"_s, u"Münze"_s}};
        QTest::newRow("Windows-1252")
                << QByteArray("SID,Betrag\nabc,\x80 5\nM\xFCnze,6\n")
                << Table{{u"SID"_s, u"Betrag"_s}, {u"abc"_s, u"€ 5"_s}, {u"Münze"_s, u"6"_s}};
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            for (const bool marked : {true, false})
                QTest::addRow("UTF-16 %d %d", int(encoding), int(marked))
                        << utf16(u"SID\tCommission\r\nabc\t1.50\r\n"_s, encoding, marked) << plain;
        }
        QTest::newRow("title lines") << QByteArray("Earnings report\n\nSID,Commission\nabc,1.50\nabd,2\n")
                                     << Table{plain.at(0), plain.at(1), {u"abd"_s, u"2"_s}};
        QTest::newRow("blank lines") << QByteArray("SID,Commission\n\nabc,1.50\n,\n  \n") << plain;
        QTest::newRow("empty cells behind the last") << QByteArray("SID,Commission\nabc,1.50,,\n") << plain;
        QTest::newRow("empty cells behind every row")
                << QByteArray("SID,Commission\nabc,1.50,\nabd,2,\nabe,3,\n")
                << Table{plain.at(0), plain.at(1), {u"abd"_s, u"2"_s}, {u"abe"_s, u"3"_s}};
        QTest::newRow("title with a comma")
                << QByteArray("Report, November\nSID,Commission,x\nabc,1.50,y\n")
                << Table{{u"SID"_s, u"Commission"_s, u"x"_s}, {u"abc"_s, u"1.50"_s, u"y"_s}};
        QTest::newRow("names that are not unique")
                << QByteArray("Date,Date,\n1,2,3\n")
                << Table{{u"Date"_s, u"Date (2)"_s, u"Column 3"_s}, {u"1"_s, u"2"_s, u"3"_s}};
    }
    void aTableIsReadHoweverItIsWritten()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Table, table);
        ReportFile file;
        taken(file.open(written(bytes)));
        QCOMPARE(file.columns(), table.takeFirst());
        for (int time = 0; time < 2; ++time) {
            Table rows;
            while (const auto row = taken(file.next()))
                rows << row->cells;
            QCOMPARE(rows, table);
            taken(file.rewind());
        }
    }

    void whatIsWrongIsSaidWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << QByteArray() << u"The file is empty."_s;
        QTest::newRow("workbook") << QByteArray("PK\x03\x04 and so on") << u"workbook"_s;
        QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1") << u"workbook"_s;
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"PDF"_s;
        QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html>") << u"web page"_s;
        QTest::newRow("JSON") << QByteArray("{\"data\": [1, 2]}") << u"JSON"_s;
        QTest::newRow("prose") << QByteArray("Dear customer\nsee you soon\n") << u"no table"_s;
        QTest::newRow("binary") << QByteArray("a,b\n1,\0\n", 7) << u"no text file"_s;
        QTest::newRow("open quote") << QByteArray("a,b\n1,2\n3,\"4\n5,6\n") << u"Line 3"_s;
        QTest::newRow("behind a quote") << QByteArray("a,b\n1,2\n\"3\"x,4\n") << u"Line 3"_s;
        QTest::newRow("cut off") << QByteArray("a,b,c\n1,2,3\n4,5,6\n7,8") << u"Line 4 has 2 columns"_s;
        QTest::newRow("totals below") << QByteArray("a,b,c\n1,2,3\n4,5,6\nTotal,9\n") << u"line of totals"_s;
        QTest::newRow("longer") << QByteArray("a,b\n1,2\n3,4,5\n") << u"Line 3 has 3 columns"_s;
        QTest::newRow("line in quotes counted") << QByteArray("a,b\n\"1\n1\",2\n3,4\n5\n") << u"Line 5"_s;
        QTest::newRow("half a character")
                << utf16(u"a\tb\n1\t2\n"_s, QStringConverter::Utf16LE, true).chopped(1) << u"cut off"_s;
    }
    void whatIsWrongIsSaidWithItsLine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        ReportFile file;
        auto read = file.open(written(bytes));
        while (read) {
            const auto row = file.next();
            QVERIFY2(!row || *row, "it was read to its end");
            read = row ? Expected<void>() : Expected<void>(unexpected(row.error()));
        }
        QCOMPARE(read.error().kind, Failure::Kind::BadInput);
        QVERIFY2(read.error().detail.contains(sentence), qPrintable(read.error().detail));
    }

    void aFileThatIsNotThereIsNamed()
    {
        const auto opened = ReportFile().open(m_folder.filePath(u"none.csv"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Failure::Kind::FileTrouble);
        QVERIFY(opened.error().detail.contains("none.csv"_L1));
    }

    /// An open quote must not swallow a large file.
    void anOpenQuoteInALargeFileEndsSoon()
    {
        QByteArray bytes("a,b\n1,2\n3,\"4\n");
        bytes += QByteArray("5,6\n").repeated(200'000);
        ReportFile file;
        taken(file.open(written(bytes)));
        QVERIFY(taken(file.next()));
        const auto row = file.next();
        QVERIFY(!row);
        QVERIFY2(row.error().detail.startsWith("Line 3"_L1), qPrintable(row.error().detail));
    }

    void datesAreReadInTheOrderThatIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("iso"); ///< empty: it is none
        QTest::newRow("ISO day") << u"2026-11-03"_s << u"iso"_s << u"2026-11-03T00:00:00Z"_s;
        QTest::newRow("ISO time") << u"2026-11-03 14:05:09"_s << u"iso"_s << u"2026-11-03T14:05:09Z"_s;
        QTest::newRow("ISO zone") << u"2026-11-03T14:05:09.000+01:00"_s << u"iso"_s
                                  << u"2026-11-03T13:05:09Z"_s;
        QTest::newRow("ISO Z") << u"2026-11-03T14:05Z"_s << u"iso"_s << u"2026-11-03T14:05:00Z"_s;
        QTest::newRow("slashes, year first") << u"2026/11/03"_s << u"iso"_s << u"2026-11-03T00:00:00Z"_s;
        QTest::newRow("points") << u"3.11.2026 14:05"_s << u"dmy"_s << u"2026-11-03T14:05:00Z"_s;
        QTest::newRow("day first") << u"03/11/2026"_s << u"dmy"_s << u"2026-11-03T00:00:00Z"_s;
        QTest::newRow("month first") << u"11/3/2026 2:05:09 PM"_s << u"mdy"_s << u"2026-11-03T14:05:09Z"_s;
        QTest::newRow("midnight") << u"11/3/2026 12:05 AM"_s << u"mdy"_s << u"2026-11-03T00:05:00Z"_s;
        QTest::newRow("letters") << u"3-Nov-2026"_s << u"dmy"_s << u"2026-11-03T00:00:00Z"_s;
        QTest::newRow("letters, month first") << u"Nov 3, 2026"_s << u"mdy"_s << u"2026-11-03T00:00:00Z"_s;
        QTest::newRow("letters fit both") << u"Nov 3, 2026"_s << u"dmy"_s << u"2026-11-03T00:00:00Z"_s;
        QTest::newRow("no such month") << u"13/14/2026"_s << u"mdy"_s << QString();
        QTest::newRow("no such day") << u"2026-02-30"_s << u"iso"_s << QString();
        QTest::newRow("no such hour") << u"2026-02-03 25:00"_s << u"iso"_s << QString();
        QTest::newRow("two digits of a year") << u"03.11.26"_s << u"dmy"_s << QString();
        QTest::newRow("word") << u"yesterday"_s << u"iso"_s << QString();
    }
    void datesAreReadInTheOrderThatIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(QString, order);
        QFETCH(QString, iso);
        const auto time = readReportDate(text, *dateOrderFromWord(order), QTimeZone::utc());
        QCOMPARE(time.has_value(), !iso.isEmpty());
        if (time)
            QCOMPARE(*time, QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch());
    }

    void aDateHasTheZoneOfTheReport()
    {
        const QTimeZone auckland("Pacific/Auckland");
        QCOMPARE(*readReportDate(u"2026-11-03 10:00"_s, DateOrder::YearFirst, auckland),
                 QDateTime({2026, 11, 2}, {21, 0}, Qt::UTC).toMSecsSinceEpoch());
        // The hour that the clocks leave out is on that day all the same.
        QVERIFY(readReportDate(u"2026-09-27 02:30"_s, DateOrder::YearFirst, auckland));
    }

    void onlyATellingDateShowsWhichWayRound_data()
    {
        QTest::addColumn<QStringList>("dates");
        QTest::addColumn<QString>("order"); ///< empty: a person has to say
        QTest::newRow("ambiguous") << QStringList{u"03/04/2026"_s, u"05/06/2026"_s} << QString();
        QTest::newRow("day above twelve") << QStringList{u"03/04/2026"_s, u"25/06/2026"_s} << u"dmy"_s;
        QTest::newRow("month first") << QStringList{u"03/04/2026"_s, u"06/25/2026"_s} << u"mdy"_s;
        QTest::newRow("points") << QStringList{u"03.04.2026"_s} << u"dmy"_s;
        QTest::newRow("the same either way") << QStringList{u"03/03/2026"_s} << u"dmy"_s;
        QTest::newRow("ISO") << QStringList{QString(), u"2026-03-04"_s} << u"iso"_s;
        QTest::newRow("none") << QStringList{u"2026-03-04"_s, u"04.03.2026"_s} << QString();
    }
    void onlyATellingDateShowsWhichWayRound()
    {
        QFETCH(QStringList, dates);
        QFETCH(QString, order);
        DateOrders orders;
        for (const QString &date : dates)
            orders.add(date);
        QCOMPARE(orders.only() ? QString(dateOrderWord(*orders.only())) : QString(), order);
    }

    void columnsAreGuessedByWhatIsInThemAndByUsualNames()
    {
        NetworkPreset preset;
        preset.subIdParameter = u"sid"_s;
        NetworkPreset generic;
        generic.payoutFields = {u"payout"_s, u"commission"_s};
        const QStringList columns{
                u"Transaction Date"_s,           u"Order ID"_s, u"SID"_s, u"Other"_s, u"Sale amount"_s,
                u"Publisher Commission (USD)"_s, u"Status"_s};
        ReportLine row{2, {{}, {}, u"x"_s, u"y"_s, {}, {}, {}}};
        auto guess = guessColumns(columns, {row}, preset, generic);
        QCOMPARE(guess.value(ColumnMeaning::ClickId), u"SID"_s);
        QCOMPARE(guess.value(ColumnMeaning::Payout), u"Publisher Commission (USD)"_s);
        QCOMPARE(guess.value(ColumnMeaning::TransactionId), u"Order ID"_s);
        QCOMPARE(guess.value(ColumnMeaning::Status), u"Status"_s);
        QCOMPARE(guess.value(ColumnMeaning::Date), u"Transaction Date"_s);
        QVERIFY(!guess.contains(ColumnMeaning::Currency));
        // A click ID of ours says more than any name.
        row.cells[3] = ClickId::make(1'795'000'000'000, 7).toString();
        guess = guessColumns(columns, {row}, preset, generic);
        QCOMPARE(guess.value(ColumnMeaning::ClickId), u"Other"_s);
    }

    /// CJ's report: an ID that is taken for the payout would be a fortune.
    void anIdIsNeverGuessedToBeMoney_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QString>("payout");
        QTest::newRow("an amount beside the ID") << QStringList{u"Commission ID"_s,
                                                                u"Posting Date"_s,
                                                                u"SID"_s,
                                                                u"Sale Amount (USD)"_s,
                                                                u"Commission Amount (USD)"_s,
                                                                u"Order ID"_s}
                                                 << u"Commission Amount (USD)"_s;
        QTest::newRow("short") << QStringList{u"Commission ID"_s, u"Order ID"_s, u"SID"_s,
                                              u"Commission (USD)"_s}
                               << u"Commission (USD)"_s;
        QTest::newRow("none") << QStringList{u"Commission ID"_s, u"Payout Date"_s, u"Earnings currency"_s,
                                             u"SID"_s}
                              << QString();
    }
    void anIdIsNeverGuessedToBeMoney()
    {
        QFETCH(QStringList, columns);
        NetworkPreset preset;
        preset.subIdParameter = u"sid"_s;
        const auto guess = guessColumns(columns, {}, preset, {});
        QTEST(guess.value(ColumnMeaning::Payout), "payout");
        QCOMPARE(guess.value(ColumnMeaning::ClickId), u"SID"_s);
    }

private:
    QString written(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"report.csv"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_ReportFile)
#include "tst_reportfile.moc"
