// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/chainserver.h"
#include "support/program.h"

#include <QTest>

using namespace Matchbook;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

QString statesOf(const QJsonObject &json)
{
    QStringList states;
    for (const auto &step : json[text("steps")].toArray())
        states << step[text("step")].toString() + u'=' + step[text("state")].toString();
    return states.join(u' ');
}

} // namespace

/// `matchbook network test`, through the real program.
class tst_NetworkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(run("network add generic --name Northway").status, 0);
        const QByteArray url = m_server.url("pass/end?s2={clickid}");
        QCOMPARE(run("campaign add --name Autumn --network 1 --offer-url " + url
                     + " --payout 12 --cost-per-click 0.25")
                         .status,
                 0);
    }

    void itWorksByItself() { allPasses("warning"); }

    void itWorksBesideServe()
    {
        ServedFolder served(folder());
        QVERIFY(served.port);
        allPasses("passed");
        QCOMPARE(served.terminate(), 0);
    }

    void whatItPrintsCanBeRead()
    {
        const Ran ran = run("network test 1 --allow-address 127.0.0.1");
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.err, QByteArray());
        QCOMPARE(ran.out.count("passed  "), 2); // click and redirects
        QCOMPARE(ran.out.count("unproven "),
                 5); // what a simulated postback says of a network that nobody knows
        QVERIFY(ran.out.contains("warning ") && ran.out.contains("Nothing listens; a listener was started"));
        QVERIFY2(ran.out.contains("Click recorded: ") && ran.out.contains("302  http://127.0.0.1:"),
                 ran.out.constData());
        QVERIFY(!ran.out.contains("%1") && !ran.out.contains("failed"));
    }

    void aFailureEndsWithOneAndItsCause()
    {
        const Ran ran = run("network test 1 --json --allow-address 127.0.0.1 --url "
                            + m_server.url("strip/end?s2={clickid}"));
        QCOMPARE(ran.status, 1);
        const QJsonObject redirects = ran.json()[text("steps")][2].toObject();
        QCOMPARE(redirects[text("step")].toString(), text("redirects"));
        QCOMPARE(redirects[text("state")].toString(), text("failed"));
        QCOMPARE(redirects[text("cause")].toString(), text("missing"));
        QCOMPARE(ran.json()[text("passed")], QJsonValue(false));
        QCOMPARE(ran.json()[text("hops")][1][text("click_id")][text("form")].toString(), text("missing"));
    }

    void noPrivateAddressIsFollowedUnasked()
    {
        const auto before = m_server.requests().size();
        const Ran ran = run("network test 1 --json");
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json()[text("steps")][2][text("cause")].toString(), text("private_address"));
        QCOMPARE(m_server.requests().size(), before);
    }

    void patienceIsBounded()
    {
        const Ran ran = run("network test 1 --json --wait 1 --allow-address 127.0.0.1");
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json()[text("steps")][3][text("cause")].toString(), text("no_postback"));
    }

    void testsAreShownAsTestsAndPurged()
    {
        const QJsonArray clicks = run("clicks list --json").rows();
        QVERIFY(!clicks.isEmpty());
        for (const auto &click : clicks)
            QCOMPARE(click[text("kind")].toString(), text("test"));
        const QJsonArray conversions = run("conversions list --json").rows();
        QVERIFY(!conversions.isEmpty());
        QCOMPARE(conversions[0][text("status")].toString(), text("test"));
        QCOMPARE(run("postbacks list --json").rows()[0][text("cause")].toString(), text("test_click"));
        QCOMPARE(run("check").status, 0);
        const Ran purged = run("network test 1 --purge --json");
        QCOMPARE(purged.status, 0);
        QCOMPARE(purged.json()[text("clicks")].toInt(), int(clicks.size()));
        QCOMPARE(purged.json()[text("conversions")].toInt(), int(conversions.size()));
        for (const char *list : {"clicks", "conversions", "postbacks"})
            QCOMPARE(run(QByteArray(list) + " list --json").rows().size(), 0);
        QCOMPARE(run("check").status, 0);
        QVERIFY(run("network test 1 --purge").out.contains("clicks 0"));
    }

    void wrongUsageIsNamed_data()
    {
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("network test") << QByteArray("network test 1");
        QTest::newRow("network test 77") << QByteArray("77");
        QTest::newRow("network test one") << QByteArray("one");
        QTest::newRow("network test 1 2") << QByteArray("2");
        QTest::newRow("network test 1 --wait soon") << QByteArray("--wait");
        QTest::newRow("network test 1 --wait 0") << QByteArray("--wait");
        QTest::newRow("network test 1 --url shop.example") << QByteArray("--url");
        QTest::newRow("network test 1 --allow-address everybody") << QByteArray("everybody");
    }

    void wrongUsageIsNamed()
    {
        QFETCH(QByteArray, named);
        const Ran ran = run(QTest::currentDataTag());
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains(named), ran.err.constData());
    }

    void aNetworkThatOnlyReportsHasNoChain()
    {
        const Ran added = run("network add cj --name CJ --json");
        QCOMPARE(added.status, 0);
        const QByteArray id = QByteArray::number(added.json()[text("id")].toInt());
        const QByteArray command = "import report " + id;
        const Ran ran = run("network test " + id);
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains("CJ") && ran.err.contains(command), ran.err.constData());
        QCOMPARE(run("network health --json").json()[text("rows")].toArray().size(), 2);
    }

private:
    QString folder() const { return m_folder.filePath(text("data")); }
    Ran run(const QByteArray &arguments) const
    {
        return runProgram(QString::fromLatin1(arguments), folder());
    }

    void allPasses(const char *listener)
    {
        const Ran ran = run("network test 1 --json --allow-address 127.0.0.1");
        QCOMPARE(
                statesOf(ran.json()),
                text("listener=") + text(listener)
                        + text(" click=passed redirects=passed postback=passed click_match=passed payout=passed "
                               "status=passed not_duplicate=passed"));
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.json()[text("passed")], QJsonValue(true));
        QCOMPARE(ran.json()[text("hops")].toArray().size(), 3);
        QCOMPARE(ran.json()[text("steps")][3][text("simulated")], QJsonValue(true));
        QCOMPARE(ran.json()[text("steps")][3][text("verified")], QJsonValue(false));
        QCOMPARE(ran.json()[text("steps")][1][text("simulated")], QJsonValue(false));
        QCOMPARE(ran.json()[text("click_id")].toString().size(), 20);
    }

    QTemporaryDir m_folder;
    ChainServer m_server;
};

QTEST_GUILESS_MAIN(tst_NetworkTest)
#include "tst_networktest.moc"
