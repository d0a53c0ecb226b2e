// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/awinsender.h"
#include "support/digistore24sender.h"
#include "support/notificationdesk.h"
#include "support/paykickstartsender.h"
#include "support/thrivecartsender.h"

#include <QCryptographicHash>

using namespace Matchbook;

namespace {

/// One request of a network, and how things stand when it has been answered.
struct Step {
    const char *what;
    ReceivedRequest request;
    PostbackOutcome outcome;
    const char *confirmed; ///< of all conversions, in units
    const char *refunded;
    int conversions;
};

/// What happens to one buyer's orders at one network, told for the click that led there.
struct Story {
    const char *preset;
    QByteArray secret;
    std::function<QList<Step>(const QByteArray &click)> steps;
    std::function<ReceivedRequest(const QByteArray &click)> tampered; ///< none where nothing is signed
    std::function<ReceivedRequest()> setupTest; ///< none where the network has no such thing
};

using Outcome = PostbackOutcome;

Story digistore24()
{
    const auto of = [](const SenderForm &form, const QByteArray &click) {
        return Digistore24Sender().send(form.with("campaignkey", click));
    };
    return {"digistore24_ipn", "PassPhrase1",
            [of](const QByteArray &click) {
                const Digistore24Sender sender;
                const SenderForm second = sender.chargeback().with("parent_transaction_id", "100200311");
                return QList<Step>{
                        {"sale", of(sender.sale(), click), Outcome::Matched, "23.5", "0", 1},
                        {"retry", of(sender.sale(), click), Outcome::Repeated, "23.5", "0", 1},
                        {"rebill", of(sender.rebill(), click), Outcome::Matched, "47", "0", 2},
                        {"news", of(sender.news("on_rebill_cancelled"), click), Outcome::Changed, "47", "0",
                         2},
                        {"refund", of(sender.refund(), click), Outcome::Changed, "23.5", "23.5", 2},
                        {"refund again", of(sender.refund(), click), Outcome::Repeated, "23.5", "23.5", 2},
                        {"chargeback of the rebill", of(second, click), Outcome::Changed, "0", "47", 2},
                        {"late retry", of(sender.sale(), click), Outcome::Repeated, "0", "47", 2}};
            },
            [](const QByteArray &click) {
                const SenderForm good = Digistore24Sender().signedForm(
                        Digistore24Sender().sale().with("campaignkey", click));
                return good.with("amount_affiliate", "23500.00").posted();
            },
            [] { return Digistore24Sender().send(Digistore24Sender().connectionTest()); }};
}

Story payKickstart()
{
    const auto of = [](const SenderForm &form, const QByteArray &click) {
        return PayKickstartSender().send(form.with("tracking_id", click));
    };
    return {"paykickstart",
            "CampaignKey1",
            [of](const QByteArray &click) {
                const PayKickstartSender sender;
                const SenderForm second = sender.refund().with("transaction_id", "PK-REBILL0002");
                return QList<Step>{{"sale", of(sender.sale(), click), Outcome::Matched, "4.99", "0", 1},
                                   {"retry", of(sender.sale(), click), Outcome::Repeated, "4.99", "0", 1},
                                   {"rebill", of(sender.rebill(), click), Outcome::Matched, "9.98", "0", 2},
                                   {"refund", of(sender.refund(), click), Outcome::Changed, "4.99", "4.99",
                                    2},
                                   {"refund of the rebill", of(second, click), Outcome::Changed, "0", "9.98",
                                    2}};
            },
            [](const QByteArray &click) {
                const SenderForm good = PayKickstartSender().signedForm(
                        PayKickstartSender().sale().with("tracking_id", click));
                return good.with("affiliate_commission_amount", "499").posted();
            },
            {}};
}

Story thriveCart()
{
    const auto of = [](const SenderForm &form, const QByteArray &click) {
        return ThriveCartSender().send(form.with("passthrough[clickid]", click));
    };
    return {"thrivecart",
            "SECRETWORD1",
            [of](const QByteArray &click) {
                const ThriveCartSender sender;
                return QList<Step>{{"sale", of(sender.sale(), click), Outcome::Matched, "100", "0", 1},
                                   {"retry", of(sender.sale(), click), Outcome::Repeated, "100", "0", 1},
                                   {"rebill", of(sender.rebill(), click), Outcome::Matched, "129", "0", 2},
                                   {"part refund", of(sender.refund(), click), Outcome::Changed, "89", "40",
                                    2}};
            },
            [](const QByteArray &click) {
                return ThriveCartSender("GUESSED").send(
                        ThriveCartSender().sale().with("passthrough[clickid]", click));
            },
            {}};
}

Story awin()
{
    const auto of = [](QJsonObject transaction, const QByteArray &click) {
        transaction.insert(QStringLiteral("clickRef2"), QString());
        transaction.insert(QStringLiteral("clickRef"), QString::fromLatin1(click));
        return transaction;
    };
    return {"awin",
            {},
            [of](const QByteArray &click) {
                const QJsonObject first = of(AwinSender::transaction(), click);
                QJsonObject second = first;
                second.insert(QStringLiteral("transactionId"), QStringLiteral("244231460"));
                return QList<Step>{{"recorded", AwinSender::inField(first), Outcome::Matched, "0", "0", 1},
                                   {"again as a body", AwinSender::asBody(first), Outcome::Repeated, "0", "0",
                                    1},
                                   {"another", AwinSender::asQuery(second), Outcome::Matched, "0", "0", 2}};
            },
            {},
            {}};
}

QList<Story> stories()
{
    return {digistore24(), payKickstart(), thriveCart(), awin()};
}

} // namespace

Q_DECLARE_METATYPE(Story)

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
        QVERIFY(!desk.storeHolds("example.com"));
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
            QCOMPARE(desk.send(step.request).status, 200);
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
        QVERIFY(!desk.storeHolds("example.com"));
        QCOMPARE(desk.conversions(), 0);
        QCOMPARE(desk.problems(), QStringList());
    }

    void withoutTheSecretItIsToBeSentAgain_data() { everyStory(); }
    void withoutTheSecretItIsToBeSentAgain()
    {
        QFETCH(Story, story);
        if (!story.tampered)
            return;
        NotificationDesk desk(story.preset, {});
        const auto steps = story.steps(desk.click());
        QCOMPARE(desk.send(steps.first().request).status, 503);
        QCOMPARE(desk.newest().cause, PostbackCause::SecretMissing);
        QCOMPARE(desk.conversions(), 0);
        desk.useSecret(story.secret);
        QCOMPARE(desk.send(steps.first().request).status, 200);
        QCOMPARE(desk.newest().outcome, PostbackOutcome::Matched);
        QCOMPARE(desk.confirmed(), desk.micros(steps.first().confirmed));
        QCOMPARE(desk.problems(), QStringList());
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
        ReceivedRequest request;
        request.method = "POST";
        request.body = QByteArray(10 * 1024 * 1024, 'x');
        QCOMPARE(desk.send(request).status, 413);
        QCOMPARE(desk.conversions(), 0);
    }

    void aPersonMayBelieveWhatTheSignatureDoesNot()
    {
        const Story story = digistore24();
        NotificationDesk desk(story.preset, story.secret);
        const QByteArray click = desk.click();
        QCOMPARE(desk.send(story.tampered(click)).status, 403);
        QCOMPARE(desk.attachNewest(click), QString());
        QTRY_COMPARE(desk.conversions(), 1);
        QCOMPARE(desk.confirmed(), desk.micros("23500"));
        QCOMPARE(desk.problems(), QStringList());
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
        const Story story = digistore24();
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
        for (const Story &story : stories())
            QTest::newRow(story.preset) << story;
    }
};

QTEST_GUILESS_MAIN(tst_Notifications)
#include "tst_notifications.moc"
