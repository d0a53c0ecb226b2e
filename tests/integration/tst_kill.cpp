// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include "engine/datafolder.h"
#include "store/database.h"
#include "store/lists.h"
#include "support/taken.h"

#include <QSet>
#include <QTest>

#include <mutex>
#include <thread>

using namespace Matchbook;

namespace {

/// What visitors and networks have an answer for.
struct Answered {
    std::mutex mutex;
    QSet<QString> clicks;
    QSet<QByteArray> postbacks; ///< their queries
};

/// Clicks and their postbacks on one connection after another, until nobody answers.
void loadUntilDead(quint16 port, const QByteArray &link, const QByteArray &postback, Answered &answered)
{
    const auto ask = [](PlainClient &client, const QByteArray &target) {
        client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\nUser-Agent: Mozilla/5.0\r\n\r\n");
        return client.readAnswer();
    };
    while (true) {
        PlainClient client(port);
        const PlainAnswer click = ask(client, link);
        if (click.status != 302)
            return;
        const QByteArray id = clickIdOf(click);
        const QByteArray query = "clickid=" + id + "&payout=1.25&txid=" + id;
        {
            const std::lock_guard lock(answered.mutex);
            answered.clicks << QString::fromLatin1(id);
        }
        if (ask(client, postback + '?' + query).status != 200)
            return;
        const std::lock_guard lock(answered.mutex);
        answered.postbacks << query;
    }
}

} // namespace

class tst_Kill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAnsweredSurvivesAKill()
    {
        QTemporaryDir folder;
        const QJsonObject network = runProgram(QStringLiteral("network add generic --json"), folder.path()).json();
        const QJsonObject campaign
                = runProgram(QStringLiteral("campaign add --name A --network 1 --offer-url https://shop.example/ --json"),
                             folder.path())
                          .json();
        const QByteArray link = "/c/" + campaign[QStringLiteral("key")].toString().toLatin1();
        const QByteArray postback = "/postback/" + network[QStringLiteral("key")].toString().toLatin1();
        Answered answered;
        for (int round = 0; round < 3; ++round) {
            const qsizetype before = answered.postbacks.size();
            ServedFolder served(folder.path());
            QVERIFY(served.port);
            std::vector<std::thread> visitors;
            for (int i = 0; i < 6; ++i)
                visitors.emplace_back([&] { loadUntilDead(served.port, link, postback, answered); });
            QTest::qWait(1500);
            served.kill();
            for (std::thread &visitor : visitors)
                visitor.join();
            QVERIFY2(answered.postbacks.size() - before > 20, "there was no load");

            const Ran check = runProgram(QStringLiteral("check"), folder.path());
            QVERIFY2(check.status == 0, check.out.constData());
        }
        // The next run reads back what was spilled and holds everything.
        ServedFolder served(folder.path());
        QVERIFY(served.port);
        const auto database = taken(Database::open(DataFolder{folder.path()}.databaseFile(), Database::Access::ReadOnly));
        Lists lists(*database);
        for (const ClickRow &row : taken(lists.clicks({}, 1'000'000)))
            answered.clicks.remove(row.clickId);
        QCOMPARE(answered.clicks.size(), 0);
        for (const PostbackRow &row : taken(lists.postbacks({}, 1'000'000))) {
            answered.postbacks.remove(row.query);
            QCOMPARE(row.outcome, PostbackOutcome::Matched);
        }
        QCOMPARE(answered.postbacks.size(), 0);
        QCOMPARE(served.terminate(), 0);
        QCOMPARE(runProgram(QStringLiteral("check"), folder.path()).status, 0);
    }
};

QTEST_GUILESS_MAIN(tst_Kill)
#include "tst_kill.moc"
