// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include <QTest>

using namespace Matchbook;

/// `matchbook network rotate-key` and `network health`, through the real program.
class tst_NetworkCare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(run("network add maxbounty --name Bounty").status, 0);
        QCOMPARE(run("network add buygoods").status, 0);
    }

    void aRotatedKeyIsUsedByServeAtOnceAndTheOldOneStays()
    {
        ServedFolder served(folder());
        QVERIFY(served.port);
        const QByteArray oldKey = keyOf(1);
        const Ran ran = run("network rotate-key 1 --keep-days 2 --json");
        QCOMPARE(ran.status, 0);
        const QByteArray newKey = ran.json()[text("key")].toString().toLatin1();
        QVERIFY(newKey != oldKey);
        QCOMPARE(keyOf(1), newKey);
        const QJsonArray urls = ran.json()[text("postback_urls")].toArray();
        QCOMPARE(urls.size(), 1);
        QVERIFY(urls[0][text("url")].toString().contains(QString::fromLatin1(newKey) + text("?cid=#S2#")));
        QVERIFY(!ran.json()[text("old_key_works_until")].toString().isEmpty());
        const QJsonArray perStatus = ran.json()[text("status_urls")].toArray();
        QCOMPARE(perStatus.size(), 5);
        for (const QJsonValue &one : perStatus)
            QVERIFY(one[text("url")].toString().contains(QString::fromLatin1(newKey)));
        QCOMPARE(get(served.port, "/postback/" + newKey + "?cid=x").status, 200);
        QCOMPARE(get(served.port, "/postback/" + oldKey + "?cid=x").status, 200);
        QCOMPARE(get(served.port, "/postback/" + newKey + "?cid=y").status, 200);
        const Ran atOnce = run("network rotate-key 1 --keep-days 0");
        QCOMPARE(atOnce.status, 0);
        QVERIFY(atOnce.out.contains("charged_back: "));
        QVERIFY(atOnce.out.contains("The old one has stopped working"));
        QTRY_COMPARE(get(served.port, "/postback/" + newKey + "?cid=x").status, 404);
        QCOMPARE(get(served.port, "/postback/" + oldKey + "?cid=x").status,
                 404); // it was told to end by now, too
        QCOMPARE(served.terminate(), 0);
        const QJsonObject newest = run("postbacks list --json --cause expired_key").rows().first().toObject();
        QCOMPARE(newest[text("outcome")].toString(), text("refused"));
        QVERIFY(newest[text("explanation")].toString().contains(text("Bounty")));
    }

    void everyUrlOfTheNetworkIsPrinted()
    {
        const Ran ran = run("network rotate-key 2");
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.out.count(QByteArray("/postback/" + keyOf(2))), 2);
        QVERIFY(ran.out.contains("until 20"));
    }

    void healthSaysWhatIsWrongAndWhatToDo()
    {
        const Ran ran = run("network health --json");
        QCOMPARE(ran.status, 0);
        const QJsonObject bounty = ran.json()[text("rows")][0].toObject();
        QCOMPARE(bounty[text("name")].toString(), text("Bounty"));
        QVERIFY(bounty[text("unmatched_today")].toInt() >= 3);
        QVERIFY(bounty[text("approval_rate")].isNull());
        const QJsonArray alarms = bounty[text("alarms")].toArray();
        QStringList words;
        for (const QJsonValue &alarm : alarms)
            words << alarm[text("alarm")].toString();
        // How often the new key was tried before it ran out depends on the machine, and with it whether that was too often for
        // a network without clicks.
        words.removeOne(text("conversions_without_clicks"));
        QCOMPARE(words, QStringList({text("one_cause"), text("expired_key_used")}));
        QCOMPARE(alarms[0][text("urgent")], QJsonValue(true));
        QCOMPARE(alarms[0][text("cause")].toString(), text("foreign_click_id"));
        QVERIFY(ran.json()[text("rows")][1][text("alarms")].toArray().isEmpty());
        const Ran shown = run("network health");
        QCOMPARE(shown.status, 0);
        QVERIFY(shown.out.contains("Bounty") && shown.out.contains("\n  -> "));
    }

    void wrongUsageIsNamed_data()
    {
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("network rotate-key") << QByteArray("network list");
        QTest::newRow("network rotate-key one") << QByteArray("network list");
        QTest::newRow("network rotate-key 1 --keep-days soon") << QByteArray("--keep-days");
        QTest::newRow("network rotate-key 1 --keep-days 366") << QByteArray("--keep-days");
        QTest::newRow("network rotate-key 1 --keep-days=-1") << QByteArray("--keep-days");
        QTest::newRow("network health --loud") << QByteArray("--loud");
    }
    void wrongUsageIsNamed()
    {
        QFETCH(QByteArray, named);
        const Ran ran = run(QTest::currentDataTag());
        QVERIFY(ran.status != 0);
        QVERIFY2(ran.err.contains(named), ran.err.constData());
    }

    void aNetworkThatIsNotThereIsNoSuccess() { QVERIFY(run("network rotate-key 77").status != 0); }

private:
    static QString text(const char *latin1) { return QString::fromLatin1(latin1); }
    QString folder() const { return m_folder.filePath(text("data")); }
    Ran run(const QByteArray &arguments) const
    {
        return runProgram(QString::fromLatin1(arguments), folder());
    }
    QByteArray keyOf(int network) const
    {
        return run("network list --json").rows()[network - 1][text("key")].toString().toLatin1();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_NetworkCare)
#include "tst_networkcare.moc"
