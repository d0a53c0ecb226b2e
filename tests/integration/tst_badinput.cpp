// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/enginefixture.h"

using namespace Matchbook;

namespace {

/// What a row of the table expects: `CLICK` in a query stands for the ID of a stored click.
struct Expectation {
    const char *query;
    const char *outcome;
    const char *cause;
    const char *payout; ///< of the one conversion; empty: there is none
};

} // namespace

class tst_BadInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<EngineFixture>(); }

    void whateverNetworksSendIsKeptAndNamed_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("payout");
        const auto row = [](const char *name, const QByteArray &query, const Expectation &expected) {
            QTest::newRow(name) << query << QString::fromLatin1(expected.outcome)
                                << QString::fromLatin1(expected.cause)
                                << QString::fromLatin1(expected.payout);
        };
        const Expectation rows[] = {
                {"clickid=CLICK&payout=12.50", "matched", "", "12.50"},
                {"clickid={clickid}&payout=5", "unmatched", "literal_token", ""},
                {"clickid=%7Bclickid%7D&payout=5", "unmatched", "literal_token", ""},
                {"clickid={aff_sub}", "unmatched", "literal_token", ""},
                {"clickid=", "not_understood", "no_click_id", ""},
                {"clickid=0&payout=5", "not_understood", "no_click_id", ""},
                {"payout=5", "not_understood", "no_click_id", ""},
                {"", "not_understood", "no_click_id", ""},
                {"&&==&", "not_understood", "no_click_id", ""},
                {"clickid=m5gc77g00n5y4y0v", "unmatched", "click_id_truncated", ""},
                {"clickid=m5gc77g00n5y4y0vr933", "unmatched", "unknown_click", ""},
                {"clickid=m5gc77g00n5y4y0vr934", "unmatched", "click_id_damaged", ""},
                {"clickid=QXJ4TT0", "unmatched", "foreign_click_id", ""},
                {"clickid=CLICK&payout=", "matched", "", "12.00"},
                {"clickid=CLICK", "matched", "", "12.00"},
                {"clickid=CLICK&payout=0", "matched", "", "0.00"},
                {"clickid=CLICK&payout={payout}", "not_understood", "bad_amount", ""},
                {"clickid=CLICK&payout=1,234.50", "matched", "", "1234.50"},
                {"clickid=CLICK&payout=1.234,50", "matched", "", "1234.50"},
                {"clickid=CLICK&payout=1,234", "not_understood", "ambiguous_amount", ""},
                {"clickid=CLICK&payout=$12", "matched", "", "12.00"},
                {"clickid=CLICK&payout=%2412", "matched", "", "12.00"},
                {"clickid=CLICK&payout=-3", "not_understood", "bad_amount", ""},
                {"clickid=CLICK&payout=1e999", "not_understood", "bad_amount", ""},
                {"clickid=CLICK&payout=99999999999999999999", "not_understood", "bad_amount", ""},
                {"clickid=CLICK&payout=NaN", "not_understood", "bad_amount", ""},
                {"clickid=CLICK&payout=1&currency=QQQ", "not_understood", "unknown_currency", ""},
                {"clickid=CLICK&payout=1&status=bananas", "not_understood", "unknown_status", ""},
                {"clickid=CLICK&payout=1&status=APPROVED", "matched", "", "1.00"},
                {"clickid=CLICK&payout=1&status=test", "matched", "ignored_status", ""},
                {"clickid=CLICK&clickid=other&payout=1&payout=2", "matched", "contradictory_fields", "1.00"},
                {"ClickID=CLICK&PAYOUT=2", "matched", "", "2.00"},
                {"clickid=+CLICK+&payout=2", "matched", "", "2.00"},
                {"clickid=CLICK?payout=2", "matched", "", "12.00"},
                {"clickid=CLICK&payout=2&sub2=gr%C3%BC%C3%9Fe+%E6%97%A5", "matched", "", "2.00"},
                {"clickid=CLICK&payout=2&sub2=%ff%fe%00%C3", "matched", "", "2.00"},
                {"clickid=%ff%fe%00&payout=2", "not_understood", "no_click_id", ""},
                {"clickid=CLICK&payout=%zz", "not_understood", "bad_amount", ""},
        };
        for (const Expectation &expected : rows)
            row(*expected.query ? expected.query : "nothing", expected.query, expected);
        row("8 KB", "clickid=CLICK&payout=3&pad=" + QByteArray(8000, 'x'), {"", "matched", "", "3.00"});
        row("8 KB of click ID", "clickid=" + QByteArray(8000, 'm'),
            {"", "unmatched", "foreign_click_id", ""});
        row("200 fields", QByteArray("a=b&").repeated(200) + "clickid=CLICK&payout=4",
            {"", "matched", "", "4.00"});
        // Nobody reads that far.
        row("1000 fields", QByteArray("a=b&").repeated(1000) + "clickid=CLICK",
            {"", "not_understood", "no_click_id", ""});
    }

    void whateverNetworksSendIsKeptAndNamed()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, outcome);
        QFETCH(QString, cause);
        QFETCH(QString, payout);
        const qsizetype conversions = m_fixture->conversions().size();
        const qsizetype postbacks = m_fixture->postbacks().size();
        if (query.contains("CLICK"))
            query.replace("CLICK", m_fixture->click());
        QCOMPARE(m_fixture->postback(query), 200);
        QCOMPARE(m_fixture->postbacks().size(), postbacks + 1);
        const PostbackRow stored = m_fixture->postbacks().first();
        QCOMPARE(stored.query, query); // byte for byte
        QCOMPARE(QString(outcomeWord(stored.outcome)), outcome);
        QCOMPARE(QString(causeWord(stored.cause)), cause);
        QCOMPARE(m_fixture->conversions().size() - conversions, payout.isEmpty() ? 0 : 1);
        if (!payout.isEmpty()) {
            QCOMPARE(m_fixture->conversions().first().conversion.payout.toDecimal(), payout);
            QCOMPARE(stored.conversion, m_fixture->conversions().first().conversion.id);
        }
    }

    void aKeyThatNobodyHasGoesToQuarantine_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("unknown key") << QByteArray("/postback/nosuchkey1234567");
        QTest::newRow("no key") << QByteArray("/postback");
        QTest::newRow("the key in upper case") << "/postback/" + m_fixture->network.key.toUpper().toLatin1();
    }

    void aKeyThatNobodyHasGoesToQuarantine()
    {
        QFETCH(QByteArray, path);
        const QByteArray query = "clickid=" + m_fixture->click() + "&payout=5";
        const qsizetype conversions = m_fixture->conversions().size();
        QCOMPARE(get(m_fixture->port(), path + '?' + query).status, 404);
        const PostbackRow stored = m_fixture->postbacks().first();
        QCOMPARE(stored.query, query);
        QCOMPARE(stored.outcome, PostbackOutcome::Refused);
        QCOMPARE(stored.cause, PostbackCause::UnknownKey);
        QVERIFY(!stored.networkId.isValid());
        QCOMPARE(m_fixture->conversions().size(), conversions);
    }

    void strangersCannotFillTheDisk()
    {
        PlainClient client(m_fixture->port());
        const qint64 before = quarantined();
        for (int i = 0; i < 2600; ++i) {
            QVERIFY(client.send("GET /postback/stranger?n=" + QByteArray::number(i)
                                + " HTTP/1.1\r\nHost: x\r\n\r\n"));
            const PlainAnswer answer = client.readAnswer();
            QCOMPARE(answer.status, 404);
            if (answer.header("connection") == "close")
                client = PlainClient(m_fixture->port());
        }
        QVERIFY(quarantined() <= 2000);
        QVERIFY(quarantined() > before);
        QCOMPARE(m_fixture->postbacks().first().query, QByteArray("n=2599"));
        QCOMPARE(m_fixture->problems(), QStringList());
    }

    void aSenderThatIsNotAllowedIsRefused()
    {
        EngineFixture fixture;
        AffiliateNetwork network = fixture.network;
        network.allowedSenders = {QStringLiteral("192.0.2.0/24")};
        taken(fixture.catalogue().updateNetwork(network));
        const QByteArray query = "clickid=" + fixture.click() + "&payout=5";
        QTRY_COMPARE_WITH_TIMEOUT(fixture.postback(query), 403, 2000);
        QCOMPARE(fixture.postbacks().first().outcome, PostbackOutcome::Refused);
        QCOMPARE(fixture.postbacks().first().cause, PostbackCause::SenderNotAllowed);
        QCOMPARE(fixture.postbacks().first().query, query);
    }

    void visitorsMaySendAnything()
    {
        const QByteArray query
                = "sub1=%ff%00gr%C3%BC%C3%9Fe&sub2={keyword}&sub1=again&x=" + QByteArray(8000, 'y');
        QCOMPARE(m_fixture->click(query).size(), 20);
        const ClickRow stored = m_fixture->clicks().first();
        QCOMPARE(stored.query, query);
        QVERIFY(stored.subIds[0].contains(QStringLiteral("grüße")));
        QCOMPARE(stored.subIds[1], QString());
    }

    void aClockThatJumpsBackLosesNothing()
    {
        EngineFixture fixture;
        const QByteArray before = fixture.click();
        fixture.clock.pass(-3'600'000);
        const QByteArray after = fixture.click();
        QVERIFY(before < after);
        QCOMPARE(fixture.clicks().first().clickId, QString::fromLatin1(after));
        QCOMPARE(fixture.clicks().first().time, StillClock::usual - 3'600'000);
        QCOMPARE(fixture.postback("clickid=" + before + "&payout=1"), 200);
        QCOMPARE(fixture.postback("clickid=" + before + "&payout=2"), 200);
        QCOMPARE(fixture.postback("clickid=" + after + "&payout=3"), 200);
        fixture.clock.pass(3'600'000);
        QCOMPARE(fixture.postback("clickid=" + after + "&payout=3"), 200);
        QCOMPARE(fixture.conversions().size(), 2);
        QCOMPARE(fixture.postbacks().size(), 4);
        QCOMPARE(fixture.problems(), QStringList());
    }

    void theStoreIsSoundAfterAllOfIt() { QCOMPARE(m_fixture->problems(), QStringList()); }

private:
    qint64 quarantined()
    {
        return taken(m_fixture->otherConnection().ask(
                             QStringLiteral("SELECT count(*) FROM postback WHERE network_id = 0")))
                .toLongLong();
    }

    std::unique_ptr<EngineFixture> m_fixture;
};

QTEST_GUILESS_MAIN(tst_BadInput)
#include "tst_badinput.moc"
