// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storefixture.h"

#include "store/transaction.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Matchbook;

namespace {

Conversion someConversion()
{
    Conversion conversion;
    conversion.network = {1};
    conversion.campaign = {1};
    conversion.offer = {1};
    conversion.clickTime = 10 * bucketMs;
    conversion.time = 20 * bucketMs + 1;
    conversion.statusTime = 30 * bucketMs + bucketMs - 1;
    conversion.status = ConversionStatus::Approved;
    conversion.payout = {12'500'000, Currency::usd()};
    return conversion;
}

} // namespace

class tst_Rollups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_store = std::make_unique<StoreFixture>(); }

    void clicksAreCountedByTheirKind()
    {
        RollupSums sums;
        for (const ClickKind kind :
             {ClickKind::Visitor, ClickKind::Visitor, ClickKind::Bot, ClickKind::Probe}) {
            NewClick click = m_store->newClick();
            click.kind = kind;
            click.costMicros = kind == ClickKind::Visitor ? 100 : 0;
            sums.addClick(click);
        }
        store(sums);
        QCOMPARE(number("SELECT count(*) FROM click_rollup"), 1);
        QCOMPARE(number("SELECT clicks * 1000 + bots * 100 + probes * 10 FROM click_rollup"), 2110);
        QCOMPARE(number("SELECT cost_micros FROM click_rollup"), 200);
    }

    void aConversionIsBookedOnEachOfItsDates()
    {
        RollupSums sums;
        sums.addConversion(someConversion());
        store(sums);
        QCOMPARE(number("SELECT count(*) FROM conversion_rollup"), 2);
        for (int basis = 1; basis < 3; ++basis)
            QCOMPARE(m_store->number(QStringLiteral("SELECT bucket FROM conversion_rollup WHERE basis = %1")
                                             .arg(basis)),
                     (basis + 1) * 10);
        QCOMPARE(number("SELECT sum(confirmed_micros) FROM conversion_day"), 3 * 12'500'000);
        QCOMPARE(number("SELECT confirmed_micros FROM conversion_day WHERE basis = 0"), 12'500'000);
    }

    void whatIsTakenOutAgainLeavesNothing()
    {
        RollupSums sums;
        sums.addConversion(someConversion());
        store(sums);
        RollupSums out;
        out.removeConversion(someConversion());
        store(out);
        QCOMPARE(number("SELECT sum(conversions) + sum(confirmed_micros) FROM conversion_rollup"), 0);
    }

    void aChangeMovesTheMoneyBetweenColumns()
    {
        Conversion before = someConversion();
        before.status = ConversionStatus::Pending;
        RollupSums sums;
        sums.addConversion(before);
        store(sums);
        QCOMPARE(number("SELECT sum(pending_micros) FROM conversion_rollup WHERE basis = 1"), 12'500'000);
        Conversion after = before;
        after.status = ConversionStatus::Approved;
        after.refundedMicros = 2'500'000;
        RollupSums change;
        change.removeConversion(before);
        change.addConversion(after);
        store(change);
        QCOMPARE(number("SELECT sum(pending_micros) FROM conversion_rollup WHERE basis = 1"), 0);
        QCOMPARE(number("SELECT sum(confirmed_micros) FROM conversion_rollup WHERE basis = 1"), 10'000'000);
        QCOMPARE(number("SELECT sum(refunded_micros) FROM conversion_rollup WHERE basis = 1"), 2'500'000);
        QCOMPARE(number("SELECT sum(conversions) FROM conversion_rollup WHERE basis = 1"), 1);
    }

    void mergingIsTheSameAsAddingOneAfterAnother()
    {
        RollupSums first;
        first.addClick(m_store->newClick());
        first.addConversion(someConversion());
        RollupSums second;
        second.addClick(m_store->newClick());
        second.addConversion(someConversion());
        m_store->clock.pass(bucketMs);
        second.addClick(m_store->newClick());
        first.merge(second);
        store(first);
        QCOMPARE(number("SELECT count(*) FROM click_rollup"), 2);
        QCOMPARE(number("SELECT sum(clicks) FROM click_rollup"), 3);
        QCOMPARE(number("SELECT sum(conversions) FROM conversion_day WHERE basis = 0"), 2);
        first.clear();
        QVERIFY(first.isEmpty());
    }

    /// Whatever happens in whatever order, the sums stay those of the rows.
    void sumsEqualTheirRowsAfterARandomMonth()
    {
        QRandomGenerator random(20261102);
        const AffiliateNetwork other = m_store->addNetwork(QStringLiteral("Southway"));
        AffiliateNetwork adding = other;
        adding.repeatPolicy = RepeatPolicy::AddAmounts;
        taken(m_store->catalogue().updateNetwork(adding));
        m_store->learnNetworks();
        const char *const statuses[]
                = {"", "pending", "approved", "rejected", "refunded", "chargeback", "test", "nonsense"};
        const char *const currencies[] = {"", "USD", "EUR", "JPY"};
        QList<NewClick> clicks{m_store->newClick()};
        m_store->write(clicks.first());
        for (int i = 0; i < 1500; ++i) {
            m_store->clock.pass(random.bounded(1'800'000));
            if (random.bounded(100) == 0)
                m_store->settle();
            if (random.bounded(3) == 0) {
                NewClick click = m_store->newClick();
                click.kind = ClickKind(random.bounded(3));
                if (random.bounded(4) == 0)
                    click.network = other.id;
                m_store->write(click);
                clicks << click;
                continue;
            }
            const NewClick click = clicks.at(random.bounded(int(clicks.size())));
            QByteArray query = "cid=" + click.clickId.bytes().toByteArray();
            query += "&payout=" + QByteArray::number(random.bounded(5000) / 100.0, 'f', 2);
            query += QByteArray("&status=") + statuses[random.bounded(8)];
            query += QByteArray("&currency=") + currencies[random.bounded(4)];
            if (random.bounded(2) == 0)
                query += "&txid=T" + QByteArray::number(random.bounded(60));
            RawPostback raw = m_store->newPostback(query);
            const bool wrong = random.bounded(20) == 0;
            if ((click.network == other.id) != wrong)
                raw.key = other.key.toLatin1();
            m_store->write(raw);
        }
        QVERIFY(number("SELECT count(*) FROM conversion") > 200);
        QVERIFY(number("SELECT count(DISTINCT outcome) FROM postback") >= 4);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void thePartRefundOfAPendingSaleIsInOrder()
    {
        const QByteArray click = m_store->click();
        m_store->postback("cid=" + click + "&payout=10&status=pending");
        m_store->postback("cid=" + click + "&payout=4&status=refunded");
        QCOMPARE(number("SELECT sum(pending_micros) FROM conversion_rollup WHERE basis = 1"), 6'000'000);
        QCOMPARE(number("SELECT sum(refunded_micros) FROM conversion_rollup WHERE basis = 1"), 4'000'000);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void theCheckFindsWhatWasTamperedWith_data()
    {
        QTest::addColumn<QString>("tampering");
        const auto row
                = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
        row("a sum of clicks", "UPDATE click_rollup SET clicks = clicks + 1");
        row("a sum of cost", "UPDATE click_rollup SET cost_micros = cost_micros - 1");
        row("a lost sum", "DELETE FROM click_rollup");
        row("an invented sum", "INSERT INTO click_rollup VALUES (1, 1, 1, 1, 'USD', 1, 0, 0, 0)");
        row("a sum of conversions",
            "UPDATE settled_rollup SET confirmed_micros = confirmed_micros + 1 WHERE basis = 2");
        row("a lost conversion sum", "DELETE FROM settled_rollup WHERE basis = 1");
        row("a lost sum of a day", "DELETE FROM settled_day WHERE basis = 1");
        row("a lost sum of a click's day", "DELETE FROM settled_day WHERE basis = 0");
        row("an invented sum of a day",
            "INSERT INTO settled_day VALUES (0, 5, 1, 1, 1, 'USD', 1, 1, 1, 0, 0, 0)");
        row("a lost entry by click", "DELETE FROM conversion_of_click");
        row("a lost click", "DELETE FROM click");
        row("a lost conversion", "DELETE FROM conversion");
        row("a lost postback", "DELETE FROM postback");
        row("another payout", "UPDATE conversion SET payout_micros = payout_micros + 10000");
    }

    void theCheckFindsWhatWasTamperedWith()
    {
        QFETCH(QString, tampering);
        m_store->postback("cid=" + m_store->click() + "&payout=3.50");
        m_store->settle();
        QCOMPARE(m_store->problems(), QStringList());
        taken(m_store->database().execute(tampering));
        QVERIFY(!m_store->problems().isEmpty());
    }

private:
    qint64 number(const char *sql) { return m_store->number(QString::fromLatin1(sql)); }
    void store(const RollupSums &sums)
    {
        Transaction transaction(m_store->database());
        taken(transaction.begun());
        RollupTables tables(m_store->database());
        taken(tables.add(sums));
        taken(transaction.commit());
    }

    std::unique_ptr<StoreFixture> m_store;
};

QTEST_GUILESS_MAIN(tst_Rollups)
#include "tst_rollups.moc"
