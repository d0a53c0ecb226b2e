// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/nativenetwork.h"
#include "support/warriorplussender.h"

#include <QTest>

using namespace Matchbook;

namespace {

using Sender = WarriorPlusSender;

const Sender &theirs()
{
    static const Sender one;
    return one;
}

NativeNetwork network(const QByteArray &key = "Security-Key-1")
{
    return NativeNetwork(QStringLiteral("warriorplus"), key);
}

ReceivedRequest posted(const QByteArray &body)
{
    return SenderForm::post(body, "application/x-www-form-urlencoded");
}

} // namespace

class tst_WarriorPlus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theKeyIsCompared_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<Signature>("signature");
        const auto row = [](const char *name, const ReceivedRequest &arrived, Signature signature,
                            const QByteArray &key = "Security-Key-1") {
            QTest::newRow(name) << arrived << key << signature;
        };
        row("right", theirs().send(Sender::sale()), Signature::Right);
        row("as a query", theirs().withKey(Sender::sale()).asQuery(), Signature::Right);
        row("another", Sender("Security-Key-2").send(Sender::sale()), Signature::Wrong);
        row("the beginning of it", Sender("Security-Key-").send(Sender::sale()), Signature::Wrong);
        row("in capitals", Sender("SECURITY-KEY-1").send(Sender::sale()), Signature::Wrong);
        row("empty", Sender("").send(Sender::sale()), Signature::Wrong);
        row("none", Sender::sale().posted(), Signature::Wrong);
        row("the right one first",
            posted("WP_SECURITYKEY=Security-Key-1&" + Sender("x").send(Sender::sale()).body),
            Signature::Wrong);
        row("none is entered here", theirs().send(Sender::sale()), Signature::Unchecked, "");
        row("there is none", Sender::sale().posted(), Signature::Unchecked, "");
        row("no action", theirs().send(Sender::sale().without("WP_ACTION")), Signature::Unreadable);
        row("another form", posted("a=1&b=2"), Signature::Unreadable, "");
        row("JSON", posted(R"({"WP_ACTION":"sale","WP_SECURITYKEY":"Security-Key-1"})"),
            Signature::Unreadable);
        row("the form of another network, dead since", posted("WSO_ACTION=sale&WSO_SIGNATURE=x"),
            Signature::Unreadable);
    }
    void theKeyIsCompared()
    {
        QFETCH(ReceivedRequest, arrived);
        QFETCH(QByteArray, key);
        QFETCH(Signature, signature);
        const NativeNetwork one = network(key);
        for (const BuyerData buyer : {BuyerData::Left, BuyerData::Hashed, BuyerData::Clear}) {
            const OpenedNotification opened = one.open(arrived, buyer);
            QCOMPARE(opened.signature, signature);
            QVERIFY(!storedText(opened).contains("Security-Key"));
        }
    }

    void aSaleIsRead()
    {
        const PostbackReading reading = network().read(theirs().send(Sender::sale()));
        QCOMPARE(reading.clickIdText, QByteArray("m5gc77g00n5y4y0vr933"));
        QCOMPARE(reading.transactionId, QStringLiteral("7654321"));
        QCOMPARE(reading.event, QStringLiteral("sale"));
        QCOMPARE(reading.status, std::optional(ConversionStatus::Approved));
        QCOMPARE(reading.payoutMicros, std::optional<qint64>(23'500'000));
        QCOMPARE(reading.currency, std::optional(Currency::usd()));
        QVERIFY(reading.isReceipt);
    }

    void theClickIdIsFoundInAnyTrackingField_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("found");
        for (const char *name :
             {"WP_SID", "WP_HOP_TID", "WP_HOP_SID", "WP_AFF_TID", "WP_TID", "WP_NEW_TID", "wp_x_sid"})
            QTest::newRow(name) << QByteArray(name) << true;
        QTest::newRow("WP_ITEM_NAME") << QByteArray("WP_ITEM_NAME") << false;
        QTest::newRow("OTHER_TID") << QByteArray("OTHER_TID") << false;
    }
    void theClickIdIsFoundInAnyTrackingField()
    {
        QFETCH(QByteArray, field);
        QFETCH(bool, found);
        const SenderForm form = Sender::sale().without("WP_SID").with(field, "m5gc77g00n5y4y0vr933");
        const PostbackReading reading = network().read(theirs().send(form));
        QCOMPARE(!reading.clickIdText.isEmpty(), found);
        QCOMPARE(reading.clickIdElsewhere.isEmpty(), found);
        if (field == "WP_SID")
            return;
        const PostbackReading beside = network().read(theirs().send(form.with("WP_SID", "spring")));
        QCOMPARE(beside.clickIdText == "m5gc77g00n5y4y0vr933", found);
    }

    void everyActionIsKnown_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("status");
        const auto row = [](const char *action, NewsKind kind, const char *status) {
            QTest::newRow(action) << QByteArray(action) << int(kind) << QString::fromLatin1(status);
        };
        row("sale", NewsKind::Money, "approved");
        row("SALE", NewsKind::Money, "approved");
        row("subscr_completed", NewsKind::Money, "approved");
        row("refund", NewsKind::Money, "refunded");
        row("subscr_refunded", NewsKind::Money, "refunded");
        row("dispute", NewsKind::Money, "charged_back");
        for (const char *action : {"subscr_created", "subscr_cancelled", "subscr_failed_invalid",
                                   "subscr_failed_declined", "subscr_suspended", "subscr_ended",
                                   "subscr_reactivated", "subscr_failed_unavailable", "subscr_paused"})
            row(action, NewsKind::Event, "ignored");
    }
    void anUnknownActionWaitsForAPerson()
    {
        const PostbackReading reading = network().read(theirs().send(Sender::news("something_new")));
        QCOMPARE(reading.kind, NewsKind::Money);
        QCOMPARE(reading.problem, PostbackCause::UnknownStatus);
    }
    void everyActionIsKnown()
    {
        QFETCH(QByteArray, action);
        QFETCH(int, kind);
        QFETCH(QString, status);
        const PostbackReading reading = network().read(theirs().send(Sender::news(action)));
        QCOMPARE(int(reading.kind), kind);
        QVERIFY(reading.status);
        QCOMPARE(QString(statusWord(*reading.status)), status);
        QCOMPARE(reading.newsWord, reading.kind == NewsKind::Money ? QString() : QString::fromLatin1(action));
    }

    void whatIsToldOneAfterAnother_data()
    {
        QTest::addColumn<QList<SenderForm>>("messages");
        QTest::addColumn<QString>("conversions");
        const auto row = [](const char *name, const QList<SenderForm> &messages, const char *conversions) {
            QTest::newRow(name) << messages << QString::fromLatin1(conversions);
        };
        const SenderForm sale = Sender::sale();
        row("a sale", {sale}, "approved 23.50-0.00 USD t:7654321:sale x1");
        row("and again", {sale, sale}, "approved 23.50-0.00 USD t:7654321:sale x2");
        row("its refund", {sale, Sender::refund()}, "refunded 23.50-23.50 USD t:7654321:sale x2");
        row("its refund with a minus sign", {sale, Sender::refund().with("WP_SALE_EARNINGS_AFF", "-23.50")},
            "refunded 23.50-23.50 USD t:7654321:sale x2");
        row("the refund first", {Sender::refund(), sale}, "refunded 23.50-23.50 USD t:7654321:sale x2");
        row("the sale again after its refund", {sale, Sender::refund(), sale},
            "refunded 23.50-23.50 USD t:7654321:sale x3");
        row("a dispute", {sale, Sender::dispute()}, "charged_back 23.50-23.50 USD t:7654321:sale x2");
        row("a payment that is pending", {sale.with("WP_PAYMENT_STATUS", "Pending")},
            "pending 23.50-0.00 USD t:7654321:sale x1");
        row("and then is not", {sale.with("WP_PAYMENT_STATUS", "Pending"), sale},
            "approved 23.50-0.00 USD t:7654321:sale x2");
        row("the first payment told twice", {sale, Sender::payment(1)},
            "approved 23.50-0.00 USD t:7654321:sale x2");
        row("and the other way round", {Sender::payment(1), sale},
            "approved 23.50-0.00 USD t:7654321:sale x2");
        row("payments", {sale, Sender::payment(2), Sender::payment(3), Sender::payment(2)},
            "approved 23.50-0.00 USD t:7654321:sale x1; approved 23.50-0.00 USD t:7654321-2:rebill x2; "
            "approved 23.50-0.00 USD t:7654321-3:rebill x1");
        row("a payment without its number",
            {Sender::payment(2).without("WP_SUBSCR_PAYMENT_NUM"),
             Sender::payment(3).without("WP_SUBSCR_PAYMENT_NUM")},
            "approved 23.50-0.00 USD t:7654321-PAY2:rebill x1; approved 23.50-0.00 USD t:7654321-PAY3:rebill x1");
        row("the refund of a payment", {sale, Sender::payment(2), Sender::refundOfPayment(2)},
            "approved 23.50-0.00 USD t:7654321:sale x1; refunded 23.50-23.50 USD t:7654321-2:rebill x2");
        row("the refund of the first payment", {sale, Sender::refundOfPayment(1)},
            "refunded 23.50-23.50 USD t:7654321:sale x2");
        row("told to both", {sale, Sender::toVendor()},
            "approved 23.50-0.00 USD t:7654321:sale x1; approved 20.50-0.00 USD t:7654321:vendor_sale x1");
        row("told to nobody in particular", {sale.without("IPN_RCPT_TYPE")},
            "approved 23.50-0.00 USD t:7654321:sale x1");
        row("free of charge", {sale.with("WP_SALE_EARNINGS_AFF", "0.00").with("WP_PAYMETHOD", "free")},
            "approved 0.00-0.00 USD t:7654321:sale x1");
    }
    void whatIsToldOneAfterAnother()
    {
        QFETCH(QList<SenderForm>, messages);
        QFETCH(QString, conversions);
        for (const QByteArray key : {"Security-Key-1", ""}) {
            NativeNetwork one = network(key);
            for (const SenderForm &message : std::as_const(messages))
                one.receive(theirs().send(message));
            QCOMPARE(one.ledger.summary(), conversions);
            QVERIFY(one.ledger.keysAreUnique());
        }
    }

    void theBuyerIsStoredAsFarAsAllowed_data()
    {
        QTest::addColumn<int>("buyer");
        QTest::addColumn<QByteArrayList>("kept");
        QTest::addColumn<QByteArrayList>("left");
        const QByteArray email
                = QCryptographicHash::hash("jane.doe@example.com", QCryptographicHash::Sha256).toHex();
        const QByteArrayList names{"Jane", "jane", "Doe", "%40", "203.0.113.7", "Sample"};
        QTest::newRow("not") << int(BuyerData::Left) << QByteArrayList{"WP_CHECKOUT_CUSTOM=c%3Dx&"}
                             << names + QByteArrayList{email, "BUYER"};
        QTest::newRow("hashed") << int(BuyerData::Hashed) << QByteArrayList{"WP_BUYER_EMAIL=" + email}
                                << names;
        QTest::newRow("clear") << int(BuyerData::Clear) << names << QByteArrayList{email, "SECURITYKEY"};
    }
    void theBuyerIsStoredAsFarAsAllowed()
    {
        QFETCH(int, buyer);
        QFETCH(QByteArrayList, kept);
        QFETCH(QByteArrayList, left);
        const QByteArray stored
                = storedText(network().open(theirs().send(Sender::toVendor()), BuyerData(buyer)));
        for (const QByteArray &part : std::as_const(kept))
            QVERIFY2(stored.contains(part), part.constData());
        for (const QByteArray &part : std::as_const(left))
            QVERIFY2(!stored.contains(part), part.constData());
    }

    void aTruncatedMessageIsNotBelieved()
    {
        const QByteArray whole = theirs().send(Sender::sale()).body;
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(network().open(posted(whole.left(length))).signature != Signature::Right);
    }

    void nothingIsTooStrangeToOpen_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto bodies = hostileBodies();
        for (const auto &[name, body] : bodies)
            QTest::newRow(name.constData()) << body;
        QTest::newRow("ten megabytes of a key")
                << "WP_ACTION=sale&WP_SECURITYKEY=" + QByteArray(10 * 1024 * 1024, 'x');
    }
    void nothingIsTooStrangeToOpen()
    {
        QFETCH(QByteArray, body);
        const Signature signature = network().open(posted(body)).signature;
        QVERIFY(signature == Signature::Unreadable || signature == Signature::Wrong);
    }
};

QTEST_APPLESS_MAIN(tst_WarriorPlus)
#include "tst_warriorplus.moc"
