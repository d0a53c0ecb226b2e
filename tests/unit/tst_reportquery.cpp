// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storefixture.h"

#include "reports/reportquery.h"
#include "reports/series.h"
#include "vocabulary/period.h"

#include <QDateTime>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

qint64 local(QDate day, QTime time, const QByteArray &zone)
{
    return QDateTime(day, time, QTimeZone(zone)).toMSecsSinceEpoch();
}

QStringList namesOf(const Report &report)
{
    QStringList names;
    for (const ReportRow &row : report.rows)
        names << row.name();
    return names;
}

Metrics metricsOf(const Report &report, const QString &name)
{
    for (const ReportRow &row : report.rows) {
        if (row.name() == name)
            return row.metrics;
    }
    return {};
}

} // namespace

class tst_ReportQuery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_store = std::make_unique<StoreFixture>(); }

    void everyGroupingHasItsRowsAndTheSameTotal_data()
    {
        QTest::addColumn<ReportDimension>("dimension");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("campaign") << ReportDimension::Campaign
                                  << QStringList{QStringLiteral("Autumn"), QStringLiteral("Winter")};
        QTest::newRow("network") << ReportDimension::Network
                                 << QStringList{QStringLiteral("Northway"), QStringLiteral("Southway")};
        QTest::newRow("offer") << ReportDimension::Offer
                               << QStringList{QStringLiteral("Sledge"), QStringLiteral("Trail shoes")};
        QTest::newRow("status") << ReportDimension::Status
                                << QStringList{QStringLiteral("none"), QStringLiteral("pending"),
                                               QStringLiteral("approved"), QStringLiteral("rejected"),
                                               QStringLiteral("refunded")};
        QTest::newRow("day") << ReportDimension::Day
                             << QStringList{QStringLiteral("2026-11-01"), QStringLiteral("2026-11-02"),
                                            QStringLiteral("2026-11-03")};
    }

    void everyGroupingHasItsRowsAndTheSameTotal()
    {
        QFETCH(ReportDimension, dimension);
        QFETCH(QStringList, names);
        twoCampaigns();
        const Report report = ask(dimension);
        QCOMPARE(namesOf(report), names);
        Metrics sum;
        for (const ReportRow &row : report.rows)
            sum += row.metrics;
        QCOMPARE(report.total, sum);
        QCOMPARE(report.total.clicks, 5);
        QCOMPARE(report.total.bots, 1);
        QCOMPARE(report.total.conversions, 4);
        QCOMPARE(report.total.revenueConfirmed, 12'500'000);
        QCOMPARE(report.total.revenuePending, 3'000'000);
        QCOMPARE(report.total.revenueRejected, 4'000'000);
        QCOMPARE(report.total.revenueRefunded, 5'000'000);
        QCOMPARE(report.total.cost, 5 * 250'000);
        QCOMPARE(report.currency, Currency::usd());
        QVERIFY(report.otherCurrencies.isEmpty());
    }

    void eachRowHasWhatBelongsToIt()
    {
        twoCampaigns();
        const Report campaigns = ask(ReportDimension::Campaign);
        QCOMPARE(metricsOf(campaigns, QStringLiteral("Autumn")).clicks, 4);
        QCOMPARE(metricsOf(campaigns, QStringLiteral("Winter")).clicks, 1);
        QCOMPARE(metricsOf(campaigns, QStringLiteral("Winter")).revenueRejected, 4'000'000);
        const Report states = ask(ReportDimension::Status);
        QCOMPARE(metricsOf(states, QStringLiteral("none")).clicks, 5);
        QCOMPARE(metricsOf(states, QStringLiteral("pending")).revenuePending, 3'000'000);
        const Report days = ask(ReportDimension::Day);
        QCOMPARE(metricsOf(days, QStringLiteral("2026-11-02")).clicks, 5);
        QCOMPARE(metricsOf(days, QStringLiteral("2026-11-03")), Metrics());
    }

    void oneNetworkCanBeAskedFor()
    {
        twoCampaigns();
        ReportQuestion question = wholeDays();
        question.network = m_store->network.id;
        const Report report = taken(runReport(m_store->database(), question));
        QCOMPARE(namesOf(report), QStringList{QStringLiteral("Autumn")});
        QCOMPARE(report.total.clicks, 4);
        QCOMPARE(report.total.conversions, 3);
    }

    void aClickBelongsToTheDayOfTheAskedZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QTime>("time");
        QTest::newRow("Chicago, evening")
                << QByteArray("America/Chicago") << QDate(2026, 11, 2) << QTime(21, 23);
        QTest::newRow("Chicago, long day's end")
                << QByteArray("America/Chicago") << QDate(2026, 11, 1) << QTime(23, 59);
        QTest::newRow("Chicago, long day's start")
                << QByteArray("America/Chicago") << QDate(2026, 11, 1) << QTime(0, 0);
        QTest::newRow("Chicago, short day's end")
                << QByteArray("America/Chicago") << QDate(2026, 3, 8) << QTime(23, 46);
        QTest::newRow("Bogota, month's end")
                << QByteArray("America/Bogota") << QDate(2026, 11, 30) << QTime(21, 23);
        QTest::newRow("Kathmandu, first quarter")
                << QByteArray("Asia/Kathmandu") << QDate(2026, 11, 1) << QTime(0, 0);
        QTest::newRow("Kathmandu, last quarter")
                << QByteArray("Asia/Kathmandu") << QDate(2026, 11, 1) << QTime(23, 45);
        QTest::newRow("Tongatapu, new year")
                << QByteArray("Pacific/Tongatapu") << QDate(2027, 1, 1) << QTime(0, 1);
        QTest::newRow("Sao Paulo, no midnight")
                << QByteArray("America/Sao_Paulo") << QDate(2018, 11, 4) << QTime(1, 0);
        QTest::newRow("Lord Howe, half an hour")
                << QByteArray("Australia/Lord_Howe") << QDate(2026, 10, 4) << QTime(23, 50);
    }

    void aClickBelongsToTheDayOfTheAskedZone()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        QFETCH(QTime, time);
        m_store->clock.set(local(day, time, zone));
        m_store->click();
        ReportQuestion question;
        question.by = QList<ReportDimension>{ReportDimension::Day};
        question.range = {day.addDays(-3), day.addDays(3), QTimeZone(zone)};
        const Report report = taken(runReport(m_store->database(), question));
        QCOMPARE(report.rows.size(), 7);
        for (const ReportRow &row : report.rows)
            QCOMPARE(row.metrics.clicks, row.day() == day ? 1 : 0);

        question.range = {day, day, QTimeZone(zone)};
        QCOMPARE(taken(runReport(m_store->database(), question)).total.clicks, 1);
        question.range = {day.addDays(1), day.addDays(1), QTimeZone(zone)};
        QCOMPARE(taken(runReport(m_store->database(), question)).total.clicks, 0);
    }

    void eachBasisBooksOnItsOwnDate()
    {
        m_store->clock.set(local({2026, 11, 1}, {12, 0}, "UTC"));
        const QByteArray click = m_store->click();
        m_store->clock.set(local({2026, 11, 2}, {12, 0}, "UTC"));
        m_store->postback("cid=" + click + "&payout=7&status=pending");
        m_store->clock.set(local({2026, 11, 3}, {12, 0}, "UTC"));
        m_store->postback("cid=" + click + "&status=approved");
        for (const DateBasis basis : {DateBasis::Click, DateBasis::Conversion, DateBasis::Status}) {
            const Report report = ask(ReportDimension::Day, basis);
            for (int day = 0; day < 3; ++day)
                QCOMPARE(report.rows.at(day).metrics.revenueConfirmed, day == int(basis) ? 7'000'000 : 0);
            QCOMPARE(report.total.clicks, 1);
        }
    }

    void currenciesAreNeverAddedToEachOther()
    {
        const QByteArray click = m_store->click();
        m_store->postback("cid=" + click + "&txid=1&payout=10&currency=EUR");
        m_store->postback("cid=" + click + "&txid=2&payout=20&currency=EUR");
        m_store->postback("cid=" + click + "&txid=3&payout=500&currency=JPY");
        Report report = ask(ReportDimension::Campaign);
        QCOMPARE(report.currency.code(), QStringLiteral("EUR"));
        QCOMPARE(report.total.revenueConfirmed, 30'000'000);
        QCOMPARE(report.total.conversions, 2);
        QCOMPARE(report.total.cost, 0); // the clicks cost dollars
        QCOMPARE(report.otherCurrencies, (QList<Currency>{*Currency::fromCode(u"JPY"), Currency::usd()}));

        ReportQuestion question = wholeDays();
        question.currency = *Currency::fromCode(u"JPY");
        report = taken(runReport(m_store->database(), question));
        QCOMPARE(report.total.revenueConfirmed, 500'000'000);
        QCOMPARE(report.total.clicks, 1);
    }

    void testsAndIgnoredStatesNeverCount()
    {
        m_store->postback("cid=" + m_store->click() + "&payout=9&status=test");
        const Report report = ask(ReportDimension::Campaign);
        QCOMPARE(report.total.conversions, 0);
        QCOMPARE(report.total.revenueConfirmed, 0);
    }

    void anEmptyStoreHasEmptyDays()
    {
        const Report days = ask(ReportDimension::Day);
        QCOMPARE(days.rows.size(), 3);
        QCOMPARE(days.total, Metrics());
        QVERIFY(ask(ReportDimension::Campaign).rows.isEmpty());
    }

    /// Two campaigns of two networks, clicked on Sunday evening and on Monday of another month in Kathmandu.
    void rowsAreNestedAndTheirTotalIsTheSame_data()
    {
        QTest::addColumn<QStringList>("by");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("week") << QStringList{u"week"_s} << QStringList{u"2026-10-26 2"_s, u"2026-11-02 1"_s};
        QTest::newRow("month") << QStringList{u"month"_s} << QStringList{u"2026-10 1"_s, u"2026-11 2"_s};
        QTest::newRow("hour") << QStringList{u"hour"_s} << QStringList{u"00 1"_s, u"01 1"_s, u"23 1"_s};
        QTest::newRow("weekday") << QStringList{u"weekday"_s}
                                 << QStringList{u"monday 1"_s, u"saturday 1"_s, u"sunday 1"_s};
        QTest::newRow("source") << QStringList{u"source"_s} << QStringList{u"generic 3"_s};
        QTest::newRow("campaign, weekday")
                << QStringList{u"campaign"_s, u"weekday"_s}
                << QStringList{u"Autumn/saturday 1"_s, u"Autumn/sunday 1"_s, u"Winter/monday 1"_s};
        QTest::newRow("weekday, hour, network")
                << QStringList{u"weekday"_s, u"hour"_s, u"network"_s}
                << QStringList{u"monday/01/Southway 1"_s, u"saturday/23/Northway 1"_s,
                               u"sunday/00/Northway 1"_s};
        QTest::newRow("month, status")
                << QStringList{u"month"_s, u"status"_s}
                << QStringList{u"2026-10/none 1"_s, u"2026-11/none 2"_s, u"2026-11/approved 0"_s};
    }
    void rowsAreNestedAndTheirTotalIsTheSame()
    {
        QFETCH(QStringList, by);
        const QByteArray zone = "Asia/Kathmandu";
        const AffiliateNetwork south = m_store->addNetwork(u"Southway"_s);
        const Offer sledge = m_store->addOffer(u"Sledge"_s, south);
        const Campaign winter = m_store->addCampaign(u"Winter"_s, sledge);
        m_store->learnNetworks();
        m_store->clock.set(local({2026, 10, 31}, {23, 59}, zone)); // a Saturday
        m_store->click();
        m_store->clock.set(local({2026, 11, 1}, {0, 0}, zone));
        m_store->postback("cid=" + m_store->click() + "&payout=7");
        m_store->clock.set(local({2026, 11, 2}, {1, 15}, zone));
        NewClick click = m_store->newClick();
        click.campaign = winter.id;
        click.offer = sledge.id;
        click.network = south.id;
        m_store->write(click);
        ReportQuestion question;
        question.range = {{2026, 10, 30}, {2026, 11, 3}, QTimeZone(zone)};
        question.by.clear();
        for (const QString &word : std::as_const(by))
            question.by << dimensionFromWord(word).value();
        const Report report = taken(runReport(m_store->database(), question));
        QStringList rows;
        Metrics sum;
        for (const ReportRow &row : report.rows) {
            QStringList names;
            for (const ReportPart &part : row.parts)
                names << part.name;
            rows << names.join(u'/') + u' ' + QString::number(row.metrics.clicks);
            sum += row.metrics;
        }
        QTEST(rows, "rows");
        QCOMPARE(sum, report.total);
        QCOMPARE(report.total.clicks, 3);
        QCOMPARE(report.total.revenueConfirmed, 7'000'000);
    }

    /// The days that are kept ready have no hours; the quarter hours have.
    void hoursAreThereInTheZoneThatDaysAreKeptIn()
    {
        m_store->clock.set(local({2026, 11, 2}, {14, 20}, "UTC"));
        m_store->click();
        const Report hours = ask(ReportDimension::HourOfDay);
        QCOMPARE(namesOf(hours), QStringList{u"14"_s});
        ReportQuestion question = wholeDays();
        question.weekStart = Qt::Sunday;
        question.by = {ReportDimension::Week};
        const Report weeks = taken(runReport(m_store->database(), question));
        QCOMPARE(namesOf(weeks), QStringList{u"2026-11-01"_s});
    }

    /// As an imported report may: older than any click.
    void allThereIsHasWhatIsOldAndNoEmptyYears()
    {
        m_store->clock.set(local({2019, 5, 5}, {10, 0}, "UTC"));
        m_store->postback("cid=" + m_store->click() + "&payout=500");
        ReportQuestion question;
        const QDate today(2019, 5, 7);
        question.range = periodRange(u"all", today, QTimeZone::utc()).value();
        question.by = {ReportDimension::Day};
        const Report report = taken(runReport(m_store->database(), question));
        QCOMPARE(report.total.revenueConfirmed, 500'000'000);
        QCOMPARE(namesOf(report), QStringList({u"2019-05-05"_s, u"2019-05-06"_s, u"2019-05-07"_s}));
        const ChartSeries series = payoutSeries(report, report, {});
        QCOMPARE(series.days.size(), 3);
        QCOMPARE(series.line.values.size(), 3);
    }

    void wordsStandForDimensionsAndBases()
    {
        QCOMPARE(dimensionFromWord(u"status"), std::optional(ReportDimension::Status));
        QVERIFY(!dimensionFromWord(u"colour"));
        for (const QString &word : dimensionWords())
            QCOMPARE(QString(dimensionWord(dimensionFromWord(word).value())), word);
        for (const DateBasis basis : {DateBasis::Click, DateBasis::Conversion, DateBasis::Status})
            QCOMPARE(basisFromWord(QString(basisWord(basis))), std::optional(basis));
        QVERIFY(!basisFromWord(u"birthday"));
    }

private:
    void twoCampaigns()
    {
        const AffiliateNetwork south = m_store->addNetwork(QStringLiteral("Southway"));
        const Offer sledge = m_store->addOffer(QStringLiteral("Sledge"), south);
        const Campaign winter = m_store->addCampaign(QStringLiteral("Winter"), sledge);
        m_store->learnNetworks();
        m_store->postback("cid=" + m_store->click() + "&payout=12.50");
        m_store->postback("cid=" + m_store->click() + "&payout=3&status=pending");
        const QByteArray refunded = m_store->click();
        m_store->postback("cid=" + refunded + "&payout=5");
        m_store->postback("cid=" + refunded + "&status=refunded");
        m_store->click();
        NewClick bot = m_store->newClick();
        bot.kind = ClickKind::Bot;
        bot.costMicros = 0;
        m_store->write(bot);
        NewClick click = m_store->newClick();
        click.campaign = winter.id;
        click.offer = sledge.id;
        click.network = south.id;
        m_store->write(click);
        RawPostback raw = m_store->newPostback("cid=" + click.clickId.bytes().toByteArray()
                                               + "&payout=4&status=rejected");
        raw.key = south.key.toLatin1();
        m_store->write(raw);
    }
    static ReportQuestion wholeDays()
    {
        ReportQuestion question;
        question.range = {{2026, 11, 1}, {2026, 11, 3}, QTimeZone::utc()};
        return question;
    }
    Report ask(ReportDimension dimension, DateBasis basis = DateBasis::Conversion)
    {
        ReportQuestion question = wholeDays();
        question.by = {dimension};
        question.basis = basis;
        return taken(runReport(m_store->database(), question));
    }

    std::unique_ptr<StoreFixture> m_store;
};

QTEST_GUILESS_MAIN(tst_ReportQuery)
#include "tst_reportquery.moc"
