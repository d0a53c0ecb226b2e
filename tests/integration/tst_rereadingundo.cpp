// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereading/personsdecisions.h"
#include "store/testpurge.h"
#include "store/testtokens.h"
#include "support/rereadstore.h"
#include "support/storedump.h"

#include <QTest>

using namespace Matchbook;

namespace {

/// However fast the machine, there is more than one slice.
constexpr auto shortest = std::chrono::milliseconds(0);

constexpr qint64 dayMs = 86'400'000;

} // namespace

/// What can be undone, by whom, and what it brings back.
class tst_RereadingUndo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatChangesNothingLeavesTheApplicationBeforeToBeUndone_data()
    {
        QTest::addColumn<QString>("cause");
        QTest::newRow("a replay of one") << QString();
        QTest::newRow("a choice that finds something") << QStringLiteral("no_click_id");
        QTest::newRow("a choice that finds nothing") << QStringLiteral("late");
    }
    void whatChangesNothingLeavesTheApplicationBeforeToBeUndone()
    {
        QFETCH(QString, cause);
        RereadStore store;
        store.later("clickid=" + store.click() + "&txid=T1&payout=5&status=bestaetigt");
        store.later("payout=4");
        const PostbackRow unmatched = store.newest();
        const QStringList before = dumpOf(store.database());
        store.mapWord(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        QCOMPARE(store.apply(store.all()).added, 1);
        const RereadingHeader header = headerOf(store);

        store.clock.pass(dayMs);
        RereadingChoice choice = store.all();
        choice.causes = {cause};
        if (cause.isEmpty())
            choice = taken(choiceOf(store.database(), unmatched.id));
        const RereadingReport nothing = store.apply(choice);
        QCOMPARE(nothing.added + nothing.changed + nothing.removed, 0);
        QCOMPARE(nothing.after.value({QStringLiteral("USD"), ConversionStatus::Approved}).conversions, 1);
        QCOMPARE(headerOf(store).begunAt, header.begunAt);
        QCOMPARE(headerOf(store).run, header.run);
        store.undo();
        QCOMPARE(dumpOf(store.database()), before);
    }

    void whatChangesOnlyAtTheEndIsUndoneWhole()
    {
        RereadStore store;
        fill(store, 400);
        store.later("clickid=" + store.click() + "&txid=L1&payout=5&status=zuletzt");
        const QStringList before = dumpOf(store.database());
        store.mapWord(QStringLiteral("zuletzt"), ConversionStatus::Approved);
        RereadingApplication application(store.presets(), store.all(), store.clock, shortest);
        QVERIFY(taken(application.nextSlice(store.database())));
        QCOMPARE(taken(rereadingHeader(store.database())), std::nullopt);
        while (taken(application.nextSlice(store.database())))
            continue;
        QCOMPARE(application.report().added, 1);
        QCOMPARE(headerOf(store).state, RereadingState::Applied);
        QCOMPARE(headerOf(store).postbacks, 401);
        store.undo();
        QCOMPARE(dumpOf(store.database()), before);
    }

    void whatWasCancelledBeforeItChangedAnythingLeavesTheOneBefore()
    {
        RereadStore store;
        fill(store, 400);
        const QStringList before = dumpOf(store.database());
        store.mapWord(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        store.apply(store.all());
        RereadingApplication again(store.presets(), store.all(), store.clock, shortest);
        QVERIFY(taken(again.nextSlice(store.database())));
        QVERIFY(!taken(again.takeBack(store.database())));
        QVERIFY(dumpOf(store.database()) != before);
        store.undo();
        QCOMPARE(dumpOf(store.database()), before);
    }

    void anApplicationThatSleptStopsWhenItWasTakenBackMeanwhile()
    {
        RereadStore store;
        fill(store, 400);
        const QStringList before = dumpOf(store.database());
        store.mapWord(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        RereadingApplication sleeper(store.presets(), store.all(), store.clock, shortest);
        QVERIFY(taken(sleeper.nextSlice(store.database())));
        store.clock.pass(leftBehindMs);
        store.undo();
        QCOMPARE(sleeper.nextSlice(store.database()).error().kind, Failure::Kind::AlreadyExists);
        QCOMPARE(dumpOf(store.database()), before);
        QVERIFY(!sleeper.takeBack(store.database()));
        QCOMPARE(dumpOf(store.database()), before);
    }

    void anApplicationThatSleptDoesNotWriteIntoTheJournalOfTheNext()
    {
        RereadStore store;
        fill(store, 400);
        const QStringList before = dumpOf(store.database());
        store.mapWord(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        RereadingApplication sleeper(store.presets(), store.all(), store.clock, shortest);
        QVERIFY(taken(sleeper.nextSlice(store.database())));
        store.clock.pass(leftBehindMs);
        store.apply(store.all());
        const QStringList applied = dumpOf(store.database());
        QCOMPARE(sleeper.nextSlice(store.database()).error().kind, Failure::Kind::AlreadyExists);
        QCOMPARE(sleeper.takeBack(store.database()).error().kind, Failure::Kind::AlreadyExists);
        QCOMPARE(dumpOf(store.database()), applied);
        QCOMPARE(headerOf(store).state, RereadingState::Applied);
        store.undo();
        QCOMPARE(dumpOf(store.database()), before);
    }

    void anUndoThatSleptDoesNotTakeTheNextApplicationBack()
    {
        RereadStore store;
        fill(store, 400);
        store.mapWord(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        RereadingApplication first(store.presets(), store.all(), store.clock, shortest);
        while (taken(first.nextSlice(store.database())))
            continue;
        RereadingUndo sleeper(store.presets(), store.clock);
        taken(sleeper.begin(store.database()));
        QVERIFY(taken(sleeper.nextSlice(store.database())));
        store.clock.pass(leftBehindMs);
        store.undo();
        store.apply(store.all());
        const QStringList applied = dumpOf(store.database());
        QCOMPARE(sleeper.nextSlice(store.database()).error().kind, Failure::Kind::AlreadyExists);
        QCOMPARE(dumpOf(store.database()), applied);
        QCOMPARE(headerOf(store).state, RereadingState::Applied);
        QCOMPARE(store.problems(), QStringList());
    }

    void whatCameOverAnOldKeySaysSoAfterAnUndoToo()
    {
        RereadStore store;
        store.network.repeatPolicy = RepeatPolicy::CountEveryHit;
        store.map([](NetworkMapping &) {});
        const QByteArray id = store.click();
        store.later("clickid=" + id + "&txid=T1&payout=5&status=approved");
        store.mapWord(QStringLiteral("approved"), ConversionStatus::Test);
        QCOMPARE(store.apply(store.all()).removed, 1);
        taken(store.catalogue().rotateKey(store.network.id, dayMs));
        store.writer().setNetworks(taken(store.catalogue().networks()),
                                   taken(store.catalogue().retiredKeys()));
        store.later("clickid=" + id + "&txid=T1&payout=5"); // with the key of before
        const PostbackRow arrived = store.newest();
        QCOMPARE(arrived.cause, PostbackCause::OldKey);
        store.undo(); // its conversion goes out and comes again, because the first one has its key
        QCOMPARE(store.conversions().size(), 2);
        QCOMPARE(store.newest().outcome, PostbackOutcome::Matched);
        QCOMPARE(store.newest().cause, PostbackCause::OldKey);
        QCOMPARE(store.newest().causeDetail, arrived.causeDetail);
        QCOMPARE(store.problems(), QStringList());
    }

    void purgedTestsDoNotComeBack_data()
    {
        QTest::addColumn<ConversionStatus>("approved");
        QTest::newRow("changed") << ConversionStatus::Approved;
        QTest::newRow("removed") << ConversionStatus::Ignored;
    }
    void purgedTestsDoNotComeBack()
    {
        QFETCH(ConversionStatus, approved);
        RereadStore store;
        store.later("clickid=" + store.click() + "&txid=R1&payout=5&commission=3&status=bestaetigt");
        const QStringList before = dumpOf(store.database());
        NewClick test = store.newClick();
        test.query = "matchbook_test=" + taken(openTestToken(store.database(), store.clock.now(), 60'000));
        store.write(test);
        store.later("clickid=" + test.clickId.toString().toLatin1()
                    + "&txid=T1&payout=5&commission=3&status=approved");
        QCOMPARE(store.conversion().status, ConversionStatus::Test);
        store.map([&](NetworkMapping &mapping) {
            mapping.fields[FieldMeaning::Payout] = {QStringLiteral("commission"), QStringLiteral("payout")};
            mapping.statusWords.insert(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
            mapping.statusWords.insert(QStringLiteral("approved"), approved);
        });
        const RereadingReport report = store.apply(store.all());
        QCOMPARE(report.added, 1);
        QCOMPARE(report.changed + report.removed, 1);
        QVERIFY(taken(purgeTests(store.database(), store.network.id)).postbacks > 0);
        store.undo();
        QCOMPARE(dumpOf(store.database()), before);
        QCOMPARE(store.problems(), QStringList());
    }

private:
    /// Sales with one postback each; every other one is not understood.
    static void fill(RereadStore &store, int sales)
    {
        for (int i = 0; i < sales; ++i)
            store.later("clickid=" + store.click() + "&txid=T" + QByteArray::number(i)
                        + "&payout=5&status=" + (i % 2 == 0 ? "bestaetigt" : "approved"));
    }
    static RereadingHeader headerOf(RereadStore &store) { return *taken(rereadingHeader(store.database())); }
};

QTEST_APPLESS_MAIN(tst_RereadingUndo)
#include "tst_rereadingundo.moc"
