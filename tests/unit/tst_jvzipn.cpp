// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/jvzoosender.h"
#include "support/nativenetwork.h"

#include <QTest>

using namespace Matchbook;

namespace {

const JvzooSender &theirs()
{
    static const JvzooSender one;
    return one;
}

NativeNetwork first(const QByteArray &secret = "M4tchbookTest")
{
    return NativeNetwork(QStringLiteral("jvzoo_ipn_v1"), secret);
}

NativeNetwork second(const QByteArray &secret = "M4tchbookTest")
{
    return NativeNetwork(QStringLiteral("jvzoo_ipn_v2"), secret);
}

ReceivedRequest posted(const QByteArray &body)
{
    return SenderForm::post(body, "application/x-www-form-urlencoded");
}

/// The worked example of the facts, in the order of no alphabet.
SenderForm published(const QByteArray &cverify)
{
    return {{"ctranstime", "1700000000"},
            {"ccustname", "Jane Doe"},
            {"ccuststate", "CA"},
            {"ccustcc", "US"},
            {"ccustemail", "jane@example.com"},
            {"cproditem", "123456"},
            {"cprodtitle", "Caf\xC3\xA9 Course"},
            {"cprodtype", "STANDARD"},
            {"ctransaction", "SALE"},
            {"ctransaffiliate", "987654"},
            {"ctransamount", "47.00"},
            {"ctranspaymentmethod", "PYPL"},
            {"ctransvendor", "555001"},
            {"ctransreceipt", "AP-0TEST0001"},
            {"cupsellreceipt", ""},
            {"caffitid", "0abc123def456"},
            {"cvendthru", "c=x&d=1"},
            {"cverify", cverify}};
}

SenderForm published2(const QByteArray &cverify)
{
    return {{"paykey", "AP-TESTPAYKEY1"},
            {"customer_email", "jane@example.com"},
            {"product_name", "Caf\xC3\xA9 Course"},
            {"transaction_type", "SALE"},
            {"date", "2026-01-02 03:04:05"},
            {"transaction_id", "AP-TESTPAYKEY1"},
            {"total", "47.00"},
            {"cverify", cverify}};
}

QString fact(const PostbackReading &reading)
{
    return QStringList{QString::fromUtf8(reading.clickIdText), reading.transactionId, reading.event,
                       reading.status ? QString(statusWord(*reading.status)) : QString(),
                       reading.payoutMicros ? microsToDecimal(*reading.payoutMicros) : QString()}
            .join(u'|');
}

} // namespace

class tst_JvzIpn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePublishedExamplesAreRight_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<Signature>("signature");
        const QString v1 = QStringLiteral("jvzoo_ipn_v1");
        const QString v2 = QStringLiteral("jvzoo_ipn_v2");
        const QByteArray secret = "M4tchbookTest";
        QTest::newRow("version 1") << v1 << secret << published("CC9F3E11").posted() << Signature::Right;
        QTest::newRow("in small letters")
                << v1 << secret << published("cc9f3e11").posted() << Signature::Right;
        QTest::newRow("without ctranstime")
                << v1 << secret << published("FD211769").posted() << Signature::Wrong;
        QTest::newRow("the shortest")
                << v1 << QByteArray("secret")
                << SenderForm({{"ccustname", "fullname"}, {"cverify", "38CFCDED"}}).posted()
                << Signature::Right;
        QTest::newRow("version 2") << v2 << secret << published2("E5BF0E98").posted() << Signature::Right;
        QTest::newRow("version 2 as 1")
                << v1 << secret << published2("E5BF0E98").posted() << Signature::Wrong;
        QTest::newRow("version 1 as 2") << v2 << secret << published("CC9F3E11").posted() << Signature::Wrong;
    }
    void thePublishedExamplesAreRight()
    {
        QFETCH(QString, preset);
        QFETCH(QByteArray, secret);
        QFETCH(ReceivedRequest, arrived);
        QFETCH(Signature, signature);
        QCOMPARE(NativeNetwork(preset, secret).open(arrived).signature, signature);
    }

    void thePublishedExamplesAreRead()
    {
        const PostbackReading one = first().read(published("CC9F3E11").posted());
        QCOMPARE(fact(one), QStringLiteral("0abc123def456|AP-0TEST0001|sale|approved|47.00"));
        const PostbackReading two = second().read(published2("E5BF0E98").posted());
        QCOMPARE(fact(two), QStringLiteral("|AP-TESTPAYKEY1|sale|approved|47.00"));
    }
    void aSignedMessageThatSaysNothingCountsNothing()
    {
        const SenderForm shortest{{"ccustname", "fullname"}, {"cverify", "38CFCDED"}};
        const PostbackReading reading = first("secret").read(shortest.posted());
        QCOMPARE(reading.kind, NewsKind::Information);
        QCOMPARE(reading.status, std::optional(ConversionStatus::Ignored));
    }

    void onlyWhatWasSignedIsBelieved_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<Signature>("signature");
        const auto row = [](const char *name, const ReceivedRequest &arrived, Signature signature,
                            const QByteArray &secret = "M4tchbookTest") {
            QTest::newRow(name) << arrived << secret << signature;
        };
        const QByteArray sign = theirs().signatureOf(JvzooSender::sale());
        const SenderForm sale = JvzooSender::sale().with("cverify", sign);
        row("a sale", sale.posted(), Signature::Right);
        row("as a query", sale.asQuery(), Signature::Right);
        row("white space around the signature", sale.with("cverify", " " + sign + "\n").posted(),
            Signature::Right);
        row("tampered with", theirs().tampered(), Signature::Wrong);
        row("a field less", sale.without("ccustcc").posted(), Signature::Wrong);
        row("an empty field less", sale.without("cupsellreceipt").posted(), Signature::Wrong);
        row("a field more", sale.with("x", "").posted(), Signature::Wrong);
        row("a second amount behind", posted(sale.encoded() + "&ctransamount=1"), Signature::Wrong);
        row("signed by another", JvzooSender("other").send(JvzooSender::sale()), Signature::Wrong);
        row("another secret here", sale.posted(), Signature::Wrong, "m4tchbooktest");
        row("no signature", JvzooSender::sale().posted(), Signature::Wrong);
        row("an empty signature", sale.with("cverify", "").posted(), Signature::Wrong);
        row("half of it", sale.with("cverify", sign.left(4)).posted(), Signature::Wrong);
        row("more than it", sale.with("cverify", sign + "00").posted(), Signature::Wrong);
        row("no secret", sale.posted(), Signature::NoSecret, "");
        row("signed with no secret", JvzooSender("").send(JvzooSender::sale()), Signature::NoSecret, "");
        row("another form", posted("a=1&b=2"), Signature::Unreadable);
        row("JSON", posted(R"({"ctransaction":"SALE","cverify":"00000000"})"), Signature::Unreadable);
    }
    void onlyWhatWasSignedIsBelieved()
    {
        QFETCH(ReceivedRequest, arrived);
        QFETCH(QByteArray, secret);
        QFETCH(Signature, signature);
        const OpenedNotification opened = first(secret).open(arrived);
        QCOMPARE(opened.signature, signature);
        QVERIFY(!storedText(opened).contains("cverify="));
        QVERIFY(!storedText(opened).contains("Jane"));
    }

    void theSecondVersionSignsFiveFields_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<Signature>("signature");
        for (const char *name : {"paykey", "customer_email", "product_name", "transaction_type", "date"})
            QTest::newRow(name) << QByteArray(name) << Signature::Wrong;
        QTest::newRow("total") << QByteArray("total") << Signature::Right;
        QTest::newRow("none") << QByteArray("something") << Signature::Right;
    }
    void theSecondVersionSignsFiveFields()
    {
        QFETCH(QByteArray, field);
        QFETCH(Signature, signature);
        const SenderForm sale = JvzooSender::sale2();
        const SenderForm sent = sale.with("cverify", theirs().signatureOf2(sale)).with(field, "other");
        QCOMPARE(second().open(sent.posted()).signature, signature);
        QCOMPARE(second("other").open(theirs().send2(sale)).signature, Signature::Wrong);
        QCOMPARE(second("").open(theirs().send2(sale)).signature, Signature::NoSecret);
        QCOMPARE(second().open(sale.posted()).signature, Signature::Wrong);
    }

    /// The signature is over UTF-8 also where the form is not.
    void theSignatureIsOverUtf8()
    {
        QByteArray body
                = JvzooSender::sale().with("cverify", theirs().signatureOf(JvzooSender::sale())).encoded();
        QVERIFY(body.contains("%C3%A9"));
        body.replace("%C3%A9", "%E9");
        QCOMPARE(first().open(posted(body)).signature, Signature::Right);
        const SenderForm latin = JvzooSender::sale().with("cprodtitle", "Caf\xE9 Course");
        QCOMPARE(first().open(theirs().send(latin)).signature, Signature::Wrong);
        body.replace("%E9", "%C3%83%C2%A9");
        QCOMPARE(first().open(posted(body)).signature, Signature::Wrong);
    }

    void aTruncatedMessageIsNotBelieved()
    {
        const QByteArray whole
                = JvzooSender::sale().with("cverify", theirs().signatureOf(JvzooSender::sale())).encoded();
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(first().open(posted(whole.left(length))).signature != Signature::Right);
        QCOMPARE(first().open(posted(whole)).signature, Signature::Right);
    }

    void whatWasNotSignedIsNotKept()
    {
        ReceivedRequest arrived = posted(
                "ctransamount=9999&"
                + JvzooSender::sale().with("cverify", theirs().signatureOf(JvzooSender::sale())).encoded());
        arrived.query = "caffitid=m000000000000000000x&ctransamount=8888";
        const OpenedNotification opened = first().open(arrived);
        QCOMPARE(opened.signature, Signature::Right);
        QVERIFY(!storedText(opened).contains("9999"));
        QVERIFY(!storedText(opened).contains("8888"));
        QCOMPARE(first().read(arrived).payoutMicros, std::optional<qint64>(47'000'000));
    }

    void everyTransactionTypeIsKnown_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("event");
        const auto row = [](const char *type, NewsKind kind, const char *status, const char *event = "sale") {
            QTest::newRow(type) << QByteArray(type) << int(kind) << QString::fromLatin1(status)
                                << QString::fromLatin1(event);
        };
        row("SALE", NewsKind::Money, "approved");
        row("BILL", NewsKind::Money, "approved", "rebill");
        row("RFND", NewsKind::Money, "refunded");
        row("CGBK", NewsKind::Money, "charged_back");
        row("INSF", NewsKind::Money, "charged_back");
        row("TEST", NewsKind::SetupTest, "test");
        row("CANCEL-REBILL", NewsKind::Event, "ignored");
        row("UNCANCEL-REBILL", NewsKind::Event, "ignored");
    }
    void anUnknownTypeWaitsForAPerson()
    {
        const PostbackReading reading
                = first().read(theirs().send(JvzooSender::sale().with("ctransaction", "INSTAL")));
        QCOMPARE(reading.kind, NewsKind::Money);
        QCOMPARE(reading.problem, PostbackCause::UnknownStatus);
    }
    void everyTransactionTypeIsKnown()
    {
        QFETCH(QByteArray, type);
        QFETCH(int, kind);
        QFETCH(QString, status);
        QFETCH(QString, event);
        const PostbackReading one
                = first().read(theirs().send(JvzooSender::sale().with("ctransaction", type)));
        const PostbackReading two
                = second().read(theirs().send2(JvzooSender::sale2().with("transaction_type", type)));
        for (const PostbackReading &reading : {one, two}) {
            QCOMPARE(int(reading.kind), kind);
            QVERIFY(reading.status);
            QCOMPARE(QString(statusWord(*reading.status)), status);
            QCOMPARE(reading.event, event);
            QCOMPARE(reading.newsWord,
                     reading.kind == NewsKind::Money ? QString() : QString::fromLatin1(type));
            QCOMPARE(reading.transactionId.isEmpty(), reading.kind == NewsKind::SetupTest);
        }
    }

    void theUnitOfAnAmountIsSeenByItsMark_data()
    {
        QTest::addColumn<QByteArray>("amount");
        QTest::addColumn<QString>("payout");
        QTest::newRow("cents") << QByteArray("1000") << QStringLiteral("10.00");
        QTest::newRow("dollars") << QByteArray("1.00") << QStringLiteral("1.00");
        QTest::newRow("a single cent") << QByteArray("1") << QStringLiteral("0.01");
        QTest::newRow("nothing") << QByteArray("0") << QStringLiteral("0.00");
        QTest::newRow("no amount") << QByteArray() << QString();
    }
    void theUnitOfAnAmountIsSeenByItsMark()
    {
        QFETCH(QByteArray, amount);
        QFETCH(QString, payout);
        const PostbackReading reading
                = first().read(theirs().send(JvzooSender::sale().with("ctransamount", amount)));
        QCOMPARE(reading.payoutMicros ? microsToDecimal(*reading.payoutMicros) : QString(), payout);
    }

    void thePayoutIsTheVendorsPart_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QString>("payout");
        const auto row = [](const char *name, const char *list, const char *payout) {
            QTest::newRow(name) << QByteArray(list) << QString::fromLatin1(payout);
        };
        row("one", R"([{"payout_type":"VENDOR","payee_amount":"20.50"}])", "20.50");
        row("a number", R"([{"payout_type":"VENDOR","payee_amount":20.5}])", "20.50");
        row("two",
            R"([{"payout_type":"vendor","payee_amount":"20"},{"payout_type":"VENDOR","payee_amount":"0.5"}])",
            "20.50");
        row("another's only", R"([{"payout_type":"JV","payee_amount":"20.50"}])", "47.00");
        row("no number", R"([{"payout_type":"VENDOR","payee_amount":"much"}])", "47.00");
        row("no list", R"({"payout_type":"VENDOR","payee_amount":"20.50"})", "47.00");
        row("no JSON", "[[[", "47.00");
        row("nothing", "", "47.00");
    }
    void thePayoutIsTheVendorsPart()
    {
        QFETCH(QByteArray, list);
        QFETCH(QString, payout);
        const PostbackReading reading
                = second().read(theirs().send2(JvzooSender::sale2().with("transactionPayouts", list)));
        QCOMPARE(microsToDecimal(reading.payoutMicros.value_or(-1)), payout);
    }

    void whatIsToldOneAfterAnother_data()
    {
        QTest::addColumn<QList<SenderForm>>("messages");
        QTest::addColumn<QString>("conversions");
        const auto row = [](const char *name, const QList<SenderForm> &messages, const char *conversions) {
            QTest::newRow(name) << messages << QString::fromLatin1(conversions);
        };
        const SenderForm sale = JvzooSender::sale();
        const SenderForm refund = JvzooSender::refund();
        row("a sale", {sale}, "approved 47.00-0.00 USD t:AP-0TEST0001:sale x1");
        row("and again", {sale, sale}, "approved 47.00-0.00 USD t:AP-0TEST0001:sale x2");
        row("its refund", {sale, refund}, "refunded 47.00-47.00 USD t:AP-0TEST0001:sale x2");
        row("its refund with a minus sign", {sale, refund.with("ctransamount", "-4700")},
            "refunded 47.00-47.00 USD t:AP-0TEST0001:sale x2");
        row("the refund twice", {sale, refund, refund}, "refunded 47.00-47.00 USD t:AP-0TEST0001:sale x3");
        row("the refund first", {refund, sale}, "refunded 47.00-47.00 USD t:AP-0TEST0001:sale x2");
        row("the sale again after its refund", {sale, refund, sale},
            "refunded 47.00-47.00 USD t:AP-0TEST0001:sale x3");
        row("a charge-back", {sale, JvzooSender::chargeback()},
            "charged_back 47.00-47.00 USD t:AP-0TEST0001:sale x2");
        row("a rebill and its refund",
            {sale, JvzooSender::rebill(), refund.with("ctransreceipt", "AP-0TEST0001-B001")},
            "approved 47.00-0.00 USD t:AP-0TEST0001:sale x1; "
            "refunded 47.00-47.00 USD t:AP-0TEST0001-B001:rebill x2");
    }
    void whatIsToldOneAfterAnother()
    {
        QFETCH(QList<SenderForm>, messages);
        QFETCH(QString, conversions);
        NativeNetwork one = first();
        for (const SenderForm &message : std::as_const(messages))
            one.receive(theirs().send(message));
        QCOMPARE(one.ledger.summary(), conversions);
    }
    void theSecondVersionIsToldOneAfterAnother()
    {
        NativeNetwork one = second();
        one.receive(theirs().send2(JvzooSender::sale2()));
        one.receive(theirs().send2(JvzooSender::rebill2()));
        one.receive(theirs().send2(JvzooSender::refund2()));
        one.receive(theirs().send2(JvzooSender::sale2()));
        QCOMPARE(one.ledger.summary(),
                 QStringLiteral("refunded 20.50-20.50 USD t:AP-TESTPAYKEY1:sale x3; "
                                "approved 20.50-0.00 USD t:AP-TESTPAYKEY1-B001:rebill x1"));
    }

    void theBuyerIsStoredAsFarAsAllowed_data()
    {
        QTest::addColumn<int>("buyer");
        QTest::addColumn<QByteArrayList>("kept");
        QTest::addColumn<QByteArrayList>("left");
        const QByteArray email
                = QCryptographicHash::hash("jane.doe@example.com", QCryptographicHash::Sha256).toHex();
        const QByteArrayList names{"Jane", "jane", "Doe", "%40", "Ann", "vendor%40"};
        QTest::newRow("not") << int(BuyerData::Left) << QByteArrayList() << names + QByteArrayList{email};
        QTest::newRow("hashed") << int(BuyerData::Hashed) << QByteArrayList{email} << names;
        QTest::newRow("clear") << int(BuyerData::Clear)
                               << QByteArrayList{"Jane%20Doe", "Jane.Doe%40example.com"}
                               << QByteArrayList{email, "M4tchbookTest", "cverify"};
    }
    void theBuyerIsStoredAsFarAsAllowed()
    {
        QFETCH(int, buyer);
        QFETCH(QByteArrayList, kept);
        QFETCH(QByteArrayList, left);
        const QByteArray stored[]
                = {storedText(first().open(theirs().send(JvzooSender::sale()), BuyerData(buyer))),
                   storedText(second().open(theirs().send2(JvzooSender::sale2()), BuyerData(buyer)))};
        for (const QByteArray &text : stored) {
            for (const QByteArray &part : std::as_const(kept))
                QVERIFY2(text.contains(part), part.constData());
            for (const QByteArray &part : std::as_const(left))
                QVERIFY2(!text.contains(part), part.constData());
        }
    }

    void nothingIsTooStrangeToOpen_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto bodies = hostileBodies();
        for (const auto &[name, body] : bodies)
            QTest::newRow(name.constData()) << body;
        QTest::newRow("ten megabytes signed")
                << "cverify=00000000&ctransaction=SALE&x=" + QByteArray(10 * 1024 * 1024, 'x');
        const SenderForm many = JvzooSender::sale2().with(
                "transactionPayouts",
                "[" + QByteArray(R"({"payout_type":"X","payee_amount":1e9},)").repeated(200'000));
        QTest::newRow("two hundred thousand payouts") << theirs().send2(many).body;
    }
    void nothingIsTooStrangeToOpen()
    {
        QFETCH(QByteArray, body);
        for (const NativeNetwork &one : {first("x"), second("x")}) {
            const Signature signature = one.open(posted(body)).signature;
            QVERIFY(signature == Signature::Unreadable || signature == Signature::Wrong);
        }
    }
};

QTEST_APPLESS_MAIN(tst_JvzIpn)
#include "tst_jvzipn.moc"
