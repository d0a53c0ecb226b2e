// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/enginefixture.h"
#include "support/fulldisk.h"

#include <QFile>

using namespace Matchbook;

class tst_EngineTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aVisitorGetsTheRedirectWhateverTheStoreSays_data()
    {
        QTest::addColumn<bool>("full");
        QTest::newRow("full") << true;
        QTest::newRow("locked") << false;
    }

    void aVisitorGetsTheRedirectWhateverTheStoreSays()
    {
        QFETCH(bool, full);
        EngineFixture fixture;
        QTRY_VERIFY(QFile::exists(DataFolder{fixture.folder()}.spillFile()));
        const QByteArray postback = "/postback/" + fixture.network.key.toLatin1() + "?clickid=";
        if (full)
            FullDisk::isFull = true;
        else
            taken(fixture.otherConnection().execute(QStringLiteral("BEGIN IMMEDIATE")));

        const QByteArray click = fixture.click();
        QCOMPARE(click.size(), 20);
        const PlainAnswer busy = get(fixture.port(), postback + click);
        QCOMPARE(busy.status, 503);
        QVERIFY(!busy.header("retry-after").isEmpty());
        const Failure::Kind kind = full ? Failure::Kind::StoreFull : Failure::Kind::StoreLocked;
        QTRY_VERIFY(fixture.engine.state().trouble);
        QCOMPARE(fixture.engine.state().trouble->kind, kind);
        QTRY_COMPARE(fixture.engine.state().spilledClicks, 1);
        QCOMPARE(get(fixture.port(), "/healthz").status, 503);

        if (full)
            FullDisk::isFull = false;
        else
            taken(fixture.otherConnection().execute(QStringLiteral("COMMIT")));
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.engine.state().trouble, 10'000);
        QTRY_COMPARE(fixture.engine.state().spilledClicks, 0);
        QCOMPARE(get(fixture.port(), "/healthz").status, 200);
        QCOMPARE(get(fixture.port(), postback + click).status, 200);
        QCOMPARE(fixture.conversions().size(), 1);
        QCOMPARE(fixture.clicks().first().clickId, QString::fromLatin1(click));
        QCOMPARE(fixture.problems(), QStringList());
    }

    void theReserveIsThereBeforeAnybodyCanCome()
    {
        QTemporaryDir folder;
        const StillClock clock;
        Engine engine(folder.path(), clock);
        taken(engine.start());
        taken(engine.listen(QStringLiteral("127.0.0.1"), 0));
        QCOMPARE(QFile(DataFolder{folder.path()}.spillFile()).size(), 4 * 1024 * 1024);
        QVERIFY(!engine.state().reserveTrouble);
    }

    void clicksThatFindNoRoomAnywhereAreCountedAndSaid()
    {
        EngineFixture fixture;
        fixture.engine.stop();
        const QString spill = DataFolder{fixture.folder()}.spillFile();
        QFile::remove(spill);
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), spill));
        Engine engine(fixture.folder(), fixture.clock);
        taken(engine.start());
        taken(engine.listen(QStringLiteral("127.0.0.1"), 0));
        QVERIFY(engine.state().reserveTrouble);
        QCOMPARE(engine.state().reserveTrouble->kind, Failure::Kind::StoreFull);
        const quint16 port = portOf(engine.state().address);
        const QByteArray link = "/c/" + fixture.campaign.key.toLatin1();
        QTRY_COMPARE(request(port, "HEAD", link).status, 302);

        FullDisk::isFull = true;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(get(port, link).status, 302);
        QTRY_COMPARE(engine.state().lostClicks, 3);
        QCOMPARE(engine.state().spilledClicks, 0);
        QVERIFY(engine.state().reserveTrouble);
        QCOMPARE(get(port, "/healthz").body, QByteArray(R"({"status":"trouble","lost_clicks":3})"));
        FullDisk::isFull = false;
        QTRY_VERIFY_WITH_TIMEOUT(!engine.state().trouble, 10'000);
        QCOMPARE(get(port, "/healthz").body, QByteArray(R"({"status":"ok","lost_clicks":3})"));
        QTRY_COMPARE_WITH_TIMEOUT(taken(checkStore(fixture.otherConnection())).lostClicks, 3, 5'000);
        QCOMPARE(fixture.problems(), QStringList());

        QVERIFY(QFile::remove(spill)); // room again
    }

    void clicksThatWereSpilledAreReadBackByTheNextRun()
    {
        EngineFixture fixture;
        QTRY_VERIFY(QFile::exists(DataFolder{fixture.folder()}.spillFile()));
        FullDisk::isFull = true;
        const QByteArray click = fixture.click();
        QCOMPARE(click.size(), 20);
        fixture.engine.stop();
        FullDisk::isFull = false;
        QVERIFY(!stored(fixture.folder()).contains(QString::fromLatin1(click)));
        Engine next(fixture.folder(), fixture.clock);
        taken(next.start());
        taken(next.listen(QStringLiteral("127.0.0.1"), 0));
        QTRY_VERIFY(stored(fixture.folder()).contains(QString::fromLatin1(click)));
    }

private:
    static QStringList stored(const QString &folder)
    {
        const auto database
                = taken(Database::open(DataFolder{folder}.databaseFile(), Database::Access::ReadOnly));
        QStringList ids;
        for (const ClickRow &row : taken(Lists(*database).clicks({}, 100)))
            ids << row.clickId;
        return ids;
    }

    FullDisk m_disk;
};

QTEST_GUILESS_MAIN(tst_EngineTrouble)
#include "tst_enginetrouble.moc"
