// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/bystander.h"
#include "support/plainclient.h"
#include "support/runninglistener.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

ListenerSettings quickSettings()
{
    ListenerSettings settings;
    settings.limits.headerTime = 1000;
    settings.limits.bodyTime = 1000;
    settings.limits.idleTime = 1000;
    settings.limits.responseTime = 500;
    settings.limits.writeTime = 1000;
    settings.limits.lingerTime = 500;
    settings.limits.evictionAge = 50;
    settings.limits.sweepInterval = 50;
    return settings;
}

/// Memory of this process that is in use, in bytes. Listener and clients are both in it.
qint64 residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

/// Processor time that this process has used, in ms.
qint64 processorTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
            + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/// Clients from as many addresses as needed for the cap per address not to matter.
std::vector<PlainClient> connectMany(quint16 port, int count)
{
    std::vector<PlainClient> clients;
    for (int i = 0; i < count; ++i)
        clients.emplace_back(port, PlainClient::Way{.source = 2 + i / 40});
    return clients;
}

/// Sends \a beginning and then \a filler until \a total bytes are sent or the server has refused; returns how much
/// it took.
qint64 pour(PlainClient &client, const QByteArray &beginning, const QByteArray &filler, qint64 total)
{
    client.send(beginning);
    qint64 sent = beginning.size();
    int stalls = 0;
    while (sent < total && stalls < 50) {
        const qint64 count = client.sendSome(filler);
        if (count < 0)
            break;
        stalls = count == 0 ? stalls + 1 : 0;
        if (count == 0)
            QTest::qWait(10);
        sent += count;
    }
    return sent;
}

#define VERIFY_SERVED(bystander) \
    QTRY_VERIFY(bystander.answered() > 0); \
    bystander.stop(); \
    QVERIFY2(bystander.wasServed(), bystander.summary().constData())

} // namespace

class TestListenerAttacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slowlorisIsDroppedAtTheHeaderDeadline();
    void drippedBodyIsDroppedAtTheBodyDeadline();
    void idleConnectionsAreCappedAndDropped();
    void oversizedRequestsAreRefusedAtOnce_data();
    void oversizedRequestsAreRefusedAtOnce();
    void floodFromOneAddressLeavesRoomForOthers();
    void trustedAddressesMayHaveMoreConnections();
    void runningOutOfDescriptorsIsSurvived();
    void clientsMayLeaveWhileTheirAnswerIsPending();
    void clientsMayLeaveInTheMiddleOfARequest();
    void garbageIsRefused();
    void smuggledRequestsAreNeverSeen_data();
    void smuggledRequestsAreNeverSeen();
    void pipelinedRequestsOfManyClientsStayInOrder();
    void clientThatNeverReadsIsDropped();
    void pipelinedBytesAreNotHoardedWhileAnAnswerIsPending();
    void answerThatNeverComesBecomes503AtTheDeadline();
};

void TestListenerAttacks::slowlorisIsDroppedAtTheHeaderDeadline()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    std::vector<PlainClient> clients = connectMany(listener.port(), 900);
    const QByteArray head = "GET /c/slow HTTP/1.1\r\nHost: h\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    for (int i = 0; i < 10; ++i) {
        for (PlainClient &client : clients)
            client.sendSome(head.sliced(i, 1));
        QTest::qWait(100);
    }
    QTRY_VERIFY_WITH_TIMEOUT(listener.statistics().timedOut >= 900, 8000);
    QVERIFY(listener.statistics().connections <= 900);
    int refused = 0;
    for (PlainClient &client : clients)
        refused += client.readAnswer(true, 1000).status == 408 ? 1 : 0;
    QCOMPARE(refused, 900);
    clients.clear();
    VERIFY_SERVED(bystander);
    QTRY_COMPARE(listener.statistics().connections, 0);
}

void TestListenerAttacks::drippedBodyIsDroppedAtTheBodyDeadline()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    PlainClient client(listener.port());
    client.send("POST /postback/slow HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 5000 && client.sendSome("x") >= 0 && listener.statistics().timedOut == 0)
        QTest::qWait(50);
    QVERIFY(time.elapsed() >= 1000);
    QVERIFY(time.elapsed() < 4000);
    QCOMPARE(client.readAnswer().status, 408);
    VERIFY_SERVED(bystander);
}

void TestListenerAttacks::idleConnectionsAreCappedAndDropped()
{
    ListenerSettings settings = quickSettings();
    settings.limits.connections = 500;
    RunningListener listener(settings);
    Bystander bystander(listener.port());
    std::vector<PlainClient> clients = connectMany(listener.port(), 1500);
    const GuardStatistics statistics = listener.statistics();
    QVERIFY2(statistics.connections <= 500, QByteArray::number(statistics.connections).constData());
    QVERIFY(statistics.evicted + statistics.refusedFull > 0);
    bystander.stop();
    QVERIFY(bystander.answered() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(listener.statistics().connections, 0, 5000);
    for (PlainClient &client : clients)
        QVERIFY(client.isClosedWithin(1000));

    Bystander later(listener.port());
    QTRY_VERIFY(later.answered() > 10);
    VERIFY_SERVED(later);
}

void TestListenerAttacks::oversizedRequestsAreRefusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::addColumn<QByteArray>("filler");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<int>("status");

    const QByteArray post = "POST /postback/big HTTP/1.1\r\nHost: h\r\n";
    const QByteArray letters(64 * 1024, 'a');
    QTest::newRow("200 MB body") << QByteArray(post + "Content-Length: 209715200\r\n\r\n") << letters
                                 << 200 * megabyte << 413;
    QTest::newRow("200 MB in chunks") << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\n")
                                      << QByteArray("8000\r\n" + QByteArray(0x8000, 'a') + "\r\n") << 200 * megabyte
                                      << 413;
    QTest::newRow("1 MB head") << post << QByteArray("X-Big: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n").repeated(1000)
                               << megabyte << 431;
    QTest::newRow("32 MB head") << post << QByteArray("X-Big: " + QByteArray(4000, 'a') + "\r\n").repeated(16)
                                << 32 * megabyte << 431;
    QTest::newRow("32 MB field") << QByteArray(post + "X-Big: ") << letters << 32 * megabyte << 431;
    QTest::newRow("8 MB URL") << QByteArray("GET /c/") << letters << 8 * megabyte << 414;
    QTest::newRow("64 MB without a newline") << QByteArray() << letters << 64 * megabyte << 400;
    QTest::newRow("64 MB of zeros") << QByteArray() << QByteArray(64 * 1024, '\0') << 64 * megabyte << 400;
}

void TestListenerAttacks::oversizedRequestsAreRefusedAtOnce()
{
    QFETCH(QByteArray, beginning);
    QFETCH(QByteArray, filler);
    QFETCH(qint64, total);
    QFETCH(int, status);

    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    PlainClient client(listener.port());
    const qint64 memory = residentMemory();
    const qint64 sent = pour(client, beginning, filler, total);
    QCOMPARE(client.readAnswer().status, status);
    QVERIFY2(sent <= 16 * megabyte, QByteArray::number(sent).constData());
    QVERIFY2(residentMemory() - memory < 12 * megabyte, QByteArray::number(residentMemory() - memory).constData());
    QVERIFY(client.isClosedWithin(3000));
    VERIFY_SERVED(bystander);
    for (const AskedReceiver::Asked &asked : listener.receiver().asked())
        QCOMPARE(asked.key, QByteArray("bystander"));
}

void TestListenerAttacks::floodFromOneAddressLeavesRoomForOthers()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    std::deque<PlainClient> clients;
    QElapsedTimer time;
    time.start();
    int most = 0;
    while (time.elapsed() < 2000) {
        for (int i = 0; i < 100; ++i) {
            clients.emplace_back(listener.port(), PlainClient::Way{.source = 2});
            clients.back().sendSome("GET /c/flood HTTP/1.1\r\nHost: h\r\nX-");
        }
        while (clients.size() > 400)
            clients.pop_front();
        most = qMax(most, listener.statistics().connections);
    }
    VERIFY_SERVED(bystander);
    QVERIFY2(most <= 64 + 4, QByteArray::number(most).constData());
    QVERIFY(listener.statistics().refusedAddress > 100);
}

void TestListenerAttacks::trustedAddressesMayHaveMoreConnections()
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

void TestListenerAttacks::runningOutOfDescriptorsIsSurvived()
{
    RunningListener listener(quickSettings());
    const QByteArray request = "GET /c/key HTTP/1.1\r\nHost: h\r\n\r\n";
    PlainClient early(listener.port());
    QVERIFY(early.send(request));
    QCOMPARE(early.readAnswer().status, 302);

    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    rlimit few = before;
    few.rlim_cur = qMin<rlim_t>(before.rlim_cur, 256);
    ::setrlimit(RLIMIT_NOFILE, &few);
    std::vector<int> taken;
    for (int descriptor = 0; (descriptor = ::open("/dev/null", O_RDONLY)) >= 0;)
        taken.push_back(descriptor);
    const auto giveBack = qScopeGuard([&] {
        for (const int descriptor : taken)
            ::close(descriptor);
        ::setrlimit(RLIMIT_NOFILE, &before);
    });
    QVERIFY(taken.size() > 10);
    ::close(taken.back());
    taken.pop_back();

    PlainClient late(listener.port()); // takes the last descriptor, so that accept() has none
    QVERIFY(late.isConnected());
    QVERIFY(late.send(request));
    const qint64 used = processorTime();
    QTest::qWait(600);
    QVERIFY2(processorTime() - used < 300, QByteArray::number(processorTime() - used).constData());
    QVERIFY(early.send(request));
    QCOMPARE(early.readAnswer().status, 302);

    QVERIFY(listener.statistics().acceptErrors > 0);

    for (int i = 0; i < 5; ++i) {
        ::close(taken.back());
        taken.pop_back();
    }
    QCOMPARE(late.readAnswer().status, 302);
    Bystander bystander(listener.port());
    QTRY_VERIFY(bystander.answered() > 10);
    VERIFY_SERVED(bystander);
}

void TestListenerAttacks::clientsMayLeaveWhileTheirAnswerIsPending()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    for (int i = 0; i < 300; ++i) {
        PlainClient client(listener.port(), {.source = 2 + i % 20});
        client.send(i % 2 == 0 ? "GET /c/wait HTTP/1.1\r\nHost: h\r\n\r\n"
                               : "GET /postback/wait HTTP/1.1\r\nHost: h\r\n\r\nGET /c/wait HTTP/1.1\r\nHost: h\r\n\r\n");
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

void TestListenerAttacks::clientsMayLeaveInTheMiddleOfARequest()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    const QByteArray request = "POST /postback/half HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n0123456789";
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

void TestListenerAttacks::garbageIsRefused()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    QRandomGenerator random(4711);
    const qint64 memory = residentMemory();
    for (int i = 0; i < 3000; ++i) {
        QByteArray bytes(random.bounded(1, 400), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        if (i % 3 == 0)
            bytes.prepend("GET /c/garbage HTTP/1.1\r\n");
        PlainClient client(listener.port(), {.source = 2 + i % 50});
        client.sendSome(bytes);
    }
    QTRY_COMPARE(listener.statistics().connections <= 1, true);
    VERIFY_SERVED(bystander);
    QVERIFY(listener.statistics().malformed > 1000);
    QVERIFY(residentMemory() - memory < 16 * megabyte);
    for (const AskedReceiver::Asked &asked : listener.receiver().asked())
        QCOMPARE(asked.key, QByteArray("bystander"));
}

void TestListenerAttacks::smuggledRequestsAreNeverSeen_data()
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

void TestListenerAttacks::smuggledRequestsAreNeverSeen()
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

void TestListenerAttacks::pipelinedRequestsOfManyClientsStayInOrder()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    std::vector<PlainClient> clients = connectMany(listener.port(), 20);
    QByteArray requests;
    const auto key = [](int i) -> QByteArray { return (i % 25 == 0 ? "wait" : "key") + QByteArray::number(i); };
    for (int i = 0; i < 200; ++i)
        requests += "GET /c/" + key(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
    for (PlainClient &client : clients)
        QVERIFY(client.send(requests));
    for (PlainClient &client : clients) {
        for (int i = 0; i < 200; ++i)
            QCOMPARE(client.readAnswer().header("location"), QByteArray("https://example.com/?key=" + key(i)));
    }
    VERIFY_SERVED(bystander);
}

void TestListenerAttacks::clientThatNeverReadsIsDropped()
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
    QVERIFY2(residentMemory() - memory < 12 * megabyte, QByteArray::number(residentMemory() - memory).constData());
    VERIFY_SERVED(bystander);
}

void TestListenerAttacks::pipelinedBytesAreNotHoardedWhileAnAnswerIsPending()
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
    QVERIFY2(residentMemory() - memory < 8 * megabyte, QByteArray::number(residentMemory() - memory).constData());
    listener.inside([&](Listener &) { listener.receiver().release(); });
    QVERIFY(client.readAnswer().header("location").endsWith("=hold"));
    QVERIFY(client.readAnswer().header("location").endsWith("=key"));
    VERIFY_SERVED(bystander);
}

void TestListenerAttacks::answerThatNeverComesBecomes503AtTheDeadline()
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

QTEST_GUILESS_MAIN(TestListenerAttacks)
#include "tst_listenerattacks.moc"
