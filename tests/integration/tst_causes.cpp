// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matching/diagnosis.h"
#include "store/clickpurge.h"
#include "support/storefixture.h"

#include <QTest>

using namespace Matchbook;

namespace {

constexpr qint64 dayMs = 86'400'000;

} // namespace

/// What can go wrong between a network's dashboard and a conversion, each told apart from the others by its own word.
class tst_Causes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyBrokenChainNamesItsCause_data()
    {
        QTest::addColumn<QByteArray>("query"); // ID stands for the click's, CUT for its first 16 characters
        QTest::addColumn<QString>("told"); // outcome, cause or match
        const auto row = [](const char *name, const char *query, const char *told) {
            QTest::newRow(name) << QByteArray(query) << QString::fromLatin1(told);
        };
        row("all is well", "clickid=ID&payout=1", "matched exact");
        row("a literal macro", "clickid={aff_sub}", "unmatched literal_token");
        row("another literal macro", "clickid=%23s2%23", "unmatched literal_token");
        row("an empty ID", "clickid=&payout=1", "not_understood no_click_id");
        row("no parameter at all", "payout=1", "not_understood no_click_id");
        row("an ID that was cut", "clickid=CUT", "unmatched click_id_truncated");
        row("an ID in capitals", "clickid=UPPER&payout=1", "matched case_folded");
        row("encoded once too often", "clickid=%256DREST&payout=1", "matched decoded");
        row("encoded twice, with a plus behind", "clickid=ID%252B&payout=1", "matched trimmed");
        row("two characters too many", "clickid=ID7x&payout=1", "matched trimmed");
        row("an unfilled status", "clickid=ID&payout=1&status={status}", "not_understood unknown_status");
        row("an unfilled amount", "clickid=ID&payout=%23x%23", "not_understood bad_amount");
        row("two amounts", "clickid=ID&payout=1&payout=2", "matched contradictory_fields");
        row("letters encoded three times", "clickid=%25256DREST&payout=1", "matched decoded");
        row("an empty ID beside another value", "cid=&subid=newsletter&payout=1",
            "not_understood no_click_id");
        row("under another name", "xyz=ID&payout=1", "not_understood click_id_elsewhere");
        row("under another name, beside another ID", "clickid=QXJ4Zm9y&xyz=ID",
            "not_understood click_id_elsewhere");
        row("a letter before it", "clickid=xREST2&payout=1", "matched trimmed");
        row("a piece of eight characters", "clickid=EIGHT", "unmatched click_id_truncated");
        row("a piece of somebody else's ID", "clickid=m0000zzz", "unmatched foreign_click_id");
        row("a changed character and one too many", "clickid=DAMAGEDx", "unmatched click_id_damaged");
        row("trailing junk", "clickid=ID%22%2F&payout=1", "matched trimmed");
        row("another network's ID", "clickid=QXJ4Zm9yZWlnbg", "unmatched foreign_click_id");
        row("another network's ID before ours", "cid=QXJ4Zm9yZWlnbg&subid=ID&payout=1", "matched exact");
        row("a changed character", "clickid=DAMAGED", "unmatched click_id_damaged");
        row("an unknown status", "clickid=ID&payout=1&status=bestaetigt", "not_understood unknown_status");
        row("an amount with two readings", "clickid=ID&payout=1,234", "not_understood ambiguous_amount");
        row("no amount", "clickid=ID&payout=much", "not_understood bad_amount");
        row("an unknown currency", "clickid=ID&payout=1&currency=ZZZ", "not_understood unknown_currency");
    }

    void everyBrokenChainNamesItsCause()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, told);
        StoreFixture store;
        const QByteArray id = store.click();
        QByteArray damaged = id;
        damaged[12] = damaged.at(12) == '4' ? '5' : '4';
        query.replace("xREST2", QByteArray('x' + id))
                .replace("EIGHT", id.left(8))
                .replace("REST", id.mid(1))
                .replace("UPPER", id.toUpper())
                .replace("DAMAGED", damaged);
        query.replace("CUT", id.left(16)).replace("=ID", QByteArray("=" + id));
        store.postback(query);
        QCOMPARE(reasonOf(store), told);
        if (told == QStringLiteral("unmatched click_id_truncated"))
            QCOMPARE(store.postbacks().first().causeDetail.toInt(),
                     query.size() - int(sizeof "clickid=") + 1);
        QVERIFY(explained(store) || told == QStringLiteral("matched exact"));
    }

    void anIdThatWasNeverIssuedHereIsToldByItsTime()
    {
        StoreFixture store;
        store.click();
        store.clock.pass(100 * dayMs);
        const auto ask = [&](qint64 made) {
            store.postback("clickid=" + ClickId::make(made, 77).bytes().toByteArray() + "&payout=1");
            return store.postbacks().first().causeDetail.section(u' ', 1);
        };
        QCOMPARE(ask(StillClock::usual - 30 * dayMs), QStringLiteral("before_first_click"));
        QCOMPARE(ask(store.clock.now() + 30 * dayMs), QStringLiteral("in_the_future"));
        QCOMPARE(ask(store.clock.now() - 30 * dayMs), QString());
        QCOMPARE(reasonOf(store), QStringLiteral("unmatched unknown_click"));
        QVERIFY(explained(store));
    }

    void aPurgedClickIsToldAndItsConversionsStay()
    {
        StoreFixture store;
        const QByteArray paid = store.click();
        const QByteArray other = store.click();
        store.postback("clickid=" + paid + "&txid=T1&payout=5");
        const qint64 sums = store.number(QStringLiteral("SELECT sum(clicks) FROM click_rollup"));
        store.clock.pass(90 * dayMs);
        const QByteArray fresh = store.click();
        QCOMPARE(taken(purgeClicks(store.database(), store.clock.now() - 30 * dayMs)), 2);
        QCOMPARE(store.clicks().size(), 1);
        QCOMPARE(store.conversions().size(), 1);
        QCOMPARE(store.number(QStringLiteral("SELECT sum(clicks) FROM click_rollup")), sums + 1);
        QCOMPARE(store.problems(), QStringList());

        store.postback("clickid=" + other + "&payout=5");
        QCOMPARE(reasonOf(store), QStringLiteral("unmatched purged_click"));
        QVERIFY(explained(store));
        store.postback("clickid=" + paid + "&txid=T1&status=refunded");
        QCOMPARE(reasonOf(store), QStringLiteral("changed status_changed"));
        store.postback("clickid=" + fresh + "&payout=5");
        QCOMPARE(reasonOf(store), QStringLiteral("matched exact"));
        QCOMPARE(taken(purgeClicks(store.database(), store.clock.now() - 60 * dayMs)), 0);
        QCOMPARE(store.problems(), QStringList());
    }

    void aClickOfAnotherNetworkIsToldByItsName()
    {
        StoreFixture store;
        const AffiliateNetwork other = store.addNetwork(QStringLiteral("Southway"));
        store.learnNetworks();
        RawPostback raw = store.newPostback("clickid=" + store.click() + "&payout=5");
        raw.key = other.key.toLatin1();
        store.write(raw);
        QCOMPARE(reasonOf(store), QStringLiteral("unmatched wrong_network"));
        QCOMPARE(store.postbacks().first().causeDetail, QStringLiteral("Northway"));
        QVERIFY(explained(store));
    }

    void oneSaleByTwoPostbackUrlsIsToldAndCountedOnce()
    {
        StoreFixture store;
        const QByteArray id = store.click();
        store.postback("clickid=" + id + "&txid=T1&payout=5");
        store.clock.pass(2'000);
        store.postback("txid=T1&payout=5&subid=" + id + "&offer=7");
        QCOMPARE(reasonOf(store), QStringLiteral("repeated duplicate_postback"));
        QVERIFY(explained(store));
        store.postback("clickid=" + id + "&txid=T1&payout=5");
        QCOMPARE(reasonOf(store), QStringLiteral("repeated same_again"));
        QCOMPARE(store.conversions().size(), 1);
    }

    void aRepeatFromBeforeTheRefundDoesNotUndoIt()
    {
        StoreFixture store;
        const QByteArray sale = "clickid=" + store.click() + "&txid=T1&payout=5&status=approved";
        for (const char *back : {"refunded", "charged_back"}) {
            store.postback(sale);
            store.clock.pass(60'000);
            store.postback("txid=T1&status=" + QByteArray(back));
            store.clock.pass(60'000);
            store.postback(sale);
            QCOMPARE(reasonOf(store), QStringLiteral("repeated older_news"));
            QCOMPARE(QString(statusWord(store.conversions().first().conversion.status)),
                     QString::fromLatin1(back));
            QVERIFY(explained(store));
            store.clock.pass(60'000);
            store.postback(sale + "&reason=won_" + back); // news: it was never told in these words
            QCOMPARE(reasonOf(store), QStringLiteral("changed status_changed"));
        }
        QCOMPARE(store.conversions().size(), 1);
        QCOMPARE(store.problems(), QStringList());
    }

    void severalRepairsAreAllNamed()
    {
        StoreFixture store;
        const QByteArray id = store.click();
        store.postback("clickid=%254D" + id.mid(1).toUpper() + "%3D%3D&payout=1");
        QCOMPARE(reasonOf(store), QStringLiteral("matched trimmed"));
        QCOMPARE(store.postbacks().first().causeDetail, QStringLiteral("decoded case_folded trimmed"));
        QVERIFY(explained(store));
    }

    void aMultipartBodyIsRead()
    {
        StoreFixture store;
        RawPostback raw = store.newPostback({});
        raw.request.method = "POST";
        const QByteArray head = "--x\r\nContent-Disposition: form-data; name=";
        raw.request.body = head + "\"clickid\"\r\n\r\n" + store.click() + "\r\n" + head
                + "\"payout\"\r\n\r\n12.50\r\n--x--\r\n";
        store.write(raw);
        QCOMPARE(reasonOf(store), QStringLiteral("matched exact"));
        QCOMPARE(store.conversions().first().conversion.payout.micros, 12'500'000);
    }

    void aPixelAndAPostbackOfOneSaleAreTold()
    {
        StoreFixture store;
        const QByteArray id = store.click();
        RawPostback pixel = store.newPostback("clickid=" + id + "&payout=5");
        pixel.pixel = true;
        store.write(pixel);
        store.clock.pass(2'000);
        store.postback("clickid=" + id + "&txid=T1&payout=5");
        QCOMPARE(reasonOf(store), QStringLiteral("repeated pixel_and_postback"));
        QVERIFY(explained(store));
        QCOMPARE(store.conversions().size(), 1);
    }

    void aSenderThatIsNotAllowedIsTold()
    {
        StoreFixture store;
        store.network.allowedSenders = {QStringLiteral("203.0.113.0/24")};
        taken(store.catalogue().updateNetwork(store.network));
        store.learnNetworks();
        store.postback("clickid=" + store.click() + "&payout=5");
        QCOMPARE(reasonOf(store), QStringLiteral("refused sender_not_allowed"));
        QVERIFY(explained(store));
    }

    void anEntryThatCannotBeReadTakesNothingAwayFromTheOthers()
    {
        StoreFixture store;
        store.network.allowedSenders = {QStringLiteral("203.0.113"), QStringLiteral("198.51.100.0/24")};
        taken(store.catalogue().updateNetwork(store.network));
        store.learnNetworks();
        store.postback("clickid=" + store.click() + "&payout=5");
        QCOMPARE(store.conversions().size(), 1);
    }

    void aLateSaleIsMatchedAndRemarkedUpon()
    {
        StoreFixture store;
        const QByteArray id = store.click();
        store.clock.pass(45 * dayMs);
        store.postback("clickid=" + id + "&payout=5");
        QCOMPARE(reasonOf(store), QStringLiteral("matched late"));
        QCOMPARE(store.conversions().size(), 1);
        QVERIFY(explained(store));
        QCOMPARE(store.problems(), QStringList());
    }

private:
    static QString reasonOf(StoreFixture &store)
    {
        const PostbackRow row = store.postbacks().first();
        const QString reason = row.cause == PostbackCause::None ? QString(matchWord(row.match))
                                                                : QString(causeWord(row.cause));
        return QString(outcomeWord(row.outcome)) + u' ' + reason;
    }
    static bool explained(StoreFixture &store)
    {
        const PostbackRow row = store.postbacks().first();
        return explanation(row.outcome, row.cause, row.causeDetail, row.match).endsWith(u'.');
    }
};

QTEST_APPLESS_MAIN(tst_Causes)
#include "tst_causes.moc"
