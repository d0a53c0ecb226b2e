// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/attacks.h"
#include "support/bystander.h"
#include "support/plainclient.h"
#include "support/runninglistener.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

quint64 arrived(const GuardStatistics &statistics)
{
    return statistics.accepted + statistics.refusedAddress + statistics.refusedFull;
}

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
    void runningOutOfDescriptorsIsSurvived();
    void garbageIsRefused();
};

void TestListenerAttacks::slowlorisIsDroppedAtTheHeaderDeadline()
{
    RunningListener listener(quickSettings());
    Bystander bystander(listener.port());
    std::vector<PlainClient> clients = connectMany(listener.port(), 900);
    const QByteArray head = "GET /c/slow HTTP/1.1\r\nHost: h\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    // Whoever goes on after the answer loses it, and the listener lingers for a moment only.
    for (int i = 0; i < head.size() && listener.statistics().timedOut == 0; ++i) {
        for (PlainClient &client : clients)
            client.sendSome(head.sliced(i, 1));
        QTest::qWait(100);
    }
    QTRY_VERIFY_WITH_TIMEOUT(listener.statistics().timedOut >= 900, 8000);
    QVERIFY(listener.statistics().connections <= 901); // with the bystander's
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
    // However slow the machine: the cap must be met before the first ones are dropped for being idle.
    settings.limits.idleTime = 5000;
    RunningListener listener(settings);
    Bystander bystander(listener.port());
    std::vector<PlainClient> clients = connectMany(listener.port(), 1500);
    const auto turnedAway = [&] { return listener.statistics().evicted + listener.statistics().refusedFull; };
    QTRY_VERIFY_WITH_TIMEOUT(turnedAway() >= 900, 20'000);
    const int connections = listener.statistics().connections;
    QVERIFY2(connections <= 500, QByteArray::number(connections).constData());
    bystander.stop();
    QVERIFY(bystander.answered() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(listener.statistics().connections, 0, 20'000);
    // Some may have been accepted only after that moment; their idle deadline began then.
    for (PlainClient &client : clients)
        QVERIFY(client.isClosedWithin(20'000));

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
    QTest::newRow("200 MB in chunks")
            << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\n")
            << QByteArray("8000\r\n" + QByteArray(0x8000, 'a') + "\r\n") << 200 * megabyte << 413;
    QTest::newRow("1 MB head")
            << post << QByteArray("X-Big: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n").repeated(1000)
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
    QVERIFY2(residentMemory() - memory < 12 * megabyte,
             QByteArray::number(residentMemory() - memory).constData());
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
        // Who comes after a crowd waits for it on any server; a hundred are dealt with in no time.
        if (i % 100 == 99)
            QTRY_VERIFY(arrived(listener.statistics()) >= quint64(i));
    }
    QTRY_COMPARE(listener.statistics().connections <= 1, true);
    VERIFY_SERVED(bystander);
    QVERIFY(listener.statistics().malformed > 1000);
    QVERIFY(residentMemory() - memory < 16 * megabyte);
    for (const AskedReceiver::Asked &asked : listener.receiver().asked())
        QCOMPARE(asked.key, QByteArray("bystander"));
}

QTEST_GUILESS_MAIN(TestListenerAttacks)
#include "tst_listenerattacks.moc"
