// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storefixture.h"

#include "reports/reportquery.h"
#include "store/exchangerates.h"

#include <QDateTime>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

Currency code(const QString &text)
{
    return Currency::fromCode(text).value();
}

qint64 utc(QDate day, QTime time)
{
    return QDateTime(day, time, QTimeZone::utc()).toMSecsSinceEpoch();
}

const QDate first(2026, 11, 1);
const QDate second(2026, 11, 2);

using Dimension = ReportDimension;
const QList<QList<Dimension>> groupings{{Dimension::Campaign},
                                        {Dimension::Day},
                                        {Dimension::Network},
                                        {Dimension::Status},
                                        {Dimension::Offer},
                                        {Dimension::HourOfDay},
                                        {Dimension::Network, Dimension::Day},
                                        {Dimension::TrafficSource, Dimension::Month, Dimension::Status}};
const QList<DateBasis> bases{DateBasis::Click, DateBasis::Conversion, DateBasis::Status};

} // namespace

/// Reports over several currencies: what a rate holds for is converted, what none holds for is left out and told.
class tst_ReportCurrencies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_store = std::make_unique<StoreFixture>(); }

    void everyConversionHasTheRateOfItsOwnDay_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char *zone : {"UTC", "Asia/Kathmandu", "America/Los_Angeles"})
            QTest::newRow(zone) << QString::fromLatin1(zone);
    }
    /// On 1 November 1 EUR = 1.1 USD = 0.88 GBP, on 2 November 1 EUR = 1.25 USD = 0.85 GBP.
    ///
    ///     12.50 USD                                           12.500000
    ///     33.33 EUR on the first       33.33 × 1.1          = 36.663000
    ///     10.01 EUR on the second      10.01 × 1.25         = 12.512500
    ///      7.77 GBP on the second       7.77 × 1 ÷ 0.85 × 1.25
    ///                                   = 7.77 × 1.470588235294 = 11.426471 (…470.58…, rounded)
    ///                                                          73.101971 confirmed
    ///      5.00 EUR pending, on the second, 5 × 1.25        =  6.250000 pending
    void everyConversionHasTheRateOfItsOwnDay()
    {
        QFETCH(QString, zone);
        putRates();
        sell();
        ReportQuestion question = days(zone);
        for (const QList<Dimension> &by : groupings) {
            for (const DateBasis basis : bases) {
                question.by = by;
                question.basis = basis;
                const Report report = taken(runReport(m_store->database(), question));
                QCOMPARE(report.currency, Currency::usd());
                QCOMPARE(report.total.revenueConfirmed, 73'101'971);
                QCOMPARE(report.total.revenuePending, 6'250'000);
                QCOMPARE(report.total.conversions, 5);
                QCOMPARE(report.total.clicks, 5);
                QVERIFY(report.leftOut.isEmpty());
                QCOMPARE(report.otherCurrencies.size(), 2);
                Metrics sum;
                for (const ReportRow &row : report.rows)
                    sum += row.metrics;
                QCOMPARE(sum.revenueConfirmed, report.total.revenueConfirmed);
                QCOMPARE(sum.revenuePending, report.total.revenuePending);
            }
        }
    }

    void theBaseCurrencyIsChangedAtAnyTime()
    {
        putRates();
        sell();
        ReportQuestion question = days(u"UTC"_s);
        question.baseCurrency = code(u"GBP"_s);
        Report report = taken(runReport(m_store->database(), question));
        QCOMPARE(report.currency, code(u"GBP"_s));
        // 12.50 USD on the first:  12.50 × 1 ÷ 1.1 × 0.88 = 12.5 × 0.8    = 10.000000
        // 33.33 EUR on the first:  33.33 × 0.88                           = 29.330400
        // 10.01 EUR on the second: 10.01 × 0.85                           =  8.508500
        //  7.77 GBP                                                       =  7.770000
        QCOMPARE(report.total.revenueConfirmed, 55'608'900);
        QCOMPARE(report.total.revenuePending, 4'250'000);
        question.baseCurrency = Currency::usd();
        question.currency = code(u"GBP"_s); // asked for once
        QCOMPARE(taken(runReport(m_store->database(), question)).total, report.total);
    }

    /// 0.003 dollars a click, a hundred clicks on each day, in euros:
    /// 100 × 0.003 ÷ 1.1 + 100 × 0.003 ÷ 1.25 = 0.272727272727… + 0.24 = 0.512727
    void costsAreRoundedOnce()
    {
        putRates();
        for (int i = 0; i < 200; ++i) {
            m_store->clock.set(utc(i < 100 ? first : second, {i % 24, 30}));
            NewClick click = m_store->newClick();
            click.costMicros = 3'000;
            m_store->write(click);
        }
        ReportQuestion question = days(u"Asia/Kathmandu"_s);
        question.baseCurrency = code(u"EUR"_s);
        for (const QList<Dimension> &by : groupings) {
            question.by = by;
            const Report report = taken(runReport(m_store->database(), question));
            QCOMPARE(report.total.cost, 512'727);
            QCOMPARE(report.total.clicks, 200);
        }
    }

    void whatHasNoRateIsLeftOutAndTold()
    {
        putRates();
        sell();
        m_store->clock.set(utc(first, {10, 0}));
        m_store->postback("cid=" + m_store->click() + "&payout=500&currency=JPY");
        m_store->clock.set(utc(second, {10, 0}));
        m_store->postback("cid=" + m_store->click() + "&payout=700&currency=JPY&status=pending");
        for (const QList<Dimension> &by : groupings) {
            ReportQuestion question = days(u"UTC"_s);
            question.by = by;
            const Report report = taken(runReport(m_store->database(), question));
            QCOMPARE(report.total.revenueConfirmed, 73'101'971);
            QCOMPARE(report.total.conversions, 5);
            QCOMPARE(report.leftOut.size(), 1);
            const LeftOut &left = report.leftOut.constFirst();
            QCOMPARE(left.currency.code(), u"JPY"_s);
            QCOMPARE(left.first, first);
            QCOMPARE(left.last, second);
            QCOMPARE(left.total.conversions, 2);
            QCOMPARE(left.total.revenueConfirmed, 500'000'000);
            QCOMPARE(left.total.revenuePending, 700'000'000);
            Metrics sum;
            for (const ReportRow &row : left.rows)
                sum += row.metrics;
            QCOMPARE(sum, left.total);
        }
    }

    void withoutARateToTheBaseCurrencyTheMainOneIsShown()
    {
        m_store->clock.set(utc(first, {10, 0}));
        const QByteArray click = m_store->click();
        m_store->postback("cid=" + click + "&txid=1&payout=10&currency=EUR");
        m_store->postback("cid=" + click + "&txid=2&payout=500&currency=JPY");
        m_store->postback("cid=" + click + "&txid=3&payout=20&currency=EUR");
        const Report report = taken(runReport(m_store->database(), days(u"UTC"_s)));
        QCOMPARE(report.currency.code(), u"EUR"_s);
        QCOMPARE(report.total.revenueConfirmed, 30'000'000);
        QCOMPARE(report.leftOut.size(), 2); // yen, and dollars that the click cost
        QVERIFY(!report.question.currency.isValid());
    }

private:
    ReportQuestion days(const QString &zone)
    {
        ReportQuestion question;
        question.range = {first.addDays(-1), second.addDays(1), QTimeZone(zone.toLatin1())};
        return question;
    }
    void putRates()
    {
        const auto rate = [](const QString &to, QDate day, QStringView text) {
            return ExchangeRate{code(u"EUR"_s), code(to), day, taken(picosFromDecimal(text)),
                                RateSource::CentralBank};
        };
        taken(putExchangeRates(m_store->database(),
                               {rate(u"USD"_s, first, u"1.1"), rate(u"GBP"_s, first, u"0.88"),
                                rate(u"USD"_s, second, u"1.25"), rate(u"GBP"_s, second, u"0.85")}));
    }
    /// Clicks cost nothing here, so that only sales count.
    enum class Stays { Pending, Approved };
    void sell(QDate day, QTime time, const QByteArray &money, Stays stays = Stays::Approved)
    {
        m_store->clock.set(utc(first, {0, 5}));
        NewClick click = m_store->newClick();
        click.costMicros = 0;
        m_store->write(click);
        m_store->clock.set(utc(day, time));
        const QByteArray postback = "cid=" + click.clickId.bytes().toByteArray() + '&' + money + "&status=";
        m_store->postback(postback + "pending");
        // A later approval is dated by itself and changes neither the rate nor its day.
        m_store->clock.set(utc(second, {23, 50}));
        m_store->postback(postback + (stays == Stays::Pending ? "pending" : "approved"));
    }
    void sell()
    {
        sell(first, {20, 0}, "payout=12.50&currency=USD");
        sell(first, {23, 59}, "payout=33.33&currency=EUR");
        sell(second, {0, 0}, "payout=10.01&currency=EUR");
        sell(second, {18, 30}, "payout=7.77&currency=GBP");
        sell(second, {12, 0}, "payout=5&currency=EUR", Stays::Pending);
    }

    std::unique_ptr<StoreFixture> m_store;
};

QTEST_GUILESS_MAIN(tst_ReportCurrencies)
#include "tst_reportcurrencies.moc"
