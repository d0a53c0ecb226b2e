// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/nativenetwork.h"
#include "support/postbacksender.h"

#include <QTest>

using namespace Matchbook;

namespace {

const QString acornId = QStringLiteral("acorn");
const QString cpaleadId = QStringLiteral("cpalead");

ReceivedRequest query(const QByteArray &text)
{
    ReceivedRequest request;
    request.method = "GET";
    request.query = text;
    return request;
}

} // namespace

class tst_SignedPostbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsCheckedWhereTheSecretIsKnown_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<Signature>("signature");
        const auto acorn = [](const char *name, const ReceivedRequest &arrived, Signature signature,
                              const QByteArray &placement = "4321") {
            QTest::newRow(qPrintable(acornId + u": " + QString::fromLatin1(name)))
                    << acornId << placement << arrived << signature;
        };
        const SenderForm lead = PostbackSender::acorn();
        const QByteArray worked = "txid=6019686&uid=user7&offer=598&hash=e77e292ab8f0f74eb9f77b59cfc3ef3c";
        acorn("worked by hand", query(worked), Signature::Right);
        acorn("in capitals",
              query(QByteArray(worked).replace("e77e292ab8f0f74eb9f77b59cfc3ef3c",
                                               "E77E292AB8F0F74EB9F77B59CFC3EF3C")),
              Signature::Right);
        acorn("as sent", PostbackSender::sendAcorn(lead, "4321"), Signature::Right);
        acorn("with its own names",
              query("transaction_id=6019686&user_uid=user7&offer_id=598&hash=e77e292ab8f0f74eb9f77b59cfc3ef3c"),
              Signature::Right);
        acorn("no user", PostbackSender::sendAcorn(lead.with("uid", ""), "4321"), Signature::Right);
        acorn("another transaction", query(QByteArray(worked).replace("6019686", "6019687")),
              Signature::Wrong);
        acorn("another transaction behind an empty one",
              query("txid=&txid=1&uid=user7&offer=5986019686&hash=e77e292ab8f0f74eb9f77b59cfc3ef3c"),
              Signature::Wrong);
        acorn("another placement", PostbackSender::sendAcorn(lead, "4322"), Signature::Wrong);
        acorn("no hash", lead.asQuery(), Signature::Wrong);
        acorn("a macro that was never replaced", query("txid=6019686&offer=598&hash={hash}"),
              Signature::Wrong);
        acorn("not checked", lead.asQuery(), Signature::Unchecked, "");
        acorn("nothing", query({}), Signature::Wrong);

        const auto cpalead = [](const char *name, const ReceivedRequest &arrived, Signature signature,
                                const QByteArray &password = "hunter 2&") {
            QTest::newRow(qPrintable(cpaleadId + u": " + QString::fromLatin1(name)))
                    << cpaleadId << password << arrived << signature;
        };
        const SenderForm install = PostbackSender::cpalead();
        cpalead("as sent", PostbackSender::sendCpalead(install, "hunter 2&"), Signature::Right);
        cpalead("a wrong one", PostbackSender::sendCpalead(install, "hunter 3&"), Signature::Wrong);
        cpalead("cut short", PostbackSender::sendCpalead(install, "hunter"), Signature::Wrong);
        cpalead("none", install.asQuery(), Signature::Wrong);
        cpalead("not replaced", PostbackSender::sendCpalead(install, "{password}"), Signature::Wrong);
        cpalead("not checked", PostbackSender::sendCpalead(install, "hunter 2&"), Signature::Unchecked, "");
        const auto bodies = hostileBodies();
        for (const auto &[name, body] : bodies) {
            acorn(name.constData(), query(body), Signature::Wrong);
            cpalead(name.constData(), query(body), Signature::Wrong);
        }
    }
    void whatIsCheckedWhereTheSecretIsKnown()
    {
        QFETCH(QString, preset);
        QFETCH(QByteArray, secret);
        QFETCH(ReceivedRequest, arrived);
        QFETCH(Signature, signature);
        const NativeNetwork one(preset, secret);
        QVERIFY(!one.protocol().isSigned);
        const OpenedNotification opened = one.open(arrived);
        QCOMPARE(opened.signature, signature);
        for (const QByteArray text : {"hash=", "password=", "hunter", "192.0.2.77"})
            QVERIFY2(!storedText(opened).contains(text), text.constData());
        QVERIFY(!storedText(one.open(arrived, BuyerData::Clear)).contains("hunter"));
    }

    void aSimulatedPostbackCanBeProved_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("acorn") << acornId
                               << QByteArray("cid=a&payout=12.34&txid=T-1&offer=test&uid=test&hash=test");
        QTest::newRow("cpalead") << cpaleadId << QByteArray("cid=a&payout=12.34&txid=T-1&Password=test");
    }
    void aSimulatedPostbackCanBeProved()
    {
        QFETCH(QString, preset);
        QFETCH(QByteArray, query);
        const NativeNetwork one(preset, "hunter 2&");
        QCOMPARE(one.open(::query(query)).signature, Signature::Wrong);
        const QByteArray proved = one.protocol().proved(query, "hunter 2&");
        QCOMPARE(one.open(::query(proved)).signature, Signature::Right);
        QCOMPARE(one.open(::query(one.protocol().proved(query, "another"))).signature, Signature::Wrong);
        QVERIFY(proved.startsWith("cid=a&payout=12.34&txid=T-1&"));
        // A postback URL without the parameter sends no proof.
        const QByteArray without = query.left(query.lastIndexOf('&'));
        QCOMPARE(one.protocol().proved(without, "hunter 2&"), without);
    }

    void aPostbackIsReadAsBefore_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<ReceivedRequest>("arrived");
        QTest::addColumn<QString>("conversions");
        QTest::newRow("acorn") << acornId << PostbackSender::sendAcorn(PostbackSender::acorn(), "4321")
                               << QStringLiteral("approved 0.85-0.00 USD t:6019686:sale x2");
        QTest::newRow("cpalead") << cpaleadId
                                 << PostbackSender::sendCpalead(PostbackSender::cpalead(), "4321")
                                 << QStringLiteral("approved 140.00-0.00 USD t:884120931:install x2");
    }
    void aPostbackIsReadAsBefore()
    {
        QFETCH(QString, preset);
        QFETCH(ReceivedRequest, arrived);
        QFETCH(QString, conversions);
        for (const QByteArray secret : {"4321", ""}) {
            NativeNetwork one(preset, secret);
            one.receive(arrived);
            one.receive(arrived);
            QCOMPARE(one.ledger.summary(), conversions);
        }
    }

    /// These networks fill in a query, so a body beside a right one is somebody else's.
    void aBodyBesideIsNotKept()
    {
        ReceivedRequest arrived = PostbackSender::sendCpalead(PostbackSender::cpalead(), "x");
        arrived.body = "status=refunded";
        QCOMPARE(NativeNetwork(cpaleadId, "x").open(arrived).kept.body, QByteArray());
        QCOMPARE(NativeNetwork(cpaleadId, {}).open(arrived).kept.body, arrived.body);
    }
};

QTEST_APPLESS_MAIN(tst_SignedPostbacks)
#include "tst_signedpostbacks.moc"
