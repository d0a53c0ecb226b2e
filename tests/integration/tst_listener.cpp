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

class TestListener : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersByRouteMethodAndReply_data();
    void answersByRouteMethodAndReply();
    void redirectIsNeverCached();
    void locationCannotAddHeaders();
    void pixelIsAPicture();
    void ownTextOfTheNetworkIsSent();
    void busyAsksToComeBack();
    void wrongMethodNamesTheAllowedOnes();
    void headHasTheHeadersButNoBody();
    void receiverGetsTheRequestAsItWasSent();
    void keyIsDecodedOnce();
    void chunkedPostIsDecoded();
    void clientIsAskedForTheBody();
    void senderComesFromATrustedProxyOnly();
    void healthIsWhatTheEngineSays();
};

void TestListener::answersByRouteMethodAndReply_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char *method, const QByteArray &target, int status) {
        const QByteArray title = QByteArray(method) + ' ' + target.left(40).toPercentEncoding("/?=");
        QTest::newRow(title.constData()) << QByteArray(method) << target << status;
    };
    row("GET", "/c/key", 302);
    row("GET", "/c/wait", 302);
    row("GET", "/c/key?a=b", 302);
    row("HEAD", "/c/key", 302);
    row("POST", "/c/key", 405);
    row("PUT", "/c/key", 405);
    row("BREW", "/c/key", 405);
    row("GET", "/c/none", 404);
    row("GET", "/c/empty", 404);
    row("GET", "/c/busy", 503);
    row("GET", "/c/", 404);
    row("GET", "/c", 404);
    row("GET", "/c/key/", 404);
    row("GET", "/c/a/b", 404);
    row("GET", "/C/key", 404);
    row("GET", "//c/key", 404);
    row("GET", "//host/c/key", 404);
    row("GET", "/%63/key", 404);
    row("GET", "/x/../c/key", 404);
    row("GET", "/c/a%2Fb", 404);
    row("GET", "/c/" + QByteArray(2000, 'k'), 404);
    row("GET", "/", 404);
    row("GET", "/\xff\xfe", 404);
    row("GET", "/c/\xff%zz", 302);
    row("GET", "/postback/key", 200);
    row("POST", "/postback/key", 200);
    row("HEAD", "/postback/key", 200);
    row("DELETE", "/postback/key", 405);
    row("GET", "/postback/wait", 200);
    row("GET", "/postback/none", 404);
    row("GET", "/postback/refuse", 403);
    row("GET", "/postback/busy", 503);
    row("GET", "/postback", 200);
    row("POST", "/postback", 200);
    row("HEAD", "/postback", 200);
    row("PATCH", "/postback", 405);
    row("GET", "/postback/", 404);
    row("GET", "/pixel/key.gif", 200);
    row("HEAD", "/pixel/key.gif", 200);
    row("POST", "/pixel/key.gif", 405);
    row("GET", "/pixel/key.png", 404);
    row("GET", "/pixel/keyxgif", 404);
    row("GET", "/pixel/.gif", 404);
    row("GET", "/pixel/none.gif", 404);
    row("GET", "/pixel/refuse.gif", 403);
    row("GET", "/pixel/busy.gif", 503);
    row("GET", "/healthz", 200);
    row("HEAD", "/healthz", 200);
    row("POST", "/healthz", 405);
}

void TestListener::answersByRouteMethodAndReply()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    RunningListener listener;
    const QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n";
    QCOMPARE(ask(listener, request, method != "HEAD").status, status);
}

void TestListener::redirectIsNeverCached()
{
    RunningListener listener;
    const PlainAnswer answer = ask(listener, get("/c/key"));
    QCOMPARE(answer.status, 302);
    QCOMPARE(answer.header("location"), QByteArray("https://example.com/?key=key"));
    QVERIFY2(!answer.header("content-type").contains("x-empty"), answer.header("content-type").constData());
    QCOMPARE(answer.header("cache-control"), QByteArray("no-store"));
    QCOMPARE(answer.header("content-length"), QByteArray("0"));
}

void TestListener::locationCannotAddHeaders()
{
    RunningListener listener;
    const PlainAnswer answer = ask(listener, get("/c/evil"));
    QCOMPARE(answer.status, 302);
    QCOMPARE(answer.header("location"), QByteArray("https://example.com/%0D%0ASet-Cookie:%20a=b"));
    QVERIFY(answer.header("set-cookie").isNull());
}

void TestListener::pixelIsAPicture()
{
    RunningListener listener;
    for (const char *key : {"key", "refuse", "none", "busy"}) {
        const PlainAnswer answer = ask(listener, get("/pixel/" + QByteArray(key) + ".gif"));
        QCOMPARE(answer.header("content-type"), QByteArray("image/gif"));
        QCOMPARE(answer.header("cache-control"), QByteArray("no-store"));
        QVERIFY(answer.body.startsWith(QByteArray("GIF89a\x01\x00\x01\x00", 10)));
        QVERIFY(answer.body.endsWith(';'));
        QCOMPARE(answer.body.size(), 43);
        QVERIFY(listener.receiver().last().pixel);
        QCOMPARE(listener.receiver().last().key, QByteArray(key));
    }
}

void TestListener::ownTextOfTheNetworkIsSent()
{
    RunningListener listener;
    const PlainAnswer own = ask(listener, get("/postback/own"));
    QCOMPARE(own.body, QByteArray("status=1"));
    QVERIFY(own.header("content-type").startsWith("text/plain"));
    QCOMPARE(ask(listener, get("/postback/key")).body, QByteArray("OK"));
}

void TestListener::busyAsksToComeBack()
{
    RunningListener listener;
    for (const char *target : {"/c/busy", "/postback/busy", "/pixel/busy.gif"}) {
        const PlainAnswer answer = ask(listener, get(target));
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.header("retry-after"), QByteArray("5"));
    }
}

void TestListener::wrongMethodNamesTheAllowedOnes()
{
    RunningListener listener;
    const auto allowed = [&](const QByteArray &target) {
        return ask(listener, "DELETE " + target + " HTTP/1.1\r\nHost: h\r\n\r\n").header("allow");
    };
    QCOMPARE(allowed("/c/key"), QByteArray("GET, HEAD"));
    QCOMPARE(allowed("/postback/key"), QByteArray("GET, HEAD, POST"));
    QCOMPARE(allowed("/postback"), QByteArray("GET, HEAD, POST"));
    QCOMPARE(allowed("/pixel/key.gif"), QByteArray("GET, HEAD"));
    QCOMPARE(allowed("/healthz"), QByteArray("GET, HEAD"));
    QCOMPARE(listener.receiver().count(), 0);
}

void TestListener::headHasTheHeadersButNoBody()
{
    RunningListener listener;
    PlainClient client(listener.port());
    client.send("HEAD /pixel/key.gif HTTP/1.1\r\nHost: h\r\n\r\nHEAD /nowhere HTTP/1.1\r\nHost: h\r\n\r\n"
                "HEAD /postback/wait HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    const QByteArray all = client.readToEnd();
    QCOMPARE(all.count("HTTP/1.1 "), 3);
    QVERIFY(all.contains("43"));
    QVERIFY(!all.contains("GIF89a"));
    QVERIFY(all.endsWith("Connection: close\r\n\r\n"));
    QCOMPARE(listener.receiver().last().request.method, QByteArray("HEAD"));
}

void TestListener::receiverGetsTheRequestAsItWasSent()
{
    RunningListener listener;
    const QByteArray query("sub=1+2%2B&b=%zz&%00&c=\xff\xfe&&\"<>&e=\xc3\xa9");
    const QByteArray body("amount=1%2C50&x=\xff");
    const QByteArray request = "POST /postback/key?" + query
            + " HTTP/1.1\r\nHost: h\r\nX-Sig: aB\xe9 c\r\nG: 99\r\n"
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    QCOMPARE(ask(listener, request).status, 200);
    const AskedReceiver::Asked asked = listener.receiver().last();
    QCOMPARE(asked.key, QByteArray("key"));
    QVERIFY(!asked.pixel);
    QCOMPARE(asked.request.method, QByteArray("POST"));
    QCOMPARE(asked.request.path, QByteArray("/postback/key"));
    QCOMPARE(asked.request.query, query);
    QCOMPARE(asked.request.body, body);
    QCOMPARE(asked.request.header("x-sig"), QByteArray("aB\xe9 c"));
    QCOMPARE(asked.request.header("g"), QByteArray("99"));
    QCOMPARE(asked.request.sender, QByteArray("127.0.0.1"));
    QCOMPARE(asked.request.arrivedAt, 1700000000123);
}

void TestListener::keyIsDecodedOnce()
{
    RunningListener listener;
    ask(listener, get("/c/%6Bey%2541"));
    QCOMPARE(listener.receiver().last().key, QByteArray("key%41"));
    ask(listener, get("/postback"));
    QVERIFY(listener.receiver().last().key.isEmpty());
}

void TestListener::chunkedPostIsDecoded()
{
    RunningListener listener;
    const PlainAnswer answer
            = ask(listener,
                  "POST /postback/key HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "7;x=y\r\namount=\r\n4\r\n1.50\r\n0\r\nX-Sum: 1\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(listener.receiver().last().request.body, QByteArray("amount=1.50"));
}

void TestListener::clientIsAskedForTheBody()
{
    RunningListener listener;
    PlainClient client(listener.port());
    client.send(
            "POST /postback/key HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QCOMPARE(client.readAnswer(false).status, 100);
    QCOMPARE(listener.receiver().count(), 0);
    client.send("a=b");
    QCOMPARE(client.readAnswer().status, 200);
    QCOMPARE(listener.receiver().last().request.body, QByteArray("a=b"));
}

void TestListener::senderComesFromATrustedProxyOnly()
{
    const QByteArray request = get("/c/key", "X-Forwarded-For: 198.51.100.1\r\n");
    RunningListener direct;
    ask(direct, request);
    QCOMPARE(direct.receiver().last().request.sender, QByteArray("127.0.0.1"));

    ListenerSettings settings;
    settings.trustedProxies = AddressList::parse({u"127.0.0.0/8"_s}).value();
    RunningListener proxied(settings);
    ask(proxied, request);
    QCOMPARE(proxied.receiver().last().request.sender, QByteArray("198.51.100.1"));
}

void TestListener::healthIsWhatTheEngineSays()
{
    RunningListener fine;
    PlainAnswer answer = ask(fine, get("/healthz"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-type"), QByteArray("application/json"));
    QCOMPARE(answer.body, QByteArray(R"({"status":"ok"})"));

    ListenerSettings settings;
    settings.isWell = [] { return false; };
    RunningListener troubled(settings);
    answer = ask(troubled, get("/healthz"));
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.body, QByteArray(R"({"status":"trouble"})"));
}

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
