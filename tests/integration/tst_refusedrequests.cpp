// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereading/personsdecisions.h"
#include "rereading/rereadingpreview.h"
#include "support/enginefixture.h"
#include "support/plainclient.h"
#include "support/runninglistener.h"
#include "support/storefixture.h"

#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

QByteArray get(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n";
}

PlainAnswer ask(quint16 port, const QByteArray &request)
{
    PlainClient client(port);
    client.send(request);
    return client.readAnswer();
}

} // namespace

/// What becomes of requests to postback URLs that the listener does not take in whole.
class tst_RefusedRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusedPostbackIsReportedAsFarAsItIsKnown_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("told"); // key, pixel and the beginning of the query; empty: nothing
        const auto row = [](const char *name, const QByteArray &request, int status, const char *told) {
            QTest::newRow(name) << request << status << QString::fromLatin1(told);
        };
        row("a long URL", get("/postback/key?clickid=" + QByteArray(9000, 'a')), 414, "key 0 clickid=aaa");
        row("a long URL without an end", "GET /postback/key?clickid=" + QByteArray(9000, 'a'), 414,
            "key 0 clickid=aaa");
        row("a long header", get("/postback/key?a=1", "X-Y: " + QByteArray(9000, 'a') + "\r\n"), 431,
            "key 0 a=1");
        row("a blank in the URL", get("/postback/key?name=two words"), 400, "key 0 name=two words");
        row("a broken header", get("/postback/key?a=1", "X Y\r\n"), 400, "key 0 a=1");
        row("a bad length", "POST /postback/key?a=1 HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n", 400,
            "key 0 a=1");
        row("a large body", "POST /postback/key?a=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 300000\r\n\r\n",
            413, "key 0 a=1");
        row("a bad chunk",
            "POST /postback/key HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400,
            "key 0 ");
        row("a pixel", get("/pixel/key.gif?b= "), 400, "key 1 b= ");
        row("a version nobody speaks", "GET /postback/key?a=1 HTTP/9.9\r\n\r\n", 505, "key 0 a=1");
        row("a tracking link", get("/c/key?a=b c"), 400, "");
        row("no HTTP", "\x16\x03\x01/postback/key\r\n", 400, "");
        row("no path", get("postback/key a"), 400, "");
    }

    void aRefusedPostbackIsReportedAsFarAsItIsKnown()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(QString, told);
        RunningListener listener;
        QCOMPARE(ask(listener.port(), request).status, status);
        QTRY_COMPARE(listener.receiver().refused().isEmpty(), told.isEmpty());
        QCOMPARE(ask(listener.port(), get("/healthz")).status, 200);
        QString found;
        for (const auto &refused : listener.receiver().refused()) {
            QCOMPARE(refused.refusedWith, status);
            QCOMPARE(refused.request.sender, QByteArray("127.0.0.1"));
            QVERIFY(refused.request.arrivedAt > 0 && refused.request.body.isEmpty());
            found += QString::fromLatin1(refused.key) + (refused.pixel ? u" 1 "_s : u" 0 "_s)
                    + QString::fromLatin1(refused.request.query.left(14));
        }
        QVERIFY2(told.isEmpty() || found.startsWith(told), qPrintable(found));
        QCOMPARE(found.isEmpty(), told.isEmpty());
        QCOMPARE(listener.receiver().count(), 0);
    }

    void refusedRequestsAreReportedWithinMeasure()
    {
        RunningListener listener;
        for (int i = 0; i < 80; ++i)
            QCOMPARE(ask(listener.port(), get("/postback/key?a=b c")).status, 400);
        QTRY_COMPARE(listener.receiver().refused().size(), 50); // the clock stands still
        QCOMPARE(ask(listener.port(), get("/healthz")).body,
                 QByteArray(R"({"status":"ok","malformed_requests":80})"));
    }

    void whatANetworkSendsInVainStandsInItsLog()
    {
        EngineFixture fixture;
        const QByteArray path = "/postback/" + fixture.network.key.toLatin1();
        QCOMPARE(ask(fixture.port(), get(path + "?clickid=m5gc&text=" + QByteArray(9000, 'a'))).status, 414);
        QTRY_COMPARE(fixture.postbacks().size(), 1);
        const PostbackRow stored = fixture.postbacks().first();
        QCOMPARE(stored.outcome, PostbackOutcome::Refused);
        QCOMPARE(stored.cause, PostbackCause::RefusedRequest);
        QCOMPARE(stored.causeDetail, u"414"_s);
        QCOMPARE(stored.networkId, fixture.network.id);
        QVERIFY(stored.query.startsWith("clickid=m5gc&text=aaa"));
        QVERIFY(!stored.path.contains(fixture.network.key.toLatin1()));
        QCOMPARE(taken(checkStore(fixture.otherConnection())).refusedRequests, 1);
        const qint64 day = StillClock::usual - 86'400'000;
        const auto health
                = taken(Lists(fixture.otherConnection()).networkHealth(fixture.clock.now(), day, day));
        QCOMPARE(health.first().alarms.size(), 1);
        QCOMPARE(health.first().alarms.first().cause, PostbackCause::RefusedRequest);
        QCOMPARE(fixture.problems(), QStringList());
    }

    void whatStrangersSendInVainIsNotKept()
    {
        EngineFixture fixture;
        QCOMPARE(ask(fixture.port(), get("/postback/nosuchkey?a=b c")).status, 400);
        QCOMPARE(fixture.postback("clickid=x"), 200);
        QCOMPARE(fixture.postbacks().size(), 1);
        QCOMPARE(fixture.postbacks().first().query, QByteArray("clickid=x"));
    }

    void onlyTheNewestAreKept()
    {
        StoreFixture store;
        for (int i = 0; i < 520; ++i) {
            RawPostback raw = store.newPostback("n=" + QByteArray::number(i));
            raw.refusedWith = 413;
            store.write(raw);
        }
        store.postback("payout=1");
        const QList<PostbackRow> rows = store.postbacks();
        QCOMPARE(rows.size(), 421);
        QCOMPARE(rows.at(1).query, QByteArray("n=519"));
        QCOMPARE(rows.last().query, QByteArray("n=100"));
        RowFilter filter;
        const RowIndex index = taken(Lists(store.database()).postbackIndex(filter));
        QCOMPARE(index.count(), 421);
        QCOMPARE(store.problems(), QStringList());
    }

    void aRefusedRequestIsNeverReadAgain()
    {
        StoreFixture store;
        RawPostback raw = store.newPostback("clickid=" + store.click() + "&payout=5");
        raw.refusedWith = 408;
        store.write(raw);
        RereadingChoice choice;
        choice.network = store.postbacks().first().networkId;
        const auto report = taken(previewRereading(store.database(), store.presets(), choice));
        QCOMPARE(report.added, 0);
        QCOMPARE(report.changed, 0);
        const PostbackId id = store.postbacks().first().id;
        const auto kept = checkDecision(store.database(), {PersonsDecision::Kind::Keep, id, {}, {}});
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, Failure::Kind::BadUsage);
    }
};

QTEST_GUILESS_MAIN(tst_RefusedRequests)
#include "tst_refusedrequests.moc"
