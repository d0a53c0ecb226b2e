// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/enginefixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>

#include <mutex>
#include <sys/fsuid.h>
#include <thread>
#include <unistd.h>

using namespace Matchbook;

class tst_Engine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSaleIsSeenWithinHalfASecond()
    {
        EngineFixture fixture;
        const QByteArray click = fixture.click("sub1=newsletter&externalid=x7");
        QCOMPARE(click.size(), 20);
        QTest::qWait(300); // the news of the click are over
        QList<ConversionRow> seen;
        connect(&fixture.engine.reader(), &Reader::storeChanged, this, [&] {
            fixture.engine.reader().ask<QList<ConversionRow>>(
                    this, [](Database &database) { return Lists(database).conversions({}, 10); },
                    [&](const Expected<QList<ConversionRow>> &rows) { seen = taken(rows); });
        });
        QElapsedTimer time;
        time.start();
        QCOMPARE(fixture.postback("clickid=" + click + "&payout=12.50&txid=T1"), 200);
        QTRY_COMPARE_WITH_TIMEOUT(seen.size(), 1, 1000);
        QVERIFY2(time.elapsed() <= 500, QByteArray::number(time.elapsed()).constData());
        const ConversionRow &row = seen.first();
        QCOMPARE(row.campaign, QStringLiteral("Autumn"));
        QCOMPARE(row.network, QStringLiteral("Northway"));
        QCOMPARE(row.conversion.clickId, QString::fromLatin1(click));
        QCOMPARE(row.conversion.payout.micros, 12'500'000);
        QCOMPARE(row.conversion.match, MatchKind::Exact);
        QCOMPARE(row.conversion.subIds[0], QStringLiteral("newsletter"));
    }

    void theJourneyIsComplete()
    {
        EngineFixture fixture;
        const QByteArray click = fixture.click("sub1=newsletter&externalid=x7");
        QCOMPARE(fixture.postback("clickid=" + click + "&payout=5&status=pending"), 200);
        fixture.clock.pass(60'000);
        QCOMPARE(fixture.postback("clickid=" + click + "&status=approved"), 200);
        const Journey journey
                = taken(Lists(fixture.otherConnection()).journeyOfClick(QString::fromLatin1(click)));
        QVERIFY(journey.click);
        QCOMPARE(journey.click->externalId, QStringLiteral("x7"));
        QCOMPARE(journey.click->address, QStringLiteral("127.0.0.0"));
        QCOMPARE(journey.click->kind, ClickKind::Visitor);
        QCOMPARE(journey.redirectedTo, "https://shop.example/?s=" + click);
        QVERIFY(journey.conversion);
        QCOMPARE(journey.history.size(), 2);
        QCOMPARE(journey.history.first().status, ConversionStatus::Pending);
        QCOMPARE(journey.history.last().status, ConversionStatus::Approved);
        QCOMPARE(journey.history.last().time - journey.history.first().time, 60'000);
        QCOMPARE(journey.postbacks.size(), 2);
        QVERIFY(!journey.postbacks.first().path.contains(fixture.network.key.toLatin1()));
    }

    void aProbeIsRedirectedButIsNoVisitor()
    {
        EngineFixture fixture;
        const qsizetype before = fixture.clicks().size();
        const PlainAnswer answer = request(fixture.port(), "HEAD", "/c/" + fixture.campaign.key.toLatin1());
        QCOMPARE(answer.status, 302);
        QCOMPARE(fixture.clicks().size(), before + 1);
        QCOMPARE(fixture.clicks().first().kind, ClickKind::Probe);
    }

    void aNewCampaignOfAnotherProcessIsServedWithinASecond()
    {
        EngineFixture fixture;
        const Campaign added = fixture.addCampaign(QStringLiteral("Winter"));
        QTRY_COMPARE_WITH_TIMEOUT(get(fixture.port(), "/c/" + added.key.toLatin1()).status, 302, 1000);
        QCOMPARE(get(fixture.port(), "/c/nosuchkey").status, 404);
    }

    void aPresetThatAnotherProcessWritesHoldsWithinASecond()
    {
        EngineFixture fixture;
        AffiliateNetwork network = fixture.network;
        network.preset = QStringLiteral("theirs");
        taken(fixture.catalogue().updateNetwork(network));
        Offer offer;
        offer.name = QStringLiteral("Bare");
        offer.network = network.id;
        offer.url = QStringLiteral("https://shop.example/");
        offer.defaultPayout = {12'000'000, Currency::usd()};
        fixture.campaign.offers = {{taken(fixture.catalogue().addOffer(offer)).id, 100}};
        taken(fixture.catalogue().updateCampaign(fixture.campaign));
        const QByteArray link = "/c/" + fixture.campaign.key.toLatin1();
        const auto location = [&] { return request(fixture.port(), "HEAD", link).header("location"); };
        QTRY_VERIFY(location().contains("?subid="));

        const QString folder = DataFolder{fixture.folder()}.networksFolder();
        QVERIFY(QDir().mkpath(folder));
        const auto write = [&](const QByteArray &parameter) {
            QFile file(folder + QStringLiteral("/theirs.json"));
            return file.open(QIODevice::WriteOnly)
                    && file.write(R"({"id": "theirs", "name": "Theirs", "extends": "generic", "offerLink": )"
                                  R"({"subIdParameter": ")"
                                  + parameter + R"("}, "fields": {"payout": ["geld"]}})")
                    > 0;
        };
        QSignalSpy changed(&fixture.engine, &Engine::presetsChanged);
        QVERIFY(write("mein"));
        QTRY_VERIFY_WITH_TIMEOUT(location().contains("?mein="), 2000);
        QCOMPARE(changed.size(), 1);
        const QByteArray click = fixture.click();
        QCOMPARE(fixture.postback("clickid=" + click + "&geld=7&txid=T1"), 200);
        const auto rows = taken(Lists(fixture.otherConnection()).conversions({}, 10));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().conversion.payout.micros, 7'000'000);
        QVERIFY(write("anders"));
        QTRY_VERIFY_WITH_TIMEOUT(location().contains("?anders="), 2000);
        QVERIFY(QFile::remove(folder + QStringLiteral("/theirs.json")));
        QTRY_VERIFY_WITH_TIMEOUT(location().contains("?subid="), 2000);
    }

    void aPortInUseIsSaidAndAnotherCanBeTaken()
    {
        EngineFixture first;
        QTemporaryDir folder;
        Engine second(folder.path(), first.clock);
        taken(second.start());
        const auto listening = second.listen(QStringLiteral("127.0.0.1"), first.port());
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, Failure::Kind::PortInUse);
        QVERIFY(!second.state().listening);
        QVERIFY(second.state().trouble);
        taken(second.listen(QStringLiteral("127.0.0.1"), 0));
        QVERIFY(!second.state().trouble);
        QCOMPARE(get(portOf(second.state().address), "/healthz").status, 200);
    }

    void anAddressThatIsNotOursIsSaid()
    {
        EngineFixture fixture;
        const auto listening = fixture.engine.listen(QStringLiteral("203.0.113.1"), 0);
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, Failure::Kind::AddressUnavailable);
    }

    void aMistypedPortLeavesTheListenerWhereItWas()
    {
        EngineFixture fixture;
        QTcpServer taker;
        QVERIFY(taker.listen(QHostAddress::LocalHost));
        Preferences preferences = fixture.engine.preferences();
        preferences.port = fixture.port();
        taken(fixture.engine.setPreferences(preferences));
        preferences.port = taker.serverPort();
        QVERIFY(!fixture.engine.setPreferences(preferences));
        QCOMPARE(fixture.port(), fixture.engine.preferences().port);
        QCOMPARE(fixture.click().size(), 20);
    }

    void aSecondWindowOnTheSameFolderReadsAndEdits()
    {
        EngineFixture first;
        Engine second(first.folder(), first.clock);
        taken(second.start());
        const auto listening = second.listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, Failure::Kind::AlreadyListening);
        QCOMPARE(listening.error().detail, first.engine.state().address);
        QVERIFY(second.state().listeningElsewhere);
        QCOMPARE(second.state().address, first.engine.state().address);
        QCOMPARE(second.trackingLink(first.campaign), first.engine.trackingLink(first.campaign));

        std::optional<Campaign> added;
        Campaign made = first.campaign;
        second.edit<Campaign>(
                this, [made](Catalogue &catalogue) { return catalogue.addCampaign(made); },
                [&](const Expected<Campaign> &answer) { added = taken(answer); });
        QTRY_VERIFY(added);
        QTRY_COMPARE_WITH_TIMEOUT(get(first.port(), "/c/" + added->key.toLatin1()).status, 302, 1000);
        std::optional<qsizetype> clicks;
        second.reader().ask<QList<ClickRow>>(
                this, [](Database &database) { return Lists(database).clicks({}, 100); },
                [&](const Expected<QList<ClickRow>> &rows) { clicks = taken(rows).size(); });
        QTRY_VERIFY(clicks);
        QCOMPARE(*clicks, first.clicks().size());

        first.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(second.state().listening, 3000);
        QVERIFY(!second.state().listeningElsewhere);
        QCOMPARE(get(portOf(second.state().address), "/c/" + added->key.toLatin1()).status, 302);
    }

    void whoCannotTakeOverSaysWhyAndCanBeAskedAgain()
    {
        EngineFixture first;
        Engine second(first.folder(), first.clock);
        taken(second.start());
        QTcpServer taker;
        QVERIFY(taker.listen(QHostAddress::LocalHost));
        QVERIFY(!second.listen(QStringLiteral("127.0.0.1"), taker.serverPort()));
        QVERIFY(!second.state().trouble);
        first.engine.stop();
        QTRY_VERIFY_WITH_TIMEOUT(second.state().trouble, 3000);
        QCOMPARE(second.state().trouble->kind, Failure::Kind::PortInUse);
        QVERIFY(!second.state().isHeard());
        taker.close();
        taken(second.listen(QStringLiteral("127.0.0.1"), 0));
        QVERIFY(!second.state().trouble);
    }

    void aFolderThatMayOnlyBeReadIsNotTakenForAnotherListener()
    {
        EngineFixture other;
        other.engine.stop();
        QFile::remove(DataFolder{other.folder()}.listenerLock());
        Engine engine(other.folder(), other.clock);
        taken(engine.start());
        const auto rights = QFile::permissions(other.folder());
        QVERIFY(QFile::setPermissions(other.folder(),
                                      QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther
                                              | QFile::ExeOther));
        // Whoever may do everything becomes somebody else in this thread.
        const bool isRoot = ::geteuid() == 0;
        const int before = isRoot ? ::setfsuid(65534) : 0;
        const auto listening = engine.listen(QStringLiteral("127.0.0.1"), 0);
        if (isRoot)
            ::setfsuid(uid_t(before));
        QFile::setPermissions(other.folder(), rights);
        QVERIFY(!listening);
        QCOMPARE(listening.error().kind, Failure::Kind::StoreReadOnly);
        QCOMPARE(listening.error().detail, other.folder());
        QVERIFY(engine.state().trouble);
        QCOMPARE(engine.state().trouble->kind, Failure::Kind::StoreReadOnly);
        QVERIFY(!engine.state().isHeard());
    }

    void aFolderThatCannotBeWrittenIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("below a file") << QStringLiteral(":file/folder");
        QTest::newRow("in a file system of the kernel's") << QStringLiteral("/proc/matchbook");
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        QFETCH(QString, path);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        path.replace(QLatin1Char(':'), folder.path() + QLatin1Char('/'));
        const StillClock clock;
        Engine engine(path, clock);
        const auto started = engine.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Failure::Kind::StoreReadOnly);
        QVERIFY(started.error().detail.contains(path));
    }

    void aStoreOfANewerProgramIsRefused()
    {
        QTemporaryDir folder;
        const StillClock clock;
        taken(Engine(folder.path(), clock).start());
        taken(taken(Database::open(DataFolder{folder.path()}.databaseFile(), Database::Access::ReadWrite))
                      ->execute(QStringLiteral("PRAGMA user_version = 4711")));
        const auto started = Engine(folder.path(), clock).start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Failure::Kind::StoreNewer);
    }

    void aDamagedStoreIsRefusedAndKept()
    {
        QTemporaryDir folder;
        QFile file(DataFolder{folder.path()}.databaseFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray garbage = QByteArray("no database at all ").repeated(1000);
        file.write(garbage);
        file.close();
        const StillClock clock;
        const auto started = Engine(folder.path(), clock).start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Failure::Kind::StoreDamaged);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), garbage);
    }

    void stoppingWithRequestsInFlightLosesNothing()
    {
        EngineFixture fixture;
        const quint16 port = fixture.port();
        const QByteArray target = "/c/" + fixture.campaign.key.toLatin1();
        std::mutex mutex;
        QList<QByteArray> answered;
        std::vector<std::thread> visitors;
        for (int i = 0; i < 8; ++i) {
            visitors.emplace_back([&] {
                while (true) {
                    const PlainAnswer answer = get(port, target);
                    if (answer.status != 302)
                        return;
                    const std::lock_guard lock(mutex);
                    answered << clickIdOf(answer);
                }
            });
        }
        QTest::qWait(300);
        fixture.engine.stop();
        for (std::thread &visitor : visitors)
            visitor.join();
        QVERIFY(answered.size() > 20);
        QSet<QString> stored;
        for (const ClickRow &row : fixture.clicks())
            stored << row.clickId;
        for (const QByteArray &id : std::as_const(answered))
            QVERIFY2(stored.contains(QString::fromLatin1(id)), id.constData());
        QCOMPARE(fixture.problems(), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_Engine)
#include "tst_engine.moc"
