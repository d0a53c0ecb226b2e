// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounting/csvfile.h"
#include "chaintest/stepsentences.h"
#include "reports/reportquery.h"
#include "secrets/secrets.h"
#include "store/testpurge.h"
#include "support/chainfixture.h"

#include <QFile>
#include <QTcpServer>
#include <QTimeZone>

using namespace Matchbook;
using Kind = ChainStep::Kind;

/// The whole chain over real HTTP: our listener, a chain of redirects, our postback URL.
class tst_ChainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChainFixture>(); }

    void everyStepTicksInItsOrder()
    {
        m_fixture->serve("pass/move/meta/end");
        RunChainTest test(*m_fixture, m_fixture->wish());
        QStringList ticks;
        connect(&test, &ChainTest::stepChanged, this, [&](const ChainStep &step) {
            ticks << stepWord(step.kind) + u'=' + stepStateWord(step.state);
            QCOMPARE(step.sentence.isEmpty(), step.state == ChainStep::State::Running);
        });
        QSignalSpy hops(&test, &ChainTest::hopFollowed);
        QVERIFY(test.run());
        QVERIFY(test.hasPassed());
        QCOMPARE(ticks,
                 QStringList({QStringLiteral("listener=running"), QStringLiteral("listener=passed"),
                              QStringLiteral("click=running"), QStringLiteral("click=passed"),
                              QStringLiteral("redirects=running"), QStringLiteral("redirects=passed"),
                              QStringLiteral("postback=running"), QStringLiteral("postback=passed"),
                              QStringLiteral("click_match=passed"), QStringLiteral("payout=passed"),
                              QStringLiteral("status=passed"), QStringLiteral("not_duplicate=passed")}));
        QCOMPARE(hops.size(), 5);
        QCOMPARE(test.trace().hops[0].form, IdAtHop::Form::NotYet);
        QCOMPARE(test.clickId().size(), 20);
        QCOMPARE(test.step(Kind::Listener).repairs, QList<Repair>{SetPublicUrl{}});
        // Nobody along the way sees the secret, and neither does the store.
        for (const QByteArray &head : m_fixture->server.requests())
            QVERIFY(!head.contains("matchbook_test"));
        QCOMPARE(m_fixture->clicks().first().kind, ClickKind::Test);
        QVERIFY(!m_fixture->clicks().first().query.contains("matchbook_test"));
        QCOMPARE(m_fixture->openTokens(), 0);
    }

    void whatIsSimulatedIsProvedByTheSecret_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::newRow("acorn") << QStringLiteral("acorn");
        QTest::newRow("cpalead") << QStringLiteral("cpalead");
    }
    void whatIsSimulatedIsProvedByTheSecret()
    {
        QFETCH(QString, preset);
        m_fixture->network.preset = preset;
        taken(m_fixture->catalogue().updateNetwork(m_fixture->network));
        const KeptSecret kept{"hunter 2&", SecretPlace::Memory};
        m_fixture->engine.useSecrets(
                std::make_shared<const Secrets>(QHash<NetworkId, KeptSecret>{{m_fixture->network.id, kept}}));
        m_fixture->serve("end");
        RunChainTest unproved(*m_fixture, m_fixture->wish());
        QVERIFY(unproved.run());
        QCOMPARE(unproved.step(Kind::Postback).cause, QStringLiteral("signature_wrong"));
        QVERIFY(unproved.step(Kind::Postback).sentence.contains(QStringLiteral("simulated")));
        ChainTestWish wish = m_fixture->wish();
        wish.secret = kept.bytes;
        RunChainTest test(*m_fixture, wish);
        QVERIFY(test.run());
        QCOMPARE(test.step(Kind::Postback).state, ChainStep::State::Passed);
        QCOMPARE(test.step(Kind::Payout).state, ChainStep::State::Passed);
        for (const PostbackRow &row : m_fixture->postbacks())
            QVERIFY(!row.query.contains("hunter"));
    }

    void eachFailureHasItsCause_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("queryTemplate");
        QTest::addColumn<QString>("failed"); // step:cause …
        QTest::addColumn<QString>("repair"); // of the first failed step
        const auto row = [](const char *path, const char *queryTemplate, const char *failed,
                            const char *repair = "") {
            QTest::addRow("%s %s", path, queryTemplate)
                    << QByteArray(path) << QString::fromLatin1(queryTemplate) << QString::fromLatin1(failed)
                    << QString::fromLatin1(repair);
        };
        row("pass/strip/end", "", "redirects:missing");
        row("pass/upper/end", "", "redirects:upper_cased");
        row("cut/end", "", "redirects:cut");
        row("twice/end", "", "redirects:encoded_twice");
        row("macro/end", "", "redirects:literal_macro");
        row("change/end", "", "redirects:changed");
        row("loop", "", "redirects:loop");
        row("missing", "", "redirects:error_status");
        row("private", "", "redirects:private_address");
        row("end", "clickid={c}&payout=1,234", "payout:ambiguous_amount", "read_decimal_comma");
        row("end", "clickid={c}&payout={p}&status=confirmed", "");
        row("end", "clickid={c}&payout={p}&status=accepted", "status:unknown_status", "map_status_word");
        row("end", "clickid={c}&payout=1,234&status=zzz", "payout:ambiguous_amount status:unknown_status",
            "read_decimal_comma");
        row("end", "payout={p}", "click_match:no_click_id");
        row("end", "clickid=%7Bnot%2Dreplaced%7D.&payout={p}", "click_match:foreign_click_id");
        row("forbidden", "", ""); // a page that wants no programs; the click ID has got there
    }

    void eachFailureHasItsCause()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, queryTemplate);
        QFETCH(QString, failed);
        QFETCH(QString, repair);
        m_fixture->network.mapping.url.setQuery(0, queryTemplate);
        QVERIFY(m_fixture->catalogue().updateNetwork(m_fixture->network));
        m_fixture->serve(path);
        RunChainTest test(*m_fixture, m_fixture->wish());
        QVERIFY(test.run());
        QStringList found;
        QString foundRepair;
        for (const ChainStep &one : test.steps()) {
            if (one.state != ChainStep::State::Failed)
                continue;
            found << stepWord(one.kind) + u':' + one.cause;
            if (foundRepair.isEmpty() && !one.repairs.isEmpty())
                foundRepair = repairWord(one.repairs.first());
            QVERIFY(!stepTitle(one.kind).isEmpty());
            for (const Repair &each : one.repairs)
                QVERIFY(!repairText(each).isEmpty());
        }
        QCOMPARE(found.join(u' '), failed);
        QCOMPARE(foundRepair, repair);
        QCOMPARE(test.hasPassed(), failed.isEmpty());
        QCOMPARE(m_fixture->problems(), QStringList());
    }

    void aPublicAddressThatLeadsNowhereIsNamed()
    {
        m_fixture->serve("end");
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        ChainTestWish wanted = m_fixture->wish();
        wanted.publicUrl = QStringLiteral("http://127.0.0.1:%1").arg(closed.serverPort());
        closed.close();
        RunChainTest refused(*m_fixture, wanted);
        QVERIFY(refused.run());
        QCOMPARE(refused.step(Kind::Listener).cause, QStringLiteral("public_address_silent"));
        QCOMPARE(refused.step(Kind::NotDuplicate).state, ChainStep::State::Passed);

        wanted.publicUrl = QString::fromLatin1(m_fixture->server.url("").chopped(1));
        RunChainTest other(*m_fixture, wanted);
        QVERIFY(other.run());
        QCOMPARE(other.step(Kind::Listener).cause, QStringLiteral("another_program"));

        wanted.publicUrl = QString::fromLatin1(m_fixture->server.url("huge"));
        RunChainTest download(*m_fixture, wanted);
        QVERIFY(download.run());
        QCOMPARE(download.step(Kind::Listener).cause, QStringLiteral("another_program"));

        wanted.publicUrl = wanted.localUrl;
        RunChainTest well(*m_fixture, wanted);
        QVERIFY(well.run());
        QVERIFY(well.hasPassed());
        QVERIFY(well.step(Kind::Listener).repairs.isEmpty());
    }

    void aShieldThatAnswersWithAPageOfItsOwnEndsTheTest()
    {
        m_fixture->serve("end");
        ChainTestWish wanted = m_fixture->wish();
        wanted.publicUrl = QString::fromLatin1(m_fixture->server.url("shield"));
        RunChainTest test(*m_fixture, wanted);
        QVERIFY(test.run());
        QCOMPARE(test.step(Kind::Listener).state, ChainStep::State::Passed);
        QVERIFY(test.step(Kind::Listener).sentence.contains(QStringLiteral("did not let it say")));
        QCOMPARE(test.step(Kind::Click).state, ChainStep::State::Failed);
        QCOMPARE(test.step(Kind::Click).cause, QStringLiteral("no_redirect"));
        QCOMPARE(m_fixture->openTokens(), 0);
    }

    void withoutAListenerNothingElseIsTried()
    {
        m_fixture->serve("end");
        m_fixture->engine.stop();
        RunChainTest test(*m_fixture, m_fixture->wish());
        QVERIFY(test.run());
        QCOMPARE(test.step(Kind::Listener).cause, QStringLiteral("listener_silent"));
        for (int i = 1; i < chainStepCount; ++i)
            QCOMPARE(test.steps().at(i).state, ChainStep::State::Skipped);
    }

    void anotherInstallationIsToldFromThisOne()
    {
        m_fixture->serve("end");
        ChainFixture other;
        ChainTestWish wanted = m_fixture->wish();
        wanted.publicUrl = other.wish().localUrl;
        RunChainTest strange(*m_fixture, wanted);
        QVERIFY(strange.run());
        QCOMPARE(strange.step(Kind::Listener).cause, QStringLiteral("other_installation"));
        QCOMPARE(strange.step(Kind::NotDuplicate).state, ChainStep::State::Passed);
        wanted.publicUrl = wanted.localUrl;
        RunChainTest own(*m_fixture, wanted);
        QVERIFY(own.run());
        QVERIFY(own.step(Kind::Listener).sentence.contains(QStringLiteral("it is this installation")));
    }

    void aSubIdThatIsNotGivenBackIsNamed_data()
    {
        QTest::addColumn<QByteArray>("query"); // of the offer link
        QTest::addColumn<QString>("own"); // sub ID parameter of the network
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("repair");
        QTest::newRow("the right one") << QByteArray("sub1={clickid}") << QString() << QString() << QString();
        QTest::newRow("by itself") << QByteArray("a=1") << QString() << QString() << QString();
        QTest::newRow("another") << QByteArray("sub4={clickid}") << QString()
                                 << QStringLiteral("wrong_sub_id") << QString();
        QTest::newRow("both") << QByteArray("sub4={clickid}&sub1={clickid}") << QString() << QString()
                              << QString();
        QTest::newRow("another, by the network's setting")
                << QByteArray("a=1") << QStringLiteral("sub4") << QStringLiteral("wrong_sub_id")
                << QStringLiteral("use_sub_id_parameter");
        QTest::newRow("one that nobody knows")
                << QByteArray("x={clickid}") << QString() << QString() << QString();
    }

    void aSubIdThatIsNotGivenBackIsNamed()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, own);
        QFETCH(QString, cause);
        QFETCH(QString, repair);
        AffiliateNetwork made;
        made.name = QStringLiteral("Flow");
        made.preset = QStringLiteral("everflow");
        made.subIdParameter = own;
        ChainTestWish wanted = m_fixture->wish();
        made = taken(m_fixture->catalogue().addNetwork(made));
        wanted.network = made.id;
        QTRY_COMPARE(get(m_fixture->port(), "/postback/" + made.key.toLatin1()).status, 200);
        wanted.offerUrl = QString::fromLatin1(m_fixture->server.url("pass/end?" + query));
        RunChainTest test(*m_fixture, wanted);
        QVERIFY(test.run());
        QCOMPARE(test.step(Kind::ClickMatch).cause, cause);
        QCOMPARE(test.hasPassed(), cause.isEmpty());
        QVERIFY(test.step(Kind::ClickMatch).isVerified);
        if (!cause.isEmpty())
            QVERIFY(test.step(Kind::ClickMatch)
                            .sentence.startsWith(
                                    QStringLiteral("The postback gives back sub1, your link fills sub4.")));
        const auto repairs = test.step(Kind::ClickMatch).repairs;
        QCOMPARE(repairs.isEmpty() ? QString() : QString(repairWord(repairs.first())), repair);
    }

    void aSimulationByUnknownMacrosIsMarked()
    {
        m_fixture->serve("end");
        RunChainTest test(*m_fixture, m_fixture->wish());
        QVERIFY(test.run());
        QVERIFY(test.hasPassed());
        QVERIFY(test.step(Kind::Postback).isUnproven() && test.step(Kind::Postback).isSimulated);
        QVERIFY(test.step(Kind::Postback).sentence.contains(QStringLiteral("macros are not verified")));
        QVERIFY(!test.step(Kind::Click).isUnproven());
    }

    void ourOwnTrackingLinkIsNoOfferLink()
    {
        m_fixture->serve("end");
        const auto before = m_fixture->clicks().size();
        ChainTestWish wanted = m_fixture->wish();
        for (const char *host : {"127.0.0.1", "localhost"}) {
            wanted.offerUrl = QStringLiteral("http://%1:%2/c/%3?x={clickid}")
                                      .arg(QString::fromLatin1(host))
                                      .arg(m_fixture->port())
                                      .arg(m_fixture->campaign.key);
            RunChainTest test(*m_fixture, wanted);
            QVERIFY(test.run());
            QCOMPARE(test.step(Kind::Redirects).cause, QStringLiteral("own_tracking_link"));
            QVERIFY(test.hops().isEmpty());
        }
        QCOMPARE(m_fixture->clicks().size(), before + 2); // the tests' own
    }

    void aWayThatComesBackToUsCountsNoVisitor()
    {
        m_fixture->serve("end");
        const QByteArray link = "http://127.0.0.1:" + QByteArray::number(m_fixture->port()) + "/c/"
                + m_fixture->campaign.key.toLatin1();
        ChainTestWish wanted = m_fixture->wish();
        wanted.offerUrl = QString::fromLatin1(m_fixture->server.url("to?" + link));
        RunChainTest test(*m_fixture, wanted);
        QVERIFY(test.run());
        QVERIFY(test.hops().size() >= 2);
        QCOMPARE(test.hops()[1].url, link);
        int tests = 0;
        for (const ClickRow &click : m_fixture->clicks()) {
            tests += click.kind == ClickKind::Test ? 1 : 0;
            QVERIFY(click.kind == ClickKind::Test || click.kind == ClickKind::Probe);
        }
        QCOMPARE(tests, 2);
    }

    void anOfferLinkIsTestedWithoutACampaign()
    {
        ChainTestWish wanted = m_fixture->wish();
        wanted.offerUrl = QString::fromLatin1(m_fixture->server.url("pass/end?s2={clickid}"));
        RunChainTest test(*m_fixture, wanted);
        QVERIFY(test.run());
        QVERIFY(test.hasPassed());
        QCOMPARE(test.hops().size(), 2);
        QVERIFY(test.hops().first().url.contains(test.clickId().toLatin1()));
    }

    void aNetworkWithoutALinkSaysSo()
    {
        AffiliateNetwork made;
        made.name = QStringLiteral("Empty");
        made.preset = QStringLiteral("generic");
        ChainTestWish wanted = m_fixture->wish();
        wanted.network = taken(m_fixture->catalogue().addNetwork(made)).id;
        RunChainTest test(*m_fixture, wanted);
        QVERIFY(test.run());
        QCOMPARE(test.step(Kind::Redirects).cause, QStringLiteral("no_offer_link"));
        QCOMPARE(test.step(Kind::NotDuplicate).state, ChainStep::State::Passed);
        wanted.network = {9999};
        RunChainTest nobody(*m_fixture, wanted);
        QVERIFY(nobody.run());
        QCOMPARE(nobody.step(Kind::Listener).cause, QStringLiteral("store_trouble"));
    }

    void aTestCanBeCancelled()
    {
        m_fixture->serve("never");
        ChainTestWish wanted = m_fixture->wish();
        wanted.rules.hopMs = 60'000;
        RunChainTest test(*m_fixture, wanted);
        QSignalSpy finished(&test, &ChainTest::finished);
        QSignalSpy hops(&test, &ChainTest::hopFollowed);
        test.start();
        QTRY_COMPARE(hops.size(), 1);
        test.cancel();
        test.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!test.hasPassed());
        RunChainTest atOnce(*m_fixture, wanted);
        QSignalSpy ended(&atOnce, &ChainTest::finished);
        atOnce.start();
        atOnce.cancel();
        QTRY_COMPARE(ended.size(), 1);
        QTest::qWait(50);
        QCOMPARE(ended.size(), 1);
        QCOMPARE(m_fixture->openTokens(), 0);
    }

    void testsChangeNoSumBeforeAndAfterThePurge()
    {
        m_fixture->serve("end");
        const QByteArray real = m_fixture->click();
        m_fixture->postback("clickid=" + real + "&payout=5&txid=R1");
        const QString before = sums();
        const auto clicks = m_fixture->clicks().size();
        for (int i = 0; i < 3; ++i) {
            RunChainTest test(*m_fixture, m_fixture->wish());
            QVERIFY(test.run());
            QVERIFY(test.hasPassed());
        }
        QCOMPARE(sums(), before);
        QCOMPARE(m_fixture->problems(), QStringList());
        QCOMPARE(m_fixture->clicks().size(), clicks + 3);
        QCOMPARE(m_fixture->conversions().first().conversion.status, ConversionStatus::Test);
        const PurgedTests purged = taken(purgeTests(m_fixture->otherConnection(), m_fixture->network.id));
        QCOMPARE(purged.clicks, 3);
        QCOMPARE(purged.conversions, 3);
        QCOMPARE(purged.postbacks, 3);
        QCOMPARE(sums(), before);
        QCOMPARE(m_fixture->problems(), QStringList());
        QCOMPARE(m_fixture->clicks().size(), clicks);
        // Life goes on.
        const QByteArray later = m_fixture->click();
        QCOMPARE(m_fixture->postback("clickid=" + later + "&payout=5&txid=R2"), 200);
        QCOMPARE(m_fixture->problems(), QStringList());
    }

private:
    /// Every report and the export, as one text.
    QString sums()
    {
        QString text;
        const QDate day(2026, 11, 2);
        Database &database = m_fixture->otherConnection();
        for (const auto dimension :
             {ReportDimension::Campaign, ReportDimension::Status, ReportDimension::Day}) {
            ReportQuestion question;
            question.by = {dimension};
            question.range = {day, day, QTimeZone::utc()};
            for (const ReportRow &row : taken(runReport(database, question)).rows)
                text += QStringLiteral("%1 %2 %3 %4 %5\n")
                                .arg(row.name())
                                .arg(row.metrics.clicks)
                                .arg(row.metrics.conversions)
                                .arg(row.metrics.revenueConfirmed)
                                .arg(row.metrics.cost);
        }
        for (const char *table : {"click_rollup", "conversion_rollup", "click_day", "conversion_day"})
            text += taken(database.ask(QStringLiteral("SELECT count(*) FROM ") + QLatin1StringView(table)))
                            .toString();
        const QString path = m_fixture->folder() + QStringLiteral("/all.csv");
        text += QString::number(
                taken(exportConversions(database, {day, day, QTimeZone::utc()}, Currency::usd(), path)));
        QFile csv(path);
        return csv.open(QIODevice::ReadOnly) ? text + QString::fromUtf8(csv.readAll()) : QString();
    }

    std::unique_ptr<ChainFixture> m_fixture;
};

QTEST_GUILESS_MAIN(tst_ChainTest)
#include "tst_chaintest.moc"
