// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"
#include "overview/checklistcard.h"
#include "overview/figurerow.h"
#include "overview/overviewpage.h"
#include "overview/overviewtext.h"
#include "overview/overviewview.h"
#include "overview/tablecard.h"
#include "preferences/session.h"
#include "text/statuswords.h"
#include "vocabulary/clock.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;

namespace {

constexpr qint64 unit = 1'000'000;
constexpr qint64 now = 1'790'000'000'000;

Formats english()
{
    Formats formats;
    formats.locale = QLocale(QStringLiteral("en_US"));
    formats.zone = QTimeZone::utc();
    return formats;
}

QString spaced(QString text)
{
    return text.replace(QChar(0x00A0), QLatin1Char(' '));
}

Metrics metrics(qint64 clicks, qint64 conversions, qint64 revenue, qint64 cost)
{
    Metrics metrics;
    metrics.clicks = clicks;
    metrics.conversions = conversions;
    metrics.revenueConfirmed = revenue;
    metrics.cost = cost;
    return metrics;
}

NetworkHealth health(const char *name, int matched, int unmatched, qint64 last)
{
    NetworkHealth health;
    health.network.id = NetworkId{4};
    health.network.name = QString::fromLatin1(name);
    health.matchedToday = matched;
    health.unmatchedToday = unmatched;
    health.lastPostback = last;
    if (unmatched > 0) {
        NetworkAlarm alarm;
        alarm.isUrgent = matched == 0;
        alarm.count = unmatched;
        alarm.cause = PostbackCause::ClickIdTruncated;
        alarm.detail = QStringLiteral("16");
        health.alarms << alarm;
    }
    return health;
}

OverviewAnswer answer()
{
    OverviewAnswer answer;
    answer.range = {QDate(2026, 9, 1), QDate(2026, 9, 3), QTimeZone::utc()};
    answer.currency = Currency::usd();
    answer.byDay.question.range = answer.range;
    answer.byNetworkDay.question.range = answer.range;
    answer.now = metrics(100, 5, 50 * unit, 20 * unit);
    CampaignFigures campaign{CampaignId{9}, QStringLiteral("Keto"), QStringLiteral("Push"), answer.now};
    answer.campaigns = {campaign};
    ConversionRow row;
    row.conversion.id = ConversionId{77};
    row.conversion.time = now;
    row.conversion.payout = {12 * unit, Currency::usd()};
    row.campaign = QStringLiteral("Keto");
    answer.latest = {row};
    answer.health = {health("MaxBounty", 3, 0, now - 14'000)};
    return answer;
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figuresAreComparedWithThePeriodBefore();
    void withoutAPeriodBeforeThereIsNoChange();
    void withoutClicksThereAreNoRates();
    void moreCostIsNeitherGoodNorBad();
    void refundsAreShownAsMinus();
    void healthIsSaidInOneSentence_data();
    void healthIsSaidInOneSentence();
    void checklistTicksAndLeaves();
    void everyTileLeadsToRows();
    void rowsLeadToTheirPage();
    void emptyTablesSayWhatWouldBeThere();
    void sourcesAreShownWhereOneIsNamed();
    void tilesGoIntoSeveralRowsWhenNarrow();
    void pageReadsTheStoreAndFollowsIt();
};

void TestOverview::figuresAreComparedWithThePeriodBefore()
{
    Metrics after = metrics(1000, 27, 300 * unit, 100 * unit);
    after.revenuePending = 12 * unit;
    const Metrics before = metrics(800, 24, 400 * unit, 100 * unit);
    const QList<Figure> figures = overviewFigures(after, before, Currency::usd(), english());
    QCOMPARE(figures.size(), overviewFigureCount);
    const Figure clicks = figures.at(int(OverviewFigure::Clicks));
    QCOMPARE(clicks.value, QStringLiteral("1,000"));
    QCOMPARE(spaced(clicks.change), QStringLiteral("25.0 %"));
    QCOMPARE(clicks.direction, 1);
    QCOMPARE(clicks.tone, Tone::Green);
    const Figure rate = figures.at(int(OverviewFigure::ConversionRate));
    QCOMPARE(spaced(rate.value), QStringLiteral("2.70 %"));
    QCOMPARE(spaced(rate.change), QStringLiteral("0.30 pt"));
    QCOMPARE(rate.direction, -1);
    QCOMPARE(rate.tone, Tone::Red);
    const Figure revenue = figures.at(int(OverviewFigure::Revenue));
    QCOMPARE(revenue.value, QStringLiteral("$300.00"));
    QCOMPARE(revenue.note, QStringLiteral("$12.00 pending"));
    QCOMPARE(revenue.direction, -1);
    QCOMPARE(figures.at(int(OverviewFigure::Profit)).value, QStringLiteral("$200.00"));
    QCOMPARE(figures.at(int(OverviewFigure::Epc)).value, QStringLiteral("$0.30"));
    QCOMPARE(spaced(figures.at(int(OverviewFigure::Roi)).value), QStringLiteral("200 %"));
}

void TestOverview::withoutAPeriodBeforeThereIsNoChange()
{
    const auto figures = overviewFigures(metrics(10, 1, unit, unit), {}, Currency::usd(), english());
    for (const Figure &figure : figures) {
        QVERIFY2(figure.change.isEmpty(), qPrintable(figure.caption));
        QCOMPARE(figure.direction, 0);
    }
}

void TestOverview::withoutClicksThereAreNoRates()
{
    const auto figures = overviewFigures({}, {}, Currency::usd(), english());
    QCOMPARE(figures.at(int(OverviewFigure::ConversionRate)).value, QStringLiteral("—"));
    QCOMPARE(figures.at(int(OverviewFigure::Epc)).value, QStringLiteral("—"));
    QCOMPARE(figures.at(int(OverviewFigure::Roi)).value, QStringLiteral("—"));
    QCOMPARE(figures.at(int(OverviewFigure::Cost)).value, QStringLiteral("$0.00"));
}

void TestOverview::moreCostIsNeitherGoodNorBad()
{
    const auto figures = overviewFigures(metrics(1, 0, 0, 3 * unit), metrics(1, 0, 0, 2 * unit),
                                         Currency::usd(), english());
    const Figure cost = figures.at(int(OverviewFigure::Cost));
    QCOMPARE(cost.direction, 1);
    QCOMPARE(cost.tone, Tone::Grey);
    // A larger loss is worse, although the number's size grew.
    QCOMPARE(figures.at(int(OverviewFigure::Profit)).tone, Tone::Red);
}

void TestOverview::refundsAreShownAsMinus()
{
    Conversion conversion;
    conversion.payout = {27 * unit, Currency::usd()};
    QCOMPARE(amountShown(conversion).micros, 27 * unit);
    conversion.status = ConversionStatus::Refunded;
    QCOMPARE(amountShown(conversion).micros, -27 * unit);
    conversion.refundedMicros = 5 * unit;
    QCOMPARE(amountShown(conversion).micros, -5 * unit);
}

void TestOverview::healthIsSaidInOneSentence_data()
{
    QTest::addColumn<int>("matched");
    QTest::addColumn<int>("unmatched");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("tone");
    QTest::newRow("well") << 3 << 0 << now - 14'000 << QStringLiteral("last postback 14 s ago")
                          << int(Tone::Green);
    QTest::newRow("some fail") << 3 << 2 << now << QStringLiteral("2 unmatched · ID cut to 16 of 20")
                               << int(Tone::Amber);
    QTest::newRow("all fail") << 0 << 2 << now << QStringLiteral("2 unmatched · ID cut to 16 of 20")
                              << int(Tone::Red);
    QTest::newRow("silent") << 0 << 0 << qint64(0) << QStringLiteral("no postback yet") << int(Tone::Grey);
}

void TestOverview::healthIsSaidInOneSentence()
{
    QFETCH(int, matched);
    QFETCH(int, unmatched);
    QFETCH(qint64, last);
    QFETCH(QString, sentence);
    QFETCH(int, tone);
    const NetworkHealth network = health("X", matched, unmatched, last);
    QCOMPARE(healthSentence(network, english(), now), sentence);
    QCOMPARE(int(healthTone(network)), tone);
}

void TestOverview::checklistTicksAndLeaves()
{
    OverviewView view(nullptr);
    view.resize(1000, 800);
    view.QWidget::show();
    OverviewAnswer data = answer();
    data.steps = {true, true, false, false, false};
    view.show(data, english(), now);
    QVERIFY(view.checklist()->isVisible());
    QCOMPARE(view.checklist()->ticked(),
             (QStringList{QStringLiteral("network"), QStringLiteral("campaign")}));
    QSignalSpy jumps(&view, &OverviewView::openPage);
    for (QPushButton *button : view.checklist()->findChildren<QPushButton *>()) {
        if (button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(jumps.size(), 3);
    QCOMPARE(jumps.at(0).first().toString(), QStringLiteral("campaigns"));
    QCOMPARE(jumps.at(1).first().toString(), QStringLiteral("networks"));
    QCOMPARE(jumps.at(2).first().toString(), QStringLiteral("live"));
    data.steps.matched = true;
    view.show(data, english(), now);
    QVERIFY(!view.checklist()->isVisible());
}

void TestOverview::everyTileLeadsToRows()
{
    OverviewView view(nullptr);
    view.show(answer(), english(), now);
    QSignalSpy jumps(&view, &OverviewView::openPage);
    for (int i = 0; i < overviewFigureCount; ++i)
        view.figures()->tile(i)->click();
    QCOMPARE(jumps.size(), overviewFigureCount);
    for (const QList<QVariant> &jump : std::as_const(jumps)) {
        QCOMPARE(jump.at(1).toMap().value(QStringLiteral("since")).toLongLong(), answer().range.startMs());
        QCOMPARE(jump.at(1).toMap().value(QStringLiteral("until")).toLongLong(), answer().range.endMs());
    }
}

void TestOverview::rowsLeadToTheirPage()
{
    OverviewView view(nullptr);
    view.resize(1200, 800);
    view.QWidget::show();
    view.show(answer(), english(), now);
    QSignalSpy jumps(&view, &OverviewView::openPage);
    const auto click = [](QTableView *table) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
    };
    click(view.latest()->table());
    click(view.campaigns()->table());
    click(view.health()->table());
    QCOMPARE(jumps.size(), 3);
    QCOMPARE(jumps.at(0).at(1).toMap().value(QStringLiteral("conversion")).toLongLong(), 77);
    QCOMPARE(jumps.at(1).at(1).toMap().value(QStringLiteral("campaign")).toLongLong(), 9);
    QCOMPARE(jumps.at(2).at(1).toMap().value(QStringLiteral("network")).toLongLong(), 4);
}

void TestOverview::sourcesAreShownWhereOneIsNamed()
{
    OverviewView view(nullptr);
    view.QWidget::show();
    OverviewAnswer data = answer();
    CampaignFigures second = data.campaigns.first();
    second.id = CampaignId{10};
    data.campaigns.first().source.clear();
    second.source.clear();
    data.campaigns << second;
    view.show(data, english(), now);
    const QTableView *table = view.campaigns()->table();
    QVERIFY(table->isColumnHidden(1));
    data.campaigns.last().source = QStringLiteral("Meta Ads");
    view.show(data, english(), now);
    QVERIFY(!table->isColumnHidden(1));
    QCOMPARE(table->model()->index(0, 1).data().toString(), noneText());
    QCOMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("Meta Ads"));
}

void TestOverview::emptyTablesSayWhatWouldBeThere()
{
    OverviewView view(nullptr);
    view.QWidget::show();
    OverviewAnswer data;
    data.range = {QDate(2026, 9, 1), QDate(2026, 9, 1), QTimeZone::utc()};
    data.byDay.question.range = data.range;
    data.currency = Currency::usd();
    view.show(data, english(), now);
    for (const TableCard *card : {view.latest(), view.campaigns(), view.health()})
        QVERIFY(!card->table()->isVisible());
    view.show(answer(), english(), now);
    for (const TableCard *card : {view.latest(), view.campaigns(), view.health()})
        QVERIFY(card->table()->isVisible());
}

void TestOverview::tilesGoIntoSeveralRowsWhenNarrow()
{
    FigureRow row(8);
    row.resize(2400, 200);
    row.show();
    QCOMPARE(row.tile(7)->y(), row.tile(0)->y());
    row.resize(row.fontMetrics().averageCharWidth() * 60 + 180, 400);
    QTRY_VERIFY(row.tile(7)->y() > row.tile(0)->y());
    QCOMPARE(row.tile(3)->y(), row.tile(0)->y());
    // A note of two lines makes its whole row higher.
    QList<Figure> figures(8);
    figures[3].note = QStringLiteral("a note that has no room in one line of a tile");
    row.setFigures(figures);
    QTRY_VERIFY(row.tile(3)->sizeHint().height() > row.tile(0)->sizeHint().height());
    row.resize(row.width(), row.sizeHint().height());
    QCOMPARE(row.tile(0)->height(), row.tile(3)->height());
}

void TestOverview::pageReadsTheStoreAndFollowsIt()
{
    QTemporaryDir folder;
    const SystemClock clock;
    Engine engine(folder.path(), clock);
    QVERIFY(engine.start());
    Session session(folder.path());
    OverviewPage page(engine, session);
    page.resize(1200, 800);
    page.QWidget::show();
    page.refresh();
    QTRY_VERIFY(page.view()->checklist()->isVisible());
    QVERIFY(page.view()->checklist()->ticked().isEmpty());
    AffiliateNetwork network;
    network.name = QStringLiteral("MaxBounty");
    network.preset = QStringLiteral("generic");
    bool added = false;
    engine.edit<AffiliateNetwork>(
            this, [network](Catalogue &catalogue) { return catalogue.addNetwork(network); },
            [&added](Expected<AffiliateNetwork> answer) { added = answer.has_value(); });
    QTRY_VERIFY(added);
    page.refresh();
    QTRY_COMPARE(page.view()->checklist()->ticked(), QStringList{QStringLiteral("network")});
    QVERIFY(page.view()->health()->table()->isVisible());
    engine.stop();
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
