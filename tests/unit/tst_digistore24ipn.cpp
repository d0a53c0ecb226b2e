// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/digistore24sender.h"
#include "support/nativenetwork.h"

#include <QTest>

using namespace Matchbook;

namespace {

const Digistore24Sender &seller()
{
    static const Digistore24Sender one;
    return one;
}

NativeNetwork network(const QByteArray &passphrase = "PassPhrase1")
{
    return NativeNetwork(QStringLiteral("digistore24_ipn"), passphrase);
}

/// The worked example of the facts.
const char published[]
        = "affiliate_name=testaff&amount_brutto=47.00&api_mode=live&campaignkey=0abc123def456&currency=EUR&custom="
          "&email=jane%40example.com&event=on_payment&order_id=ABCD1234&transaction_id=100200300&sha_sign="
          "754731295A9DF75178AEF3EF58C56B0EE607BCC72B53FEFDD0BF3A610A84F31C28A32BFFBB296A1BFB5DA546FA911E46726D28DE6A0BC22A"
          "6DCD3AAA2146C162";

ReceivedRequest posted(const QByteArray &body)
{
    return SenderForm::post(body, "application/x-www-form-urlencoded");
}

} // namespace

class tst_Digistore24Ipn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePublishedExampleIsRight()
    {
        const OpenedNotification opened = network().open(posted(published));
        QCOMPARE(opened.signature, Signature::Right);
        QCOMPARE(opened.kept.body,
                 QByteArray(
                         "affiliate_name=testaff&amount_brutto=47.00&api_mode=live&campaignkey=0abc123def456&"
                         "currency=EUR&event=on_payment&order_id=ABCD1234&transaction_id=100200300"));
    }

    void onlyWhatWasSignedIsBelieved_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<Signature>("signature");
        const auto row = [](const char *name, const ReceivedRequest &arrived, Signature signature,
                            const QByteArray &passphrase = "PassPhrase1") {
            QTest::newRow(name) << arrived << passphrase << signature;
        };
        const SenderForm sale = seller().signedForm(seller().sale());
        const QByteArray sign = seller().signatureOf(seller().sale());
        row("a sale", sale.posted(), Signature::Right);
        row("its signature in small letters", sale.with("sha_sign", sign.toLower()).posted(),
            Signature::Right);
        row("under the other name", sale.without("sha_sign").with("SHASIGN", sign).posted(),
            Signature::Right);
        row("as a query", sale.asQuery(), Signature::Right);
        row("an empty field more", sale.with("custom2", "").posted(), Signature::Right);
        row("tampered with", seller().tampered(), Signature::Wrong);
        row("a field less", sale.without("currency").posted(), Signature::Wrong);
        row("a field more", sale.with("amount_extra", "1").posted(), Signature::Wrong);
        row("a second amount behind", posted(sale.encoded() + "&amount_affiliate=1"), Signature::Wrong);
        row("signed by another", Digistore24Sender("other").send(seller().sale()), Signature::Wrong);
        row("another passphrase here", sale.posted(), Signature::Wrong, "passphrase1");
        row("no signature", seller().sale().posted(), Signature::Wrong);
        row("an empty signature", sale.with("sha_sign", "").posted(), Signature::Wrong);
        row("no passphrase", sale.posted(), Signature::NoSecret, "");
        row("signed with no passphrase", Digistore24Sender("").send(seller().sale()), Signature::NoSecret,
            "");
        row("no event", seller().send(seller().sale().without("event")), Signature::Unreadable);
        row("a blank event", seller().send(seller().sale().with("event", " \t")), Signature::Unreadable);
        row("an event that may not be kept", seller().send(seller().sale().with("event", "jane@example.com")),
            Signature::Unreadable);
        row("JSON", posted(R"({"event":"on_payment"})"), Signature::Unreadable);
    }
    void onlyWhatWasSignedIsBelieved()
    {
        QFETCH(ReceivedRequest, arrived);
        QFETCH(QByteArray, passphrase);
        QFETCH(Signature, signature);
        const OpenedNotification opened = network(passphrase).open(arrived);
        QCOMPARE(opened.signature, signature);
        QVERIFY(!storedText(opened).contains("sha_sign="));
        QVERIFY(!storedText(opened).contains("Jane"));
    }

    /// What the signature does not cover could have been added by anybody who has seen the message.
    void whatWasNotSignedIsNotKept()
    {
        ReceivedRequest arrived
                = posted("amount_affiliate=9999&" + seller().signedForm(seller().sale()).encoded());
        arrived.query = "campaignkey=m000000000000000000x&amount_affiliate=8888";
        const OpenedNotification opened = network().open(arrived);
        QCOMPARE(opened.signature, Signature::Right);
        QVERIFY(!storedText(opened).contains("9999"));
        QVERIFY(!storedText(opened).contains("8888"));
        QCOMPARE(network().read(arrived).payoutMicros, std::optional<qint64>(23'500'000));
    }

    void listsAreSignedInTheOrderSent()
    {
        const SenderForm form{{"event", "on_payment"}, {"tag[10]", "b"}, {"tag[2]", "a"}, {"tag_x", "c"}};
        const QByteArray text = "event=on_paymentPtag[10]=bPtag[2]=aPtag_x=cP";
        const QByteArray sign = QCryptographicHash::hash(text, QCryptographicHash::Sha512).toHex();
        QCOMPARE(network("P").open(form.with("sha_sign", sign).posted()).signature, Signature::Right);
    }

    void aTruncatedMessageIsNotBelieved()
    {
        const QByteArray whole = seller().signedForm(seller().sale()).encoded();
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(network().open(posted(whole.left(length))).signature != Signature::Right);
        QCOMPARE(network().open(posted(whole)).signature, Signature::Right);
    }

    void anotherEncodingIsNotBelieved()
    {
        QByteArray body = seller().signedForm(seller().sale()).encoded();
        QVERIFY(body.contains("%C3%9F"));
        QCOMPARE(network().open(posted(body.replace("%C3%9F", "%DF"))).signature, Signature::Wrong);
    }

    void nothingIsTooStrangeToOpen_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto bodies = hostileBodies();
        for (const auto &[name, body] : bodies)
            QTest::newRow(name.constData()) << body;
    }
    void nothingIsTooStrangeToOpen()
    {
        QFETCH(QByteArray, body);
        const Signature signature = network().open(posted(body)).signature;
        QVERIFY(signature == Signature::Unreadable || signature == Signature::Wrong);
    }

    void theBuyerIsStoredAsFarAsAllowed_data()
    {
        QTest::addColumn<int>("buyer");
        QTest::addColumn<QByteArrayList>("kept");
        QTest::addColumn<QByteArrayList>("left");
        const QByteArray email = "40bab2ecd95d94178b5baf01d71e7c1beb32a09c5e88f4cebe3abcd8d5f9c6b5";
        const QByteArrayList names{"Jane", "Doe", "Sample", "01234", "secretpart"};
        QTest::newRow("not") << int(BuyerData::Left) << QByteArrayList{"amount_affiliate=23.50"}
                             << names + QByteArrayList{"%40", "1234567", "email"};
        QTest::newRow("hashed") << int(BuyerData::Hashed) << QByteArrayList{"email=", "address_phone_no="}
                                << names + QByteArrayList{"%40", "1234567"};
        QTest::newRow("clear") << int(BuyerData::Clear) << names + QByteArrayList{"Jane.Doe%40example.com"}
                               << QByteArrayList{"sha_sign"};
    }
    void theBuyerIsStoredAsFarAsAllowed()
    {
        QFETCH(int, buyer);
        QFETCH(QByteArrayList, kept);
        QFETCH(QByteArrayList, left);
        for (const ReceivedRequest &arrived : {seller().send(seller().sale()), seller().tampered()}) {
            const QByteArray stored = storedText(network().open(arrived, BuyerData(buyer)));
            for (const QByteArray &text : std::as_const(left))
                QVERIFY2(!stored.contains(text), text.constData());
            for (const QByteArray &text : std::as_const(kept))
                QVERIFY2(stored.contains(text) || arrived.body.contains("23500"), text.constData());
        }
    }
    void anAddressIsHashedAsPlatformsTakeIt()
    {
        const QByteArray stored
                = storedText(network().open(seller().send(seller().sale()), BuyerData::Hashed));
        const QByteArray hash
                = QCryptographicHash::hash("jane.doe@example.com", QCryptographicHash::Sha256).toHex();
        QVERIFY(holds(stored, "email=" + hash));
        const QByteArray phone = QCryptographicHash::hash("491701234567", QCryptographicHash::Sha256).toHex();
        QVERIFY(holds(stored, "address_phone_no=" + phone));
    }

    void whatIsToldOneAfterAnother_data()
    {
        QTest::addColumn<QList<ReceivedRequest>>("messages");
        QTest::addColumn<QString>("conversions");
        const auto row = [](const char *name, const QList<SenderForm> &forms, const char *conversions) {
            QList<ReceivedRequest> messages;
            for (const SenderForm &form : forms)
                messages.append(seller().send(form));
            QTest::newRow(name) << messages << QString::fromLatin1(conversions);
        };
        const SenderForm sale = seller().sale();
        const SenderForm refund = seller().refund();
        row("a sale", {sale}, "approved 23.50-0.00 EUR t:100200300:initial_sale x1");
        row("and again", {sale, sale}, "approved 23.50-0.00 EUR t:100200300:initial_sale x2");
        row("and its refund", {sale, refund}, "refunded 23.50-23.50 EUR t:100200300:initial_sale x2");
        row("the refund twice", {sale, refund, refund},
            "refunded 23.50-23.50 EUR t:100200300:initial_sale x3");
        row("the refund first", {refund, sale}, "refunded 23.50-23.50 EUR t:100200300:initial_sale x2");
        row("the sale again after its refund", {sale, refund, sale},
            "refunded 23.50-23.50 EUR t:100200300:initial_sale x3");
        row("part of it", {sale, refund.with("amount_affiliate", "-10.00")},
            "approved 23.50-10.00 EUR t:100200300:initial_sale x2");
        row("a charge-back", {sale, seller().chargeback()},
            "charged_back 23.50-23.50 EUR t:100200300:initial_sale x2");
        row("a rebill", {sale, seller().rebill()},
            "approved 23.50-0.00 EUR t:100200300:initial_sale x1; approved 23.50-0.00 EUR t:100200311:rebill x1");
        row("the rebill's refund",
            {sale, seller().rebill(), refund.with("parent_transaction_id", "100200311")},
            "approved 23.50-0.00 EUR t:100200300:initial_sale x1; refunded 23.50-23.50 EUR t:100200311:rebill x2");
        row("an upsell of its own", {sale, sale.with("order_type", "upsell").with("transaction_id", "2")},
            "approved 23.50-0.00 EUR t:100200300:initial_sale x1; approved 23.50-0.00 EUR t:2:upsell x1");
        row("a single payment", {sale.with("pay_sequence_no", "0")},
            "approved 23.50-0.00 EUR t:100200300:initial_sale x1");
        row("a refund that names no payment", {sale, refund.without("parent_transaction_id")},
            "refunded 23.50-23.50 EUR t:100200300:initial_sale x2");
        row("a test purchase", {seller().testPurchase()}, "");
        row("its refund, too", {sale, refund.with("api_mode", "test")},
            "approved 23.50-0.00 EUR t:100200300:initial_sale x1");
    }
    void whatIsToldOneAfterAnother()
    {
        QFETCH(QList<ReceivedRequest>, messages);
        QFETCH(QString, conversions);
        NativeNetwork one = network();
        for (const ReceivedRequest &message : std::as_const(messages))
            one.receive(message);
        QCOMPARE(one.ledger.summary(), conversions);
        QVERIFY(one.ledger.keysAreUnique());
    }

    void whatIsNoMoneyIsNews_data()
    {
        QTest::addColumn<ReceivedRequest>("message");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *event, NewsKind kind) {
            QTest::newRow(event) << seller().send(seller().news(event)) << int(kind)
                                 << QString::fromLatin1(event);
        };
        for (const char *event : {"on_payment_missed", "payment_denial", "on_rebill_cancelled",
                                  "on_rebill_resumed", "last_paid_day"})
            row(event, NewsKind::Event);
        for (const char *event : {"on_affiliation", "eticket", "custom_form", "something_new"})
            row(event, NewsKind::Information);
        QTest::newRow("connection test") << seller().send(seller().connectionTest())
                                         << int(NewsKind::SetupTest) << QStringLiteral("connection_test");
    }
    void whatIsNoMoneyIsNews()
    {
        QFETCH(ReceivedRequest, message);
        QFETCH(int, kind);
        QFETCH(QString, word);
        const PostbackReading reading = network().read(message);
        QCOMPARE(int(reading.kind), kind);
        QCOMPARE(reading.newsWord, word);
        QCOMPARE(reading.problem, PostbackCause::None);
    }

    /// The person's own word for an event goes before the protocol's.
    void whatThePersonMapsIsMoney()
    {
        NetworkPreset preset = *NativeNetwork::catalogue().find(QStringLiteral("digistore24_ipn"));
        preset.statusWords.insert(QStringLiteral("on_payment_missed"), ConversionStatus::Rejected);
        const NativeNetwork one = network();
        const ReceivedRequest kept = one.open(seller().send(seller().news("on_payment_missed"))).kept;
        const PostbackReading reading = one.protocol().read(kept, preset, one.ledger.network);
        QCOMPARE(reading.kind, NewsKind::Money);
        QCOMPARE(reading.status, std::optional(ConversionStatus::Rejected));
    }
};

QTEST_APPLESS_MAIN(tst_Digistore24Ipn)
#include "tst_digistore24ipn.moc"
