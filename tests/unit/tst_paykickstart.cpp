// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matching/diagnosis.h"
#include "support/nativenetwork.h"
#include "support/paykickstartsender.h"

#include <QTest>

using namespace Matchbook;

namespace {

const PayKickstartSender &seller()
{
    static const PayKickstartSender one;
    return one;
}

NativeNetwork network(const QByteArray &secret = "CampaignKey1",
                      const QString &preset = QStringLiteral("paykickstart"))
{
    return NativeNetwork(preset, secret);
}

NativeNetwork affiliate(const QByteArray &secret = {})
{
    return network(secret, QStringLiteral("paykickstart_affiliate"));
}

/// Worked by hand: the dash and the omega have no place in ISO-8859-1, a name has blanks around it, one value is 0, one empty.
const char workedForm[]
        = "event=sales&mode=live&payment_processor=stripe&is_rebill=0&amount=9.99&buyer_email=jane%40example.com"
          "&buyer_first_name=Zo%C3%A9&buyer_last_name=++M%C3%BCller%E2%80%93%CE%A9+&billing_city="
          "&transaction_id=PK-TN0LNO7XWR&invoice_id=PK-PZ1WK636WR&tracking_id=m5gc77g00n5y4y0vr933"
          "&transaction_time=1767229200&affiliate_commission_amount=4.99&hash=";

ReceivedRequest posted(const QByteArray &body)
{
    return SenderForm::post(body, "application/x-www-form-urlencoded");
}

} // namespace

class tst_PayKickstart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWorkedExampleIsRight_data()
    {
        QTest::addColumn<QByteArray>("hash");
        QTest::addColumn<Signature>("signature");
        QTest::newRow("as documented")
                << QByteArray("9affea052c88f3cb2ca5a17ede3dc9e240a44a7a") << Signature::Right;
        QTest::newRow("in capitals") << QByteArray("9AFFEA052C88F3CB2CA5A17EDE3DC9E240A44A7A")
                                     << Signature::Right;
        QTest::newRow("as in the sample")
                << QByteArray("d2f2b4eced55094685b3215c9581d04dc80fdc3c") << Signature::Right;
        QTest::newRow("off by one") << QByteArray("9affea052c88f3cb2ca5a17ede3dc9e240a44a7b")
                                    << Signature::Wrong;
        QTest::newRow("cut") << QByteArray("9affea052c88f3cb2ca5a17ede3dc9e240a44a7") << Signature::Wrong;
        QTest::newRow("empty") << QByteArray() << Signature::Wrong;
    }
    void theWorkedExampleIsRight()
    {
        QFETCH(QByteArray, hash);
        QFETCH(Signature, signature);
        QCOMPARE(network().open(posted(workedForm + hash)).signature, signature);
    }

    void onlyWhatWasSignedIsBelieved_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<Signature>("signature");
        const auto row = [](const char *name, const ReceivedRequest &arrived, Signature signature,
                            const QByteArray &secret = "CampaignKey1") {
            QTest::newRow(name) << arrived << secret << signature;
        };
        const SenderForm sale = seller().signedForm(seller().sale());
        row("a sale", sale.posted(), Signature::Right);
        row("without conversion", sale.with("hash", seller().hashWithoutConversion(seller().sale())).posted(),
            Signature::Right);
        row("another order",
            posted("hash=" + seller().hashOf(seller().sale()) + '&' + seller().sale().encoded()),
            Signature::Right);
        row("an empty field more", sale.with("custom", " ").posted(), Signature::Right);
        row("a list more", sale.with("licenses[0]", "HPLD").posted(), Signature::Right);
        row("tampered with", seller().tampered(), Signature::Wrong);
        row("a field less", sale.without("mode").posted(), Signature::Wrong);
        row("a field more", sale.with("custom", "1").posted(), Signature::Wrong);
        row("a second commission", posted(sale.encoded() + "&affiliate_commission_amount=499"),
            Signature::Wrong);
        row("signed by another", PayKickstartSender("other").send(seller().sale()), Signature::Wrong);
        row("another key here", sale.posted(), Signature::Wrong, "campaignkey1");
        row("no hash", seller().sale().posted(), Signature::Wrong);
        row("no key", sale.posted(), Signature::NoSecret, "");
        row("no event", seller().send(seller().sale().without("event")), Signature::Unreadable);
        row("a blank event", seller().send(seller().sale().with("event", " \t")), Signature::Unreadable);
        row("an event that may not be kept", seller().send(seller().sale().with("event", "jane@example.com")),
            Signature::Unreadable);
    }
    void onlyWhatWasSignedIsBelieved()
    {
        QFETCH(ReceivedRequest, arrived);
        QFETCH(QByteArray, secret);
        QFETCH(Signature, signature);
        const OpenedNotification opened = network(secret).open(arrived);
        QCOMPARE(opened.signature, signature);
        QVERIFY(!storedText(opened).contains("hash="));
        QVERIFY(!storedText(opened).contains("e2288202ad23b877c3498a6db6214b5a417b75a4"));
        QVERIFY(!storedText(opened).contains("Zo"));
    }

    void theOldFormIsSaidToBeOne()
    {
        const NativeNetwork one = network();
        const ReceivedRequest old = seller().sale().posted();
        QVERIFY(old.body.contains("verification_code="));
        QCOMPARE(one.open(old).signature, Signature::Wrong);
        QCOMPARE(one.read(old).oldSignature, QStringLiteral("verification_code"));
        QVERIFY(one.read(seller().send(seller().sale())).oldSignature.isEmpty());
        QVERIFY(one.read(seller().sale().without("verification_code").posted()).oldSignature.isEmpty());
        MatchQuestion question;
        question.reading = one.read(old);
        question.signature = Signature::Wrong;
        const MatchDecision decision = matchPostback(question);
        QCOMPARE(decision.cause, PostbackCause::SignatureWrong);
        QVERIFY(explanation(decision.outcome, decision.cause, decision.detail)
                        .contains(QStringLiteral("verification_code")));
    }

    void whatWasNotSignedIsNotKept()
    {
        const QByteArray sale = seller().signedForm(seller().sale()).encoded();
        ReceivedRequest arrived
                = posted("affiliate_commission_amount=9999&" + sale + "&licenses[0]=NOTSIGNED");
        arrived.query = "affiliate_commission_amount=8888";
        const OpenedNotification opened = network().open(arrived);
        QCOMPARE(opened.signature, Signature::Right);
        for (const QByteArray text : {"9999", "8888", "NOTSIGNED"})
            QVERIFY2(!storedText(opened).contains(text), text.constData());
        // Zeros are not covered by the hash, but a commission of nothing must not become the offer's payout.
        const ReceivedRequest nothing
                = seller().send(seller().sale().with("affiliate_commission_amount", "0"));
        QCOMPARE(network().read(nothing).payoutMicros, std::optional<qint64>(0));
    }

    void aTruncatedMessageIsNotBelieved()
    {
        const QByteArray whole = seller().signedForm(seller().sale()).encoded();
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(network().open(posted(whole.left(length))).signature != Signature::Right);
    }

    void aFormInIso88591IsNotBelieved()
    {
        QByteArray body = seller().signedForm(seller().sale()).encoded();
        QVERIFY(body.contains("Zo%C3%A9"));
        QCOMPARE(network().open(posted(body.replace("Zo%C3%A9", "Zo%E9"))).signature, Signature::Wrong);
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
        affiliate().read(posted(body));
    }

    /// An affiliate seldom has the seller's key: then the secret part of the URL is what protects.
    void anAffiliateMayDoWithoutTheKey()
    {
        const ReceivedRequest copy = seller().affiliateCopy().posted();
        QVERIFY(!affiliate().protocol().isSigned);
        QCOMPARE(affiliate().open(copy).signature, Signature::Unchecked);
        QCOMPARE(affiliate("CampaignKey1").open(copy).signature, Signature::Wrong);
        const ReceivedRequest signedCopy = seller().send(seller().affiliateCopy());
        QCOMPARE(affiliate("CampaignKey1").open(signedCopy).signature, Signature::Right);
        QCOMPARE(affiliate("other").open(signedCopy).signature, Signature::Wrong);
        QCOMPARE(affiliate().open(signedCopy).signature, Signature::Unchecked);
        QVERIFY(!storedText(affiliate().open(signedCopy)).contains("hash"));
        NativeNetwork one = affiliate();
        one.receive(copy);
        QCOMPARE(one.ledger.summary(), QStringLiteral("approved 4.99-0.00 USD t:PK-TN0LNO7XWR:sale x1"));
    }

    void theBuyerIsStoredAsFarAsAllowed_data()
    {
        QTest::addColumn<int>("buyer");
        QTest::addColumn<bool>("names");
        QTest::addColumn<bool>("address");
        QTest::addColumn<bool>("hash");
        QTest::newRow("not") << int(BuyerData::Left) << false << false << false;
        QTest::newRow("hashed") << int(BuyerData::Hashed) << false << false << true;
        QTest::newRow("clear") << int(BuyerData::Clear) << true << true << false;
    }
    void theBuyerIsStoredAsFarAsAllowed()
    {
        QFETCH(int, buyer);
        QFETCH(bool, names);
        QFETCH(bool, address);
        QFETCH(bool, hash);
        const QByteArray stored
                = storedText(network().open(seller().send(seller().sale()), BuyerData(buyer)));
        for (const QByteArray text : {"Zo%C3%A9", "192.0.2.77", "Sample"})
            QCOMPARE(stored.contains(text), names);
        QCOMPARE(stored.contains("zoe%40example.com"), address);
        const QByteArray digest
                = QCryptographicHash::hash("zoe@example.com", QCryptographicHash::Sha256).toHex();
        QCOMPARE(holds(stored, "buyer_email=" + digest), hash);
        QVERIFY(stored.contains("affiliate_commission_amount=4.99"));
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
        row("a sale", {sale}, "approved 4.99-0.00 USD t:PK-TN0LNO7XWR:sale x1");
        row("and again", {sale, sale}, "approved 4.99-0.00 USD t:PK-TN0LNO7XWR:sale x2");
        row("told as the first payment as well", {sale, sale.with("event", "subscription-payment")},
            "approved 4.99-0.00 USD t:PK-TN0LNO7XWR:sale x2");
        row("and its refund", {sale, refund}, "refunded 4.99-4.99 USD t:PK-TN0LNO7XWR:sale x2");
        row("the refund twice", {sale, refund, refund}, "refunded 4.99-4.99 USD t:PK-TN0LNO7XWR:sale x3");
        row("the refund first", {refund, sale}, "refunded 4.99-4.99 USD t:PK-TN0LNO7XWR:sale x2");
        row("a rebill", {sale, seller().rebill()},
            "approved 4.99-0.00 USD t:PK-TN0LNO7XWR:sale x1; approved 4.99-0.00 USD t:PK-REBILL0002:rebill x1");
        row("a test sale", {seller().testSale()}, "");
        row("a test refund", {sale, refund.with("mode", "test")},
            "approved 4.99-0.00 USD t:PK-TN0LNO7XWR:sale x1");
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

    /// Its words for refunds are not documented, so behind an unknown one there may be money.
    void anUnknownWordIsAQuestion()
    {
        const PostbackReading unknown = network().read(seller().send(seller().news("clawback")));
        QCOMPARE(unknown.kind, NewsKind::Money);
        QCOMPARE(unknown.problem, PostbackCause::UnknownStatus);
        NetworkPreset preset = *NativeNetwork::catalogue().find(QStringLiteral("paykickstart"));
        preset.statusWords.insert(QStringLiteral("subscription-cancelled"), ConversionStatus::Ignored);
        const NativeNetwork one = network();
        const ReceivedRequest kept = one.open(seller().send(seller().news("subscription-cancelled"))).kept;
        const PostbackReading mapped = one.protocol().read(kept, preset, one.ledger.network);
        QCOMPARE(mapped.kind, NewsKind::Event);
        QCOMPARE(mapped.newsWord, QStringLiteral("subscription-cancelled"));
    }
};

QTEST_APPLESS_MAIN(tst_PayKickstart)
#include "tst_paykickstart.moc"
