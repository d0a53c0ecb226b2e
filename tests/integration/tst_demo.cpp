// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demofolder.h"
#include "demo/simulator.h"
#include "engine/datafolder.h"
#include "engine/engine.h"
#include "store/lists.h"
#include "store/storecheck.h"
#include "support/stillclock.h"
#include "support/taken.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;

class tst_Demo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRealFolderIsLeftAlone()
    {
        QTemporaryDir folder;
        const StillClock clock;
        taken(Engine(folder.path(), clock).start());
        const auto prepared = prepareDemoFolder(folder.path(), clock);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().kind, Failure::Kind::BadUsage);
        QVERIFY(prepared.error().detail.contains(folder.path()));
        QVERIFY(QFile::exists(DataFolder{folder.path()}.databaseFile()));
        QCOMPARE(countOf(folder.path(), "click"), 0);
    }

    void aBelievableMonthIsMade()
    {
        taken(prepareDemoFolder(path(), m_clock, 31));
        const auto database = open(path());
        QCOMPARE(taken(checkStore(*database)).problems, QStringList());
        Lists lists(*database);
        QVERIFY(taken(lists.clickIndex({})).count() > 1000);
        QSet<ConversionStatus> states;
        for (const ConversionRow &row : taken(lists.conversions({}, 100'000)))
            states << row.conversion.status;
        for (const ConversionStatus status : {ConversionStatus::Pending, ConversionStatus::Approved,
                                              ConversionStatus::Rejected, ConversionStatus::Refunded})
            QVERIFY2(states.contains(status), statusWord(status).data());
        QSet<PostbackOutcome> outcomes;
        for (const PostbackRow &row : taken(lists.postbacks({}, 100'000))) {
            outcomes << row.outcome;
            QVERIFY(row.time <= m_clock.now());
        }
        for (const PostbackOutcome outcome : {PostbackOutcome::Matched, PostbackOutcome::Repeated,
                                              PostbackOutcome::Changed, PostbackOutcome::Unmatched})
            QVERIFY2(outcomes.contains(outcome), outcomeWord(outcome).data());
        QVERIFY(taken(lists.networkHealth(m_clock.now(), m_clock.now() - 86'400'000,
                                          m_clock.now() - 30 * 86'400'000LL))
                        .size()
                >= 3);
        const auto oldest = taken(database->ask(QStringLiteral("SELECT min(time) FROM click"))).toLongLong();
        QVERIFY(oldest < m_clock.now() - 28 * 86'400'000LL);
    }

    void theMonthIsKeptForTheDayAndMadeAnewOnTheNext()
    {
        taken(prepareDemoFolder(path(), m_clock, 3));
        taken(taken(Database::open(DataFolder{path()}.databaseFile(), Database::Access::ReadWrite))
                      ->execute(QStringLiteral("UPDATE network SET name = 'mine'")));
        taken(prepareDemoFolder(path(), m_clock, 3));
        QCOMPARE(countOf(path(), "network WHERE name = 'mine'"), countOf(path(), "network"));
        m_clock.pass(86'400'000);
        taken(prepareDemoFolder(path(), m_clock, 3));
        QCOMPARE(countOf(path(), "network WHERE name = 'mine'"), 0);
        QVERIFY(countOf(path(), "click") > 1000);
    }

    void theSimulatorLetsTheOffersOwnNetworkPay()
    {
        taken(prepareDemoFolder(path(), m_clock, 3));
        Engine engine(path(), m_clock);
        taken(engine.start());
        taken(engine.listen(QStringLiteral("127.0.0.1"), 0));
        const qint64 conversions = countOf(path(), "conversion");
        Simulator simulator(engine);
        simulator.start();
        QTRY_VERIFY_WITH_TIMEOUT(countOf(path(), "conversion") >= conversions + 3, 30'000);
        engine.stop();
        QCOMPARE(countOf(path(),
                         "conversion JOIN offer ON offer.id = offer_id "
                         "WHERE conversion.network_id <> offer.network_id"),
                 0);
    }

    void theSimulatorSendsVisitorsAndSales()
    {
        taken(prepareDemoFolder(path(), m_clock, 3));
        Engine engine(path(), m_clock);
        taken(engine.start());
        taken(engine.listen(QStringLiteral("127.0.0.1"), 0));
        const qint64 clicks = countOf(path(), "click");
        const qint64 postbacks = countOf(path(), "postback");
        Simulator simulator(engine);
        simulator.start();
        QTRY_VERIFY_WITH_TIMEOUT(countOf(path(), "click") >= clicks + 3, 5000);
        QTRY_VERIFY_WITH_TIMEOUT(countOf(path(), "postback") > postbacks, 20'000);
        engine.stop();
        QCOMPARE(taken(checkStore(*open(path()))).problems, QStringList());
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("demo")); }
    static std::unique_ptr<Database> open(const QString &folder)
    {
        return taken(Database::open(DataFolder{folder}.databaseFile(), Database::Access::ReadOnly));
    }
    static qint64 countOf(const QString &folder, const char *table)
    {
        return taken(open(folder)->ask(QStringLiteral("SELECT count(*) FROM ") + QString::fromLatin1(table)))
                .toLongLong();
    }

    QTemporaryDir m_folder;
    StillClock m_clock;
};

QTEST_GUILESS_MAIN(tst_Demo)
#include "tst_demo.moc"
