// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include <QFile>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// A report is imported by the real program beside one that serves.
class tst_ImportCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_served = std::make_unique<ServedFolder>(folder());
        QVERIFY(m_served->port);
        // Of a network that tells nothing in real time.
        const Ran network = run(u"network add cj --name CJ --json"_s);
        QCOMPARE(network.status, 0);
        m_key = network.json()[u"key"_s].toString().toLatin1();
        const Ran campaign
                = run(u"campaign add --name Autumn --network 1 --offer-url https://shop.example/?s={clickid} "
                      "--payout 12 --currency USD --json"_s);
        m_link = "/c/" + campaign.json()[u"key"_s].toString().toLatin1();
        QTRY_COMPARE(get(m_served->port, m_link).status, 302);
        // One that remembers nothing.
        QCOMPARE(run(u"network add rakuten --json"_s).json()[u"id"_s].toInt(), 2);
    }

    void aReportIsPreviewedImportedAndAddsNothingAgain()
    {
        const QByteArray click = clickIdOf(get(m_served->port, m_link));
        const QString file = written(
                "SID;Order;Net;When;State\n" + click + ";A1;1.234,50;03.11.2026 10:00;approved\n" + click
                + ";A2;7,00;04.11.2026 11:00;pending\nforeign;A3;1,00;05.11.2026;approved\n");
        const QString command = u"import report 1 "_s + file
                + u" --map Net=payout,Order=transaction_id,When=date,State=status"
                  " --zone Europe/Berlin --json"_s;
        const QJsonObject said = run(command).json();
        QCOMPARE(said[u"applied"_s].toBool(), false);
        QCOMPARE(said[u"added"_s].toInt(), 2);
        QCOMPARE(said[u"decimal"_s].toString(), u"comma"_s);
        QCOMPARE(said[u"date_format"_s].toString(), u"dmy"_s);
        QCOMPARE(said[u"columns"_s][u"click_id"_s].toString(), u"SID"_s);
        QCOMPARE(said[u"not_counted"_s][u"foreign_click_id"_s].toInt(), 1);
        QCOMPARE(run(u"conversions list --json"_s).rows().size(), 0);

        QJsonObject done = run(command + u" --apply"_s).json();
        QCOMPARE(done[u"applied"_s].toBool(), true);
        QCOMPARE(done[u"after"_s], said[u"after"_s]);
        QCOMPARE(run(u"conversions list --json"_s).rows().size(), 2);
        // What the columns mean is remembered.
        const QJsonObject again = run(u"import report 1 "_s + file + u" --apply --json"_s).json();
        QCOMPARE(again[u"repeated"_s].toInt(), 2);
        QCOMPARE(again[u"guessed"_s].toBool(), false);
        QCOMPARE(again[u"zone"_s].toString(), u"Europe/Berlin"_s);
        QCOMPARE(run(u"conversions list --json"_s).rows().size(), 2);
        QCOMPARE(run(u"check"_s).status, 0);
        const QJsonArray log = run(u"postbacks list --json"_s).rows();
        QCOMPARE(log.size(), 6);
        QCOMPARE(log.first().toObject()[u"method"_s].toString(), u"IMPORT"_s);
    }

    void aPreviewNamesTheWordsThatItDoesNotKnow()
    {
        const QByteArray click = clickIdOf(get(m_served->port, m_link));
        const QString file = written("SID,Order,Net,State\n" + click + ",W1,5,sonderbar\n");
        const QString command = u"import report 1 "_s + file
                + u" --map SID=click_id,Net=payout,Order=transaction_id,State=status"_s;
        const QJsonObject doubts = run(command + u" --json"_s).json()[u"doubts"_s].toObject();
        QCOMPARE(doubts[u"unknown_words"_s].toObject(), (QJsonObject{{u"sonderbar"_s, 1}}));
        QCOMPARE(doubts[u"part_refunds"_s].toInt(), 0);
        const QByteArray said = run(command).out;
        QVERIFY2(said.contains("sonderbar: 1") && said.contains("network map 1"), said);
    }

    void whatItDoesNotUnderstandIsSaidInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("sentence");
        const QByteArray good("SID,Commission,Date\nx,5,2026-11-01\n");
        QTest::newRow("unknown column")
                << good << u"--map Gross=payout"_s << 2 << QByteArray("no column \"Gross\"");
        QTest::newRow("unknown meaning")
                << good << u"--map SID=colour"_s << 2 << QByteArray("--map takes pairs");
        QTest::newRow("decimal") << good << u"--decimal dot"_s << 2 << QByteArray("--decimal takes");
        QTest::newRow("date format") << good << u"--date-format us"_s << 2
                                     << QByteArray("--date-format takes");
        QTest::newRow("zone") << good << u"--zone Mars/Olympus"_s << 2 << QByteArray("not a time zone");
        QTest::newRow("wrong date format")
                << good << u"--map Date=date --date-format dmy"_s << 1 << QByteArray("Line 2");
        QTest::newRow("open dates") << QByteArray("SubID,Commission,Date\nx,5,03/04/2026\n")
                                    << u"--map Date=date"_s << 2 << QByteArray("--date-format dmy or mdy");
        QTest::newRow("open amounts")
                << QByteArray("SubID;Commission\nx;1,234\n") << u"--map Commission=payout"_s << 2
                << QByteArray("--decimal comma or point");
        QTest::newRow("no sale") << QByteArray("Fruit,Colour\npear,green\n") << QString() << 2
                                 << QByteArray("click_id");
        QTest::newRow("damaged") << QByteArray("SID,Commission\nx,5\n\"y,6\n") << u"--apply"_s << 1
                                 << QByteArray("Line 3");
    }
    void whatItDoesNotUnderstandIsSaidInOneSentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, options);
        QFETCH(int, status);
        QFETCH(QByteArray, sentence);
        const qsizetype before = run(u"postbacks list --json"_s).rows().size();
        const Ran ran = run(u"import report 2 "_s + written(bytes) + u' ' + options);
        QCOMPARE(ran.status, status);
        QVERIFY2(ran.err.contains(sentence), ran.err.constData());
        QCOMPARE(ran.err.count('\n'), 1);
        QCOMPARE(run(u"postbacks list --json"_s).rows().size(), before);
    }

    void aClosedNetworkIsStillRefused()
    {
        QCOMPARE(run(u"network add shareasale"_s).status, 2);
        QCOMPARE(run(u"import report 9 x.csv"_s).status, 2);
        QCOMPARE(run(u"import report 1"_s).status, 2);
        QCOMPARE(run(u"import report 1 /nowhere/x.csv"_s).status, 1);
    }

private:
    QString folder() const { return m_folder.filePath(u"data"_s); }
    Ran run(const QString &arguments) { return runProgram(arguments, folder()); }
    QString written(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"report.csv"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("cannot write the report");
        return file.fileName();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ServedFolder> m_served;
    QByteArray m_key;
    QByteArray m_link;
};

QTEST_GUILESS_MAIN(tst_ImportCommands)
#include "tst_importcommands.moc"
