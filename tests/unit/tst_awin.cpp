// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/awinsender.h"
#include "support/nativenetwork.h"

#include <QJsonDocument>
#include <QTest>

using namespace Matchbook;

namespace {

NativeNetwork network()
{
    return NativeNetwork(QStringLiteral("awin"), {});
}

QJsonObject without(QJsonObject transaction, const QStringList &members)
{
    for (const QString &member : members)
        transaction.remove(member);
    return transaction;
}

} // namespace

class tst_Awin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFormIsReadAlike_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        const QJsonObject transaction = AwinSender::transaction();
        QTest::newRow("in the field") << AwinSender::inField(transaction);
        QTest::newRow("as the body") << AwinSender::asBody(transaction);
        QTest::newRow("in the field of a query") << AwinSender::inQueryField(transaction);
        QTest::newRow("as a query") << AwinSender::asQuery(transaction);
        const QByteArray json = QJsonDocument(transaction).toJson();
        QTest::newRow("as a multipart form") << SenderForm::post(
                "--x\r\nContent-Disposition: form-data; name=\"AwinTransactionPush\"\r\n\r\n" + json
                        + "\r\n--x--\r\n",
                "multipart/form-data; boundary=x");
    }
    void everyFormIsReadAlike()
    {
        QFETCH(ReceivedRequest, arrived);
        NativeNetwork one = network();
        QCOMPARE(one.open(arrived).signature, Signature::Unchecked);
        const PostbackReading reading = one.read(arrived);
        QCOMPARE(reading.kind, NewsKind::Money);
        QCOMPARE(reading.clickIdText, QByteArray("m5gc77g00n5y4y0vr933"));
        QCOMPARE(reading.clickIdField, QStringLiteral("clickref2"));
        QCOMPARE(reading.transactionId, QStringLiteral("244231459"));
        QCOMPARE(reading.payoutMicros, std::optional<qint64>(670'000));
        QCOMPARE(reading.currency, Currency::fromCode(u"GBP"));
        QCOMPARE(reading.problem, PostbackCause::None);
        // Sent once, when it is recorded: neither approved nor declined.
        one.receive(arrived);
        one.receive(arrived);
        QCOMPARE(one.ledger.summary(), QStringLiteral("pending 0.67-0.00 GBP t:244231459:sale x2"));
    }

    void whatIsNoTransactionIsUnreadable_data()
    {
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<Signature>("signature");
        const QJsonObject whole = AwinSender::transaction();
        const QStringList keys{QStringLiteral("transactionId"), QStringLiteral("clickRef")};
        const QJsonObject other = without(whole, keys);
        QTest::newRow("without a number, but with a click")
                << AwinSender::asBody(without(whole, {keys.first()})) << Signature::Unchecked;
        QTest::newRow("something else") << AwinSender::asBody(other) << Signature::Unreadable;
        QTest::newRow("in the field") << AwinSender::inField(other) << Signature::Unreadable;
        QTest::newRow("in the query") << AwinSender::asQuery(other) << Signature::Unreadable;
        QTest::newRow("a field that is no JSON")
                << SenderForm({{"AwinTransactionPush", "{\"transactionId\":"}}).posted()
                << Signature::Unreadable;
        QTest::newRow("truncated") << SenderForm::post(AwinSender::asBody(whole).body.chopped(1),
                                                       "application/json")
                                   << Signature::Unreadable;
        const auto bodies = hostileBodies();
        for (const auto &[name, body] : bodies)
            QTest::newRow(name.constData()) << SenderForm::post(body, "") << Signature::Unreadable;
    }
    void whatIsNoTransactionIsUnreadable()
    {
        QFETCH(ReceivedRequest, arrived);
        QFETCH(Signature, signature);
        QCOMPARE(network().open(arrived).signature, signature);
    }

    /// Of what was put beside the transaction nothing is kept.
    void theTransactionIsAllThatIsKept()
    {
        ReceivedRequest arrived = AwinSender::inField(AwinSender::transaction());
        arrived.query = "commission=999&x=1";
        arrived.body += "&commission=999";
        const NativeNetwork one = network();
        QVERIFY(!storedText(one.open(arrived)).contains("999"));
        QCOMPARE(one.read(arrived).payoutMicros, std::optional<qint64>(670'000));
    }

    void addressesAreNotKept()
    {
        QJsonObject transaction = AwinSender::transaction();
        transaction.insert(QStringLiteral("customerEmail"), QStringLiteral("jane@example.com"));
        transaction.insert(QStringLiteral("customerName"), QStringLiteral("Jane Doe"));
        const QByteArray digest
                = QCryptographicHash::hash("jane@example.com", QCryptographicHash::Sha256).toHex();
        for (const ReceivedRequest &arrived :
             {AwinSender::inField(transaction), AwinSender::asBody(transaction),
              AwinSender::asQuery(transaction)}) {
            const QByteArray left = storedText(network().open(arrived));
            QVERIFY(!left.contains("jane"));
            QVERIFY(!left.contains("Jane"));
            QVERIFY(!left.contains(digest));
            const QByteArray hashed = storedText(network().open(arrived, BuyerData::Hashed));
            QVERIFY(!hashed.contains("Jane"));
            QVERIFY(hashed.contains(digest));
            QVERIFY(storedText(network().open(arrived, BuyerData::Clear)).contains("Jane"));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Awin)
#include "tst_awin.moc"
