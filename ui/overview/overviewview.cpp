// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overviewview.h"

#include "cardpair.h"
#include "charts/payoutchart.h"
#include "checklistcard.h"
#include "figurerow.h"
#include "overviewtext.h"
#include "tablecard.h"
#include "theme.h"
#include "widgets/rowdelegate.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int campaignsShown = 8;
constexpr int networksShown = 8;

} // namespace

OverviewView::OverviewView(Session *session, QWidget *parent)
    : QWidget(parent), m_checklist(new ChecklistCard(this)),
      m_figures(new FigureRow(overviewFigureCount, this)), m_chartCard(new Card(tr("Payout per day"), this)),
      m_chart(new PayoutChart(this))
{
    setProperty("kind", QStringLiteral("clear"));
    m_latest = new TableCard(
            tr("Latest matches"), QStringLiteral("overview-latest"), {{}, {}, {{}, true}, {}}, 1,
            tr("No conversion yet. They appear here as soon as a postback is matched to a click."), nullptr,
            this);
    m_latest->setDelegate(3, new PillDelegate({}, m_latest));
    auto *openLive = new QPushButton(tr("Open Live"), m_latest);
    setButtonKind(openLive, "link");
    connect(openLive, &QPushButton::clicked, this, [this] { Q_EMIT openPage(QStringLiteral("live"), {}); });
    m_latest->addToHeader(openLive);
    m_campaigns = new TableCard(tr("Campaigns by profit"), QStringLiteral("overview-campaigns"),
                                {{tr("Campaign")},
                                 {tr("Source")},
                                 {tr("Clicks"), true},
                                 {tr("Conv."), true},
                                 {tr("CR"), true},
                                 {tr("Revenue"), true},
                                 {tr("Cost"), true},
                                 {tr("Profit"), true},
                                 {tr("ROI"), true}},
                                0, tr("No clicks and no conversions in this period."), session, this);
    m_health = new TableCard(tr("Health"), QStringLiteral("overview-health"), {{}, {}}, 1,
                             tr("No network yet. Add the one that pays you."), nullptr, this);
    m_health->setDelegate(0, new DotDelegate(m_health));

    m_chartCard->addToHeader(m_chart->legend(), 1);
    m_chartCard->addToHeader(m_chart->menuButton());
    m_chartCard->body()->addWidget(m_chart, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_checklist);
    layout->addWidget(m_figures);
    layout->addWidget(new CardPair(m_chartCard, m_latest, this), 1);
    layout->addWidget(new CardPair(m_campaigns, m_health, this));
    m_checklist->hide();
    addJumps();
}

void OverviewView::addJumps()
{
    const auto with = [this](const char *key, const QVariant &value) {
        QVariantMap what = period();
        what.insert(QString::fromLatin1(key), value);
        return what;
    };
    connect(m_checklist, &ChecklistCard::openPage, this, &OverviewView::openPage);
    connect(m_latest, &TableCard::rowChosen, this, [this](qint64 id) {
        Q_EMIT openPage(QStringLiteral("live"), {{QStringLiteral("conversion"), id}});
    });
    connect(m_campaigns, &TableCard::rowChosen, this,
            [this, with](qint64 id) { Q_EMIT openPage(QStringLiteral("campaigns"), with("campaign", id)); });
    connect(m_health, &TableCard::rowChosen, this, [this](qint64 id) {
        Q_EMIT openPage(QStringLiteral("networks"), {{QStringLiteral("network"), id}});
    });
    connect(m_chart, &PayoutChart::dayChosen, this, [this](QDate day) {
        const DateRange range{day, day.addDays(m_chart->series().daysPerBar - 1), m_answer.range.zone};
        Q_EMIT openPage(QStringLiteral("conversions"),
                        {{QStringLiteral("since"), range.startMs()},
                         {QStringLiteral("until"), range.endMs()}});
    });
    connect(m_figures, &FigureRow::clicked, this, [this, with](int index) {
        switch (OverviewFigure(index)) {
        case OverviewFigure::Clicks:
            Q_EMIT openPage(QStringLiteral("live"), with("word", QStringLiteral("clicks")));
            return;
        case OverviewFigure::Conversions:
        case OverviewFigure::ConversionRate:
        case OverviewFigure::Revenue:
            Q_EMIT openPage(QStringLiteral("conversions"), period());
            return;
        case OverviewFigure::Cost:
        case OverviewFigure::Profit:
        case OverviewFigure::Epc:
        case OverviewFigure::Roi:
            Q_EMIT openPage(QStringLiteral("campaigns"), period());
            return;
        }
    });
}

QVariantMap OverviewView::period() const
{
    QVariantMap what = {{QStringLiteral("since"), m_answer.range.startMs()},
                        {QStringLiteral("until"), m_answer.range.endMs()}};
    const NetworkId network = m_answer.byDay.question.network;
    if (network.isValid())
        what.insert(QStringLiteral("network"), network.value);
    return what;
}

void OverviewView::show(const OverviewAnswer &answer, const Formats &formats, qint64 now)
{
    m_answer = answer;
    m_checklist->setSteps(answer.steps);
    m_checklist->setVisible(!answer.steps.done());
    m_figures->setFigures(overviewFigures(answer.now, answer.before, answer.currency, formats));
    m_chartCard->setTitle(tr("Payout per day, %1").arg(answer.currency.code()));
    m_chart->setSeries(payoutSeries(answer.byNetworkDay, answer.byDay, tr("Profit")), answer.currency,
                       formats);
    m_latest->setRows(latestRows(answer.latest, formats, now));
    const auto hasSource = [](const CampaignFigures &campaign) { return !campaign.source.isEmpty(); };
    m_campaigns->setColumnShown(1,
                                std::any_of(answer.campaigns.cbegin(), answer.campaigns.cend(), hasSource));
    m_campaigns->setRows(campaignRows(answer.campaigns.mid(0, campaignsShown), answer.currency, formats));
    m_campaigns->setNote(
            answer.campaigns.size() > campaignsShown
                    ? tr("first %1 of %2")
                              .arg(formats.count(campaignsShown), formats.count(answer.campaigns.size()))
                    : QString());
    m_health->setRows(healthRows(answer.health.mid(0, networksShown), formats, now));
}

} // namespace Matchbook
