// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "livepage.h"

#include "engine/engine.h"
#include "forms/catalogueedits.h"
#include "forms/pageparts.h"
#include "journey/journeywidget.h"
#include "live/filterbutton.h"
#include "pageheader.h"
#include "rows/rowview.h"
#include "vocabulary/clock.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/segmentedbutton.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr qint64 lately = 15 * 60 * 1000;
constexpr int countLimit = 100'000;

const QList<ConversionColumn> matchColumns{ConversionColumn::Time,       ConversionColumn::Network,
                                           ConversionColumn::Campaign,   ConversionColumn::ClickId,
                                           ConversionColumn::AfterClick, ConversionColumn::Payout,
                                           ConversionColumn::Status,     ConversionColumn::Match};

} // namespace

LivePage::LivePage(Engine &engine, Session *session, QWidget *parent)
    : Page(u"live"_s, tr("Live"), parent), m_engine(engine), m_session(session),
      m_matches(storeSource<ConversionRow>(engine.reader(), &Lists::conversionIndex, &Lists::conversionsById),
                matchColumns),
      m_clicks(storeSource<ClickRow>(engine.reader(), &Lists::clickIndex, &Lists::clicksById)),
      m_postbacks(storeSource<PostbackRow>(engine.reader(), &Lists::postbackIndex, &Lists::postbacksById))
{
    buildHeader();
    buildBody();
    showTab(u"matches"_s);
}

void LivePage::buildHeader()
{
    auto *header = new PageHeader(title(), this);
    m_segments = new SegmentedButton(this);
    m_segments->setObjectName("liveTables"_L1);
    m_segments->setAccessibleName(tr("What to show"));
    m_segments->addSegment(u"matches"_s, tr("Matches"));
    m_segments->addSegment(u"clicks"_s, tr("Clicks"));
    m_segments->addSegment(u"postbacks"_s, tr("Postbacks"));
    m_filter = new FilterButton(this);
    m_pause = new QPushButton(tr("&Pause"), this);
    m_pause->setObjectName("pause"_L1);
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Hold what is shown still. Nothing is lost meanwhile."));
    header->addControl(m_segments);
    header->addControl(m_filter);
    header->addControl(m_pause);
    pageLayout(this, header);
    connect(m_segments, &SegmentedButton::chosen, this, &LivePage::showTab);
    connect(m_filter, &FilterButton::filterChanged, this, &LivePage::filterNow);
    connect(m_pause, &QPushButton::toggled, this, &LivePage::setPaused);
}

void LivePage::buildBody()
{
    m_card = new Card({}, this);
    m_stack = new QStackedWidget(m_card);
    m_card->body()->addWidget(m_stack, 1);
    auto *noMatches = new EmptyState(
            u":/icons/live.svg"_s, tr("No conversion yet"),
            tr("Copy a campaign's tracking link into your ad, and a network's postback URL into "
               "the network. What comes in appears here at once."),
            tr("Show campaigns"), m_stack);
    auto *noClicks
            = new EmptyState(u":/icons/live.svg"_s, tr("No click yet"),
                             tr("Open a campaign's tracking link in a browser: the click appears here."),
                             tr("Show campaigns"), m_stack);
    auto *noPostbacks
            = new EmptyState(u":/icons/live.svg"_s, tr("No postback yet"),
                             tr("Paste the postback URL into your network's settings, then send a test."),
                             tr("Show networks"), m_stack);
    connect(noMatches, &EmptyState::pressed, this, [this] { Q_EMIT openPage(u"campaigns"_s, {}); });
    connect(noClicks, &EmptyState::pressed, this, [this] { Q_EMIT openPage(u"campaigns"_s, {}); });
    connect(noPostbacks, &EmptyState::pressed, this, [this] { Q_EMIT openPage(u"networks"_s, {}); });
    addTab(u"matches"_s, m_matches, tr("Conversions matched to clicks, newest first"), noMatches);
    addTab(u"clicks"_s, m_clicks, tr("Arrivals at tracking links, newest first"), noClicks);
    addTab(u"postbacks"_s, m_postbacks, tr("Every request of a network, newest first"), noPostbacks);
    m_journey = new JourneyWidget(storedJourneys(m_engine), tr("Select a row to see its journey."), this);
    addListAndInspector(this, m_card, m_journey, {760, 310});
    connect(&m_engine, &Engine::presetsChanged, m_journey, &JourneyWidget::refresh);
}

void LivePage::addTab(const QString &id, RowModel &model, const QString &title, QWidget *empty)
{
    auto *stack = new QStackedWidget(m_stack);
    auto *view = new RowView(model, u"live_"_s % id, m_session, stack);
    view->setAccessibleName(title);
    stack->addWidget(view);
    stack->addWidget(empty);
    m_stack->addWidget(stack);
    m_tabs.append({id, view, empty, stack, title});
    connect(view, &RowView::rowChosen, this, &LivePage::choose);
    connect(&model, &RowModel::indexArrived, this, [this, view, stack, &model] {
        stack->setCurrentIndex(model.rowCount() == 0 && model.filter().isPlain() ? 1 : 0);
        if (m_wantedId > 0 && view == tab().view && view->choose(m_wantedId))
            m_wantedId = 0;
        showCounts();
    });
}

LivePage::Tab &LivePage::tab()
{
    return m_tabs[m_tab];
}

void LivePage::refresh()
{
    const Formats formats = Formats::from(m_engine.preferences());
    const qint64 now = m_engine.clock().now();
    for (const Tab &each : std::as_const(m_tabs))
        each.view->rows().setFormats(formats, now);
    m_journey->setFormats(formats, now);
    tab().view->rows().refresh();
    if (!m_pause->isChecked())
        m_journey->refresh();
    askCatalogue(m_engine, this, [this](const Expected<CatalogueContents> &contents) {
        if (contents)
            m_filter->setContents(*contents);
    });
}

void LivePage::open(const QVariantMap &what)
{
    if (what.contains(u"network"_s))
        m_filter->setNetwork(NetworkId{what.value(u"network"_s).toLongLong()});
    if (what.contains(u"campaign"_s))
        m_filter->setCampaign(CampaignId{what.value(u"campaign"_s).toLongLong()});
    const bool postback = what.contains(u"postback"_s);
    if (!postback && !what.contains(u"conversion"_s))
        return;
    m_wantedId = what.value(postback ? u"postback"_s : u"conversion"_s).toLongLong();
    showTab(postback ? u"postbacks"_s : u"matches"_s);
    tab().view->setChoosesFirst(false);
    m_journey->showSubject(
            {postback ? JourneySubject::Kind::Postback : JourneySubject::Kind::Conversion, m_wantedId, {}});
}

void LivePage::showTab(const QString &id)
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs.at(i).id == id)
            m_tab = i;
    }
    m_segments->setCurrent(id);
    m_stack->setCurrentIndex(m_tab);
    m_card->setTitle(tab().title);
    m_card->setNote({});
    m_filter->setTable(FilterButton::Table(m_tab));
    filterNow();
    choose(tab().view->currentId());
}

void LivePage::filterNow()
{
    RowModel &model = tab().view->rows();
    RowFilter filter = m_filter->filter();
    filter.sortBy = model.filter().sortBy;
    filter.ascending = model.filter().ascending;
    if (!model.isLoaded() || filter != model.filter())
        model.setFilter(filter);
}

void LivePage::setPaused(bool paused)
{
    m_pause->setText(paused ? tr("Go &on") : tr("&Pause"));
    for (const Tab &each : std::as_const(m_tabs))
        each.view->rows().setPaused(paused);
    showCounts();
}

void LivePage::choose(qint64 id)
{
    constexpr JourneySubject::Kind kinds[]
            = {JourneySubject::Kind::Conversion, JourneySubject::Kind::Click, JourneySubject::Kind::Postback};
    if (id > 0)
        m_journey->showSubject({kinds[m_tab], id, {}});
    else
        m_journey->showSubject({});
}

void LivePage::showCounts()
{
    if (m_pause->isChecked()) {
        m_card->setNote(tr("paused"));
        return;
    }
    const Formats formats = Formats::from(m_engine.preferences());
    // Counting the clicks of a quarter of an hour would mean reading them all; the table knows how many there are.
    if (m_tab == int(FilterButton::Table::Clicks)) {
        m_card->setNote(tr("%1 in all").arg(formats.count(m_clicks.rowCount())));
        return;
    }
    RowFilter filter = m_filter->filter();
    filter.since = m_engine.clock().now() - lately;
    const bool matches = m_tab == int(FilterButton::Table::Matches);
    m_engine.reader().ask<RowIndex>(
            this,
            [filter, matches](Database &database) {
                return matches ? Lists(database).conversionIndex(filter, countLimit)
                               : Lists(database).postbackIndex(filter, countLimit);
            },
            [this, formats, request = ++m_countRequest](const Expected<RowIndex> &index) {
                if (index && request == m_countRequest)
                    m_card->setNote(tr("%1 in the last 15 min").arg(formats.count(index->count())));
            });
}

} // namespace Matchbook
