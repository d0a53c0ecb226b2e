// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/nativenetwork.h"
#include "support/thrivecartsender.h"

#include <QTest>

using namespace Matchbook;

namespace {

const ThriveCartSender &seller()
{
    static const ThriveCartSender one;
    return one;
}

NativeNetwork network(const QByteArray &secret = "SECRETWORD1")
{
    return NativeNetwork(QStringLiteral("thrivecart"), secret);
}

ReceivedRequest posted(const QByteArray &body)
{
    return SenderForm::post(body, "application/x-www-form-urlencoded");
}

} // namespace

class tst_ThriveCart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhoKnowsTheSecretIsBelieved_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<Signature>("signature");
        const auto row = [](const char *name, const ReceivedRequest &arrived, Signature signature,
                            const QByteArray &secret = "SECRETWORD1") {
            QTest::newRow(name) << arrived << secret << signature;
        };
        const SenderForm sale = seller().sale();
        row("a sale", seller().send(sale), Signature::Right);
        row("as JSON", seller().saleAsJson(), Signature::Right);
        row("the secret first", posted("thrivecart_secret=SECRETWORD1&" + sale.encoded()), Signature::Right);
        row("a wrong one", ThriveCartSender("SECRETWORD2").send(sale), Signature::Wrong);
        row("a wrong one as JSON", ThriveCartSender("other").saleAsJson(), Signature::Wrong);
        row("one cut short", ThriveCartSender("SECRETWORD").send(sale), Signature::Wrong);
        row("one with something behind it", ThriveCartSender("SECRETWORD1 ").send(sale), Signature::Wrong);
        row("in small letters", ThriveCartSender("secretword1").send(sale), Signature::Wrong);
        row("an empty one", ThriveCartSender("").send(sale), Signature::Wrong);
        row("none", seller().withoutSecret(), Signature::Wrong);
        row("the right one, then another",
            posted(seller().withSecret(sale).encoded() + "&thrivecart_secret=x"), Signature::Wrong);
        row("no secret here", seller().send(sale), Signature::NoSecret, "");
        row("neither here nor there", seller().withoutSecret(), Signature::NoSecret, "");
        row("no event", seller().send(sale.without("event")), Signature::Unreadable);
        row("a blank event", seller().send(sale.with("event", " \t")), Signature::Unreadable);
    }
    void onlyWhoKnowsTheSecretIsBelieved()
    {
        QFETCH(ReceivedRequest, arrived);
        QFETCH(QByteArray, secret);
        QFETCH(Signature, signature);
        const NativeNetwork one = network(secret);
        for (const BuyerData buyer : {BuyerData::Left, BuyerData::Hashed, BuyerData::Clear}) {
            const OpenedNotification opened = one.open(arrived, buyer);
            QCOMPARE(opened.signature, signature);
            QVERIFY(!storedText(opened).contains("thrivecart_secret"));
            QVERIFY(!storedText(opened).contains("SECRETWORD"));
        }
    }

    void aFormAndJsonAreReadAlike()
    {
        for (const ReceivedRequest &arrived : {seller().send(seller().sale()), seller().saleAsJson()}) {
            const PostbackReading reading = network().read(arrived);
            QCOMPARE(reading.clickIdText, QByteArray("m5gc77g00n5y4y0vr933"));
            QCOMPARE(reading.transactionId, QStringLiteral("1514394"));
            QCOMPARE(reading.payoutMicros, std::optional<qint64>(100'000'000));
            QCOMPARE(reading.currency, std::optional(Currency::usd()));
            QCOMPARE(reading.status, std::optional(ConversionStatus::Approved));
            QCOMPARE(reading.event, QStringLiteral("sale"));
        }
    }

    void pricesAreHundredths_data()
    {
        QTest::addColumn<QByteArray>("total");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("whole") << QByteArray("4700") << qint64(47'000'000);
        QTest::newRow("one cent") << QByteArray("1") << qint64(10'000);
        QTest::newRow("nothing") << QByteArray("0") << qint64(0);
        QTest::newRow("many") << QByteArray("1234567") << qint64(12'345'670'000);
        QTest::newRow("already in whole units") << QByteArray("47.00") << qint64(47'000'000);
    }
    void pricesAreHundredths()
    {
        QFETCH(QByteArray, total);
        QFETCH(qint64, micros);
        const PostbackReading reading
                = network().read(seller().send(seller().sale().with("order[total]", total)));
        QCOMPARE(reading.payoutMicros, std::optional(micros));
    }

    /// A long order has hundreds of lines, and what follows them must be found all the same.
    void aLongOrderIsReadToItsEnd()
    {
        SenderForm sale = seller().sale().without("passthrough[clickid]");
        for (int item = 0; item < 400; ++item)
            sale = sale.with("order[charges][" + QByteArray::number(item) + "][name]", "Course");
        sale = sale.with("passthrough[clickid]", "m5gc77g00n5y4y0vr933");
        QCOMPARE(network().read(seller().send(sale)).clickIdText, QByteArray("m5gc77g00n5y4y0vr933"));
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

    void aTruncatedMessageKeepsNoSecret()
    {
        const QByteArray whole = "thrivecart_secret=SECRETWORD1&" + seller().sale().encoded();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const OpenedNotification opened = network().open(posted(whole.left(length)));
            QVERIFY2(!storedText(opened).contains("SECRET"), whole.left(length).constData());
            QVERIFY(!storedText(opened).contains("Smith"));
        }
    }

    void theBuyerIsStoredAsFarAsAllowed_data()
    {
        QTest::addColumn<int>("buyer");
        QTest::addColumn<bool>("names");
        QTest::addColumn<bool>("hash");
        QTest::newRow("not") << int(BuyerData::Left) << false << false;
        QTest::newRow("hashed") << int(BuyerData::Hashed) << false << true;
        QTest::newRow("clear") << int(BuyerData::Clear) << true << false;
    }
    void theBuyerIsStoredAsFarAsAllowed()
    {
        QFETCH(int, buyer);
        QFETCH(bool, names);
        QFETCH(bool, hash);
        const QByteArray digest
                = QCryptographicHash::hash("jane@example.com", QCryptographicHash::Sha256).toHex();
        const QByteArray stored
                = storedText(network().open(seller().send(seller().sale()), BuyerData(buyer)));
        for (const QByteArray text :
             {"Jane", "Smith", "192.0.2.77", "Sampletown", "0100", "jane%40example.com"})
            QCOMPARE(stored.contains(text), names);
        QCOMPARE(holds(stored, "customer.email=" + digest), hash);
        QVERIFY(stored.contains("order.total=10000"));
        const QByteArray json = storedText(network().open(seller().saleAsJson(), BuyerData(buyer)));
        QCOMPARE(json.contains("Sampletown"), names);
        QCOMPARE(holds(json, "customer.email=" + digest), hash);
        const QByteArray unbelieved
                = storedText(network("other").open(seller().saleAsJson(), BuyerData(buyer)));
        QCOMPARE(unbelieved.contains("Sampletown"), names);
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
        const SenderForm part = seller().refund();
        const SenderForm refund = part.with("refund[amount]", "10000");
        row("a sale", {sale}, "approved 100.00-0.00 USD t:1514394:sale x1");
        row("and again", {sale, sale}, "approved 100.00-0.00 USD t:1514394:sale x2");
        row("part of it back", {sale, part}, "approved 100.00-40.00 USD t:1514394:sale x2");
        row("all of it back", {sale, refund}, "refunded 100.00-100.00 USD t:1514394:sale x2");
        row("the refund first", {refund, sale}, "refunded 100.00-100.00 USD t:1514394:sale x2");
        row("the sale again after its refund", {sale, refund, sale},
            "refunded 100.00-100.00 USD t:1514394:sale x3");
        row("two rebills", {sale, seller().rebill(), seller().rebill().with("invoice_id", "000000007")},
            "approved 100.00-0.00 USD t:1514394:sale x1; approved 29.00-0.00 USD t:1514394/000000006:rebill x1; "
            "approved 29.00-0.00 USD t:1514394/000000007:rebill x1");
        row("a rebill twice", {seller().rebill(), seller().rebill()},
            "approved 29.00-0.00 USD t:1514394/000000006:rebill x2");
        row("an order in test mode", {seller().testOrder()}, "");
        row("by its number alone", {sale.without("mode").with("mode_int", "1")}, "");
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
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *event, NewsKind kind) {
            QTest::newRow(event) << QByteArray(event) << int(kind);
        };
        for (const char *event : {"order.rebill_failed", "order.subscription_cancelled",
                                  "order.subscription_paused", "order.subscription_resumed"})
            row(event, NewsKind::Event);
        for (const char *event : {"cart.abandoned", "customer_updated", "affiliate.commission_earned",
                                  "affiliate.commission_payout", "affiliate.commission_refund"})
            row(event, NewsKind::Information);
    }
    void whatIsNoMoneyIsNews()
    {
        QFETCH(QByteArray, event);
        QFETCH(int, kind);
        const PostbackReading reading = network().read(seller().send(seller().news(event)));
        QCOMPARE(int(reading.kind), kind);
        QCOMPARE(reading.newsWord, QString::fromLatin1(event));
        QVERIFY(!reading.payoutMicros);
    }

    /// Another of ThriveCart's interfaces says the same in other words, so behind an unknown one there may be money.
    void anUnknownWordIsAQuestion()
    {
        const PostbackReading reading = network().read(seller().send(seller().news("order_payment_product")));
        QCOMPARE(reading.kind, NewsKind::Money);
        QCOMPARE(reading.problem, PostbackCause::UnknownStatus);
        QCOMPARE(reading.problemDetail, QStringLiteral("order_payment_product"));
    }
};

QTEST_APPLESS_MAIN(tst_ThriveCart)
#include "tst_thrivecart.moc"
