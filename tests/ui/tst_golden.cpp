// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"
#include "support/storefixture.h"

#include "accounting/csvfile.h"
#include "accounting/reportcsv.h"
#include "conversions/conversiontotals.h"
#include "overview/overviewanswer.h"
#include "store/exchangerates.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

qint64 utc(QDate day, QTime time)
{
    return QDateTime(day, time, QTimeZone::utc()).toMSecsSinceEpoch();
}

Currency code(const QString &text)
{
    return Currency::fromCode(text).value();
}

qint64 micros(const QString &text)
{
    return taken(microsFromDecimal(text));
}

/// The cells of a plain CSV file (nothing in it is quoted), by line and column name.
QList<QHash<QString, QString>> linesOf(const QByteArray &csv)
{
    const QStringList lines = QString::fromUtf8(csv).split(u"\r\n"_s, Qt::SkipEmptyParts);
    const QStringList names = lines.value(0).split(u',');
    QList<QHash<QString, QString>> rows;
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(u',');
        QHash<QString, QString> row;
        for (qsizetype i = 0; i < names.size(); ++i)
            row.insert(names.at(i), cells.value(i));
        rows << row;
    }
    return rows;
}

} // namespace

/// Seven sales, computed by hand, and every place that shows what they come to.
///
/// One euro is 1.1 dollars and 0.88 pounds from Friday, 30 October on, 1.25 dollars and 0.8 pounds from Monday, 2 November on.
/// Each sale has a click a minute before it that cost 0.10 USD.
///
///     sale  UTC                payout       in dollars                    in euros
///     A     Oct 31 17:00       10.00 USD    10.000000                     10 ÷ 1.1           =  9.090909
///           sold for 12.50 USD, of which 2.50 were taken back
///     B     Oct 31 18:30       20.00 EUR    20 × 1.1        = 22.000000   20.000000
///     C     Nov  1 04:30        7.77 USD     7.770000                     7.77 ÷ 1.1         =  7.063636
///     D     Nov  1 05:30       33.33 EUR    33.33 × 1.1     = 36.663000   33.330000          pending
///     E     Nov  1 06:30        5.55 GBP    5.55 ÷ 0.88 × 1.1 = 6.937500  5.55 ÷ 0.88        =  6.306818
///     F     Nov  2 04:30        1.01 EUR    1.01 × 1.25     =  1.262500    1.010000
///     G     Nov  2 05:30       99.00 USD    99.000000                     99 ÷ 1.25          = 79.200000
///
/// The first of November is, in UTC,
///
///     Asia/Kathmandu (+05:45)                from Oct 31 18:15 to Nov 1 18:15     B C D E
///     America/New_York (25 hours long)       from Nov  1 04:00 to Nov 2 05:00     C D E F
///     Pacific/Auckland (+13:00)              from Oct 31 11:00 to Nov 1 11:00     A B C D E
class GoldenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPlaceSaysTheSame_data();
    void everyPlaceSaysTheSame();
    void theRowsOfTheCommandAreThoseOfTheTree();

private:
    QByteArray sell(const QString &name, QDate day, QTime time, const QByteArray &money);
    Metrics expected() const;
    void compare(const Metrics &found, const char *where) const;

    std::unique_ptr<StoreFixture> m_store;
};

void GoldenTest::initTestCase()
{
    m_store = std::make_unique<StoreFixture>();
    const auto rate = [](const QString &to, QDate day, QStringView text) {
        return ExchangeRate{code(u"EUR"_s), code(to), day, taken(picosFromDecimal(text)),
                            RateSource::CentralBank};
    };
    const QDate friday(2026, 10, 30);
    const QDate monday(2026, 11, 2);
    taken(putExchangeRates(m_store->database(),
                           {rate(u"USD"_s, friday, u"1.1"), rate(u"GBP"_s, friday, u"0.88"),
                            rate(u"USD"_s, monday, u"1.25"), rate(u"GBP"_s, monday, u"0.8")}));
    const QByteArray refunded = sell(u"A"_s, {2026, 10, 31}, {17, 0}, "txid=a&payout=12.50&currency=USD");
    m_store->postback("cid=" + refunded + "&txid=a&payout=-2.50&currency=USD&status=refunded");
    sell(u"B"_s, {2026, 10, 31}, {18, 30}, "payout=20.00&currency=EUR");
    sell(u"C"_s, {2026, 11, 1}, {4, 30}, "payout=7.77&currency=USD");
    sell(u"D"_s, {2026, 11, 1}, {5, 30}, "payout=33.33&currency=EUR&status=pending");
    sell(u"E"_s, {2026, 11, 1}, {6, 30}, "payout=5.55&currency=GBP");
    sell(u"F"_s, {2026, 11, 2}, {4, 30}, "payout=1.01&currency=EUR");
    sell(u"G"_s, {2026, 11, 2}, {5, 30}, "payout=99.00&currency=USD");
    QVERIFY(m_store->problems().isEmpty());
}

QByteArray GoldenTest::sell(const QString &name, QDate day, QTime time, const QByteArray &money)
{
    m_store->clock.set(utc(day, time) - 60'000);
    NewClick click = m_store->newClick();
    click.costMicros = 100'000;
    click.subIds[0] = name;
    m_store->write(click);
    m_store->clock.set(utc(day, time));
    m_store->postback("cid=" + click.clickId.bytes().toByteArray() + '&' + money);
    return click.clickId.bytes().toByteArray();
}

void GoldenTest::everyPlaceSaysTheSame_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("base");
    QTest::addColumn<int>("sales");
    QTest::addColumn<QString>("confirmed");
    QTest::addColumn<QString>("pending");
    QTest::addColumn<QString>("refunded");
    QTest::addColumn<QString>("cost");
    // B + C + E = 22 + 7.77 + 6.9375; D; four clicks
    QTest::newRow("Kathmandu, dollars")
            << u"Asia/Kathmandu"_s << u"USD"_s << 4 << u"36.7075"_s << u"36.663"_s << u"0"_s << u"0.4"_s;
    // C + E + F = 7.77 + 6.9375 + 1.2625; D; four clicks
    QTest::newRow("New York, dollars")
            << u"America/New_York"_s << u"USD"_s << 4 << u"15.97"_s << u"36.663"_s << u"0"_s << u"0.4"_s;
    // A + B + C + E = 10 + 36.7075; D; 2.50 of A; five clicks
    QTest::newRow("Auckland, dollars")
            << u"Pacific/Auckland"_s << u"USD"_s << 5 << u"46.7075"_s << u"36.663"_s << u"2.5"_s << u"0.5"_s;
    // B + C + E = 20 + 7.063636 + 6.306818; D; 0.4 ÷ 1.1
    QTest::newRow("Kathmandu, euros") << u"Asia/Kathmandu"_s << u"EUR"_s << 4 << u"33.370454"_s << u"33.33"_s
                                      << u"0"_s << u"0.363636"_s;
    // C + E + F = 7.063636 + 6.306818 + 1.01; D; 0.3 ÷ 1.1 + 0.1 ÷ 1.25 = 0.272727… + 0.08
    QTest::newRow("New York, euros") << u"America/New_York"_s << u"EUR"_s << 4 << u"14.380454"_s << u"33.33"_s
                                     << u"0"_s << u"0.352727"_s;
    // A + B + C + E = 9.090909 + 33.370454; D; 2.5 ÷ 1.1; 0.5 ÷ 1.1
    QTest::newRow("Auckland, euros") << u"Pacific/Auckland"_s << u"EUR"_s << 5 << u"42.461363"_s << u"33.33"_s
                                     << u"2.272727"_s << u"0.454545"_s;
}

Metrics GoldenTest::expected() const
{
    QFETCH(int, sales);
    QFETCH(QString, confirmed);
    QFETCH(QString, pending);
    QFETCH(QString, refunded);
    QFETCH(QString, cost);
    Metrics metrics;
    metrics.clicks = sales;
    metrics.conversions = sales;
    metrics.pending = 1;
    metrics.approved = sales - 1;
    metrics.revenueConfirmed = micros(confirmed);
    metrics.revenuePending = micros(pending);
    metrics.revenueRefunded = micros(refunded);
    metrics.cost = micros(cost);
    return metrics;
}

void GoldenTest::compare(const Metrics &found, const char *where) const
{
    const Metrics wanted = expected();
    const std::pair<const char *, qint64 Metrics::*> parts[]{{"clicks", &Metrics::clicks},
                                                             {"conversions", &Metrics::conversions},
                                                             {"pending", &Metrics::pending},
                                                             {"approved", &Metrics::approved},
                                                             {"refunded", &Metrics::refunded},
                                                             {"confirmed revenue",
                                                              &Metrics::revenueConfirmed},
                                                             {"pending revenue", &Metrics::revenuePending},
                                                             {"refunded revenue", &Metrics::revenueRefunded},
                                                             {"cost", &Metrics::cost}};
    for (const auto &[name, part] : parts)
        QVERIFY2(found.*part == wanted.*part,
                 qPrintable(
                         u"%1, %2: %3 instead of %4"_s.arg(QLatin1StringView(where), QLatin1StringView(name))
                                 .arg(found.*part)
                                 .arg(wanted.*part)));
}

void GoldenTest::everyPlaceSaysTheSame()
{
    QFETCH(QString, zone);
    QFETCH(QString, base);
    const QDate day(2026, 11, 1);
    ReportQuestion question;
    question.range = {day, day, QTimeZone(zone.toLatin1())};
    question.baseCurrency = code(base);
    Database &database = m_store->database();

    // Reports, by every dimension and by three at a time.
    using Dimension = ReportDimension;
    for (const QList<Dimension> &by : {QList<Dimension>{Dimension::Campaign},
                                       {Dimension::Offer},
                                       {Dimension::Network},
                                       {Dimension::TrafficSource},
                                       {Dimension::Status},
                                       {Dimension::Day},
                                       {Dimension::Week},
                                       {Dimension::Month},
                                       {Dimension::HourOfDay},
                                       {Dimension::DayOfWeek},
                                       {Dimension::Network, Dimension::HourOfDay, Dimension::Status}}) {
        question.by = by;
        compare(taken(runReport(database, question)).total, "report");
        compare(taken(runReportTree(database, question)).total, "tree");
    }

    // The Overview.
    OverviewQuestion overview;
    overview.range = question.range;
    overview.baseCurrency = question.baseCurrency;
    overview.now = question.range.endMs();
    const OverviewAnswer answer = taken(readOverview(database, overview, m_store->clock));
    QCOMPARE(answer.currency, question.baseCurrency);
    compare(answer.now, "overview");
    compare(answer.byDay.total, "chart");

    // The line below the conversions, from the sums and from the rows; it knows no clicks.
    RowFilter filter;
    filter.since = question.range.startMs();
    filter.until = question.range.endMs();
    for (const OfferId offer : {OfferId(), m_store->offer.id}) {
        filter.offer = offer;
        const ConversionTotals totals
                = taken(conversionTotalsFor(database, filter, question.range, question.baseCurrency));
        QCOMPARE(totals.count, expected().conversions);
        QCOMPARE(totals.sums.size(), 1);
        QCOMPARE(totals.sums[question.baseCurrency].revenueConfirmed, expected().revenueConfirmed);
        QCOMPARE(totals.sums[question.baseCurrency].revenuePending, expected().revenuePending);
    }

    // The files.
    const QString file = m_store->inFolder(u"out.csv"_s);
    const auto read = [&file] {
        QFile csv(file);
        return csv.open(QIODevice::ReadOnly) ? linesOf(csv.readAll()) : QList<QHash<QString, QString>>();
    };
    taken(exportReport(taken(runReportTree(database, question)), file));
    const auto total = read().constLast();
    QCOMPARE(micros(total[u"Revenue confirmed"_s]), expected().revenueConfirmed);
    QCOMPARE(micros(total[u"Revenue pending"_s]), expected().revenuePending);
    QCOMPARE(micros(total[u"Cost"_s]), expected().cost);
    QCOMPARE(total[u"Time zone"_s], zone);
    QCOMPARE(total[u"Currency"_s], base);
    QCOMPARE(total[u"Date basis"_s], u"conversion_date"_s);
    QCOMPARE(taken(exportConversions(database, question.range, question.baseCurrency, file)),
             expected().conversions);
    qint64 confirmed = 0;
    qint64 pending = 0;
    qint64 refunded = 0;
    for (const auto &row : read()) {
        confirmed += micros(row[u"Confirmed in base currency"_s]);
        pending += micros(row[u"Pending in base currency"_s]);
        refunded += micros(row[u"Refunded in base currency"_s]);
    }
    QCOMPARE(confirmed, expected().revenueConfirmed);
    QCOMPARE(pending, expected().revenuePending);
    QCOMPARE(refunded, expected().revenueRefunded);

    // The program itself.
    const QString folder = m_store->inFolder({});
    QCOMPARE(runProgram(u"settings set base-currency "_s + base, folder).status, 0);
    const QJsonObject json
            = runProgram(u"report --by network,hour --from 2026-11-01 --to 2026-11-01 --json --zone "_s
                                 + zone,
                         folder)
                      .json();
    QCOMPARE(json["currency"_L1].toString(), base);
    const QJsonObject said = json["total"_L1].toObject();
    QCOMPARE(said["clicks"_L1].toInt(), expected().clicks);
    QCOMPARE(micros(said["revenue_confirmed"_L1].toString()), expected().revenueConfirmed);
    QCOMPARE(micros(said["revenue_pending"_L1].toString()), expected().revenuePending);
    QCOMPARE(micros(said["cost"_L1].toString()), expected().cost);
    QVERIFY(json["left_out"_L1].toArray().isEmpty());
}

/// `export report` writes each level's rows below each other.
void GoldenTest::theRowsOfTheCommandAreThoseOfTheTree()
{
    const QString folder = m_store->inFolder({});
    QCOMPARE(runProgram(u"settings set base-currency USD"_s, folder).status, 0);
    const Ran ran = runProgram(u"export report --by network,status --from 2026-11-01 --to 2026-11-01 "
                               "--zone America/New_York --out -"_s,
                               folder);
    QCOMPARE(ran.status, 0);
    QStringList lines;
    for (const auto &row : linesOf(ran.out))
        lines << u"%1|%2|%3|%4|%5"_s.arg(row[u"network"_s], row[u"status"_s], row[u"Level"_s],
                                         row[u"Clicks"_s], row[u"Revenue confirmed"_s]);
    QCOMPARE(lines,
             QStringList({u"Northway||1|4|15.97"_s, u"Northway|none|2|4|0.00"_s,
                          u"Northway|pending|2|0|0.00"_s, u"Northway|approved|2|0|15.97"_s,
                          u"Total||0|4|15.97"_s}));
}

QTEST_MAIN(GoldenTest)
#include "tst_golden.moc"
