// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbacklogpage.h"

#include "engine/engine.h"
#include "failuretext.h"
#include "forms/catalogueedits.h"
#include "forms/pageparts.h"
#include "networks/effectivepreset.h"
#include "pageheader.h"
#include "postbacklog/historyrepair.h"
#include "postbacklog/postbackfilters.h"
#include "postbacklog/postbackinspector.h"
#include "postbacklog/repairbox.h"
#include "postbacklog/requestactions.h"
#include "postbacklog/requestquestions.h"
#include "postbacklog/rereadingpanel.h"
#include "rows/rowview.h"
#include "theme.h"
#include "vocabulary/clock.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int summaryIntervalMs = 10'000;
constexpr int firstSummaryMs = 300; // while there is nothing to count

} // namespace

PostbackLogPage::PostbackLogPage(Engine &engine, Session *session, QWidget *parent)
    : Page(u"postbacklog"_s, tr("Postback log"), parent), m_engine(engine), m_session(session),
      m_model(storeSource<PostbackRow>(engine.reader(), &Lists::postbackIndex, &Lists::postbacksById))
{
    buildHeader();
    buildBody();
    m_history = new HistoryRepair(engine, *m_panel, this);
    m_actions = new RequestActions(engine, *m_history, *m_panel, *m_inspector, this);
    connectActions();
    filterNow();
    choose(0);
}

void PostbackLogPage::buildHeader()
{
    auto *header = new PageHeader(title(), this);
    m_filters = new PostbackFilters(header);
    pageLayout(this, header);
    connect(m_filters, &PostbackFilters::changed, this, &PostbackLogPage::filterNow);
}

void PostbackLogPage::buildBody()
{
    addListAndInspector(this, buildListCard(), buildAside(), {749, 321});
    connect(m_view, &RowView::rowChosen, this, &PostbackLogPage::choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PostbackLogPage::noteSelection);
    connect(&m_model, &RowModel::indexArrived, this, &PostbackLogPage::indexArrived);
    connect(m_nothing, &EmptyState::pressed, this, [this] { Q_EMIT openPage(u"networks"_s, {}); });
    connect(m_filtered, &EmptyState::pressed, this, [this] {
        m_filters->clear();
        filterNow();
    });
}

QWidget *PostbackLogPage::buildListCard()
{
    m_card = new Card(tr("Every request received, newest first"), this);
    m_undo = new QPushButton(tr("Undo last re-reading"), m_card);
    m_undo->setObjectName("undoLast"_L1);
    setButtonKind(m_undo, "link");
    m_undo->hide();
    m_card->addToHeader(m_undo);
    m_stack = new QStackedWidget(m_card);
    m_view = new RowView(m_model, u"postbacks"_s, m_session, m_stack);
    m_view->setAccessibleName(m_card->title());
    m_nothing
            = new EmptyState(u":/icons/postbacklog.svg"_s, tr("No postback yet"),
                             tr("Paste a network's postback URL into its settings, then let it send a test."),
                             tr("Show networks"), m_stack);
    m_filtered = new EmptyState({}, tr("No request fits"), {}, tr("Show everything"), m_stack);
    m_filtered->button()->setObjectName("showEverything"_L1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_filtered);
    m_card->body()->addWidget(m_stack, 1);
    m_replaySelected = new QPushButton(m_card);
    m_replaySelected->setObjectName("replaySelected"_L1);
    m_replaySelected->hide();
    m_card->body()->addWidget(m_replaySelected, 0, Qt::AlignLeft);
    return m_card;
}

QWidget *PostbackLogPage::buildAside()
{
    auto *aside = new QWidget(this);
    auto *column = new QVBoxLayout(aside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_panel = new RereadingPanel(aside);
    m_inspector = new PostbackInspector(aside);
    column->addWidget(m_panel);
    column->addWidget(m_inspector, 1);
    return scrolled(aside);
}

void PostbackLogPage::connectActions()
{
    connect(m_inspector, &PostbackInspector::conversionAsked, this, [this](ConversionId id) {
        Q_EMIT openPage(u"conversions"_s, {{u"conversion"_s, id.value}});
    });
    connect(m_replaySelected, &QPushButton::clicked, this, &PostbackLogPage::replaySelected);
    connect(m_actions, &RequestActions::networkAsked, this, [this](NetworkId network) {
        Q_EMIT openPage(u"networks"_s, {{u"network"_s, network.value}});
    });
    connect(m_undo, &QPushButton::clicked, m_history, &HistoryRepair::undo);
    connect(m_history, &HistoryRepair::undoPossible, this, &PostbackLogPage::noteUndo);
    connect(m_history, &HistoryRepair::changed, this, [this] {
        m_summaryPause.stop(); // the person looks whether it has helped
        refresh();
    });
    m_summaryPause.setSingleShot(true);
    connect(&m_summaryPause, &QTimer::timeout, this, [this] {
        if (m_summaryDue)
            askSummary();
    });
    connect(&m_engine, &Engine::presetsChanged, this, &PostbackLogPage::refresh);
}

void PostbackLogPage::refresh()
{
    m_model.setFormats(Formats::from(m_engine.preferences()), m_engine.clock().now());
    m_model.refresh();
    askCounts();
    askSummary();
    askCatalogue(m_engine, this, [this](const Expected<CatalogueContents> &contents) {
        if (contents)
            m_filters->setNetworks(*contents);
    });
    m_history->look();
    if (m_chosenId > 0)
        choose(m_chosenId);
}

void PostbackLogPage::open(const QVariantMap &what)
{
    if (what.contains(u"network"_s))
        m_filters->setNetwork(NetworkId{what.value(u"network"_s).toLongLong()});
    m_filters->setWord(what.value(u"word"_s).toString());
    if (what.contains(u"cause"_s)) {
        const NetworkId network{what.value(u"network"_s).toLongLong()};
        showCause(network, causeFromWord(what.value(u"cause"_s).toString()));
    }
    if (what.contains(u"postback"_s)) {
        m_wantedId = what.value(u"postback"_s).toLongLong();
        m_filters->clear();
        m_view->setChoosesFirst(false);
        choose(m_wantedId);
    }
    filterNow();
}

void PostbackLogPage::showCause(NetworkId network, PostbackCause cause)
{
    m_filters->clear();
    m_filters->setNetwork(network);
    m_filters->setCause(causeWord(cause));
    filterNow();
}

void PostbackLogPage::filterNow()
{
    const Formats formats = Formats::from(m_engine.preferences());
    m_model.setFilter(m_filters->filter(m_engine.clock().now(), formats));
    m_choosesAnew = true;
}

void PostbackLogPage::indexArrived()
{
    const bool empty = m_model.rowCount() == 0;
    RowFilter unsorted = m_model.filter();
    unsorted.sortBy.clear();
    unsorted.ascending = false;
    m_filtered->setSentence(m_filters->showsAttention()
                                    ? tr("Nothing of the last 30 days needs your attention.")
                                    : tr("No stored request fits what you look for."));
    m_stack->setCurrentWidget(!empty                       ? static_cast<QWidget *>(m_view)
                                      : unsorted.isPlain() ? m_nothing
                                                           : m_filtered);
    if (m_wantedId > 0 && m_view->choose(m_wantedId))
        m_wantedId = 0;
    if (std::exchange(m_choosesAnew, false) && m_wantedId == 0 && m_model.rowOf(m_chosenId) < 0)
        empty ? choose(0) : m_view->selectRow(0);
}

void PostbackLogPage::choose(qint64 id)
{
    m_chosenId = id;
    if (id <= 0) {
        m_inspector->clear(tr("Select a request to see what became of it and why."));
        return;
    }
    m_engine.reader().ask<RequestAndNetworks>(
            this,
            [id, &clock = m_engine.clock()](Database &database) { return requestById(database, clock, id); },
            [this, id](const Expected<RequestAndNetworks> &found) {
                if (id != m_chosenId)
                    return;
                if (found)
                    explain(*found);
                else if (found.error().kind != Failure::Kind::NotFound)
                    m_inspector->clear(failureText(found.error()));
            });
}

void PostbackLogPage::explain(const RequestAndNetworks &found)
{
    const AffiliateNetwork *network = found.network();
    std::optional<NetworkPreset> preset;
    if (network)
        preset = effectivePreset(*network, *m_engine.presets());
    m_inspector->setPostback(found.request, preset ? &*preset : nullptr,
                             Formats::from(m_engine.preferences()));
    m_inspector->repairs()->setPostback(found.request, network, found.networks,
                                        preset ? preset->clickIdFields : QStringList());
    m_actions->setRequest(found.request);
}

void PostbackLogPage::noteSelection()
{
    qsizetype rows = 0;
    const QItemSelection selection = m_view->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        rows += range.left() == 0 ? range.height() : 0;
    m_replaySelected->setVisible(rows > 1);
    m_replaySelected->setEnabled(rows <= mostReplayed);
    m_replaySelected->setText(tr("Replay %1 requests…").arg(rows));
    m_replaySelected->setToolTip(rows <= mostReplayed ? tr("Shows first what reading them again would change")
                                                      : tr("At most %1 at once").arg(mostReplayed));
}

void PostbackLogPage::replaySelected()
{
    QList<qint64> ids;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids << m_model.rowId(row.row());
    m_actions->replayAll(ids);
}

void PostbackLogPage::noteUndo(bool possible, qint64 begunAt)
{
    m_undo->setVisible(possible);
    if (possible)
        m_undo->setToolTip(tr("What was read again at %1 becomes as it was before")
                                   .arg(Formats::from(m_engine.preferences()).dateAndTime(begunAt)));
}

void PostbackLogPage::askCounts()
{
    const Formats formats = Formats::from(m_engine.preferences());
    const qint64 since = attentionSince(m_engine.clock().now(), formats);
    m_engine.reader().ask<int>(
            this, [since](Database &database) { return Lists(database).needingAttention(since); },
            [this](const Expected<int> &count) {
                if (count)
                    m_filters->setAttention(*count);
            });
}

// Counting reads every request of the month, so it is not done with every one that arrives.
void PostbackLogPage::askSummary()
{
    m_summaryDue = m_summaryPause.isActive();
    if (m_summaryDue)
        return;
    m_summaryPause.start(summaryIntervalMs);
    const Formats formats = Formats::from(m_engine.preferences());
    const qint64 since = attentionSince(m_engine.clock().now(), formats);
    m_engine.reader().ask<PostbackCounts>(
            this, [since](Database &database) { return countRequests(database, since); },
            [this, formats](const Expected<PostbackCounts> &counts) {
                if (!counts || counts->all == 0)
                    return m_summaryPause.start(firstSummaryMs);
                m_card->setNote(tr("%1 in 30 days · %2 matched")
                                        .arg(formats.count(counts->all),
                                             formats.percent(double(counts->good) / double(counts->all), 1)));
            });
}

} // namespace Matchbook
