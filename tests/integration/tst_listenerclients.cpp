// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/attacks.h"
#include "support/bystander.h"
#include "support/plainclient.h"
#include "support/runninglistener.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

class TestListenerClients : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void trustedAddressesMayHaveMoreConnections();
    void aTunnelOnThisComputerMayHaveMoreConnections();
    void alsoThisComputerIsHeldToTheTotal();
    void clientsMayLeaveWhileTheirAnswerIsPending();
    void clientsMayLeaveInTheMiddleOfARequest();
    void smuggledRequestsAreNeverSeen_data();
    void smuggledRequestsAreNeverSeen();
    void pipelinedRequestsOfManyClientsStayInOrder();
    void clientThatNeverReadsIsDropped();
    void pipelinedBytesAreNotHoardedWhileAnAnswerIsPending();
    void answerThatNeverComesBecomes503AtTheDeadline();
};

void TestListenerClients::trustedAddressesMayHaveMoreConnections()
{
    ListenerSettings settings = quickSettings();
    settings.trustedProxies = AddressList::parse({u"127.0.0.3"_s}).value();
    RunningListener listener(settings);
    std::vector<PlainClient> clients;
    for (int i = 0; i < 200; ++i) {
        clients.emplace_back(listener.port(), PlainClient::Way{.source = 3});
        QVERIFY(clients.back().send("GET /c/key HTTP/1.1\r\nHost: h\r\n\r\n"));
        QCOMPARE(clients.back().readAnswer().status, 302);
    }
    QCOMPARE(listener.statistics().connections, 200);
}

void TestListenerClients::aTunnelOnThisComputerMayHaveMoreConnections()
{
    RunningListener listener;
    std::vector<PlainClient> clients;
    for (int i = 0; i < 200; ++i) {
        clients.emplace_back(listener.port());
        QVERIFY(clients.back().send("GET /c/key HTTP/1.1\r\nHost: h\r\n\r\n"));
        QCOMPARE(clients.back().readAnswer().status, 302);
    }
    QCOMPARE(listener.statistics().connections, 200);
    QCOMPARE(listener.statistics().refusedAddress, quint64(0));
}

void TestListenerClients::alsoThisComputerIsHeldToTheTotal()
{
    ListenerSettings settings;
    settings.limits.connections = 100;
    RunningListener listener(settings);
    std::vector<PlainClient> clients;
    for (int i = 0; i < 150; ++i) {
        clients.emplace_back(listener.port());
        clients.back().sendSome("GET /c/key HTTP/1.1\r\nHost: h\r\nX-");
    }
    QTRY_COMPARE(listener.statistics().refusedFull, quint64(50));
    QCOMPARE(listener.statistics().connections, 100);
}

void TestListenerClients::clientsMayLeaveWhileTheirAnswerIsPending()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    for (int i = 0; i < 300; ++i) {
        PlainClient client(listener.port(), {.source = 2 + i % 20});
        client.send(i % 2 == 0 ? "GET /c/wait HTTP/1.1\r\nHost: h\r\n\r\n"
                               : "GET /postback/wait HTTP/1.1\r\nHost: h\r\n\r\nGET /c/wait "
                                 "HTTP/1.1\r\nHost: h\r\n\r\n");
        if (i % 10 == 0)
            QTest::qWait(5);
        if (i % 3 == 0)
            client.close();
        else
            client.reset();
    }
    QTRY_COMPARE(listener.statistics().connections <= 1, true);
    VERIFY_SERVED(bystander);
    QTRY_COMPARE(listener.pendingRequests(), 0);
    QVERIFY(listener.receiver().count() > bystander.answered());
}

void TestListenerClients::clientsMayLeaveInTheMiddleOfARequest()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    const QByteArray request
            = "POST /postback/half HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n0123456789";
    for (int i = 0; i < 300; ++i) {
        PlainClient client(listener.port(), {.source = 2 + i % 20});
        client.send(request.first(i % request.size()));
        if (i % 3 == 0)
            client.close();
        else if (i % 3 == 1)
            client.reset();
        else
            client.finishSending();
    }
    VERIFY_SERVED(bystander);
    QTRY_COMPARE(listener.statistics().connections, 0);
    for (const AskedReceiver::Asked &asked : listener.receiver().asked())
        QCOMPARE(asked.key, QByteArray("bystander"));
}

void TestListenerClients::smuggledRequestsAreNeverSeen_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("letters for a length") << QByteArray("Content-Length: abc\r\n");
    QTest::newRow("negative length") << QByteArray("Content-Length: -1\r\n");
    QTest::newRow("two lengths") << QByteArray("Content-Length: 0\r\nContent-Length: 44\r\n");
    QTest::newRow("length and chunks") << QByteArray("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n");
    QTest::newRow("blank before the colon") << QByteArray("Content-Length : 44\r\n");
    QTest::newRow("line without a colon") << QByteArray("nonsense\r\nContent-Length: 0\r\n");
    QTest::newRow("folded length") << QByteArray("Content-Length:\r\n 44\r\n");
    QTest::newRow("bare line feed") << QByteArray("X: y\nContent-Length: 44\r\n");
    QTest::newRow("unknown coding") << QByteArray("Transfer-Encoding: xchunked\r\n");
    QTest::newRow("bad chunk") << QByteArray("Transfer-Encoding: chunked\r\n");
    QTest::newRow("no length") << QByteArray();
    QTest::newRow("type but no length") << QByteArray("Content-Type: text/plain\r\n");
    QTest::newRow("two hosts") << QByteArray("Host: other\r\nContent-Length: 0\r\n");
}

void TestListenerClients::smuggledRequestsAreNeverSeen()
{
    QFETCH(QByteArray, headers);
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    PlainClient client(listener.port());
    client.send("POST /postback/front HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n"
                + "GET /c/smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
    const QByteArray all = client.readToEnd();
    QCOMPARE(all.count("HTTP/1.1 "), 1);
    QVERIFY(all.contains("Connection: close\r\n"));
    VERIFY_SERVED(bystander);
    for (const AskedReceiver::Asked &asked : listener.receiver().asked())
        QVERIFY(asked.key != "smuggled");
}

void TestListenerClients::pipelinedRequestsOfManyClientsStayInOrder()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    std::vector<PlainClient> clients = connectMany(listener.port(), 20);
    QByteArray requests;
    const auto key
            = [](int i) -> QByteArray { return (i % 25 == 0 ? "wait" : "key") + QByteArray::number(i); };
    for (int i = 0; i < 200; ++i)
        requests += "GET /c/" + key(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
    for (PlainClient &client : clients)
        QVERIFY(client.send(requests));
    for (PlainClient &client : clients) {
        for (int i = 0; i < 200; ++i)
            QCOMPARE(client.readAnswer().header("location"),
                     QByteArray("https://example.com/?key=" + key(i)));
    }
    VERIFY_SERVED(bystander);
}

void TestListenerClients::clientThatNeverReadsIsDropped()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    const qint64 memory = residentMemory();
    PlainClient client(listener.port(), {.receiveBuffer = 4096});
    const QByteArray requests = QByteArray("GET /c/key HTTP/1.1\r\nHost: h\r\n\r\n").repeated(500);
    QElapsedTimer time;
    time.start();
    bool isDropped = false;
    while (!isDropped && time.elapsed() < 8000) {
        isDropped = client.sendSome(requests) < 0;
        QTest::qWait(1);
    }
    QVERIFY(isDropped);
    QVERIFY(listener.statistics().timedOut > 0);
    QVERIFY2(residentMemory() - memory < 12 * megabyte,
             QByteArray::number(residentMemory() - memory).constData());
    VERIFY_SERVED(bystander);
}

void TestListenerClients::pipelinedBytesAreNotHoardedWhileAnAnswerIsPending()
{
    ListenerSettings settings = quickSettings();
    settings.limits.responseTime = 10000;
    RunningListener listener(settings);
    Bystander bystander(listener.port());
    const qint64 memory = residentMemory();
    PlainClient client(listener.port());
    const QByteArray filler = QByteArray("GET /c/key HTTP/1.1\r\nHost: h\r\n\r\n").repeated(1000);
    const qint64 sent = pour(client, "GET /c/hold HTTP/1.1\r\nHost: h\r\n\r\n", filler, 64 * megabyte);
    QVERIFY2(sent < 16 * megabyte, QByteArray::number(sent).constData());
    QVERIFY2(residentMemory() - memory < 8 * megabyte,
             QByteArray::number(residentMemory() - memory).constData());
    listener.inside([&](Listener &) { listener.receiver().release(); });
    QVERIFY(client.readAnswer().header("location").endsWith("=hold"));
    QVERIFY(client.readAnswer().header("location").endsWith("=key"));
    VERIFY_SERVED(bystander);
}

void TestListenerClients::answerThatNeverComesBecomes503AtTheDeadline()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    PlainClient client(listener.port());
    QElapsedTimer time;
    time.start();
    client.send("GET /c/hold HTTP/1.1\r\nHost: h\r\n\r\n");
    const PlainAnswer answer = client.readAnswer();
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.header("retry-after"), QByteArray("5"));
    QVERIFY(time.elapsed() >= 500);
    QVERIFY(client.isClosedWithin(1000));
    QCOMPARE(listener.statistics().unanswered, quint64(1));
    VERIFY_SERVED(bystander);

    QCOMPARE(listener.pendingRequests(), 1);
    listener.inside([&](Listener &) { listener.receiver().release(); });
    QCOMPARE(listener.pendingRequests(), 0);
}

QTEST_GUILESS_MAIN(TestListenerClients)
#include "tst_listenerclients.moc"
