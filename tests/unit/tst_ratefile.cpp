// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "currencies/ratefile.h"

#include "support/taken.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

using Rates = QList<ExchangeRate>;

Currency code(const char *text)
{
    return Currency::fromCode(QString::fromLatin1(text)).value();
}

ExchangeRate rate(const char *from, const char *to, const QDate &day, const char *text, RateSource source)
{
    return {code(from), code(to), day, taken(picosFromDecimal(QString::fromLatin1(text))), source};
}

const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\" "
                        "xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\">\n"
                        "<gesmes:subject>Reference rates</gesmes:subject>\n"
                        "<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>\n";

QByteArray xmlOf(const QByteArray &cubes)
{
    return head + "<Cube>" + cubes + "</Cube></gesmes:Envelope>";
}

} // namespace

/// Exchange rates out of files: all of them, or none and the line that is wrong.
class tst_RateFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ratesAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Rates>("rates");
        const QDate friday(2026, 11, 27);
        const QDate thursday(2026, 11, 26);
        const Rates bank{rate("EUR", "USD", friday, "1.0956", RateSource::CentralBank),
                         rate("EUR", "JPY", friday, "162.45", RateSource::CentralBank),
                         rate("EUR", "USD", thursday, "1.0921", RateSource::CentralBank)};
        QTest::newRow("xml of several days")
                << xmlOf("<Cube time=\"2026-11-27\"><Cube currency=\"USD\" rate=\"1.0956\"/>"
                         "<Cube currency=\"JPY\" rate=\"162.45\"/></Cube>"
                         "<Cube time=\"2026-11-26\"><Cube currency=\"USD\" rate=\"1.0921\"/></Cube>")
                << bank;
        QTest::newRow("xml with a currency of the past")
                << xmlOf("<Cube time=\"2026-11-26\"><Cube currency=\"CYP\" rate=\"0.58\"/>"
                         "<Cube currency=\"USD\" rate=\"1.0921\"/></Cube>")
                << bank.mid(2);
        QTest::newRow("the bank's table")
                << QByteArray("Date,USD,JPY,CYP,\n2026-11-27,1.0956,162.45,N/A,\n2026-11-26,1.0921,,0.58,\n")
                << bank;
        QTest::newRow("the bank's table of one day")
                << QByteArray("Date, USD, JPY, \n27 November 2026, 1.0956, 162.45, \n") << bank.first(2);
        const Rates own{rate("USD", "UAH", friday, "41.5", RateSource::File),
                        rate("EUR", "USD", thursday, "1.0921", RateSource::File)};
        QTest::newRow("our table") << QByteArray("date,from,to,rate\n2026-11-27,USD,UAH,41.5\n"
                                                 "2026-11-26,eur,usd,1.0921\n")
                                   << own;
        QTest::newRow("semicolons and commas, columns in another order, with a mark") << QByteArray(
                "\xEF\xBB\xBFRate;To;From;Date\r\n41,5;UAH;USD;2026-11-27\r\n1,0921;USD;EUR;2026-11-26\r\n")
                                                                                      << own;
    }
    void ratesAreRead()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readRateFile(written(bytes));
        if (!read)
            QFAIL(qPrintable(read.error().detail));
        QTEST(*read, "rates");
    }

    void aWrongFileSaysWhereAndWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("rate") << QByteArray(
                "date,from,to,rate\n2026-11-27,USD,UAH,41.5\n2026-11-26,EUR,USD,x\n")
                              << u"Line 3: “x” is not a rate"_s;
        QTest::newRow("zero") << QByteArray("date,from,to,rate\n2026-11-27,USD,UAH,0\n") << u"Line 2: “0”"_s;
        QTest::newRow("decimal comma between commas, quoted")
                << QByteArray("date,from,to,rate\n2026-11-27,USD,UAH,\"41,5\"\n") << u"Line 2: “41,5”"_s;
        QTest::newRow("day") << QByteArray("date,from,to,rate\n03/04/2026,USD,UAH,41.5\n")
                             << u"Line 2: “03/04/2026” is not a day"_s;
        QTest::newRow("currency") << QByteArray("date,from,to,rate\n2026-11-27,USD,XXQ,41.5\n")
                                  << u"Line 2: “XXQ” is not a currency"_s;
        QTest::newRow("to itself") << QByteArray("date,from,to,rate\n2026-11-27,USD,USD,1\n")
                                   << u"no rate to itself"_s;
        QTest::newRow("cut off") << QByteArray("date,from,to,rate\n2026-11-27,USD,UAH,41.5\n2026-11-26,EUR\n")
                                 << u"Line 3"_s;
        QTest::newRow("another table") << QByteArray("name,amount\na,1\n") << u"name, amount"_s;
        QTest::newRow("no rows") << QByteArray("date,from,to,rate\n") << u"no rate in this file"_s;
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("garbage") << QByteArray("\0\1\2\xff\xfe\0garbage", 14) << QString();
        QTest::newRow("xml that ends early")
                << xmlOf("<Cube time=\"2026-11-27\"><Cube currency=\"USD\" rate=\"1.1\"/>").chopped(30)
                << u"Line "_s;
        QTest::newRow("xml without a rate")
                << xmlOf("\n<Cube time=\"2026-11-27\"><Cube currency=\"USD\" rate=\"1,1\"/></Cube>")
                << u"Line 6: "_s;
        QTest::newRow("xml without a day")
                << xmlOf("<Cube time=\"27.11.2026\"><Cube currency=\"USD\" rate=\"1.1\"/></Cube>")
                << u"no day"_s;
        QTest::newRow("xml of something else")
                << QByteArray("<?xml version=\"1.0\"?><rss><item/></rss>") << u"European Central Bank"_s;
        QTest::newRow("xml that expands without end") << QByteArray(
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c "
                "\"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e "
                "\"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]><a>&f;</a>")
                                                      << QString();
    }
    void aWrongFileSaysWhereAndWhy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto read = readRateFile(written(bytes));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Failure::Kind::BadInput);
        QVERIFY2(read.error().detail.contains(says), qPrintable(read.error().detail));
    }

    void aMissingFileIsFileTrouble()
    {
        const auto read = readRateFile(m_folder.filePath(u"nothing.csv"_s));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Failure::Kind::FileTrouble);
    }

    /// Cut anywhere, the bank's file is never read as fewer rates than it has.
    void aFileThatIsCutIsNotTakenForAWholeOne()
    {
        const QByteArray whole
                = xmlOf("<Cube time=\"2026-11-27\"><Cube currency=\"USD\" rate=\"1.0956\"/></Cube>"
                        "<Cube time=\"2026-11-26\"><Cube currency=\"USD\" rate=\"1.0921\"/></Cube>");
        for (qsizetype size = 0; size < whole.size(); ++size) {
            QBuffer part;
            part.setData(whole.first(size));
            QVERIFY(part.open(QIODevice::ReadOnly));
            QVERIFY2(!ratesFromXml(part), QByteArray::number(size).constData());
        }
    }

private:
    QString written(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"rates"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file cannot be written");
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_RateFile)
#include "tst_ratefile.moc"
