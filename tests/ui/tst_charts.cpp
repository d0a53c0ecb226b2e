// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/charttable.h"
#include "charts/niceaxis.h"
#include "charts/payoutchart.h"
#include "theme.h"
#include "widgets/rowdelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QTableView>
#include <QTest>

using namespace Matchbook;

namespace {

constexpr qint64 unit = 1'000'000;

ChartSeries days(int count)
{
    ChartSeries series;
    NamedSeries one{QStringLiteral("MaxBounty"), 1, {}};
    NamedSeries two{QStringLiteral("Everflow"), 2, {}};
    series.line.name = QStringLiteral("Profit");
    for (int i = 0; i < count; ++i) {
        series.days += QDate(2026, 1, 1).addDays(i);
        one.values += (i % 7 + 1) * unit;
        two.values += (i % 3 + 1) * unit;
        series.line.values += (i % 5 - 1) * unit;
    }
    series.stacks = {one, two};
    return series;
}

int pixelsOf(const QImage &image, const QColor &colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    }
    return found;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void axesAreRound_data();
    void axesAreRound();
    void barsHaveTheColoursOfTheirNetworks();
    void coloursFollowTheTheme();
    void redrawsAtMostFourTimesASecond();
    void longSeriesAreThinned();
    void tableHasTheSameNumbers();
    void imageCanBeCopied();
    void chartIsNamedAndDescribed();
    void nothingAtAllIsNotAProblem();

private:
    Formats m_formats;
};

void TestCharts::init()
{
    m_formats.locale = QLocale(QStringLiteral("en_US"));
    Theme(*qApp).apply(QStringLiteral("light"));
}

void TestCharts::axesAreRound_data()
{
    QTest::addColumn<double>("smallest");
    QTest::addColumn<double>("largest");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("step");
    QTest::newRow("hundreds") << 0.0 << 487.0 << 0.0 << 500.0 << 100.0;
    QTest::newRow("exact") << 0.0 << 500.0 << 0.0 << 500.0 << 100.0;
    QTest::newRow("small") << 0.0 << 0.9 << 0.0 << 1.0 << 0.2;
    QTest::newRow("below zero") << -60.0 << 390.0 << -100.0 << 400.0 << 100.0;
    QTest::newRow("nothing") << 0.0 << 0.0 << 0.0 << 1.0 << 0.2;
    QTest::newRow("only losses") << -9.0 << -1.0 << -10.0 << 0.0 << 2.0;
}

void TestCharts::axesAreRound()
{
    QFETCH(double, smallest);
    QFETCH(double, largest);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, step);
    const NiceAxis axis = niceAxis(smallest, largest);
    QVERIFY(qAbs(axis.low - low) < 1e-9);
    QVERIFY(qAbs(axis.high - high) < 1e-9);
    QVERIFY(qAbs(axis.step - step) < 1e-9);
    QVERIFY(axis.ticks() <= 6);
}

void TestCharts::barsHaveTheColoursOfTheirNetworks()
{
    PayoutChart chart;
    chart.resize(600, 300);
    chart.show();
    chart.setSeries(days(10), Currency::usd(), m_formats);
    QCoreApplication::processEvents();
    const QImage image = chart.grab().toImage();
    QVERIFY(pixelsOf(image, Colours::light().network(1)) > 500);
    QVERIFY(pixelsOf(image, Colours::light().network(2)) > 500);
    QCOMPARE(pixelsOf(image, Colours::light().network(3)), 0);
}

void TestCharts::coloursFollowTheTheme()
{
    PayoutChart chart;
    chart.resize(600, 300);
    chart.show();
    chart.setSeries(days(10), Currency::usd(), m_formats);
    Theme theme(*qApp);
    theme.apply(QStringLiteral("dark"));
    // The chart redraws at most four times a second.
    QTRY_VERIFY(pixelsOf(chart.grab().toImage(), Colours::darkOnes().network(1)) > 500);
    const QImage image = chart.grab().toImage();
    QCOMPARE(pixelsOf(image, Colours::light().network(1)), 0);
    QVERIFY(pixelsOf(image, Colours::darkOnes().card) > 10000);
}

void TestCharts::redrawsAtMostFourTimesASecond()
{
    PayoutChart chart;
    chart.resize(600, 300);
    chart.show();
    for (int i = 0; i < 50; ++i)
        chart.setSeries(days(i + 1), Currency::usd(), m_formats);
    QCOMPARE(chart.redraws(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(chart.redraws(), 2, 2000);
    QCOMPARE(chart.series().days.size(), 50); // the newest wins
    QTest::qWait(400);
    QCOMPARE(chart.redraws(), 2); // and nothing is drawn for nothing
}

void TestCharts::longSeriesAreThinned()
{
    PayoutChart chart;
    chart.setSeries(days(3000), Currency::usd(), m_formats);
    QVERIFY(chart.series().days.size() <= 400);
    qint64 total = 0;
    for (const qint64 value : chart.series().stacks.first().values)
        total += value;
    qint64 expected = 0;
    for (int i = 0; i < 3000; ++i)
        expected += (i % 7 + 1) * unit;
    QCOMPARE(total, expected);
}

void TestCharts::tableHasTheSameNumbers()
{
    ChartTable table;
    table.setSeries(days(3), Currency::usd(), m_formats);
    QCOMPARE(table.rowCount(), 3);
    QCOMPARE(table.columnCount(), 5);
    QCOMPARE(table.index(0, 1).data(RawRole).toLongLong(), 3 * unit); // newest first
    QCOMPARE(table.index(0, 3).data(RawRole).toLongLong(), 6 * unit);
    QCOMPARE(table.index(2, 4).data().toString(), QStringLiteral("−$1.00"));
    QCOMPARE(table.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Profit"));

    PayoutChart chart;
    chart.setSeries(days(3), Currency::usd(), m_formats);
    QVERIFY(!chart.tableShown());
    chart.setTableShown(true);
    QVERIFY(chart.tableShown());
    QCOMPARE(chart.findChild<QTableView *>()->model()->rowCount(), 3);
}

void TestCharts::imageCanBeCopied()
{
    PayoutChart chart;
    chart.resize(600, 300);
    chart.show();
    chart.setSeries(days(10), Currency::usd(), m_formats);
    QCoreApplication::processEvents();
    chart.copyImage();
    const QImage image = QApplication::clipboard()->image();
    QVERIFY(image.width() >= 590);
    QVERIFY(pixelsOf(image, Colours::light().network(1)) > 500);
}

void TestCharts::chartIsNamedAndDescribed()
{
    PayoutChart chart;
    chart.setSeries(days(10), Currency::usd(), m_formats);
    QVERIFY(!chart.accessibleName().isEmpty());
    QVERIFY(chart.accessibleDescription().contains(QStringLiteral("$")));
    QVERIFY(chart.legend()->accessibleName().contains(QStringLiteral("MaxBounty")));
}

void TestCharts::nothingAtAllIsNotAProblem()
{
    PayoutChart chart;
    chart.resize(300, 200);
    chart.show();
    chart.setSeries({}, Currency(), m_formats);
    QVERIFY(!chart.grab().isNull());
    QVERIFY(!chart.image().isNull());
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
