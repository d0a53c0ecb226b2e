// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storefixture.h"

#include "reports/reportquery.h"

#include <QDateTime>
#include <QTest>

using namespace Matchbook;

namespace {

qint64 local(QDate day, QTime time, const QByteArray &zone)
{
    return QDateTime(day, time, QTimeZone(zone)).toMSecsSinceEpoch();
}

QStringList namesOf(const Report &report)
{
    QStringList names;
    for (const ReportRow &row : report.rows)
        names << row.name;
    return names;
}

Metrics metricsOf(const Report &report, const QString &name)
{
    for (const ReportRow &row : report.rows) {
        if (row.name == name)
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
        QTest::addColumn<ReportGrouping>("grouping");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("campaign") << ReportGrouping::Campaign
                                  << QStringList{QStringLiteral("Autumn"), QStringLiteral("Winter")};
        QTest::newRow("network") << ReportGrouping::Network
                                 << QStringList{QStringLiteral("Northway"), QStringLiteral("Southway")};
        QTest::newRow("offer") << ReportGrouping::Offer
                               << QStringList{QStringLiteral("Sledge"), QStringLiteral("Trail shoes")};
        QTest::newRow("status") << ReportGrouping::Status
                                << QStringList{QStringLiteral("none"), QStringLiteral("pending"),
                                               QStringLiteral("approved"), QStringLiteral("rejected"),
                                               QStringLiteral("refunded")};
        QTest::newRow("day") << ReportGrouping::Day
                             << QStringList{QStringLiteral("2026-11-01"), QStringLiteral("2026-11-02"),
                                            QStringLiteral("2026-11-03")};
    }

    void everyGroupingHasItsRowsAndTheSameTotal()
    {
        QFETCH(ReportGrouping, grouping);
        QFETCH(QStringList, names);
        twoCampaigns();
        const Report report = ask(grouping);
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
        const Report campaigns = ask(ReportGrouping::Campaign);
        QCOMPARE(metricsOf(campaigns, QStringLiteral("Autumn")).clicks, 4);
        QCOMPARE(metricsOf(campaigns, QStringLiteral("Winter")).clicks, 1);
        QCOMPARE(metricsOf(campaigns, QStringLiteral("Winter")).revenueRejected, 4'000'000);
        const Report states = ask(ReportGrouping::Status);
        QCOMPARE(metricsOf(states, QStringLiteral("none")).clicks, 5);
        QCOMPARE(metricsOf(states, QStringLiteral("pending")).revenuePending, 3'000'000);
        const Report days = ask(ReportGrouping::Day);
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
        question.grouping = ReportGrouping::Day;
        question.range = {day.addDays(-3), day.addDays(3), QTimeZone(zone)};
        const Report report = taken(runReport(m_store->database(), question));
        QCOMPARE(report.rows.size(), 7);
        for (const ReportRow &row : report.rows)
            QCOMPARE(row.metrics.clicks, row.day == day ? 1 : 0);

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
            const Report report = ask(ReportGrouping::Day, basis);
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
        Report report = ask(ReportGrouping::Campaign);
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
        const Report report = ask(ReportGrouping::Campaign);
        QCOMPARE(report.total.conversions, 0);
        QCOMPARE(report.total.revenueConfirmed, 0);
    }

    void anEmptyStoreHasEmptyDays()
    {
        const Report days = ask(ReportGrouping::Day);
        QCOMPARE(days.rows.size(), 3);
        QCOMPARE(days.total, Metrics());
        QVERIFY(ask(ReportGrouping::Campaign).rows.isEmpty());
    }

    void wordsStandForGroupingsAndBases()
    {
        QCOMPARE(groupingFromWord(u"status"), std::optional(ReportGrouping::Status));
        QVERIFY(!groupingFromWord(u"colour"));
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
    Report ask(ReportGrouping grouping, DateBasis basis = DateBasis::Conversion)
    {
        ReportQuestion question = wholeDays();
        question.grouping = grouping;
        question.basis = basis;
        return taken(runReport(m_store->database(), question));
    }

    std::unique_ptr<StoreFixture> m_store;
};

QTEST_GUILESS_MAIN(tst_ReportQuery)
#include "tst_reportquery.moc"
