// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereading/personsdecisions.h"
#include "rereading/rereadingapplication.h"
#include "rereading/testcase.h"
#include "support/storedump.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Matchbook;

namespace {

using Kind = PersonsDecision::Kind;

Expected<RereadingReport> carryOutOn(StoreFixture &store, const std::optional<PersonsDecision> &decision,
                                     PostbackId postback)
{
    const auto choice = choiceOf(store.database(), postback, decision);
    if (!choice)
        return unexpected(choice.error());
    RereadingApplication application(store.presets(), *choice, store.clock);
    for (bool more = true; more;) {
        const auto slice = application.nextSlice(store.database());
        if (!slice)
            return unexpected(slice.error());
        more = *slice;
    }
    return application.report();
}

void undo(StoreFixture &store)
{
    RereadingUndo undo(store.presets(), store.clock);
    taken(undo.begin(store.database()));
    while (taken(undo.nextSlice(store.database())))
        continue;
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What a person can do with one postback of the log.
class tst_PostbackActions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAttachedPostbackIsMatchedToItsClick()
    {
        StoreFixture store;
        const QByteArray id = store.click();
        store.postback("clickid=QXJ4&txid=T1&payout=5");
        const QStringList before = dumpOf(store.database());
        const PostbackId postback = store.postbacks().first().id;
        const PersonsDecision decision{Kind::Attach, postback, QString::fromLatin1(id), {}};
        QCOMPARE(taken(carryOutOn(store, decision, postback)).added, 1);
        const Conversion made = store.conversions().first().conversion;
        QCOMPARE(made.clickId, QString::fromLatin1(id));
        QCOMPARE(made.campaign, store.campaign.id);
        QCOMPARE(made.match, MatchKind::Attached);
        QCOMPARE(store.postbacks().first().match, MatchKind::Attached);
        QCOMPARE(store.problems(), QStringList());
        QCOMPARE(taken(carryOutOn(store, std::nullopt, postback)).unchanged, 1);
        QCOMPARE(store.postbacks().first().match, MatchKind::Attached);

        store.clock.pass(1);
        QCOMPARE(taken(carryOutOn(store, decision, postback)).unchanged, 1);
        undo(store);
        QCOMPARE(store.conversions().size(), 1);
        QVERIFY(dumpOf(store.database()) != before);
    }

    void anAttachmentIsUndoneToTheLastRow()
    {
        StoreFixture store;
        const QByteArray id = store.click();
        store.postback("clickid=" + id + "&txid=T1&payout=5");
        store.postback("clickid=QXJ4&payout=5");
        const QStringList before = dumpOf(store.database());
        const PostbackId postback = store.postbacks().first().id;
        taken(carryOutOn(store, PersonsDecision{Kind::Attach, postback, QString::fromLatin1(id), {}},
                         postback));
        QCOMPARE(store.conversions().size(), 1);
        QCOMPARE(store.conversions().first().conversion.timesReceived, 2);
        undo(store);
        QCOMPARE(dumpOf(store.database()), before);
        QCOMPARE(store.problems(), QStringList());
    }

    void keptRevenueCountsForItsNetworkAndNoCampaign()
    {
        StoreFixture store;
        for (int i = 0; i < 2; ++i) {
            store.postback("clickid=QXJ4&payout=5");
            const PostbackId postback = store.postbacks().first().id;
            QCOMPARE(taken(carryOutOn(store, PersonsDecision{Kind::Keep, postback, {}, {}}, postback)).added,
                     1);
        }
        QCOMPARE(store.conversions().size(), 2);
        const Conversion kept = store.conversions().first().conversion;
        QCOMPARE(kept.match, MatchKind::Kept);
        QCOMPARE(kept.network, store.network.id);
        QVERIFY(!kept.campaign.isValid() && !kept.offer.isValid() && kept.clickId.isEmpty());
        QCOMPARE(store.problems(), QStringList());
        undo(store);
        QCOMPARE(store.conversions().size(), 1);
        QCOMPARE(store.problems(), QStringList());
    }

    void aPostbackWithAnUnknownKeyIsAdopted()
    {
        StoreFixture store;
        RawPostback raw = store.newPostback("clickid=" + store.click() + "&txid=T1&payout=5");
        raw.key = "old-key";
        store.write(raw);
        const QStringList before = dumpOf(store.database());
        const PostbackId postback = store.postbacks().first().id;
        QVERIFY(!store.postbacks().first().networkId.isValid());
        const PersonsDecision decision{Kind::Adopt, postback, {}, store.network.id};
        QCOMPARE(taken(carryOutOn(store, decision, postback)).added, 1);
        QCOMPARE(store.postbacks().first().networkId, store.network.id);
        QCOMPARE(store.postbacks().first().outcome, PostbackOutcome::Matched);
        QCOMPARE(store.problems(), QStringList());
        undo(store);
        QCOMPARE(dumpOf(store.database()), before);
    }

    void whatMakesNoSenseIsRefusedAndWritesNothing_data()
    {
        QTest::addColumn<PersonsDecision>("decision");
        QTest::addColumn<Failure::Kind>("kind");
        const auto id = QStringLiteral("m5gc77g00n5y4y0vr933");
        QTest::newRow("attach to nothing")
                << PersonsDecision{Kind::Attach, {}, QStringLiteral("x"), {}} << Failure::Kind::BadUsage;
        QTest::newRow("attach to an unknown click")
                << PersonsDecision{Kind::Attach, {}, id, {}} << Failure::Kind::NotFound;
        QTest::newRow("keep what is matched")
                << PersonsDecision{Kind::Keep, {}, {}, {}} << Failure::Kind::BadUsage;
        QTest::newRow("adopt what has a network")
                << PersonsDecision{Kind::Adopt, {}, {}, {1}} << Failure::Kind::BadUsage;
    }
    void whatMakesNoSenseIsRefusedAndWritesNothing()
    {
        QFETCH(PersonsDecision, decision);
        QFETCH(Failure::Kind, kind);
        StoreFixture store;
        store.postback("clickid=" + store.click() + "&payout=5");
        const QStringList before = dumpOf(store.database());
        decision.postback = store.postbacks().first().id;
        QCOMPARE(carryOutOn(store, decision, decision.postback).error().kind, kind);
        QCOMPARE(carryOutOn(store, decision, {99}).error().kind, Failure::Kind::NotFound);
        QCOMPARE(dumpOf(store.database()), before);
    }

    void aTestCaseHoldsNothingSecretOrPersonal()
    {
        StoreFixture store;
        const QByteArray id = store.click();
        RawPostback raw = store.newPostback(
                "clickid=" + id
                + "&txid=T1&payout=5&ip=203.0.113.77&First-Name=Ada&c%75stomer_email=ada"
                  "%40lovelace.org&offer_name=Trail%20shoes&x=2001:db8::9&event_name=sale");
        raw.request.method = "POST";
        raw.request.body = "phone=%2B351+555&sub1=news&note=ada@lovelace.org";
        store.write(raw);
        const PostbackRow row = store.postbacks().first();
        const QString folder = store.inFolder(QStringLiteral("case/one"));
        taken(saveTestCase(testCaseOf(row, store.conversions().first()), folder));
        const QByteArray request = contentOf(folder + QStringLiteral("/request.http"));
        for (const char *secret : {"203.0.113.77", "Ada", "lovelace", "2001:db8", "555"})
            QVERIFY2(!request.contains(secret), secret);
        QVERIFY(!request.contains(store.network.key.toLatin1()));
        QVERIFY(request.startsWith(QByteArray("POST /postback/KEY?clickid=" + id + "&txid=T1&payout=5&ip=")));
        QVERIFY(request.contains("offer_name=Trail%20shoes") && request.contains("event_name=sale"));
        QVERIFY(request.contains("sub1=news") && request.contains("Content-Length: "));
        const QJsonObject expected
                = QJsonDocument::fromJson(contentOf(folder + QStringLiteral("/request.json"))).object();
        QCOMPARE(expected[QStringLiteral("outcome")].toString(), QStringLiteral("matched"));
        QCOMPARE(expected.keys(),
                 (QStringList{QStringLiteral("cause"), QStringLiteral("clickId"), QStringLiteral("currency"),
                              QStringLiteral("event"), QStringLiteral("outcome"), QStringLiteral("payout"),
                              QStringLiteral("status"), QStringLiteral("transactionId")}));
        QCOMPARE(expected[QStringLiteral("payout")].toString(), QStringLiteral("5.00"));
        QCOMPARE(expected[QStringLiteral("status")].toString(), QStringLiteral("approved"));
    }

    void aCaseTellsWhatItsOwnRequestMade()
    {
        StoreFixture store;
        const QByteArray id = store.click();
        store.postback("clickid=" + id + "&txid=T1&payout=5&status=pending");
        store.postback("clickid=" + id + "&txid=T1&payout=7&status=approved");
        store.postback("clickid=" + id + "&txid=T1&status=refunded");
        const QStringList wanted{QStringLiteral("pending 5.00"), QStringLiteral("approved 7.00"),
                                 QStringLiteral("refunded 7.00")};
        for (int i = 0; i < wanted.size(); ++i) {
            const auto expected = QJsonDocument::fromJson(
                                          taken(storedTestCase(store.database(), PostbackId{i + 1})).expected)
                                          .object();
            QCOMPARE(expected[QStringLiteral("status")].toString() + QLatin1Char(' ')
                             + expected[QStringLiteral("payout")].toString(),
                     wanted.at(i));
        }
        QCOMPARE(storedTestCase(store.database(), PostbackId{99}).error().kind, Failure::Kind::NotFound);
    }

    void personalMembersOfAJsonBodyAreReplaced()
    {
        StoreFixture store;
        RawPostback raw = store.newPostback({});
        raw.request.method = "POST";
        raw.request.body = R"({"clickid":"abc","email":"ada@lovelace.org","customer":"Ada","payout":5})";
        store.write(raw);
        const QByteArray request = testCaseOf(store.postbacks().first(), std::nullopt).request;
        QVERIFY(!request.contains("lovelace") && !request.contains("Ada"));
        QVERIFY(request.contains(R"("payout":5)") && request.contains(R"("clickid":"abc")"));
    }
};

QTEST_APPLESS_MAIN(tst_PostbackActions)
#include "tst_postbackactions.moc"
