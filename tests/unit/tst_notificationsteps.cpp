// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest/notificationsteps.h"
#include "chaintest/postbackverdict.h"
#include "chaintest/stepsentences.h"

#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

using State = ChainStep::State;

/// What the test of a network's chain makes of notifications.
class tst_NotificationSteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNetworksOwnTestProvesTheUrlAndTheSecret()
    {
        const QList<ChainStep> steps = judged(PostbackCause::SetupTest, PostbackOutcome::Matched);
        QCOMPARE(steps.size(), 5);
        QCOMPARE(steps.constFirst().kind, ChainStep::Kind::Postback);
        QCOMPARE(steps.constFirst().state, State::Passed);
        QVERIFY(steps.constFirst().cause.isEmpty());
        QVERIFY(!steps.constFirst().waitsForSale());
        QVERIFY(steps.constFirst().sentence.contains(u"203.0.113.9"_s));
        QVERIFY(steps.constFirst().sentence.contains(u"signature is right"_s));
    }

    void whatTheOwnTestDoesNotTellWaitsForTheFirstSale()
    {
        const QList<ChainStep> steps = judged(PostbackCause::SetupTest, PostbackOutcome::Matched).sliced(1);
        QCOMPARE(steps.size(), 4);
        for (const ChainStep &step : steps) {
            QCOMPARE(step.state, State::Skipped);
            QCOMPARE(step.cause, u"needs_first_sale"_s);
            QVERIFY(step.waitsForSale());
            QVERIFY(step.sentence.contains(u"first real sale"_s));
        }
    }

    void aSignatureThatIsNotRightFailsWithItsReason_data()
    {
        QTest::addColumn<PostbackCause>("cause");
        QTest::newRow("wrong") << PostbackCause::SignatureWrong;
        QTest::newRow("no secret") << PostbackCause::SecretMissing;
        QTest::newRow("unreadable") << PostbackCause::UnreadableNotification;
    }
    void aSignatureThatIsNotRightFailsWithItsReason()
    {
        QFETCH(PostbackCause, cause);
        for (const auto outcome : {PostbackOutcome::Refused, PostbackOutcome::NotUnderstood}) {
            const QList<ChainStep> steps = judged(cause, outcome);
            QCOMPARE(steps.size(), 5);
            QCOMPARE(steps.constFirst().state, State::Failed);
            QCOMPARE(steps.constFirst().cause, QString(causeWord(cause)));
            QVERIFY(!steps.constFirst().sentence.isEmpty());
            for (qsizetype i = 1; i < steps.size(); ++i) {
                QCOMPARE(steps.at(i).state, State::Skipped);
                QVERIFY(!steps.at(i).waitsForSale());
            }
        }
    }

    void anythingElseIsJudgedAsBefore()
    {
        PostbackRow row;
        row.cause = PostbackCause::UnknownClick;
        QVERIFY(!notificationStep(row));
        row.cause = PostbackCause::None;
        QVERIFY(!notificationStep(row));
    }

private:
    static QList<ChainStep> judged(PostbackCause cause, PostbackOutcome outcome)
    {
        TriedPostback tried;
        tried.row = PostbackRow();
        tried.row->sender = u"203.0.113.9"_s;
        tried.row->outcome = outcome;
        tried.row->cause = cause;
        const QList<ChainStep> first{postbackStep(tried, {}, false)};
        return first + verdictOf(*tried.row, 0, u"m0123456789abcdefghi"_s, {}, {});
    }
};

QTEST_GUILESS_MAIN(tst_NotificationSteps)
#include "tst_notificationsteps.moc"
