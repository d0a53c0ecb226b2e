// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/clickbanksender.h"
#include "support/nativenetwork.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Matchbook;

namespace {

const char published[]
        = "P3JTdkJXu5RfRTES8ByCb6mtZ/9DSx/z0ft5CMa7id6My4o62yx0ZwTedVBzOxsCo2zqM9cHBQTZCFXqSEckaXWFR1PPNojEDcOkDHj0hkWY+"
          "XgJgE9zos5TezA7J/uyvHQGnP7ATohyAdkZnPaLtsqdtlGn7XHdaBfQACQCpA1vSYDAdVzn10F16VjHwuXoxDP494hhyPJS54Vj7EqgdKCrMk8"
          "Hr5Es4qEfeBWHBaVq4OfwFtmudYoWeZQ8946oiV2ed1C0H5erU5+SvVzKaFZQHHV0uCwL/dBIx4QNtGLIgtTrsiSuZivbsYPx/ZmoPTzC5q4M8c"
          "ylzKUDhe6C9bBXBELEQKh8PiA2bfZ9B5CdyNO4rpf0u3QpXzctseB+DYtGSlfIVcfSc5Bj93YTZ/qA8PSF9CMMtCoI2zHTh4zmK4KN+VibGud/t"
          "Sci82YhyQjwoU09yUd+/JTa6IYsYIoYt07/jZ5lTpoONC3GeX2LEj/VbtZrBwd8kR9nHCsd";
const char publishedIv[] = "AAECAwQFBgcICQoLDA0ODw==";
const char publishedText[]
        = R"({"transactionTime":"2026-01-02T03:04:05-08:00","receipt":"TESTRCPT1","transactionType":"SALE","vendor":"testvendor","affiliate":"testaff","role":"AFFILIATE","totalAccountAmount":12.34,"paymentMethod":"VISA","totalOrderAmount":47.00,"currency":"USD","trackingCodes":["0abc123def456"],"version":8.0,"attemptCount":1,"affiliateTrackingParameters":{"extclid":"0abc123def456"}})";

const ClickBankSender &theirs()
{
    static const ClickBankSender one;
    return one;
}

NativeNetwork network(const QByteArray &secret = "TESTSECRETKEY001")
{
    return NativeNetwork(QStringLiteral("clickbank_ins"), secret);
}

ReceivedRequest posted(const QByteArray &body, const QByteArray &type = "application/json")
{
    return SenderForm::post(body, type);
}

QByteArray envelope(const QByteArray &notification, const QByteArray &iv)
{
    return R"({"notification":")" + notification + R"(","iv":")" + iv + R"("})";
}

QJsonObject objectOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/// How often it was sent is none of what it says.
QJsonObject withoutAttempt(const QByteArray &text)
{
    QJsonObject object = objectOf(text);
    object.remove(QStringLiteral("attemptCount"));
    return object;
}

QJsonObject with(QJsonObject notification, const char *name, const QJsonValue &value)
{
    notification.insert(QLatin1StringView(name), value);
    return notification;
}

QString fact(const PostbackReading &reading)
{
    return QStringList{QString::fromUtf8(reading.clickIdText), reading.transactionId, reading.event,
                       reading.status ? QString(statusWord(*reading.status)) : QString(),
                       reading.payoutMicros ? microsToDecimal(*reading.payoutMicros) : QString()}
            .join(u'|');
}

} // namespace

class tst_ClickBankIns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePublishedExampleIsRight_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        const QByteArray whole = published;
        QByteArray split = whole;
        for (qsizetype at = 64; at < split.size(); at += 66)
            split.insert(at, R"(\r\n)");
        const QByteArray form = "iv=AAECAwQFBgcICQoLDA0ODw%3D%3D&notification=" + whole.toPercentEncoding();
        QTest::newRow("JSON") << posted(envelope(whole, publishedIv));
        QTest::newRow("JSON that says it is a form")
                << posted(" \r\n" + envelope(whole, publishedIv), "application/x-www-form-urlencoded");
        QTest::newRow("JSON with a byte order mark") << posted("\xEF\xBB\xBF" + envelope(whole, publishedIv));
        QTest::newRow("JSON with escaped slashes")
                << posted(envelope(QByteArray(whole).replace("/", R"(\/)"), publishedIv));
        QTest::newRow("in lines") << posted(envelope(split, publishedIv));
        QTest::newRow("a form") << posted(form, "application/x-www-form-urlencoded");
        QTest::newRow("a form that says it is JSON") << posted(form);
        QTest::newRow("a form whose plus signs are not escaped")
                << posted("notification=" + whole + "&iv=" + publishedIv,
                          "application/x-www-form-urlencoded");
        QTest::newRow("multipart") << posted(
                "--b\r\nContent-Disposition: form-data; name=\"notification\"\r\n\r\n" + whole
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"iv\"\r\n\r\n" + publishedIv
                + "\r\n--b--\r\n");
    }
    void thePublishedExampleIsRight()
    {
        QFETCH(ReceivedRequest, arrived);
        const OpenedNotification opened = network().open(arrived);
        QCOMPARE(opened.signature, Signature::Right);
        QCOMPARE(objectOf(opened.kept.body), withoutAttempt(publishedText));
        QCOMPARE(fact(network().read(arrived)),
                 QStringLiteral("0abc123def456|TESTRCPT1|sale|approved|12.34"));
    }
    void theSendersEncryptionIsThePublishedOne()
    {
        const ClickBankSender::Envelope sent = theirs().encrypted(publishedText);
        QCOMPARE(sent.notification.toBase64(), QByteArray(published));
        QCOMPARE(sent.iv.toBase64(), QByteArray(publishedIv));
    }

    void onlyWhatDecryptsIsBelieved_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<Signature>("signature");
        const auto row = [](const char *name, const ReceivedRequest &arrived, Signature signature,
                            const QByteArray &secret = "TESTSECRETKEY001") {
            QTest::newRow(name) << arrived << secret << signature;
        };
        const QJsonObject sale = ClickBankSender::sale();
        const QByteArray text = ClickBankSender::plain(sale);
        const auto without = [&](const char *name) {
            QJsonObject less = sale;
            less.remove(QLatin1StringView(name));
            return theirs().send(less);
        };
        row("JSON", theirs().send(sale), Signature::Right);
        row("a form", theirs().sendAsForm(sale), Signature::Right);
        row("the version as text", theirs().send(with(sale, "version", QStringLiteral("6.0"))),
            Signature::Right);
        row("another secret", theirs().send(sale), Signature::Wrong, "TESTSECRETKEY002");
        row("the secret in small letters", theirs().send(sale), Signature::Wrong, "testsecretkey001");
        row("encrypted by another", ClickBankSender("OTHER").send(sale), Signature::Wrong);
        row("no secret", theirs().send(sale), Signature::NoSecret, "");
        row("encrypted with no secret", ClickBankSender("").send(sale), Signature::NoSecret, "");
        row("tampered with", theirs().tampered(sale), Signature::Wrong);
        row("without its last blocks", theirs().truncated(sale, 32), Signature::Wrong);
        row("without its last byte", theirs().truncated(sale, 1), Signature::Unreadable);
        row("nothing encrypted", theirs().truncated(sale, int(text.size() / 16 + 1) * 16),
            Signature::Unreadable);
        row("no receipt", without("receipt"), Signature::Wrong);
        row("no type", without("transactionType"), Signature::Wrong);
        row("no version", without("version"), Signature::Wrong);
        row("an empty receipt", theirs().send(with(sale, "receipt", QString())), Signature::Wrong);
        row("a list", theirs().sendPadded("[" + text + "]", QByteArray()), Signature::Wrong);
        row("no JSON", theirs().sendPadded("receipt=1&transactionType=SALE&version=8", QByteArray()),
            Signature::Wrong);
        row("no Base64", posted(envelope("%%%", publishedIv)), Signature::Unreadable);
        row("a short IV", posted(envelope(published, "AAECAwQFBgc=")), Signature::Unreadable);
        row("an IV that is a number", posted(R"({"notification":"AAAA","iv":5})"), Signature::Unreadable);
        row("no IV", posted(R"({"notification":"AAAA"})"), Signature::Unreadable);
        row("what is to be encrypted, in clear text", posted(text), Signature::Unreadable);
        row("as a query", SenderForm{{"receipt", "X"}, {"transactionType", "SALE"}}.asQuery(),
            Signature::Unreadable);
    }
    void onlyWhatDecryptsIsBelieved()
    {
        QFETCH(ReceivedRequest, arrived);
        QFETCH(QByteArray, secret);
        QFETCH(Signature, signature);
        QCOMPARE(network(secret).open(arrived).signature, signature);
    }

    /// The network's own sample cuts off whatever is at most a space, on both sides.
    void paddingOfAnyKindIsTolerated_data()
    {
        QTest::addColumn<QByteArray>("padding");
        QTest::newRow("zeros") << QByteArray(16, '\0');
        QTest::newRow("spaces") << QByteArray(16, ' ');
        QTest::newRow("a wrong length") << QByteArray(16, '\x05');
        QTest::newRow("letters") << QByteArray(16, 'x');
    }
    void paddingOfAnyKindIsTolerated()
    {
        QFETCH(QByteArray, padding);
        const QByteArray text = ClickBankSender::plain(ClickBankSender::sale());
        const QByteArray fitting = padding.left(16 - text.size() % 16);
        QCOMPARE(network().open(theirs().sendPadded(text, fitting)).signature, Signature::Right);
        const QByteArray indented = QByteArray(16, '\0') + text;
        QCOMPARE(network().open(theirs().sendPadded(indented, fitting)).signature, Signature::Right);
        const QByteArray behindText = QByteArray(16, 'x') + text;
        QCOMPARE(network().open(theirs().sendPadded(behindText, fitting)).signature, Signature::Wrong);
    }

    void everyTransactionTypeIsKnown_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("event");
        const auto row = [](const char *type, NewsKind kind, const char *status, const char *event = "sale") {
            QTest::newRow(type) << QString::fromLatin1(type) << int(kind) << QString::fromLatin1(status)
                                << QString::fromLatin1(event);
        };
        row("SALE", NewsKind::Money, "approved");
        row("sale", NewsKind::Money, "approved");
        row("BILL", NewsKind::Money, "approved", "rebill");
        row("RFND", NewsKind::Money, "refunded");
        row("CGBK", NewsKind::Money, "charged_back");
        row("INSF", NewsKind::Money, "charged_back");
        row("TEST", NewsKind::SetupTest, "test");
        for (const char *type : {"TEST_SALE", "TEST_RFND", "TEST_CGBK", "TEST_INSF", "CANCEL-TEST-REBILL",
                                 "UNCANCEL-TEST-REBILL", "TEST_SOMETHING_NEW"})
            row(type, NewsKind::Money, "test");
        row("TEST_BILL", NewsKind::Money, "test", "rebill");
        for (const char *type :
             {"CANCEL-REBILL", "UNCANCEL-REBILL", "SUBSCRIPTION-CHG", "SUBSCRIPTION-CHG SKU 12->15",
              "Subscription-chg sku 1->2", "ABANDONED_ORDER"})
            row(type, NewsKind::Event, "ignored");
        for (const char *type : {"CUSTOMER_AUTH_FAILURE", "CUSTOMER_EMAIL_UPDATE",
                                 "CUSTOMER_UPDATE_CC_NOTIFICATION", "PURCHASE_DETAILS_EMAIL_RESPONSE"})
            row(type, NewsKind::Information, "ignored");
    }
    void everyTransactionTypeIsKnown()
    {
        QFETCH(QString, type);
        QFETCH(int, kind);
        QFETCH(QString, status);
        QFETCH(QString, event);
        const PostbackReading reading
                = network().read(theirs().send(with(ClickBankSender::sale(), "transactionType", type)));
        QCOMPARE(int(reading.kind), kind);
        QVERIFY(reading.status);
        QCOMPARE(QString(statusWord(*reading.status)), status);
        QCOMPARE(reading.event, event);
        QCOMPARE(reading.newsWord, reading.kind == NewsKind::Money ? QString() : type);
        QCOMPARE(reading.problem, PostbackCause::None);
        QCOMPARE(reading.transactionId, type == u"TEST" ? QString() : QStringLiteral("CWOGBZLN"));
    }

    void anUnknownTypeWaitsForAPerson()
    {
        for (const char *type : {"SOMETHING_NEW", "SALES"}) {
            const PostbackReading reading = network().read(theirs().send(
                    with(ClickBankSender::sale(), "transactionType", QString::fromLatin1(type))));
            QCOMPARE(reading.kind, NewsKind::Money);
            QCOMPARE(reading.problem, PostbackCause::UnknownStatus);
            QCOMPARE(reading.problemDetail, QString::fromLatin1(type));
        }
    }

    void theClickIdIsFoundInEveryPlace_data()
    {
        QTest::addColumn<QJsonObject>("notification");
        QTest::addColumn<QString>("field");
        const QString id = QStringLiteral("m5gc77g00n5y4y0vr933");
        QJsonObject bare = ClickBankSender::sale();
        bare.remove(QStringLiteral("trackingCodes"));
        bare.remove(QStringLiteral("affiliateTrackingParameters"));
        const auto row
                = [&](const char *name, const char *member, const QJsonValue &value, const char *field) {
                      QTest::newRow(name) << with(bare, member, value) << QString::fromLatin1(field);
                  };
        const char tracking[] = "affiliateTrackingParameters";
        const QString extclid = QStringLiteral("extclid");
        row("tid", "trackingCodes", QJsonArray{id}, "trackingcodes.0");
        row("behind the vendor's", "trackingCodes", QJsonArray{QStringLiteral("spring"), id},
            "trackingcodes.1");
        row("tid as a text", "trackingCodes", id, "trackingcodes");
        row("extclid", tracking, QJsonObject{{extclid, id}}, "affiliatetrackingparameters.extclid");
        row("sub ID", tracking, QJsonObject{{QStringLiteral("affSub3"), id}},
            "affiliatetrackingparameters.affsub3");
        row("a list of members", tracking, QJsonArray{QJsonObject{{extclid, id}}},
            "affiliatetrackingparameters.extclid");
        row("a list of names and values", tracking,
            QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("campaign")},
                                   {QStringLiteral("value"), QStringLiteral("spring")}},
                       QJsonObject{{QStringLiteral("name"), extclid}, {QStringLiteral("value"), id}}},
            "affiliatetrackingparameters.extclid");
    }
    void theClickIdIsFoundInEveryPlace()
    {
        QFETCH(QJsonObject, notification);
        QFETCH(QString, field);
        const PostbackReading reading = network().read(theirs().send(notification));
        QCOMPARE(reading.clickIdText, QByteArray("m5gc77g00n5y4y0vr933"));
        QCOMPARE(reading.clickIdField, field);
    }
    void clickBanksOwnIdIsNotTaken()
    {
        QJsonObject notification = ClickBankSender::sale();
        notification.remove(QStringLiteral("trackingCodes"));
        notification.remove(QStringLiteral("affiliateTrackingParameters"));
        notification.insert(QStringLiteral("commonTrackingParameters"),
                            QJsonObject{{QStringLiteral("clickId"), QStringLiteral("8d7f")}});
        QVERIFY(network().read(theirs().send(notification)).clickIdText.isEmpty());
    }

    void whatIsToldOneAfterAnother_data()
    {
        QTest::addColumn<QList<QJsonObject>>("messages");
        QTest::addColumn<QString>("conversions");
        const auto row = [](const char *name, const QList<QJsonObject> &messages, const char *conversions) {
            QTest::newRow(name) << messages << QString::fromLatin1(conversions);
        };
        using Sender = ClickBankSender;
        const QJsonObject sale = Sender::sale();
        const QJsonObject again = with(sale, "attemptCount", 2);
        const QJsonObject refund = Sender::refund();
        const QString rebilled = QStringLiteral("CWOGBZLN-B001");
        row("a sale", {sale}, "approved 12.34-0.00 USD t:CWOGBZLN:sale x1");
        row("and the next attempt", {sale, again}, "approved 12.34-0.00 USD t:CWOGBZLN:sale x2");
        row("its refund", {sale, refund}, "refunded 12.34-12.34 USD t:CWOGBZLN:sale x2");
        row("its refund with a minus sign", {sale, with(refund, "totalAccountAmount", -12.34)},
            "refunded 12.34-12.34 USD t:CWOGBZLN:sale x2");
        row("part of it", {sale, with(refund, "totalAccountAmount", -2)},
            "approved 12.34-2.00 USD t:CWOGBZLN:sale x2");
        row("the refund twice", {sale, refund, with(refund, "attemptCount", 2)},
            "refunded 12.34-12.34 USD t:CWOGBZLN:sale x3");
        row("the refund first", {refund, sale}, "refunded 12.34-12.34 USD t:CWOGBZLN:sale x2");
        row("the next attempt after the refund", {sale, refund, again},
            "refunded 12.34-12.34 USD t:CWOGBZLN:sale x3");
        row("a charge-back", {sale, Sender::chargeback()}, "charged_back 12.34-12.34 USD t:CWOGBZLN:sale x2");
        row("rebills", {sale, Sender::rebill(1), Sender::rebill(2), Sender::rebill(1)},
            "approved 12.34-0.00 USD t:CWOGBZLN:sale x1; approved 12.34-0.00 USD t:CWOGBZLN-B001:rebill x2; "
            "approved 12.34-0.00 USD t:CWOGBZLN-B002:rebill x1");
        row("the refund of a rebill", {sale, Sender::rebill(1), Sender::refund(rebilled)},
            "approved 12.34-0.00 USD t:CWOGBZLN:sale x1; refunded 12.34-12.34 USD t:CWOGBZLN-B001:rebill x2");
        row("the refund of a rebill first", {sale, Sender::refund(rebilled), Sender::rebill(1)},
            "approved 12.34-0.00 USD t:CWOGBZLN:sale x1; refunded 12.34-12.34 USD t:CWOGBZLN-B001:rebill x2");
        row("a rebill with its sale's receipt", {sale, with(sale, "transactionType", QStringLiteral("BILL"))},
            "approved 12.34-0.00 USD t:CWOGBZLN:sale x1; approved 12.34-0.00 USD t:CWOGBZLN:rebill x1");
        row("told in two roles", {sale, Sender::forVendor()},
            "approved 12.34-0.00 USD t:CWOGBZLN:sale x1; approved 30.50-0.00 USD t:CWOGBZLN:vendor_sale x1");
        row("the vendor's refund",
            {sale, Sender::forVendor(), with(Sender::forVendor(), "transactionType", QStringLiteral("RFND"))},
            "approved 12.34-0.00 USD t:CWOGBZLN:sale x1; refunded 30.50-30.50 USD t:CWOGBZLN:vendor_sale x2");
        row("a share in an upsell",
            {with(with(sale, "role", QStringLiteral("JV_UPSELL")), "upsell",
                  QJsonObject{{QStringLiteral("upsellOriginalReceipt"), QStringLiteral("ABCDEFGH")}})},
            "approved 12.34-0.00 USD t:CWOGBZLN:jv_upsell x1");
        row("an upsell",
            {with(sale, "lineItems",
                  QJsonArray{QJsonObject{{QStringLiteral("lineItemType"), QStringLiteral("UPSELL")}}})},
            "approved 12.34-0.00 USD t:CWOGBZLN:upsell x1");
        row("a purchase with the test card", {Sender::testPurchase()}, "");
        row("no test undoes a sale", {sale, Sender::testPurchase(QStringLiteral("TEST_RFND"))},
            "approved 12.34-0.00 USD t:CWOGBZLN:sale x1");
    }
    void whatIsToldOneAfterAnother()
    {
        QFETCH(QList<QJsonObject>, messages);
        QFETCH(QString, conversions);
        NativeNetwork one = network();
        for (const QJsonObject &message : std::as_const(messages))
            one.receive(theirs().send(message));
        QCOMPARE(one.ledger.summary(), conversions);
        QVERIFY(one.ledger.keysAreUnique());
    }

    void theBuyerIsStoredAsFarAsAllowed_data()
    {
        QTest::addColumn<int>("buyer");
        QTest::addColumn<QByteArrayList>("kept");
        QTest::addColumn<QByteArrayList>("left");
        const QByteArray email
                = QCryptographicHash::hash("jane.doe@example.com", QCryptographicHash::Sha256).toHex();
        const QByteArray phone = QCryptographicHash::hash("491701234567", QCryptographicHash::Sha256).toHex();
        const QByteArrayList people{"Jane", "Doe", "Sample", "1234567", "@"};
        QTest::newRow("not") << int(BuyerData::Left)
                             << QByteArrayList{R"("receipt":"CWOGBZLN")", R"("v1":"a")"}
                             << people + QByteArrayList{email, phone, "customer"};
        QTest::newRow("hashed") << int(BuyerData::Hashed) << QByteArrayList{email, phone} << people;
        QTest::newRow("clear") << int(BuyerData::Clear) << people
                               << QByteArrayList{email, "TESTSECRETKEY001"};
    }
    void theBuyerIsStoredAsFarAsAllowed()
    {
        QFETCH(int, buyer);
        QFETCH(QByteArrayList, kept);
        QFETCH(QByteArrayList, left);
        const QByteArray stored
                = storedText(network().open(theirs().send(ClickBankSender::forVendor()), BuyerData(buyer)));
        for (const QByteArray &text : std::as_const(kept))
            QVERIFY2(stored.contains(text), text.constData());
        for (const QByteArray &text : std::as_const(left))
            QVERIFY2(!stored.contains(text), text.constData());
    }

    void whatWasNotEncryptedIsNotKept()
    {
        ReceivedRequest arrived = theirs().send(ClickBankSender::sale());
        arrived.query = "totalaccountamount=9999&trackingcodes=m000000000000000000x";
        arrived.body.insert(1, R"("totalAccountAmount":8888,)");
        const QByteArray stored = storedText(network().open(arrived));
        QVERIFY(!stored.contains("9999") && !stored.contains("8888"));
    }

    void theFormOfBeforeIsReadInTodaysWords()
    {
        const ReceivedRequest arrived = theirs().sendLegacy(ClickBankSender::legacySale());
        const OpenedNotification opened = network().open(arrived);
        QCOMPARE(opened.signature, Signature::Right);
        const PostbackReading reading = network().read(arrived);
        QCOMPARE(fact(reading), QStringLiteral("m5gc77g00n5y4y0vr933|CWOGBZLN|sale|approved|12.34"));
        const QByteArray stored = storedText(opened);
        QVERIFY(stored.contains(R"("totalOrderAmount":"47.00")"));
        QVERIFY(stored.contains(R"("cvendthru":"c=x")"));
        for (const char *gone : {"Jane", "jane", "cverify", "TESTSECRET"})
            QVERIFY2(!stored.contains(gone), gone);
    }
    void bothFormsAreOneSale()
    {
        NativeNetwork one = network();
        one.receive(theirs().sendLegacy(ClickBankSender::legacySale()));
        one.receive(theirs().send(ClickBankSender::sale()));
        one.receive(theirs().sendLegacy(ClickBankSender::legacyRefund()));
        QCOMPARE(one.ledger.summary(), QStringLiteral("refunded 12.34-12.34 USD t:CWOGBZLN:sale x3"));
    }
    void theFormOfBeforeIsBelievedIfSigned_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<Signature>("signature");
        const SenderForm sale = ClickBankSender::legacySale();
        const QByteArray sign = theirs().signatureOf(sale);
        const auto row = [](const char *name, const ReceivedRequest &arrived, Signature signature) {
            QTest::newRow(name) << arrived << signature;
        };
        row("in small letters", sale.with("cverify", sign.toLower()).posted(), Signature::Right);
        row("no signature", sale.posted(), Signature::Wrong);
        row("an empty one", sale.with("cverify", "").posted(), Signature::Wrong);
        row("tampered with", sale.with("cverify", sign).with("caccountamount", "123400").posted(),
            Signature::Wrong);
        row("a field more", sale.with("cverify", sign).with("x", "1").posted(), Signature::Wrong);
        row("signed by another", ClickBankSender("OTHER").sendLegacy(sale), Signature::Wrong);
        row("signed in the fixed order of version 1",
            sale.with("cverify", theirs().signatureOf(sale.without("ctranstime"))).posted(),
            Signature::Wrong);
        row("no receipt", theirs().sendLegacy(sale.without("ctransreceipt")), Signature::Unreadable);
    }
    void theFormOfBeforeIsBelievedIfSigned()
    {
        QFETCH(ReceivedRequest, arrived);
        QFETCH(Signature, signature);
        const OpenedNotification opened = network().open(arrived);
        QCOMPARE(opened.signature, signature);
        for (const char *gone : {"Jane", "jane", "cverify"})
            QVERIFY2(!storedText(opened).contains(gone), gone);
    }

    void nothingIsTooStrangeToOpen_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto bodies = hostileBodies();
        for (const auto &[name, body] : bodies)
            QTest::newRow(name.constData()) << body;
        const QByteArray much = QByteArray("QUJD").repeated(2 * 1024 * 1024);
        QTest::newRow("ten megabytes encrypted") << envelope(much, publishedIv);
        QTest::newRow("ten megabytes of IV") << envelope("AAAA", much);
        QTest::newRow("ten megabytes in a form") << "iv=x&notification=" + much;
    }
    void nothingIsTooStrangeToOpen()
    {
        QFETCH(QByteArray, body);
        const Signature signature = network().open(posted(body)).signature;
        QVERIFY(signature == Signature::Unreadable || signature == Signature::Wrong);
    }
    void nothingThatDecryptsIsTooStrangeToRead()
    {
        QJsonObject deep{{QStringLiteral("a"), 1}};
        for (int i = 0; i < 200; ++i)
            deep = QJsonObject{{QStringLiteral("a"), deep}};
        QJsonObject strange = with(ClickBankSender::sale(), "totalAccountAmount", deep);
        strange.insert(QStringLiteral("trackingCodes"), QJsonArray{QJsonArray{deep}, 5, true});
        strange.insert(QStringLiteral("affiliateTrackingParameters"), QJsonArray{5, QJsonArray(), deep});
        strange.insert(QStringLiteral("x"), QString(10 * 1024 * 1024, QLatin1Char('y')));
        const PostbackReading reading = network().read(theirs().send(strange));
        QCOMPARE(reading.transactionId, QStringLiteral("CWOGBZLN"));
        QVERIFY(!reading.payoutMicros);
    }

    /// The person's own word for an event goes before the protocol's.
    void whatThePersonMapsIsMoney()
    {
        NetworkPreset preset = *NativeNetwork::catalogue().find(QStringLiteral("clickbank_ins"));
        preset.statusWords.insert(QStringLiteral("abandoned_order"), ConversionStatus::Pending);
        preset.eventFields = {QStringLiteral("lineitems.0.itemno")};
        const NativeNetwork one = network();
        const auto reading = [&](const QJsonObject &notification) {
            return one.protocol().read(one.open(theirs().send(notification)).kept, preset,
                                       one.ledger.network);
        };
        const PostbackReading abandoned = reading(ClickBankSender::news(QStringLiteral("ABANDONED_ORDER")));
        QCOMPARE(abandoned.kind, NewsKind::Money);
        QCOMPARE(abandoned.status, std::optional(ConversionStatus::Pending));
        QCOMPARE(reading(ClickBankSender::sale()).event, QStringLiteral("1"));
        QCOMPARE(reading(ClickBankSender::rebill()).event, QStringLiteral("rebill"));
        preset.statusFields = {QStringLiteral("nosuchfield")};
        QCOMPARE(reading(ClickBankSender::sale()).kind, NewsKind::Information);
    }
};

QTEST_APPLESS_MAIN(tst_ClickBankIns)
#include "tst_clickbankins.moc"
