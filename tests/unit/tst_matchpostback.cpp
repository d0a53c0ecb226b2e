// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matching/absence.h"
#include "matching/repeatkind.h"
#include "support/ledger.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Matchbook;

namespace {

QString judged(const MatchDecision &decision)
{
    QString text = QString(outcomeWord(decision.outcome)) + u'/' + causeWord(decision.cause);
    if (!decision.detail.isEmpty() && decision.cause != PostbackCause::SameAgain
        && decision.cause != PostbackCause::RepeatsIgnored)
        text += u' ' + decision.detail;
    return text;
}

} // namespace

class tst_MatchPostback : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewConversionCopiesItsClick()
    {
        Ledger ledger;
        const MatchDecision decision
                = ledger.hit("cid=x&payout=12.50&currency=EUR&txid=T1&status=pending&event=lead");
        QCOMPARE(decision.outcome, PostbackOutcome::Matched);
        QCOMPARE(decision.cause, PostbackCause::None);
        QCOMPARE(decision.match, MatchKind::Exact);
        QVERIFY(decision.conversion);
        const Conversion &made = *decision.conversion;
        QVERIFY(!made.id.isValid());
        QCOMPARE(made.network, NetworkId{7});
        QCOMPARE(made.campaign, CampaignId{3});
        QCOMPARE(made.offer, OfferId{5});
        QCOMPARE(made.clickId, QStringLiteral("m5gc77g00n5y4y0vr933"));
        QCOMPARE(made.clickTime, ledger.click.time);
        QCOMPARE(made.time, ledger.time);
        QCOMPARE(made.statusTime, ledger.time);
        QCOMPARE(made.event, QStringLiteral("lead"));
        QCOMPARE(made.transactionId, QStringLiteral("T1"));
        QCOMPARE(made.dedupKey, QStringLiteral("t:T1:lead"));
        QCOMPARE(made.status, ConversionStatus::Pending);
        QCOMPARE(made.payout, (Money{12500000, *Currency::fromCode(u"EUR")}));
        QCOMPARE(made.refundedMicros, 0);
        QCOMPARE(made.costMicros, 250000);
        QCOMPARE(made.externalId, QStringLiteral("gclid-1"));
        QCOMPARE(made.subIds, ledger.click.subIds);
        QCOMPARE(made.match, MatchKind::Exact);
        QCOMPARE(made.timesReceived, 1);
        QVERIFY(made.saleSeen);
    }

    void hitsAreJudgedOneAfterAnother_data()
    {
        QTest::addColumn<RepeatPolicy>("policy");
        QTest::addColumn<QByteArrayList>("hits");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("conversions");
        const auto row = [](const char *name, RepeatPolicy policy, const QByteArrayList &hits,
                            const char *last, const char *conversions) {
            QTest::newRow(name) << policy << hits << QString::fromLatin1(last)
                                << QString::fromLatin1(conversions);
        };
        constexpr auto U = RepeatPolicy::Update;
        constexpr auto I = RepeatPolicy::Ignore;
        constexpr auto E = RepeatPolicy::CountEveryHit;
        constexpr auto A = RepeatPolicy::AddAmounts;

        // First hits: where the payout comes from.
        row("no amount", U, {""}, "matched/", "approved 10.00-0.00 USD c:ID:sale x1");
        row("empty amount", U, {"payout="}, "matched/", "approved 10.00-0.00 USD c:ID:sale x1");
        row("zero is an amount", U, {"payout=0"}, "matched/", "approved 0.00-0.00 USD c:ID:sale x1");
        row("a default payout keeps its currency", U, {"cur=EUR"}, "matched/",
            "approved 10.00-0.00 USD c:ID:sale x1");
        row("rejected at once", U, {"status=reject&payout=5"}, "matched/",
            "rejected 5.00-0.00 USD c:ID:sale x1");

        // What is not understood makes no conversion.
        row("bad amount", U, {"payout={payout}"}, "not_understood/bad_amount {payout}", "");
        row("ambiguous amount", U, {"payout=1,234"}, "not_understood/ambiguous_amount 1,234", "");
        row("unknown status", U, {"status=1"}, "not_understood/unknown_status 1", "");
        row("test", U, {"status=test"}, "matched/ignored_status test", "");
        row("test of a conversion that is there", U, {"payout=5", "status=ping"},
            "matched/ignored_status test", "approved 5.00-0.00 USD c:ID:sale x1");

        // Update.
        row("same again", U, {"payout=5", "payout=5"}, "repeated/same_again",
            "approved 5.00-0.00 USD c:ID:sale x2");
        row("same with an empty transaction ID", U, {"payout=5&txid=", "payout=5&txid="},
            "repeated/same_again", "approved 5.00-0.00 USD c:ID:sale x2");
        row("same transaction", U, {"txid=T1&payout=5", "txid=T1&payout=5"}, "repeated/same_again",
            "approved 5.00-0.00 USD t:T1:sale x2");
        row("late approval", U, {"txid=T1&status=hold", "txid=T1&status=approved"},
            "changed/status_changed pending>approved", "approved 10.00-0.00 USD t:T1:sale x2");
        row("late rejection", U, {"status=approved", "status=declined"},
            "changed/status_changed approved>rejected", "rejected 10.00-0.00 USD c:ID:sale x2");
        row("approved after all", U, {"status=declined", "status=approved"},
            "changed/status_changed rejected>approved", "approved 10.00-0.00 USD c:ID:sale x2");
        row("new payout", U, {"payout=12.5", "payout=14"}, "changed/payout_changed 12.50>14.00 USD",
            "approved 14.00-0.00 USD c:ID:sale x2");
        row("new currency", U, {"payout=12.5&cur=EUR", "payout=14&cur=USD"},
            "changed/payout_changed 12.50 EUR>14.00 USD", "approved 14.00-0.00 USD c:ID:sale x2");
        row("the currency is not said again", U, {"payout=12.5&cur=EUR", "payout=14"},
            "changed/payout_changed 12.50>14.00 EUR", "approved 14.00-0.00 EUR c:ID:sale x2");
        row("both new", U, {"status=hold&payout=12.5", "status=approved&payout=14"},
            "changed/status_changed pending>approved 12.50>14.00 USD",
            "approved 14.00-0.00 USD c:ID:sale x2");
        row("amount not sent again", U, {"payout=5&status=hold", "status=approved"},
            "changed/status_changed pending>approved", "approved 5.00-0.00 USD c:ID:sale x2");
        row("zero later is real", U, {"payout=5", "payout=0"}, "changed/payout_changed 5.00>0.00 USD",
            "approved 0.00-0.00 USD c:ID:sale x2");
        row("pending after approved", U, {"status=approved&payout=5", "status=hold&payout=4"},
            "repeated/older_news approved>pending", "approved 5.00-0.00 USD c:ID:sale x2");
        row("pending after refund", U, {"payout=5", "status=refund", "status=hold"},
            "repeated/older_news refunded>pending", "refunded 5.00-5.00 USD c:ID:sale x3");
        row("no status after rejection", U, {"status=rejected", ""}, "repeated/older_news rejected>approved",
            "rejected 10.00-0.00 USD c:ID:sale x2");
        row("no status after pending", U, {"status=hold", ""}, "repeated/older_news pending>approved",
            "pending 10.00-0.00 USD c:ID:sale x2");
        row("no status but a new payout", U, {"status=hold&payout=5", "payout=6"},
            "changed/payout_changed 5.00>6.00 USD", "pending 6.00-0.00 USD c:ID:sale x2");

        // Keys.
        row("another transaction is another sale", U, {"txid=T1&payout=5", "txid=T2&payout=6"}, "matched/",
            "approved 5.00-0.00 USD t:T1:sale x1; approved 6.00-0.00 USD t:T2:sale x1");
        row("another event is another conversion", U, {"event=lead&payout=1", "event=deposit&payout=9"},
            "matched/", "approved 1.00-0.00 USD c:ID:lead x1; approved 9.00-0.00 USD c:ID:deposit x1");
        row("one transaction, two events", U, {"txid=T1&event=lead", "txid=T1&event=deposit"}, "matched/",
            "approved 10.00-0.00 USD t:T1:lead x1; approved 10.00-0.00 USD t:T1:deposit x1");
        row("events are one in any case", U, {"event=Lead", "event=LEAD"}, "repeated/same_again",
            "approved 10.00-0.00 USD c:ID:lead x2");
        row("colons do not mix keys up", U, {"txid=a:b&event=c", "txid=a&event=b:c"}, "matched/",
            "approved 10.00-0.00 USD t:a%3Ab:c x1; approved 10.00-0.00 USD t:a:b:c x1");
        row("pixel then postback", U, {"payout=5", "payout=5&txid=T1"}, "repeated/same_again",
            "approved 5.00-0.00 USD t:T1:sale x2");
        row("pixel, postback, postback", U, {"payout=5", "payout=5&txid=T1", "payout=5&txid=T1"},
            "repeated/same_again", "approved 5.00-0.00 USD t:T1:sale x3");
        row("postback then pixel", U, {"payout=5&txid=T1", "payout=5"}, "repeated/same_again",
            "approved 5.00-0.00 USD t:T1:sale x2");
        row("pixel, postback, upsell", U, {"", "txid=T1&payout=5", "txid=T2&payout=6"}, "matched/",
            "approved 5.00-0.00 USD t:T1:sale x2; approved 6.00-0.00 USD t:T2:sale x1");
        row("pixel joins the newest", U, {"txid=T1&payout=5", "txid=T2&payout=6", "payout=6"},
            "repeated/same_again",
            "approved 5.00-0.00 USD t:T1:sale x1; approved 6.00-0.00 USD t:T2:sale x2");

        // Ignore.
        row("ignored repeat", I, {"payout=5", "payout=9&status=declined"}, "repeated/repeats_ignored",
            "approved 5.00-0.00 USD c:ID:sale x2");
        row("ignored, but one with its pixel", I, {"payout=5", "payout=9&txid=T1"},
            "repeated/repeats_ignored", "approved 5.00-0.00 USD t:T1:sale x2");
        row("a refund is not ignored", I, {"payout=5", "status=refund"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD c:ID:sale x2");

        // Count every hit.
        row("every hit counts", E, {"payout=5", "payout=5", "payout=6"}, "matched/",
            "approved 5.00-0.00 USD c:ID:sale x1; approved 5.00-0.00 USD c:ID:sale#2 x1; approved 6.00-0.00 USD c:ID:sale#3 x1");
        row("every hit of a transaction counts", E, {"txid=T&payout=5", "txid=T&payout=5"}, "matched/",
            "approved 5.00-0.00 USD t:T:sale x1; approved 5.00-0.00 USD t:T:sale#2 x1");
        row("an event that looks like a counted hit", E, {"event=sale%232", "", ""}, "matched/",
            "approved 10.00-0.00 USD c:ID:sale%232 x1; approved 10.00-0.00 USD c:ID:sale x1; "
            "approved 10.00-0.00 USD c:ID:sale#2 x1");
        row("a refund is no further hit", E, {"payout=5", "payout=6", "status=refund"},
            "changed/status_changed approved>refunded",
            "approved 5.00-0.00 USD c:ID:sale x1; refunded 6.00-6.00 USD c:ID:sale#2 x2");

        // Add the amounts.
        row("added", A, {"payout=5", "payout=6.5"}, "changed/amount_added 5.00>11.50 USD",
            "approved 11.50-0.00 USD c:ID:sale x2");
        row("added with a status", A, {"payout=5&status=hold", "payout=6&status=sale"},
            "changed/amount_added 5.00>11.00 USD", "approved 11.00-0.00 USD c:ID:sale x2");
        row("only a status", A, {"payout=5&status=hold", "status=sale"},
            "changed/status_changed pending>approved", "approved 5.00-0.00 USD c:ID:sale x2");
        row("nothing to add", A, {"payout=5", "payout=0"}, "repeated/same_again",
            "approved 5.00-0.00 USD c:ID:sale x2");
        row("other currencies are not added", A, {"payout=5&cur=USD", "payout=6&cur=EUR"},
            "not_understood/unknown_currency EUR", "approved 5.00-0.00 USD c:ID:sale x1");
        row("a rejection adds nothing", A, {"payout=5", "payout=5&status=rejected"},
            "changed/status_changed approved>rejected", "rejected 5.00-0.00 USD c:ID:sale x2");
        row("refunds are not added", A, {"payout=5", "payout=5&status=refund"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD c:ID:sale x2");
        row("a rebill after a refund counts", A, {"payout=5", "status=refund", "payout=7"},
            "changed/amount_added 5.00>12.00 USD", "refunded 12.00-5.00 USD c:ID:sale x3");

        // Refunds.
        row("whole refund", U, {"txid=T1&payout=5", "txid=T1&status=refund"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD t:T1:sale x2");
        row("charge-back", U, {"txid=T1&payout=5", "txid=T1&status=chargeback&payout=-5"},
            "changed/status_changed approved>charged_back", "charged_back 5.00-5.00 USD t:T1:sale x2");
        row("refund with its word as event", U, {"txid=T1&payout=5", "txid=T1&event=refund&payout=5"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD t:T1:sale x2");
        row("refund with an event of its own", U,
            {"txid=T1&payout=5&event=upsell", "txid=T1&status=rfnd&event=money_back"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD t:T1:upsell x2");
        row("refund of the event it names", U,
            {"txid=T1&payout=5&event=upsell", "txid=T1&payout=6&event=rebill",
             "txid=T1&status=rfnd&event=upsell"},
            "changed/status_changed approved>refunded",
            "refunded 5.00-5.00 USD t:T1:upsell x2; approved 6.00-0.00 USD t:T1:rebill x1");
        row("refund of the newest", U,
            {"txid=T1&payout=5&event=upsell", "txid=T1&payout=6&event=rebill", "txid=T1&event=refund"},
            "changed/status_changed approved>refunded",
            "approved 5.00-0.00 USD t:T1:upsell x1; refunded 6.00-6.00 USD t:T1:rebill x2");
        row("refund by click", U, {"payout=5", "status=refund&txid=R1"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD c:ID:sale x2");
        row("refund twice", U, {"payout=5", "status=refund", "status=refund"}, "repeated/same_again",
            "refunded 5.00-5.00 USD c:ID:sale x3");
        row("refund larger than the sale", U, {"payout=5", "status=refund&payout=50"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD c:ID:sale x2");
        row("refund of zero is the whole", U, {"payout=5", "status=refund&payout=0"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD c:ID:sale x2");
        row("part refund", U, {"payout=5", "status=refund&payout=2"}, "changed/payout_changed 5.00>3.00 USD",
            "approved 5.00-2.00 USD c:ID:sale x2");
        row("part refund twice", U, {"payout=5", "status=refund&payout=2", "status=refund&payout=2"},
            "repeated/same_again", "approved 5.00-2.00 USD c:ID:sale x3");
        row("part refund then the whole", U, {"payout=5", "status=refund&payout=2", "status=refund"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD c:ID:sale x3");
        row("refund in another currency", U, {"payout=5", "status=refund&payout=5&cur=EUR"},
            "not_understood/unknown_currency EUR", "approved 5.00-0.00 USD c:ID:sale x1");
        row("refund of a pending sale", U, {"status=hold&payout=5", "status=refund"},
            "changed/status_changed pending>refunded", "refunded 5.00-5.00 USD c:ID:sale x2");
        row("charge-back after refund", U, {"payout=5", "status=refund", "status=cgbk"},
            "changed/status_changed refunded>charged_back", "charged_back 5.00-5.00 USD c:ID:sale x3");
        row("reinstated", U, {"payout=5", "status=refund", "status=approved"},
            "changed/status_changed refunded>approved", "approved 5.00-0.00 USD c:ID:sale x3");
        row("not reinstated without a word", U, {"payout=5", "status=refund", "payout=5"},
            "repeated/older_news refunded>approved", "refunded 5.00-5.00 USD c:ID:sale x3");
        row("new payout of a refunded sale", U, {"payout=5", "status=refund", "payout=8"},
            "changed/payout_changed 5.00>8.00 USD", "refunded 8.00-8.00 USD c:ID:sale x3");
        row("payout below a part refund", U, {"payout=5", "status=refund&payout=4", "payout=3"},
            "changed/payout_changed 5.00>3.00 USD", "approved 3.00-3.00 USD c:ID:sale x3");
        row("rebill after refund", U, {"payout=5", "status=refund", "payout=5&event=rebill"}, "matched/",
            "refunded 5.00-5.00 USD c:ID:sale x2; approved 5.00-0.00 USD c:ID:rebill x1");

        // Refunds before their sale.
        row("refund first", U, {"txid=T1&status=refund&payout=5"}, "matched/waits_for_sale",
            "refunded 5.00-5.00 USD t:T1:sale x1 unseen");
        row("refund first, no amount", U, {"status=refund"}, "matched/waits_for_sale",
            "refunded 10.00-10.00 USD c:ID:sale x1 unseen");
        row("refund first, twice", U, {"status=refund", "status=refund"}, "repeated/same_again",
            "refunded 10.00-10.00 USD c:ID:sale x2 unseen");
        row("refund first, then charge-back", U, {"status=refund", "status=cgbk"},
            "changed/status_changed refunded>charged_back",
            "charged_back 10.00-10.00 USD c:ID:sale x2 unseen");
        row("then the sale", U, {"txid=T1&status=refund&payout=5", "txid=T1&payout=5&status=approved"},
            "changed/status_changed waits_for_sale>refunded", "refunded 5.00-5.00 USD t:T1:sale x2");
        row("then a larger sale", U, {"txid=T1&status=refund&payout=5", "txid=T1&payout=8"},
            "changed/status_changed refunded>approved 5.00>8.00 USD", "approved 8.00-5.00 USD t:T1:sale x2");
        row("then a larger pending sale", U,
            {"txid=T1&status=refund&payout=5", "txid=T1&payout=8&status=hold"},
            "changed/status_changed refunded>pending 5.00>8.00 USD", "pending 8.00-5.00 USD t:T1:sale x2");
        row("then a smaller sale", U, {"txid=T1&status=refund&payout=5", "txid=T1&payout=3"},
            "changed/payout_changed 5.00>3.00 USD", "refunded 3.00-3.00 USD t:T1:sale x2");
        row("then a sale after a refund without amount", U, {"status=refund", "payout=25"},
            "changed/payout_changed 10.00>25.00 USD", "refunded 25.00-25.00 USD c:ID:sale x2");
        row("then a sale of another event", U,
            {"txid=T1&status=refund&payout=5&event=money_back", "txid=T1&payout=5&event=upsell"},
            "changed/status_changed waits_for_sale>refunded", "refunded 5.00-5.00 USD t:T1:upsell x2");
        row("keyless refund, keyed sale", U, {"status=refund&payout=5", "txid=T1&payout=5"},
            "changed/status_changed waits_for_sale>refunded", "refunded 5.00-5.00 USD t:T1:sale x2");
        row("the sale of another transaction", U, {"txid=T1&status=refund&payout=5", "txid=T2&payout=5"},
            "matched/", "refunded 5.00-5.00 USD t:T1:sale x1 unseen; approved 5.00-0.00 USD t:T2:sale x1");
    }
    void hitsAreJudgedOneAfterAnother()
    {
        QFETCH(RepeatPolicy, policy);
        QFETCH(QByteArrayList, hits);
        QFETCH(QString, last);
        QFETCH(QString, conversions);
        Ledger ledger;
        ledger.network.repeatPolicy = policy;
        MatchDecision decision;
        for (const QByteArray &hit : hits)
            decision = ledger.hit("cid=x&" + hit);
        QCOMPARE(judged(decision), last);
        QCOMPARE(ledger.summary(), conversions);
        QVERIFY(ledger.keysAreUnique());
    }

    /// Where the network sends receipts, a refund belongs to the payment with its receipt and to no other one of its click.
    void aReceiptTakesBackItsOwnPaymentOnly_data()
    {
        QTest::addColumn<QByteArrayList>("hits");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("conversions");
        const auto row = [](const char *name, const QByteArrayList &hits, const char *last,
                            const char *conversions) {
            QTest::newRow(name) << hits << QString::fromUtf8(last) << QString::fromUtf8(conversions);
        };
        const QByteArray sale = "txid=R1&payout=5&status=approved";
        const QByteArray rebill = "txid=R1-B001&payout=7&status=approved&event=rebill";
        row("of the sale", {sale, rebill, "txid=R1&payout=5&status=refund"},
            "changed/status_changed approved>refunded",
            "refunded 5.00-5.00 USD t:R1:sale x2; approved 7.00-0.00 USD t:R1-B001:rebill x1");
        row("of the rebill", {sale, rebill, "txid=R1-B001&payout=7&status=refund"},
            "changed/status_changed approved>refunded",
            "approved 5.00-0.00 USD t:R1:sale x1; refunded 7.00-7.00 USD t:R1-B001:rebill x2");
        row("of a rebill with its sale's receipt",
            {sale, "txid=R1&payout=7&status=approved&event=rebill", "txid=R1&event=rebill&status=refund"},
            "changed/status_changed approved>refunded",
            "approved 5.00-0.00 USD t:R1:sale x1; refunded 7.00-7.00 USD t:R1:rebill x2");
        row("of a rebill that is still to come", {sale, "txid=R1-B001&payout=7&status=refund"},
            "matched/waits_for_sale",
            "approved 5.00-0.00 USD t:R1:sale x1; refunded 7.00-7.00 USD t:R1-B001:sale x1 unseen");
        row("and then it comes", {sale, "txid=R1-B001&payout=7&status=refund", rebill},
            "changed/status_changed waits_for_sale>refunded",
            "approved 5.00-0.00 USD t:R1:sale x1; refunded 7.00-7.00 USD t:R1-B001:rebill x2");
        row("of a sale without a receipt", {"payout=5", "txid=R1&status=refund"},
            "changed/status_changed approved>refunded", "refunded 5.00-5.00 USD c:ID:sale x2");
        row("told again", {sale, "txid=R1&status=refund", "txid=R1&status=refund"}, "repeated/same_again",
            "refunded 5.00-5.00 USD t:R1:sale x3");
        row("the payment told again after its refund", {sale, "txid=R1&status=refund", sale},
            "repeated/older_news refunded>approved", "refunded 5.00-5.00 USD t:R1:sale x3");
        row("the payment told again after its charge-back", {sale, "txid=R1&status=cgbk", sale},
            "repeated/older_news charged_back>approved", "charged_back 5.00-5.00 USD t:R1:sale x3");
    }
    void aReceiptTakesBackItsOwnPaymentOnly()
    {
        QFETCH(QByteArrayList, hits);
        QFETCH(QString, last);
        QFETCH(QString, conversions);
        Ledger ledger;
        ledger.receipts = true;
        MatchDecision decision;
        for (const QByteArray &query : hits)
            decision = ledger.hit("cid=x&" + query);
        QCOMPARE(judged(decision), last);
        QCOMPARE(ledger.summary(), conversions);
    }

    void aHitWithoutClickIsJoinedByItsTransaction()
    {
        Ledger ledger;
        ledger.hit("cid=x&txid=T1&payout=5&status=hold");
        MatchDecision decision = ledger.hit("txid=T1&status=approved", false);
        QCOMPARE(judged(decision), QStringLiteral("changed/status_changed pending>approved"));
        QCOMPARE(decision.match, MatchKind::Transaction);
        QCOMPARE(decision.conversion->id, ConversionId{1});
        QCOMPARE(decision.conversion->match, MatchKind::Exact);

        decision = ledger.hit("txid=T1&event=rebill&payout=7", false);
        QCOMPARE(judged(decision), QStringLiteral("matched/"));
        QCOMPARE(decision.conversion->match, MatchKind::Transaction);
        QCOMPARE(decision.conversion->clickId, QStringLiteral("m5gc77g00n5y4y0vr933"));
        QCOMPARE(decision.conversion->campaign, CampaignId{3});
        QCOMPARE(decision.conversion->subIds, ledger.click.subIds);

        decision = ledger.hit("txid=T1&status=refund", false);
        QCOMPARE(judged(decision), QStringLiteral("changed/status_changed approved>refunded"));
    }

    void withoutAClickTheCauseIsPassedOn_data()
    {
        QTest::addColumn<PostbackCause>("cause");
        QTest::addColumn<PostbackOutcome>("outcome");
        QTest::newRow("none") << PostbackCause::NoClickId << PostbackOutcome::NotUnderstood;
        for (const auto cause :
             {PostbackCause::LiteralToken, PostbackCause::ClickIdTruncated, PostbackCause::ClickIdDamaged,
              PostbackCause::ForeignClickId, PostbackCause::UnknownClick})
            QTest::newRow(causeWord(cause).data()) << cause << PostbackOutcome::Unmatched;
    }
    void withoutAClickTheCauseIsPassedOn()
    {
        QFETCH(PostbackCause, cause);
        QFETCH(PostbackOutcome, outcome);
        for (const auto problem : {PostbackCause::None, PostbackCause::BadAmount}) {
            for (const auto status :
                 {ConversionStatus::Approved, ConversionStatus::Refunded, ConversionStatus::Test}) {
                MatchQuestion question;
                question.reading.event = QStringLiteral("sale");
                question.reading.transactionId = QStringLiteral("T1");
                question.reading.problem = problem;
                question.reading.status = status;
                question.clickCause = cause;
                question.clickDetail = QStringLiteral("detail");
                const MatchDecision decision = matchPostback(question);
                QCOMPARE(decision.outcome, outcome);
                QCOMPARE(decision.cause, cause);
                QCOMPARE(decision.detail, question.clickDetail);
                QVERIFY(!decision.conversion);
            }
        }
    }

    void aPurgedClickLivesOnInItsConversions()
    {
        Ledger ledger;
        ledger.hit("cid=x&payout=5");
        MatchQuestion question;
        question.network = ledger.network;
        question.reading.event = QStringLiteral("rebill");
        question.reading.payoutMicros = 7000000;
        question.clickCause = PostbackCause::UnknownClick;
        question.match = MatchKind::Exact;
        question.byClick = ledger.conversions;
        const MatchDecision decision = matchPostback(question);
        QCOMPARE(decision.outcome, PostbackOutcome::Matched);
        QCOMPARE(decision.conversion->offer, OfferId{5});
        QCOMPARE(decision.conversion->clickId, QStringLiteral("m5gc77g00n5y4y0vr933"));
    }

    void aClickOfAnotherNetworkIsNoMatchUnlessSomebodySaysSo()
    {
        Ledger ledger;
        ledger.click.network = NetworkId{99};
        ledger.click.networkName = QStringLiteral("Southway");
        const MatchDecision decision = ledger.hit("cid=x");
        QCOMPARE(judged(decision), QStringLiteral("unmatched/wrong_network Southway"));
        QVERIFY(!decision.conversion);

        MatchQuestion question;
        question.network = ledger.network;
        question.click = ledger.click;
        question.match = MatchKind::Attached;
        const MatchDecision attached = matchPostback(question);
        QCOMPARE(attached.match, MatchKind::Attached);
        QCOMPARE(attached.conversion->network, NetworkId{7});
    }

    void whatIsKeptWithoutAClickCountsForItsNetworkAlone()
    {
        Ledger ledger;
        MatchQuestion question;
        question.network = ledger.network;
        question.time = 5000;
        question.reading.transactionId = QStringLiteral("T1");
        question.reading.event = QStringLiteral("sale");
        question.reading.payoutMicros = 3'000'000;
        question.clickCause = PostbackCause::ForeignClickId;
        QCOMPARE(matchPostback(question).outcome, PostbackOutcome::Unmatched);
        question.match = MatchKind::Kept;
        const MatchDecision kept = matchPostback(question);
        QCOMPARE(kept.outcome, PostbackOutcome::Matched);
        QCOMPARE(kept.match, MatchKind::Kept);
        QVERIFY(!kept.conversion->campaign.isValid() && kept.conversion->clickId.isEmpty());
        QCOMPARE(kept.conversion->clickTime, 5000);
    }

    void aMatchLongAfterItsClickIsRemarkedUpon()
    {
        MatchQuestion question;
        question.network.id = NetworkId{7};
        question.click = MatchedClick();
        question.match = MatchKind::Exact;
        question.time = lateAfterMs;
        QCOMPARE(judged(matchPostback(question)), QStringLiteral("matched/"));
        question.time = lateAfterMs + 86'400'000;
        QCOMPARE(judged(matchPostback(question)), QStringLiteral("matched/late 31"));
        question.documentedDelay = QStringLiteral("until the return period is over");
        QCOMPARE(judged(matchPostback(question)),
                 QStringLiteral("matched/late 31 until the return period is over"));
    }

    void anAbsentClickIsToldByTheTimeInItsId_data()
    {
        QTest::addColumn<qint64>("made");
        QTest::addColumn<qint64>("firstClick");
        QTest::addColumn<qint64>("purgedUntil");
        QTest::addColumn<QString>("told");
        constexpr qint64 day = 86'400'000;
        constexpr qint64 now = 1'793'613'600'000;
        QTest::newRow("no click yet") << now - 90 * day << qint64(0) << qint64(0) << "unknown_click";
        QTest::newRow("between") << now - 5 * day << now - 10 * day << qint64(0) << "unknown_click";
        QTest::newRow("before the first")
                << now - 12 * day << now - 10 * day << qint64(0) << "unknown_click before_first_click";
        QTest::newRow("just before the first")
                << now - 10 * day - 1 << now - 10 * day << qint64(0) << "unknown_click";
        QTest::newRow("tomorrow") << now + 2 * day << now - day << qint64(0) << "unknown_click in_the_future";
        QTest::newRow("a clock ahead") << now + 60'000 << now - day << qint64(0) << "unknown_click";
        QTest::newRow("purged") << now - 40 * day << now - 30 * day << now - 30 * day << "purged_click";
        QTest::newRow("after the purge")
                << now - 20 * day << now - 10 * day << now - 30 * day << "unknown_click";
    }

    void anAbsentClickIsToldByTheTimeInItsId()
    {
        QFETCH(qint64, made);
        QFETCH(qint64, firstClick);
        QFETCH(qint64, purgedUntil);
        QFETCH(QString, told);
        MatchDecision decision;
        decision.cause = PostbackCause::UnknownClick;
        const ClickId id = ClickId::make(made, 5);
        explainAbsence(decision, id, 1'793'613'600'000, {firstClick, purgedUntil});
        QString text = causeWord(decision.cause);
        QVERIFY(decision.detail.startsWith(id.toString()));
        text += decision.detail.mid(ClickId::length);
        QCOMPARE(text, told);
    }

    void theSameSaleByTwoWaysIsTold_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("again");
        QTest::addColumn<int>("pixels"); // bit 0: the first, bit 1: the second
        QTest::addColumn<qint64>("after");
        QTest::addColumn<PostbackCause>("cause");
        const QByteArray global = "clickid=1&txid=T";
        const QByteArray ofOffer = "txid=T&subid=1&offer=7";
        QTest::newRow("told again") << global << global << 0 << qint64(3000) << PostbackCause::SameAgain;
        QTest::newRow("other values")
                << global << QByteArray("clickid=1&txid=U") << 0 << qint64(3000) << PostbackCause::SameAgain;
        QTest::newRow("two URLs") << global << ofOffer << 0 << qint64(3000)
                                  << PostbackCause::DuplicatePostback;
        QTest::newRow("two URLs, a day apart")
                << global << ofOffer << 0 << qint64(86'400'000) << PostbackCause::SameAgain;
        QTest::newRow("pixel, then postback")
                << global << ofOffer << 1 << qint64(3000) << PostbackCause::PixelAndPostback;
        QTest::newRow("postback, then pixel")
                << global << global << 2 << qint64(3000) << PostbackCause::PixelAndPostback;
        QTest::newRow("two pixels") << global << global << 3 << qint64(3000) << PostbackCause::SameAgain;
    }

    void theSameSaleByTwoWaysIsTold()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, again);
        QFETCH(int, pixels);
        QFETCH(qint64, after);
        QFETCH(PostbackCause, cause);
        RawPostback one;
        one.request.query = first;
        one.pixel = (pixels & 1) != 0;
        RawPostback two;
        two.request.query = again;
        two.request.arrivedAt = after;
        two.pixel = (pixels & 2) != 0;
        MatchDecision decision;
        decision.cause = PostbackCause::SameAgain;
        explainRepeat(decision, shapeOf(one), shapeOf(two));
        QCOMPARE(decision.cause, cause);
    }

    void aTransactionOfAnotherClickIsNamed()
    {
        Ledger ledger;
        const QString first = ledger.click.clickId.toString();
        ledger.hit("cid=x&payout=5&txid=T1");
        ledger.click.clickId = ClickId::make(1767225600001, 5);
        QCOMPARE(judged(ledger.hit("cid=x&payout=5&txid=T1")),
                 QStringLiteral("repeated/other_click ") + first);
        QCOMPARE(judged(ledger.hit("cid=x&payout=5&txid=T1&event=upsell")),
                 QStringLiteral("matched/other_click ") + first);
        QCOMPARE(judged(ledger.hit("cid=x&payout=6&txid=T1")),
                 QStringLiteral("changed/payout_changed 5.00>6.00 USD"));
    }

    void valuesThatContradictEachOtherAreNamed()
    {
        Ledger ledger;
        QCOMPARE(judged(ledger.hit("cid=x&payout=5&payout=7&txid=T1")),
                 QStringLiteral("matched/contradictory_fields payout=5 payout=7"));
        QCOMPARE(ledger.conversions.first().payout.micros, 5'000'000);
        QCOMPARE(judged(ledger.hit("cid=x&payout=5&txid=T2&status=approved&status=pending")),
                 QStringLiteral("matched/contradictory_fields status=approved status=pending"));
        QCOMPARE(judged(ledger.hit("cid=x&payout=5&payout=5&txid=T3&payout={payout}")),
                 QStringLiteral("matched/"));
    }

    void howTheIdWasReadIsKept()
    {
        Ledger ledger;
        MatchQuestion question;
        question.network = ledger.network;
        question.click = ledger.click;
        question.reading.event = QStringLiteral("sale");
        question.match = MatchKind::Trimmed;
        const MatchDecision decision = matchPostback(question);
        QCOMPARE(decision.match, MatchKind::Trimmed);
        QCOMPARE(decision.conversion->match, MatchKind::Trimmed);
    }

    void theDefaultStatusOfTheNetworkAppliesToFirstHits()
    {
        Ledger ledger;
        ledger.network.defaultStatus = ConversionStatus::Pending;
        QCOMPARE(ledger.hit("cid=x").conversion->status, ConversionStatus::Pending);
        QCOMPARE(ledger.hit("cid=x&status=approved").conversion->status, ConversionStatus::Approved);
        QCOMPARE(judged(ledger.hit("cid=x")), QStringLiteral("repeated/older_news approved>pending"));
    }

    void anOfferWithoutDefaultPayoutGivesZeroInTheNetworksCurrency()
    {
        Ledger ledger;
        ledger.click.offerPayout = {};
        ledger.network.defaultCurrency = *Currency::fromCode(u"EUR");
        QCOMPARE(ledger.hit("cid=x").conversion->payout, (Money{0, *Currency::fromCode(u"EUR")}));
        QCOMPARE(ledger.hit("cid=x&payout=4").conversion->payout,
                 (Money{4000000, *Currency::fromCode(u"EUR")}));
    }

    void repeatsRememberWhenTheFirstArrived()
    {
        Ledger ledger;
        const qint64 first = ledger.hit("cid=x&status=hold").conversion->time;
        const MatchDecision again = ledger.hit("cid=x&status=hold");
        QCOMPARE(again.detail, QString::number(first));
        QCOMPARE(again.conversion->statusTime, first);
        const MatchDecision approved = ledger.hit("cid=x&status=approved");
        QCOMPARE(approved.conversion->time, first);
        QCOMPARE(approved.conversion->statusTime, ledger.time);
        QCOMPARE(approved.conversion->timesReceived, 3);
    }

    void amountsThatOverflowAreNotAdded()
    {
        Ledger ledger;
        ledger.network.repeatPolicy = RepeatPolicy::AddAmounts;
        ledger.hit("cid=x&payout=5");
        ledger.conversions[0].payout.micros = std::numeric_limits<qint64>::max() - 1;
        QCOMPARE(judged(ledger.hit("cid=x&payout=5")),
                 QStringLiteral("not_understood/bad_amount 9223372036854.775807"));
        ledger.conversions[0].payout.micros = largestAmountMicros - 5'000'000;
        QCOMPARE(judged(ledger.hit("cid=x&payout=6")),
                 QStringLiteral("not_understood/bad_amount 100000001.00"));
        QCOMPARE(judged(ledger.hit("cid=x&payout=5")),
                 QStringLiteral("changed/amount_added 99999995.00>100000000.00 USD"));
    }

    void keysAreSpelt()
    {
        QCOMPARE(dedupKey(QStringLiteral("T1"), QStringLiteral("ID"), QStringLiteral("sale")),
                 QStringLiteral("t:T1:sale"));
        QCOMPARE(dedupKey(QString(), QStringLiteral("ID"), QStringLiteral("sale")),
                 QStringLiteral("c:ID:sale"));
        QVERIFY(dedupKey(QStringLiteral("a:b"), {}, QStringLiteral("c"))
                != dedupKey(QStringLiteral("a"), {}, QStringLiteral("b:c")));
        QVERIFY(dedupKey(QStringLiteral("a%3A"), {}, {}) != dedupKey(QStringLiteral("a:"), {}, {}));
    }

    void sharesAddUpToThePayout_data()
    {
        QTest::addColumn<ConversionStatus>("status");
        QTest::addColumn<qint64>("refunded");
        QTest::addColumn<bool>("saleSeen");
        QTest::addColumn<QList<qint64>>("shares");
        using S = ConversionStatus;
        const auto row
                = [](const char *name, S status, qint64 refunded, bool seen, const QList<qint64> &shares) {
                      QTest::newRow(name) << status << refunded << seen << shares;
                  };
        row("approved", S::Approved, 0, true, {10, 0, 0, 0});
        row("part refund", S::Approved, 4, true, {6, 0, 0, 4});
        row("pending", S::Pending, 0, true, {0, 10, 0, 0});
        row("rejected", S::Rejected, 0, true, {0, 0, 10, 0});
        row("refunded", S::Refunded, 10, true, {0, 0, 0, 10});
        row("refunded in part", S::Refunded, 4, true, {6, 0, 0, 4});
        row("charged back", S::ChargedBack, 10, true, {0, 0, 0, 10});
        row("refund without sale", S::Refunded, 10, false, {0, 0, 0, 10});
        row("test", S::Test, 0, true, {0, 0, 0, 0});
        row("ignored", S::Ignored, 0, true, {0, 0, 0, 0});
    }
    void sharesAddUpToThePayout()
    {
        QFETCH(ConversionStatus, status);
        QFETCH(qint64, refunded);
        QFETCH(bool, saleSeen);
        QFETCH(QList<qint64>, shares);
        Conversion conversion;
        conversion.status = status;
        conversion.payout = {10, Currency::usd()};
        conversion.refundedMicros = refunded;
        conversion.saleSeen = saleSeen;
        const RevenueShares found = revenueShares(conversion);
        QCOMPARE((QList<qint64>{found.confirmed, found.pending, found.rejected, found.refunded}), shares);
    }

    void randomHitsKeepTheBooksInOrder()
    {
        QRandomGenerator random(23);
        const QByteArrayList statuses{"",
                                      "status=hold",
                                      "status=approved",
                                      "status=reject",
                                      "status=refund",
                                      "status=cgbk",
                                      "status=test",
                                      "status=1"};
        const QByteArrayList transactions{"", "txid=T1", "txid=T2", "txid=T1:x"};
        const QByteArrayList payouts{"",          "payout=5",    "payout=0", "payout=7.5&cur=EUR",
                                     "payout=-2", "payout=1,234"};
        const QByteArrayList events{"", "event=sale", "event=lead", "event=refund", "event=sale%232"};
        const auto pick
                = [&random](const QByteArrayList &list) { return list[random.bounded(int(list.size()))]; };
        for (int run = 0; run < 200; ++run) {
            Ledger ledger;
            ledger.network.repeatPolicy = RepeatPolicy(run % 4);
            for (int hit = 0; hit < 25; ++hit) {
                const QByteArrayList parts{"cid=x", pick(statuses), pick(transactions), pick(payouts),
                                           pick(events)};
                const MatchDecision decision = ledger.hit(parts.join('&'), random.bounded(4) > 0);
                const bool changes = decision.outcome == PostbackOutcome::Changed
                        || decision.outcome == PostbackOutcome::Repeated;
                QVERIFY(!changes || (decision.conversion && decision.conversion->id.isValid()));
                QVERIFY(decision.outcome == PostbackOutcome::Matched
                        || decision.cause != PostbackCause::None);
                QVERIFY2(ledger.keysAreUnique(), qPrintable(ledger.summary()));
                for (const Conversion &c : std::as_const(ledger.conversions)) {
                    QVERIFY(c.refundedMicros >= 0 && c.refundedMicros <= c.payout.micros);
                    const RevenueShares shares = revenueShares(c);
                    QCOMPARE(shares.confirmed + shares.pending + shares.rejected + shares.refunded,
                             c.saleSeen ? c.payout.micros : c.refundedMicros);
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_MatchPostback)
#include "tst_matchpostback.moc"
