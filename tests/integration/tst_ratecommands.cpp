// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fixedserver.h"
#include "support/program.h"

#include <QDate>
#include <QFile>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// Exchange rates from a shell, and reports that use them.
class tst_RateCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(run(u"network add generic --name N --json"_s).status, 0);
    }

    void aRateIsSetListedAndRemoved()
    {
        QCOMPARE(run(u"rates set --from USD --to UAH --day 2026-11-01 --rate 41.5 --json"_s)
                         .json()["changed"_L1]
                         .toInt(),
                 1);
        QCOMPARE(run(u"rates set --from USD --to UAH --day 2026-11-01 --rate 41.5 --json"_s)
                         .json()["changed"_L1]
                         .toInt(),
                 0);
        QCOMPARE(run(u"rates set --from USD --to UAH --day 2026-11-05 --rate 42 --json"_s).status, 0);
        const QJsonObject pair = run(u"rates list --json"_s).rows().at(0).toObject();
        QCOMPARE(pair["since"_L1].toString(), u"2026-11-01"_s);
        QCOMPARE(pair["day"_L1].toString(), u"2026-11-05"_s);
        QCOMPARE(pair["rate"_L1].toString(), u"42"_s);
        const QJsonArray rates = run(u"rates list --from USD --to UAH --json"_s).rows();
        QCOMPARE(rates.size(), 2);
        QCOMPARE(rates.at(1)["rate"_L1].toString(), u"41.5"_s);
        QCOMPARE(rates.at(1)["source"_L1].toString(), u"typed"_s);
        QCOMPARE(run(u"rates list --from USD --to UAH --limit 1 --json"_s).rows().size(), 1);
        QCOMPARE(run(u"rates remove --from USD --to UAH --day 2026-11-05"_s).status, 0);
        const Ran again = run(u"rates remove --from USD --to UAH --day 2026-11-05"_s);
        QCOMPARE(again.status, 1);
        QVERIFY(again.err.contains("no such rate"));
    }

    void wrongUsageIsSaid_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("currency") << u"rates set --from USX --to EUR --day 2026-11-01 --rate 1"_s
                                  << QByteArray("--from");
        QTest::newRow("same") << u"rates set --from USD --to usd --day 2026-11-01 --rate 1"_s
                              << QByteArray("same");
        QTest::newRow("day") << u"rates set --from USD --to EUR --day 1.11.2026 --rate 1"_s
                             << QByteArray("--day");
        QTest::newRow("rate") << u"rates set --from USD --to EUR --day 2026-11-01 --rate 1,1"_s
                              << QByteArray("--rate");
        QTest::newRow("no rate") << u"rates set --from USD --to EUR --day 2026-11-01"_s
                                 << QByteArray("--rate");
        QTest::newRow("half a pair") << u"rates list --from USD"_s << QByteArray("--to");
        QTest::newRow("limit") << u"rates list --from USD --to EUR --limit x"_s << QByteArray("--limit");
        QTest::newRow("source") << u"rates remove --from USD --to EUR --day 2026-11-01 --source me"_s
                                << QByteArray("--source");
        QTest::newRow("no file") << u"rates import"_s << QByteArray("takes a file");
    }
    void wrongUsageIsSaid()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, says);
        const Ran ran = run(arguments);
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains(says), ran.err.constData());
    }

    void aFileIsTakenInWholeOrNotAtAll()
    {
        const QString file = written("date,from,to,rate\n2026-11-01,EUR,USD,1.1\n2026-11-02,EUR,USD,oops\n");
        const Ran bad = run(u"rates import "_s + file);
        QCOMPARE(bad.status, 1);
        QVERIFY2(bad.err.contains("Line 3") && bad.err.contains("oops"), bad.err.constData());
        QVERIFY(run(u"rates list --json"_s).rows().isEmpty());
        written("date,from,to,rate\n2026-11-01,EUR,USD,1.1\n2026-11-02,EUR,USD,1.2\n");
        const QJsonObject good = run(u"rates import "_s + file + u" --json"_s).json();
        QCOMPARE(good["rates"_L1].toInt(), 2);
        QCOMPARE(good["changed"_L1].toInt(), 2);
        QCOMPARE(good["first"_L1].toString(), u"2026-11-01"_s);
        QCOMPARE(good["last"_L1].toString(), u"2026-11-02"_s);
        QCOMPARE(run(u"rates import "_s + file + u" --json"_s).json()["changed"_L1].toInt(), 0);
    }

    /// All rates the first time, the last ninety days from then on.
    void theCentralBanksRatesAreFetched()
    {
        FixedServer bank;
        QCOMPARE(run(u"settings set rates-address "_s + bank.address()).status, 0);
        const QByteArray yesterday = QDate::currentDate().addDays(-1).toString(Qt::ISODate).toLatin1();
        // What begins yesterday may lack everything before.
        bank.answerWith(ratesXml({{yesterday, "1.1"}}));
        QCOMPARE(run(u"rates download --json"_s).json()["changed"_L1].toInt(), 1);
        QList<std::pair<QByteArray, QByteArray>> history{{yesterday, "1.1"}};
        for (QDate day = QDate::currentDate().addDays(-2); day >= QDate(1999, 1, 4); day = day.addDays(-7))
            history << std::pair(day.toString(Qt::ISODate).toLatin1(), QByteArray("1.2"));
        bank.answerWith(ratesXml(history));
        QCOMPARE(run(u"rates download --json"_s).json()["changed"_L1].toInt(), history.size() - 1);
        QCOMPARE(run(u"rates download --json"_s).json()["changed"_L1].toInt(), 0);
        QCOMPARE(bank.targets(),
                 QStringList(
                         {u"/eurofxref-hist.xml"_s, u"/eurofxref-hist.xml"_s, u"/eurofxref-hist-90d.xml"_s}));
        QCOMPARE(run(u"rates list --from EUR --to USD --json"_s).rows().at(0)["source"_L1].toString(),
                 u"ecb"_s);
    }

    void whatCannotBeFetchedIsSaidAndChangesNothing()
    {
        FixedServer bank;
        QCOMPARE(run(u"settings set rates-address "_s + bank.address()).status, 0);
        bank.answerWith("gone", "503 Service Unavailable");
        const Ran refused = run(u"rates download"_s);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(bank.address().toLatin1()), refused.err.constData());
        bank.answerWith("<html>Please log in to this Wi-Fi</html>");
        const Ran captive = run(u"rates download"_s);
        QCOMPARE(captive.status, 1);
        QVERIFY2(captive.err.contains("not a file of exchange rates"), captive.err.constData());
        QVERIFY(run(u"rates list --json"_s).rows().isEmpty());
    }

    /// 20 EUR and 500 JPY, with a rate for euros only.
    void reportAndExportUseThem()
    {
        const QByteArray today = QDate::currentDate().toString(Qt::ISODate).toLatin1();
        ServedFolder served(m_folder->path());
        QVERIFY(served.port != 0);
        const QString key = run(u"network list --json"_s).rows().at(0)["key"_L1].toString();
        const QJsonObject campaign
                = run(u"campaign add --name C --network 1 --offer-url https://o.example/?s={clickid} --json"_s)
                          .json();
        const QByteArray link = "/c/" + campaign["key"_L1].toString().toLatin1();
        QByteArray clickId;
        for (int attempt = 0; attempt < 50 && clickId.isEmpty(); ++attempt) {
            QThread::msleep(100); // the campaign is served within a second
            clickId = clickIdOf(get(served.port, link));
        }
        const QByteArray postback = "/postback/" + key.toLatin1() + "?clickid=" + clickId;
        QCOMPARE(get(served.port, postback + "&txid=1&payout=20&currency=EUR").status, 200);
        QCOMPARE(get(served.port, postback + "&txid=2&payout=500&currency=JPY").status, 200);

        const QString range = u" --from "_s + QString::fromLatin1(today) + u" --to "_s
                + QString::fromLatin1(today) + u" --zone Pacific/Tongatapu"_s;
        const QJsonObject before = run(u"report --by network --json"_s + range).json();
        QCOMPARE(before["currency"_L1].toString(), u"EUR"_s); // nothing leads to dollars
        QCOMPARE(run(u"rates set --from EUR --to USD --day 2026-01-01 --rate 1.25"_s).status, 0);
        const QJsonObject after = run(u"report --by network --json"_s + range).json();
        QCOMPARE(after["currency"_L1].toString(), u"USD"_s);
        QCOMPARE(after["total"_L1]["revenue_confirmed"_L1].toString(), u"25.00"_s);
        QCOMPARE(after["left_out"_L1][0]["currency"_L1].toString(), u"JPY"_s);
        QCOMPARE(after["left_out"_L1][0]["revenue_confirmed"_L1].toString(), u"500"_s);
        const Ran text = run(u"report --by network"_s + range);
        QVERIFY2(text.out.contains("Left out: 1 conversions with 500 JPY"), text.out.constData());
        const Ran file = run(u"export conversions --out -"_s + range);
        QVERIFY2(file.out.contains("USD,25.00,25.00,0.00,0.00,0.00,1.25,2026-01-01,typed"),
                 file.out.constData());
        QVERIFY2(file.out.contains("no rate known"), file.out.constData());
        QCOMPARE(run(u"check"_s).status, 0);
    }

private:
    Ran run(const QString &arguments) { return runProgram(arguments, m_folder->path()); }
    QString written(const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(u"rates.csv"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file cannot be written");
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_RateCommands)
#include "tst_ratecommands.moc"
