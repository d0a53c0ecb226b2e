// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/rereadingdesk.h"
#include "support/enginefixture.h"

#include <QSignalSpy>

using namespace Matchbook;

/// Re-reading as a window asks for it, while the listener works.
class tst_RereadingDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSaleIsPreviewedAppliedAndTakenBack()
    {
        EngineFixture fixture;
        const QByteArray click = fixture.click();
        QCOMPARE(fixture.postback("clickid=" + click + "&txid=T1&payout=5&status=bestaetigt"), 200);
        fixture.network.mapping.statusWords.insert(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        taken(fixture.catalogue().updateNetwork(fixture.network));
        RereadingDesk &desk = fixture.engine.rereadings();
        Told told(desk);

        desk.preview(choiceOf(fixture));
        QTRY_COMPARE(told.previewed.size(), 1);
        QCOMPARE(told.previewed.first().added, 1);
        QVERIFY(fixture.conversions().isEmpty());
        desk.apply(choiceOf(fixture));
        QVERIFY(desk.isAtWork());
        QTRY_COMPARE(told.applied.size(), 1);
        QCOMPARE(told.applied.first(), told.previewed.first());
        QCOMPARE(fixture.conversions().size(), 1);
        desk.undo();
        QTRY_COMPARE(told.undone, 1);
        QVERIFY(fixture.conversions().isEmpty());
        desk.undo();
        QTRY_COMPARE(told.failed.size(), 1);
        QCOMPARE(told.failed.last().kind, Failure::Kind::NotFound);
        QCOMPARE(fixture.problems(), QStringList());
    }

    void everyJobIsAnsweredByItsNumber()
    {
        EngineFixture fixture;
        QCOMPARE(fixture.postback("clickid=" + fixture.click() + "&txid=T1&payout=5&status=bestaetigt"), 200);
        map(fixture);
        RereadingDesk &desk = fixture.engine.rereadings();
        Told told(desk);
        QSignalSpy freed(&desk, &RereadingDesk::freed);
        const qint64 job = desk.apply(choiceOf(fixture));
        QVERIFY(job != 0);
        QCOMPARE(desk.preview(choiceOf(fixture)), 0);
        QCOMPARE(desk.undo(), 0);
        desk.cancel(job + 1);
        QTRY_COMPARE(freed.size(), 1);
        QVERIFY(told.failed.isEmpty());
        QCOMPARE(told.jobs, QList{job});
        QVERIFY(!told.applied.first().cancelled);
        const qint64 next = desk.undo();
        QVERIFY(next != 0 && next != job);
        QTRY_COMPARE(freed.size(), 2);
        QCOMPARE(told.jobs, (QList{job, next}));
    }

    void onlyTheApplicationThatWasMeantIsUndone()
    {
        EngineFixture fixture;
        const QByteArray click = fixture.click();
        QCOMPARE(fixture.postback("clickid=" + click + "&txid=T1&payout=5&status=bestaetigt"), 200);
        map(fixture);
        RereadingDesk &desk = fixture.engine.rereadings();
        Told told(desk);
        desk.apply(choiceOf(fixture));
        QTRY_COMPARE(told.begunAt.size(), 1);
        QCOMPARE(told.begunAt.first(), fixture.clock.now());
        fixture.clock.pass(1000);
        QCOMPARE(fixture.postback("clickid=QXJ4&txid=T2&payout=5"), 200);
        const PostbackId other = fixture.postbacks().first().id;
        desk.replay(other,
                    PersonsDecision{PersonsDecision::Kind::Attach, other, QString::fromLatin1(click), {}});
        QTRY_COMPARE(told.begunAt.size(), 2);
        QCOMPARE(fixture.conversions().size(), 2);
        desk.undo(told.begunAt.first());
        QTRY_COMPARE(told.failed.size(), 1);
        QCOMPARE(told.failed.first().kind, Failure::Kind::BadUsage);
        QCOMPARE(fixture.conversions().size(), 2);
        desk.undo(told.begunAt.last());
        QTRY_COMPARE(told.undone, 1);
        QCOMPARE(fixture.conversions().size(), 1);
        QCOMPARE(fixture.problems(), QStringList());
    }

    void onePostbackIsReplayedAndAttached()
    {
        EngineFixture fixture;
        const QByteArray click = fixture.click();
        QCOMPARE(fixture.postback("clickid=QXJ4&txid=T1&payout=5"), 200);
        const PostbackId id = fixture.postbacks().first().id;
        RereadingDesk &desk = fixture.engine.rereadings();
        Told told(desk);
        desk.replay(id);
        QTRY_COMPARE(told.applied.size(), 1);
        QCOMPARE(told.applied.first().notUnderstood.value(QStringLiteral("foreign_click_id")), 1);
        desk.replay(id, PersonsDecision{PersonsDecision::Kind::Attach, id, QString::fromLatin1(click), {}});
        QTRY_COMPARE(told.applied.size(), 2);
        QCOMPARE(fixture.conversions().first().conversion.match, MatchKind::Attached);
        desk.replay({99});
        QTRY_COMPARE(told.failed.size(), 1);
    }

    void theListenerAnswersMeanwhileAndCancellingTakesBack()
    {
        EngineFixture fixture;
        const QByteArray click = fixture.click();
        fill(fixture, click, 20'000);
        fixture.network.mapping.statusWords.insert(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        taken(fixture.catalogue().updateNetwork(fixture.network));
        RereadingDesk &desk = fixture.engine.rereadings();
        Told told(desk);
        QSignalSpy progress(&desk, &RereadingDesk::progressed);
        const qint64 job = desk.apply(choiceOf(fixture));
        QTRY_VERIFY(!progress.isEmpty());
        QCOMPARE(progress.first().first().toLongLong(), job);
        QCOMPARE(fixture.postback("clickid=" + click + "&txid=LIVE&payout=7"), 200);
        QVERIFY2(told.applied.isEmpty(), "it was over before anybody could be answered");
        desk.cancel(job);
        QTRY_COMPARE_WITH_TIMEOUT(told.applied.size(), 1, 60'000);
        QVERIFY(told.applied.first().cancelled);
        QCOMPARE(fixture.conversions().size(), 1);
        QCOMPARE(fixture.problems(), QStringList());
    }

private:
    struct Told {
        explicit Told(RereadingDesk &desk)
        {
            connect(&desk, &RereadingDesk::previewed, &desk, [this](qint64 job, const auto &report) {
                jobs << job;
                previewed << report;
            });
            connect(&desk, &RereadingDesk::applied, &desk,
                    [this](qint64 job, const auto &report, qint64 begun) {
                        jobs << job;
                        applied << report;
                        begunAt << begun;
                    });
            connect(&desk, &RereadingDesk::undone, &desk, [this](qint64 job) {
                jobs << job;
                ++undone;
            });
            connect(&desk, &RereadingDesk::failed, &desk, [this](qint64 job, const auto &failure) {
                jobs << job;
                failed << failure;
            });
        }
        QList<qint64> jobs;
        QList<qint64> begunAt;
        QList<RereadingReport> previewed;
        QList<RereadingReport> applied;
        QList<Failure> failed;
        int undone = 0;
    };

    static RereadingChoice choiceOf(const EngineFixture &fixture)
    {
        return RereadingChoice{fixture.network.id, {}, {}, 0, 0, {}, {}};
    }

    static void map(EngineFixture &fixture)
    {
        fixture.network.mapping.statusWords.insert(QStringLiteral("bestaetigt"), ConversionStatus::Approved);
        taken(fixture.catalogue().updateNetwork(fixture.network));
    }

    static void fill(EngineFixture &fixture, const QByteArray &click, int count)
    {
        taken(fixture.otherConnection().execute(
                QStringLiteral(
                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                        "INSERT INTO postback (time, network_id, outcome, cause, match, pixel, method, sender, path, query) "
                        "SELECT 1793613600000 + i, %2, 4, 'unknown_status', 0, 0, 'GET', '127.0.0.1', CAST('/postback' AS "
                        "BLOB), CAST('clickid=%3&status=bestaetigt&payout=1&txid=T' || i AS BLOB) FROM n")
                        .arg(count)
                        .arg(fixture.network.id.value)
                        .arg(QString::fromLatin1(click))));
    }
};

QTEST_GUILESS_MAIN(tst_RereadingDesk)
#include "tst_rereadingdesk.moc"
