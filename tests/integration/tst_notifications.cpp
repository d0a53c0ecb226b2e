// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/clickbanksender.h"
#include "support/notificationdesk.h"
#include "support/notificationstories.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Matchbook;

/// Native notifications from the socket to the sums: each protocol over real HTTP.
class tst_Notifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSumsAreRightAfterEachMessage_data() { everyStory(); }
    void theSumsAreRightAfterEachMessage()
    {
        QFETCH(Story, story);
        NotificationDesk desk(story.preset, story.secret);
        const QByteArray click = desk.click();
        const auto steps = story.steps(click);
        for (const Step &step : steps) {
            const PlainAnswer answer = desk.send(step.request);
            QVERIFY2(answer.status == 200 && !answer.body.isEmpty(), step.what);
            const PostbackRow row = desk.newest();
            QVERIFY2(row.outcome == step.outcome,
                     qPrintable(QLatin1StringView(step.what) + u": " + QString(outcomeWord(row.outcome))
                                + u' ' + QString(causeWord(row.cause)) + u' ' + row.causeDetail));
            QVERIFY2(desk.confirmed() == desk.micros(step.confirmed),
                     qPrintable(QLatin1StringView(step.what) + u": " + QString::number(desk.confirmed())));
            QVERIFY2(desk.refunded() == desk.micros(step.refunded),
                     qPrintable(QLatin1StringView(step.what) + u": " + QString::number(desk.refunded())));
            QVERIFY2(desk.conversions() == step.conversions, step.what);
        }
        QVERIFY(!desk.storeHolds(story.secret));
        QVERIFY(!desk.storeHolds("@example.com") && !desk.storeHolds("%40example.com"));
        QCOMPARE(desk.problems(), QStringList());
    }

    void theOrderDoesNotMatter_data() { everyStory(); }
    void theOrderDoesNotMatter()
    {
        QFETCH(Story, story);
        NotificationDesk desk(story.preset, story.secret);
        auto steps = story.steps(desk.click());
        const Step last = steps.constLast();
        std::reverse(steps.begin(), steps.end());
        for (const Step &step : std::as_const(steps))
            QVERIFY2(desk.send(step.request).status == 200, step.what);
        QCOMPARE(desk.confirmed(), desk.micros(last.confirmed));
        QCOMPARE(desk.refunded(), desk.micros(last.refunded));
        QCOMPARE(desk.problems(), QStringList());
    }

    void nothingTamperedIsBelieved_data() { everyStory(); }
    void nothingTamperedIsBelieved()
    {
        QFETCH(Story, story);
        if (!story.tampered)
            return;
        NotificationDesk desk(story.preset, story.secret);
        QCOMPARE(desk.send(story.tampered(desk.click())).status, 403);
        const PostbackRow row = desk.newest();
        QCOMPARE(row.outcome, PostbackOutcome::Refused);
        QCOMPARE(row.cause, PostbackCause::SignatureWrong);
        QVERIFY(!row.body.isEmpty());
        QVERIFY(!desk.storeHolds("@example.com") && !desk.storeHolds("%40example.com"));
        QCOMPARE(desk.conversions(), 0);
        QCOMPARE(desk.problems(), QStringList());
    }

    void withoutTheSecretItIsToBeSentAgain_data() { everyStory(); }
    void withoutTheSecretItIsToBeSentAgain()
    {
        QFETCH(Story, story);
        if (!story.tampered || !story.needsSecret)
            return;
        NotificationDesk desk(story.preset, {});
        const auto steps = story.steps(desk.click());
        QCOMPARE(desk.send(steps.first().request).status, 503);
        QCOMPARE(desk.newest().cause, PostbackCause::SecretMissing);
        QCOMPARE(desk.conversions(), 0);
        QCOMPARE(desk.health().alarms.size(), 1);
        QCOMPARE(desk.health().alarms.first().kind, NetworkAlarm::Kind::SecretMissing);
        QCOMPARE(desk.health().alarms.first().count, 1);
        desk.useSecret(story.secret);
        QCOMPARE(desk.send(steps.first().request).status, 200);
        QCOMPARE(desk.newest().outcome, PostbackOutcome::Matched);
        const auto alarms = desk.health().alarms;
        QVERIFY(std::none_of(alarms.cbegin(), alarms.cend(), [](const NetworkAlarm &alarm) {
            return alarm.kind == NetworkAlarm::Kind::SecretMissing;
        }));
        QCOMPARE(desk.confirmed(), desk.micros(steps.first().confirmed));
        QCOMPARE(desk.problems(), QStringList());
    }

    void whatIsOpenedLaterIsReported()
    {
        NotificationDesk desk("clickbank_ins", {});
        QCOMPARE(desk.send(ClickBankSender("TESTSECRETKEY001").send(ClickBankSender::urlTest())).status, 503);
        auto report = desk.replayNewest();
        QVERIFY(report);
        QCOMPARE(report->understood, 0);
        QCOMPARE(report->notUnderstood.value(QStringLiteral("secret_missing")), 1);
        desk.useSecret("TESTSECRETKEY001");
        report = desk.replayNewest();
        QVERIFY(report);
        QCOMPARE(desk.newest().cause, PostbackCause::SetupTest);
        QCOMPARE(report->added + report->changed, 0);
        QCOMPARE(report->understood, 1);
        QVERIFY(report->notUnderstood.isEmpty());
        report = desk.replayNewest();
        QVERIFY(report && report->understood == 0);
    }

    void theTestOfTheUrlCountsNowhere_data() { everyStory(); }
    void theTestOfTheUrlCountsNowhere()
    {
        QFETCH(Story, story);
        if (!story.setupTest)
            return;
        NotificationDesk desk(story.preset, story.secret);
        QCOMPARE(desk.send(story.setupTest()).status, 200);
        QCOMPARE(desk.newest().outcome, PostbackOutcome::Matched);
        QCOMPARE(desk.newest().cause, PostbackCause::SetupTest);
        QCOMPARE(desk.conversions(), 0);
        QCOMPARE(desk.health().matchedToday, 0);
        QCOMPARE(desk.health().repeatedToday, 0);
        QVERIFY(desk.health().lastPostback > 0);
        QCOMPARE(desk.withoutMoney().all, 1);
        QCOMPARE(desk.withoutMoney().good, 1);
        QCOMPARE(desk.problems(), QStringList());
    }

    void strangersRequestsAreKeptAndNotBelieved_data() { everyStory(); }
    void strangersRequestsAreKeptAndNotBelieved()
    {
        QFETCH(Story, story);
        NotificationDesk desk(story.preset, story.secret);
        for (const QByteArray &body :
             {QByteArray(), QByteArray("hello"), QByteArray("{"), QByteArray("[]"), QByteArray("{\"a\":1}"),
              QByteArray::fromHex("00ff1a8b3d26f0"), QByteArray("a=1&b=2")}) {
            ReceivedRequest request;
            request.method = "POST";
            request.body = body;
            const int status = desk.send(request).status;
            QVERIFY2(status == 200 || status == 403, QByteArray::number(status).constData());
            QVERIFY(desk.newest().outcome == PostbackOutcome::NotUnderstood
                    || desk.newest().outcome == PostbackOutcome::Refused);
        }
        QCOMPARE(desk.conversions(), 0);
        QCOMPARE(desk.problems(), QStringList());
    }

    void aHugeMessageIsRefused_data() { everyStory(); }
    void aHugeMessageIsRefused()
    {
        QFETCH(Story, story);
        NotificationDesk desk(story.preset, story.secret);
        QCOMPARE(desk.announce(10 * 1024 * 1024).status, 413);
        QCOMPARE(desk.conversions(), 0);
    }

    void partRefundsOfOneReceiptAddUp()
    {
        NotificationDesk desk("clickbank_ins", "TESTSECRETKEY001");
        const QString click = QString::fromLatin1(desk.click());
        const auto send = [&](QJsonObject message, double amount, int attempt) {
            message.insert(QStringLiteral("trackingCodes"), QJsonArray{click});
            message.remove(QStringLiteral("affiliateTrackingParameters"));
            message.insert(QStringLiteral("totalAccountAmount"), amount);
            message.insert(QStringLiteral("attemptCount"), attempt);
            return desk.send(ClickBankSender().send(message)).status;
        };
        QCOMPARE(send(ClickBankSender::sale(), 12.34, 1), 200);
        QCOMPARE(send(ClickBankSender::refund(), 2, 1), 200);
        QCOMPARE(desk.refunded(), desk.micros("2"));
        QCOMPARE(send(ClickBankSender::refund(), 2, 2), 200);
        QCOMPARE(desk.refunded(), desk.micros("2"));
        QCOMPARE(send(ClickBankSender::refund(), 3, 1), 200);
        QCOMPARE(desk.refunded(), desk.micros("5"));
        QCOMPARE(send(ClickBankSender::chargeback(), 7.34, 1), 200);
        QCOMPARE(desk.refunded(), desk.micros("12.34"));
        QCOMPARE(desk.confirmed(), 0);
        QCOMPARE(desk.newest().outcome, PostbackOutcome::Changed);
        QCOMPARE(desk.problems(), QStringList());
    }

    void whatIsNotProvenCannotBeCountedByHand()
    {
        const Story story = storyOf("digistore24_ipn");
        NotificationDesk desk(story.preset, story.secret);
        const QByteArray click = desk.click();
        QCOMPARE(desk.send(story.tampered(click)).status, 403);
        const QString trouble = desk.attachNewest(click);
        QVERIFY2(trouble.contains(QStringLiteral("not proven")), qPrintable(trouble));
        QCOMPARE(desk.conversions(), 0);
        QCOMPARE(desk.newest().cause, PostbackCause::SignatureWrong);
    }

    void buyersAreStoredAsThePersonWants_data()
    {
        QTest::addColumn<BuyerData>("buyers");
        QTest::addColumn<bool>("inClear");
        QTest::addColumn<bool>("hashed");
        QTest::newRow("nothing") << BuyerData::Left << false << false;
        QTest::newRow("hashes") << BuyerData::Hashed << false << true;
        QTest::newRow("everything") << BuyerData::Clear << true << false;
    }
    void buyersAreStoredAsThePersonWants()
    {
        QFETCH(BuyerData, buyers);
        const Story story = storyOf("digistore24_ipn");
        NotificationDesk desk(story.preset, story.secret);
        desk.keepOfBuyers(buyers);
        QCOMPARE(desk.send(story.steps(desk.click()).first().request).status, 200);
        const QByteArray hash
                = QCryptographicHash::hash("jane.doe@example.com", QCryptographicHash::Sha256).toHex();
        QTEST(desk.storeHolds("Jane.Doe"), "inClear");
        QTEST(desk.storeHolds(hash), "hashed");
        QCOMPARE(desk.conversions(), 1);
    }

private:
    static void everyStory()
    {
        QTest::addColumn<Story>("story");
        int number = 0;
        const auto all = stories();
        for (const Story &story : all)
            QTest::addRow("%d %s", ++number, story.preset) << story;
    }
};

QTEST_GUILESS_MAIN(tst_Notifications)
#include "tst_notifications.moc"
