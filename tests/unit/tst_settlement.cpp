// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/reportquery.h"
#include "store/dayzone.h"
#include "store/settlement.h"
#include "support/storefixture.h"

#include <QFile>
#include <QTest>

using namespace Matchbook;

/// New conversions wait before they are entered in the stored sums. Nobody may see a difference.
class tst_Settlement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_store = std::make_unique<StoreFixture>(); }

    void everySumIsTheSameBeforeAndAfter_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("UTC") << QByteArray("UTC");
        QTest::newRow("west of UTC") << QByteArray("America/Chicago");
        QTest::newRow("east of UTC, three quarters off") << QByteArray("Asia/Kathmandu");
        QTest::newRow("far east") << QByteArray("Pacific/Tongatapu");
    }

    void everySumIsTheSameBeforeAndAfter()
    {
        QFETCH(QByteArray, zone);
        taken(useDayZone(m_store->database(), QTimeZone(zone)));
        for (int i = 0; i < 40; ++i) {
            m_store->clock.pass(3'700'000);
            const QByteArray click = m_store->click();
            m_store->clock.pass(i * 400'000);
            m_store->postback("cid=" + click + "&payout=" + QByteArray::number(i) + ".25");
            if (i % 5 == 0)
                m_store->postback("cid=" + click + "&status=refunded");
        }
        const char *const byQuarterHour
                = "SELECT basis, bucket, campaign_id, status, sum(conversions), sum(confirmed_micros), "
                  "sum(refunded_micros) FROM conversion_rollup GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";
        const char *const byDay
                = "SELECT basis, day, campaign_id, status, sum(conversions), sum(confirmed_micros), "
                  "sum(refunded_micros) FROM conversion_day GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";
        const QString quarterHours = rows(byQuarterHour);
        const QString days = rows(byDay);
        QVERIFY(quarterHours.count(u'\n') > 60);
        QCOMPARE(number("SELECT count(*) FROM settled_rollup"), 0);
        QCOMPARE(number("SELECT count(*) FROM settled_day"), 0);
        m_store->settle();
        QVERIFY(number("SELECT count(*) FROM settled_rollup") > 40);
        QVERIFY(number("SELECT count(*) FROM settled_day") > 20);
        QCOMPARE(rows(byQuarterHour), quarterHours);
        QCOMPARE(rows(byDay), days);
        taken(useDayZone(m_store->database(), QTimeZone("Australia/Lord_Howe")));
        taken(useDayZone(m_store->database(), QTimeZone(zone)));
        QCOMPARE(rows(byDay), days);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void aChangeIsBookedWhetherSettledOrNot_data()
    {
        QTest::addColumn<bool>("settled");
        QTest::newRow("waiting") << false;
        QTest::newRow("settled") << true;
    }

    void aChangeIsBookedWhetherSettledOrNot()
    {
        QFETCH(bool, settled);
        const QByteArray click = m_store->click();
        m_store->postback("cid=" + click + "&payout=10&status=pending");
        if (settled)
            m_store->settle();
        m_store->postback("cid=" + click + "&status=approved");
        m_store->postback("cid=" + click + "&payout=4&status=refunded");
        QCOMPARE(number("SELECT sum(conversions) FROM conversion_rollup WHERE basis = 1"), 1);
        QCOMPARE(number("SELECT sum(confirmed_micros) FROM conversion_rollup WHERE basis = 1"), 6'000'000);
        QCOMPARE(number("SELECT sum(refunded_micros) FROM conversion_day WHERE basis = 2"), 4'000'000);
        QCOMPARE(number("SELECT sum(pending_micros) FROM conversion_day"), 0);
        QCOMPARE(m_store->problems(), QStringList());
        m_store->settle();
        QCOMPARE(m_store->problems(), QStringList());
    }

    void aClicksConversionsAreFoundWhetherSettledOrNot()
    {
        const QByteArray click = m_store->click();
        m_store->postback("cid=" + click + "&payout=10&txid=A");
        m_store->settle();
        m_store->postback("cid=" + click + "&payout=20&txid=B");
        // Without a transaction ID a refund takes back the click's newest conversion, whichever of the two places it is in.
        m_store->postback("cid=" + click + "&status=refunded");
        QCOMPARE(number("SELECT refunded_micros FROM conversion WHERE transaction_id = 'B'"), 20'000'000);
        const auto journey = taken(Lists(m_store->database()).journeyOfClick(QString::fromLatin1(click)));
        QCOMPARE(journey.conversion->conversion.transactionId, QStringLiteral("B"));
        m_store->settle();
        QCOMPARE(taken(Lists(m_store->database()).journeyOfClick(QString::fromLatin1(click)))
                         .conversion->conversion.transactionId,
                 QStringLiteral("B"));
    }

    void manyAreSettledByThemselves()
    {
        writeMany(m_store->click(), 0, Settlement::dueAt);
        QCOMPARE(number("SELECT sum(conversions) FROM settled_rollup WHERE basis = 1"), Settlement::dueAt);
        QCOMPARE(number("SELECT count(*) FROM conversion_of_click"), Settlement::dueAt);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void aSettlementThatFailsHoldsUpNobody()
    {
        taken(m_store->database().execute(
                QStringLiteral("CREATE TRIGGER poison BEFORE INSERT ON settled_rollup "
                               "BEGIN SELECT raise(ABORT, 'poison'); END")));
        const QByteArray click = m_store->click();
        writeMany(click, 0, Settlement::dueAt + 10);
        QCOMPARE(number("SELECT count(*) FROM conversion"), Settlement::dueAt + 10);
        QCOMPARE(number("SELECT sum(conversions) FROM conversion_rollup WHERE basis = 1"),
                 Settlement::dueAt + 10);
        QCOMPARE(number("SELECT count(*) FROM conversion_of_click"), 0);
        QCOMPARE(m_store->postback("cid=" + click + "&payout=1&txid=N5").postback.outcome,
                 PostbackOutcome::Repeated);

        // It is tried again with as many more, and then everything is made up for.
        taken(m_store->database().execute(QStringLiteral("DROP TRIGGER poison")));
        m_store->postback("cid=" + click + "&payout=1&txid=M");
        QCOMPARE(number("SELECT count(*) FROM conversion_of_click"), 0);
        writeMany(click, Settlement::dueAt + 10, Settlement::dueAt);
        QCOMPARE(number("SELECT count(*) FROM conversion_of_click"), 2 * Settlement::dueAt + 11);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void moneyBeyondAnySumHoldsUpNobody()
    {
        for (int i = 0; i < 3; ++i)
            m_store->postback("cid=" + m_store->click() + "&payout=5");
        taken(m_store->database().execute(
                QStringLiteral("UPDATE conversion SET payout_micros = 9000000000000000000")));
        const auto month = [&] {
            return taken(Lists(m_store->database()).networkHealth(m_store->clock.now(), 0, 0))
                    .first()
                    .payout30;
        };
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        QCOMPARE(month().micros, most);
        m_store->settle();
        QCOMPARE(month().micros, most);
        m_store->postback("cid=" + m_store->click() + "&payout=5");
        m_store->settle(); // a row that is full already takes more
        QCOMPARE(month().micros, most);
        QCOMPARE(number("SELECT sum(conversions) FROM settled_rollup WHERE basis = 1"), 4);
        taken(useDayZone(m_store->database(), QTimeZone("Asia/Kathmandu")));
        QCOMPARE(number("SELECT max(confirmed_micros) FROM settled_day"), most);
        taken(checkStore(m_store->database()));
    }

    void anotherWriterMayHaveBeenHereMeanwhile()
    {
        const auto elsewhere = taken(Database::open(m_store->file(), Database::Access::ReadWrite));
        BatchWriter other(*elsewhere, m_store->presets());
        other.setNetworks({m_store->network});
        const QByteArray click = m_store->click();
        m_store->postback("cid=" + click + "&payout=1&txid=A");
        taken(other.write(
                {WriteJob{m_store->newPostback("cid=" + click + "&payout=2&txid=B"), {}, nullptr}}));
        m_store->postback("cid=" + click + "&payout=3&txid=C");
        taken(other.settle());
        m_store->postback("cid=" + click + "&payout=3&txid=C&status=refunded");
        m_store->postback("cid=" + click + "&payout=4&txid=D");
        m_store->settle();
        QCOMPARE(number("SELECT count(*) FROM conversion"), 4);
        QCOMPARE(number("SELECT sum(confirmed_micros) FROM settled_rollup WHERE basis = 1"), 7'000'000);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void anIdIsNotUsedTwice()
    {
        m_store->postback("cid=" + m_store->click() + "&payout=1");
        m_store->settle();
        for (const char *table :
             {"conversion", "conversion_of_click", "settled_rollup", "settled_day", "postback"})
            taken(m_store->database().execute(
                    QStringLiteral("DELETE FROM %1").arg(QLatin1StringView(table))));
        m_store->postback("cid=" + m_store->click() + "&payout=2");
        QCOMPARE(number("SELECT id FROM conversion"), 2);
        QCOMPARE(number("SELECT sum(confirmed_micros) FROM conversion_rollup WHERE basis = 1"), 2'000'000);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void aConversionWithoutAChangeIsItsOwnHistory()
    {
        const QByteArray click = m_store->click();
        m_store->postback("cid=" + click + "&payout=10&status=pending");
        QCOMPARE(number("SELECT count(*) FROM conversion_history"), 0);
        const auto historyOf
                = [&] { return taken(Lists(m_store->database()).journeyOfConversion({1})).history; };
        QList<HistoryLine> history = historyOf();
        QCOMPARE(history.size(), 1);
        const HistoryLine first = history.first();
        QCOMPARE(first.status, ConversionStatus::Pending);
        QCOMPARE(first.postback.value, 1);

        m_store->clock.pass(60'000);
        m_store->postback("cid=" + click + "&payout=10&status=pending"); // changes nothing
        QCOMPARE(historyOf().size(), 1);
        m_store->postback("cid=" + click + "&status=approved");
        history = historyOf();
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.first().time, first.time);
        QCOMPARE(history.first().status, ConversionStatus::Pending);
        QCOMPARE(history.first().postback.value, 1);
        QCOMPARE(history.last().status, ConversionStatus::Approved);
        QCOMPARE(history.last().postback.value, 3);
    }

    /// A store of the first schema, with sums as that program kept them.
    void anOlderStoreIsTakenOver()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("old.sqlite"));
        const auto database = taken(Database::open(file, Database::Access::ReadWrite));
        QFile first(QStringLiteral(":/sql/migrations/0001_first.sql"));
        QVERIFY(first.open(QIODevice::ReadOnly));
        QString text;
        for (const QString &line : QString::fromUtf8(first.readAll()).split(u'\n'))
            text += line.left(line.indexOf(QStringLiteral("--"))) + u'\n';
        QStringList statements = text.split(u';', Qt::SkipEmptyParts);
        statements.removeIf([](const QString &statement) { return statement.trimmed().isEmpty(); });
        statements
                << QStringLiteral("PRAGMA user_version = 1")
                << QStringLiteral("PRAGMA application_id = %1").arg(0x4d54424b)
                << QStringLiteral("UPDATE setting SET value = 'Asia/Kathmandu' WHERE name = 'day_zone'")
                << QStringLiteral(
                           "INSERT INTO conversion (id, network_id, dedup_key, campaign_id, offer_id, click_id, "
                           "click_time, time, status_time, event, status, payout_micros, currency, "
                           "refunded_micros, cost_micros, match, times_received, sale_seen) VALUES (5, 1, 'k', 1, "
                           "1, 'm5gc77g00n5y4y0vr933', 900000, 1800000, 2700000, 'sale', 1, 7000000, 'USD', 0, 0, "
                           "1, 1, 1)")
                << QStringLiteral(
                           "INSERT INTO postback (time, network_id, outcome, conversion_id, match, pixel, method, "
                           "sender, path) VALUES (1800000, 1, 0, 5, 1, 0, 'GET', '', x'')");
        for (int basis = 0; basis < 3; ++basis) {
            statements
                    << QStringLiteral(
                               "INSERT INTO conversion_rollup VALUES (%1, %2, 1, 1, 1, 'USD', 1, 1, 7000000, 0, 0, 0)")
                               .arg(basis)
                               .arg(basis + 1)
                    << QStringLiteral(
                               "INSERT INTO conversion_day VALUES (%1, 0, 1, 1, 1, 'USD', 1, 1, 7000000, 0, 0, 0)")
                               .arg(basis);
        }
        for (const QString &statement : std::as_const(statements))
            taken(database->execute(statement));

        taken(migrate(*database));
        taken(useDayZone(*database, QTimeZone("Asia/Kathmandu")));
        QCOMPARE(taken(checkStore(*database)).problems, QStringList());
        const auto value = [&](const char *sql) {
            return taken(database->ask(QString::fromLatin1(sql))).toLongLong();
        };
        QCOMPARE(value("SELECT sum(confirmed_micros) FROM conversion_rollup WHERE basis = 1"), 7'000'000);
        QCOMPARE(value("SELECT count(*) FROM conversion_of_click WHERE conversion_id = 5"), 1);
        QCOMPARE(value("SELECT value FROM counter WHERE name = 'settled_conversion'"), 5);
        QVERIFY(value("SELECT count(*) FROM day_offset") > 1);
    }

private:
    void writeMany(const QByteArray &click, qint64 first, qint64 count)
    {
        std::vector<WriteJob> jobs;
        for (qint64 i = first; i < first + count; ++i)
            jobs.push_back({m_store->newPostback("cid=" + click + "&payout=1&txid=N" + QByteArray::number(i)),
                            {},
                            nullptr});
        const auto receipts = taken(m_store->writer().write(jobs));
        for (const WriteReceipt &receipt : receipts)
            QCOMPARE(receipt.result, WriteReceipt::Result::Stored);
    }
    qint64 number(const char *sql) { return m_store->number(QString::fromLatin1(sql)); }
    QString rows(const char *sql)
    {
        return taken(m_store->database().ask(
                             QStringLiteral("SELECT group_concat(line, char(10)) FROM (SELECT * FROM (%1))")
                                     .arg(joined(sql))))
                .toString();
    }
    /// The seven columns of \a sql as one text.
    static QString joined(const char *sql)
    {
        return QStringLiteral(
                       "WITH t(a, b, c, d, e, f, g) AS (%1) SELECT a || ' ' || b || ' ' || c || ' ' || d || ' ' || e "
                       "|| ' ' || f || ' ' || g AS line FROM t")
                .arg(QString::fromLatin1(sql));
    }

    std::unique_ptr<StoreFixture> m_store;
};

QTEST_GUILESS_MAIN(tst_Settlement)
#include "tst_settlement.moc"
