// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/plainclient.h"
#include "support/runninglistener.h"

#include <QTcpServer>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

QByteArray get(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n";
}

PlainAnswer ask(RunningListener &listener, const QByteArray &request, bool hasBody = true)
{
    PlainClient client(listener.port());
    client.send(request);
    return client.readAnswer(hasBody);
}

} // namespace

class TestListenerLife : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connectionIsKeptOrClosedAsAsked();
    void answersInOrderHoweverLateTheyAre();
    void halfClosedClientGetsItsAnswer();
    void secondAnswerIsIgnored();
    void exceptionBecomes500();
    void droppedAnswerBecomes503();
    void stoppingAnswersWhoeverWaits();
    void stoppedListenerTakesNoNewClients();
    void listensOnIPv6();
    void listensOnEveryInterface();
    void portInUseIsSaid();
    void wrongAddressIsSaid_data();
    void wrongAddressIsSaid();
    void severalListenersShareAPort();
};

void TestListenerLife::connectionIsKeptOrClosedAsAsked()
{
    RunningListener listener;
    PlainClient kept(listener.port());
    for (int i = 0; i < 3; ++i) {
        kept.send(get("/c/key"));
        const PlainAnswer answer = kept.readAnswer();
        QCOMPARE(answer.status, 302);
        QVERIFY(answer.header("connection").isNull());
    }
    kept.send(get("/c/key", "Connection: close\r\n"));
    QCOMPARE(kept.readAnswer().header("connection"), QByteArray("close"));
    QVERIFY(kept.isClosedWithin(2000));

    PlainClient old(listener.port());
    old.send("GET /c/key HTTP/1.0\r\n\r\n");
    QCOMPARE(old.readAnswer().header("connection"), QByteArray("close"));
    QVERIFY(old.isClosedWithin(2000));
    QCOMPARE(listener.statistics().accepted, quint64(2));
    QCOMPARE(listener.statistics().requests, quint64(5));
}

void TestListenerLife::answersInOrderHoweverLateTheyAre()
{
    RunningListener listener;
    PlainClient client(listener.port());
    QByteArray requests;
    for (int i = 0; i < 30; ++i)
        requests += get((i % 3 == 0 ? "/c/wait" : "/c/key") + QByteArray::number(i));
    client.send(requests);
    for (int i = 0; i < 30; ++i) {
        const PlainAnswer answer = client.readAnswer();
        QCOMPARE(answer.status, 302);
        const QByteArray key = (i % 3 == 0 ? "wait" : "key") + QByteArray::number(i);
        QCOMPARE(answer.header("location"), QByteArray("https://example.com/?key=" + key));
    }
}

void TestListenerLife::halfClosedClientGetsItsAnswer()
{
    RunningListener listener;
    PlainClient client(listener.port());
    client.send(get("/c/wait1") + get("/c/key2"));
    client.finishSending();
    const QByteArray all = client.readToEnd();
    QCOMPARE(all.count("HTTP/1.1 302"), 2);
    QVERIFY(all.indexOf("=wait1") < all.indexOf("=key2"));
}

void TestListenerLife::secondAnswerIsIgnored()
{
    RunningListener listener;
    PlainClient client(listener.port());
    client.send(get("/c/twice1") + get("/c/key2"));
    QVERIFY(client.readAnswer().header("location").endsWith("=twice1"));
    QVERIFY(client.readAnswer().header("location").endsWith("=key2"));
}

void TestListenerLife::exceptionBecomes500()
{
    RunningListener listener;
    QTest::ignoreMessage(QtWarningMsg, "A request failed: thrown by the test");
    QCOMPARE(ask(listener, get("/c/throw")).status, 500);
    QCOMPARE(ask(listener, get("/c/key")).status, 302);
    QCOMPARE(listener.pendingRequests(), 0);
}

void TestListenerLife::droppedAnswerBecomes503()
{
    RunningListener listener;
    QCOMPARE(ask(listener, get("/c/drop")).status, 503);
    QCOMPARE(listener.pendingRequests(), 0);
}

void TestListenerLife::stoppingAnswersWhoeverWaits()
{
    RunningListener listener;
    PlainClient click(listener.port());
    PlainClient postback(listener.port());
    PlainClient left(listener.port());
    PlainClient idle(listener.port());
    PlainClient partial(listener.port());
    click.send(get("/c/hold"));
    postback.send(get("/postback/hold"));
    left.send(get("/c/hold"));
    partial.send("GET /c/");
    QTRY_COMPARE(listener.receiver().count(), 3);
    left.reset();
    QCOMPARE(listener.pendingRequests(), 3);

    listener.stop();
    QCOMPARE(click.readAnswer().status, 503);
    QCOMPARE(postback.readAnswer().status, 503);
    QVERIFY(click.isClosedWithin(2000));
    QVERIFY(idle.isClosedWithin(2000));
    QVERIFY(partial.isClosedWithin(2000));
    listener.receiver().release(); // too late, and harmless
    listener.receiver().dropHeld();
}

void TestListenerLife::stoppedListenerTakesNoNewClients()
{
    RunningListener listener;
    PlainClient old(listener.port());
    old.send(get("/c/key"));
    QCOMPARE(old.readAnswer().status, 302);
    listener.inside([](Listener &inside) { inside.stopAccepting(); });
    QVERIFY(!PlainClient(listener.port()).isConnected());
    old.send(get("/c/key"));
    QCOMPARE(old.readAnswer().status, 302);
}

void TestListenerLife::listensOnIPv6()
{
    RunningListener listener({}, u"::1"_s);
    if (listener.port() == 0)
        QSKIP("no IPv6 on this machine");
    PlainClient client(listener.port(), {.useIPv6 = true});
    client.send(get("/c/key"));
    QCOMPARE(client.readAnswer().status, 302);
    QCOMPARE(listener.receiver().last().request.sender, QByteArray("::1"));
}

void TestListenerLife::listensOnEveryInterface()
{
    RunningListener listener({}, u"*"_s);
    PlainClient client(listener.port());
    client.send(get("/c/key"));
    QCOMPARE(client.readAnswer().status, 302);
    QCOMPARE(listener.receiver().last().request.sender, QByteArray("127.0.0.1"));
}

void TestListenerLife::portInUseIsSaid()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    AskedReceiver receiver;
    StoppedClock clock;
    for (const bool sharePort : {false, true}) {
        Listener listener(receiver, clock, {});
        const auto opened = listener.listen(u"127.0.0.1"_s, other.serverPort(), sharePort);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Failure::Kind::PortInUse);
        QVERIFY(!opened.error().detail.isEmpty());
    }
}

void TestListenerLife::wrongAddressIsSaid_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("not ours") << u"192.0.2.1"_s;
    QTest::newRow("a name") << u"example.com"_s;
    QTest::newRow("nothing") << QString();
}

void TestListenerLife::wrongAddressIsSaid()
{
    QFETCH(QString, address);
    AskedReceiver receiver;
    StoppedClock clock;
    for (const bool sharePort : {false, true}) {
        Listener listener(receiver, clock, {});
        const auto opened = listener.listen(address, 0, sharePort);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Failure::Kind::AddressUnavailable);
        QVERIFY(!opened.error().detail.isEmpty());
    }
}

void TestListenerLife::severalListenersShareAPort()
{
    AskedReceiver receiver;
    StoppedClock clock;
    Listener first(receiver, clock, {});
    Listener second(receiver, clock, {});
    const auto opened = first.listen(u"127.0.0.1"_s, 0, true);
    QVERIFY(opened);
    const auto shared = second.listen(u"127.0.0.1"_s, *opened, true);
    QVERIFY(shared);
    QCOMPARE(*shared, *opened);
    std::vector<PlainClient> clients;
    for (int i = 0; i < 40; ++i) {
        clients.emplace_back(*opened);
        clients.back().send(get("/c/key"));
    }
    QTRY_COMPARE(receiver.count(), 40);
    QCOMPARE(first.statistics().requests + second.statistics().requests, quint64(40));
    QVERIFY(first.statistics().requests > 0);
    QVERIFY(second.statistics().requests > 0);
}

QTEST_GUILESS_MAIN(TestListenerLife)
#include "tst_listenerlife.moc"
