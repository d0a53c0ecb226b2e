// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/reportquery.h"
#include "reports/series.h"

#include <QTest>

using namespace Matchbook;

namespace {

Report empty(const QDate &from, const QDate &to)
{
    Report report;
    report.question.range = {from, to, QTimeZone::utc()};
    return report;
}

ReportRow row(const QDate &day, qint64 id, const char *name, qint64 revenue, qint64 cost = 0)
{
    ReportRow row;
    row.parts = {{QString::fromLatin1(name), id, {}}, {{}, 0, day}};
    row.metrics.revenueConfirmed = revenue;
    row.metrics.cost = cost;
    return row;
}

qint64 sum(const QList<qint64> &values)
{
    qint64 total = 0;
    for (const qint64 value : values)
        total += value;
    return total;
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void daysWithoutAnythingAreFilled();
    void networksStandInTheOrderOfTheirIds();
    void networksThatEarnedNothingAreLeftOut();
    void rowsOutsideTheRangeAreLeftOut();
    void thinningKeepsTotals_data();
    void thinningKeepsTotals();
    void emptinessIsSeen();
};

void TestSeries::daysWithoutAnythingAreFilled()
{
    const QDate first(2026, 2, 27);
    Report networks = empty(first, first.addDays(3));
    Report days = networks;
    networks.rows = {row(first, 1, "A", 5), row(first.addDays(3), 1, "A", 7)};
    days.rows = {row(first, 0, "", 5, 2), row(first.addDays(3), 0, "", 7, 10)};
    const ChartSeries series = payoutSeries(networks, days, QStringLiteral("Profit"));
    QCOMPARE(series.days, (QList<QDate>{first, QDate(2026, 2, 28), QDate(2026, 3, 1), QDate(2026, 3, 2)}));
    QCOMPARE(series.stacks.size(), 1);
    QCOMPARE(series.stacks.first().values, (QList<qint64>{5, 0, 0, 7}));
    QCOMPARE(series.line.name, QStringLiteral("Profit"));
    QCOMPARE(series.line.values, (QList<qint64>{3, 0, 0, -3}));
}

void TestSeries::networksStandInTheOrderOfTheirIds()
{
    const QDate day(2026, 1, 1);
    Report networks = empty(day, day);
    networks.rows = {row(day, 9, "Alpha", 1), row(day, 2, "Zulu", 2), row(day, 2, "Zulu", 3)};
    const ChartSeries series = payoutSeries(networks, empty(day, day), QString());
    QCOMPARE(series.stacks.size(), 2);
    QCOMPARE(series.stacks.at(0).name, QStringLiteral("Zulu"));
    QCOMPARE(series.stacks.at(0).values, QList<qint64>{5}); // rows of one day add up
    QCOMPARE(series.stacks.at(1).id, 9);
}

void TestSeries::networksThatEarnedNothingAreLeftOut()
{
    const QDate day(2026, 1, 1);
    Report networks = empty(day, day);
    networks.rows = {row(day, 1, "Clicks only", 0, 5), row(day, 2, "Loss", -5)};
    const ChartSeries series = payoutSeries(networks, empty(day, day), QString());
    QCOMPARE(series.stacks.size(), 1);
    QCOMPARE(series.stacks.first().name, QStringLiteral("Loss"));
}

void TestSeries::rowsOutsideTheRangeAreLeftOut()
{
    const QDate day(2026, 1, 1);
    Report networks = empty(day, day);
    Report days = networks;
    networks.rows
            = {row(day.addDays(-1), 1, "A", 1), row(day.addDays(1), 1, "A", 2), row(QDate(), 1, "A", 4)};
    days.rows = {row(day.addDays(1), 0, "", 9)};
    const ChartSeries series = payoutSeries(networks, days, QString());
    QVERIFY(series.stacks.isEmpty());
    QCOMPARE(series.line.values, QList<qint64>{0});
}

void TestSeries::thinningKeepsTotals_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("bars");
    QTest::addColumn<int>("daysPerBar");
    QTest::newRow("short enough") << 30 << 2000 << 30 << 1;
    QTest::newRow("exactly") << 2000 << 2000 << 2000 << 1;
    QTest::newRow("one more") << 2001 << 2000 << 1001 << 2;
    QTest::newRow("uneven end") << 10 << 4 << 4 << 3;
    QTest::newRow("ten years") << 3650 << 400 << 365 << 10;
}

void TestSeries::thinningKeepsTotals()
{
    QFETCH(int, count);
    QFETCH(int, most);
    QFETCH(int, bars);
    QFETCH(int, daysPerBar);
    ChartSeries series;
    NamedSeries stack{QStringLiteral("A"), 1, {}};
    for (int i = 0; i < count; ++i) {
        series.days += QDate(2020, 1, 1).addDays(i);
        stack.values += i * 3 + 1;
        series.line.values += -i;
    }
    series.stacks = {stack};
    const ChartSeries fewer = thinned(series, most);
    QCOMPARE(fewer.days.size(), bars);
    QCOMPARE(fewer.stacks.first().values.size(), bars);
    QCOMPARE(fewer.daysPerBar, daysPerBar);
    QVERIFY(fewer.days.size() <= most);
    QCOMPARE(sum(fewer.stacks.first().values), sum(stack.values));
    QCOMPARE(sum(fewer.line.values), sum(series.line.values));
    QCOMPARE(fewer.days.first(), series.days.first());
}

void TestSeries::emptinessIsSeen()
{
    QVERIFY(ChartSeries().isEmpty());
    ChartSeries series;
    series.days = {QDate(2026, 1, 1)};
    series.line.values = {0};
    QVERIFY(series.isEmpty());
    series.line.values = {-1};
    QVERIFY(!series.isEmpty());
}

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
