// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbacklogpage.h"

#include "engine/engine.h"
#include "failuretext.h"
#include "forms/choicecombo.h"
#include "forms/pageparts.h"
#include "pageheader.h"
#include "postbacklog/postbackinspector.h"
#include "rows/rowview.h"
#include "vocabulary/clock.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/segmentedbutton.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr qint64 month = 30LL * 24 * 3600 * 1000;
constexpr int summaryIntervalMs = 10'000;
constexpr int typingPauseMs = 250;

struct Section {
    QString id;
    QStringList words;
};

QList<Section> sections()
{
    return {{u"all"_s, {}},
            {u"attention"_s, {u"unmatched"_s, u"not_understood"_s, u"refused"_s}},
            {u"matched"_s, {u"matched"_s, u"changed"_s}},
            {u"repeated"_s, {u"repeated"_s}}};
}

struct Summary {
    qint64 all = 0;
    qint64 good = 0;
};

Expected<Summary> countMonth(Database &database, qint64 since)
{
    RowFilter filter;
    filter.since = since;
    const auto all = Lists(database).postbackIndex(filter);
    if (!all)
        return unexpected(all.error());
    filter.words = {u"matched"_s, u"changed"_s, u"repeated"_s};
    const auto good = Lists(database).postbackIndex(filter);
    if (!good)
        return unexpected(good.error());
    return Summary{all->count(), good->count()};
}

} // namespace

PostbackLogPage::PostbackLogPage(Engine &engine, Session *session, QWidget *parent)
    : Page(u"postbacklog"_s, tr("Postback log"), parent), m_engine(engine), m_session(session),
      m_presets(engine.dataFolder() % "/networks"_L1),
      m_model(storeSource<PostbackRow>(engine.reader(), &Lists::postbackIndex, &Lists::postbacksById))
{
    buildHeader();
    buildBody();
    filterNow();
    choose(0);
}

void PostbackLogPage::buildHeader()
{
    auto *header = new PageHeader(title(), this);
    m_segments = new SegmentedButton(this);
    m_segments->setObjectName("outcomes"_L1);
    m_segments->setAccessibleName(tr("Which requests"));
    m_segments->addSegment(u"all"_s, tr("All"));
    m_segments->addSegment(u"attention"_s, tr("Needs attention"));
    m_segments->addSegment(u"matched"_s, tr("Matched"));
    m_segments->addSegment(u"repeated"_s, tr("Repeated"));
    m_network = new ChoiceCombo(tr("All networks"), tr("Network"), this);
    m_network->setObjectName("network"_L1);
    m_search = new QLineEdit(this);
    m_search->setObjectName("search"_L1);
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setToolTip(tr("Part of a click ID, a transaction ID or the request"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(180);
    header->addControl(m_segments);
    header->addControl(m_network);
    header->addControl(m_search);
    pageLayout(this, header);
    m_searchSoon = new QTimer(this);
    m_searchSoon->setSingleShot(true);
    connect(m_segments, &SegmentedButton::chosen, this, &PostbackLogPage::filterNow);
    connect(m_network, &ChoiceCombo::chosen, this, &PostbackLogPage::filterNow);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchSoon->start(typingPauseMs); });
    connect(m_searchSoon, &QTimer::timeout, this, &PostbackLogPage::filterNow);
}

void PostbackLogPage::buildBody()
{
    m_card = new Card(tr("Every request received, newest first"), this);
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
    m_inspector = new PostbackInspector(this);
    addListAndInspector(this, m_card, m_inspector, {730, 340});
    connect(m_view, &RowView::rowChosen, this, &PostbackLogPage::choose);
    connect(&m_model, &RowModel::indexArrived, this, &PostbackLogPage::indexArrived);
    connect(m_nothing, &EmptyState::pressed, this, [this] { Q_EMIT openPage(u"networks"_s, {}); });
    connect(m_filtered, &EmptyState::pressed, this, &PostbackLogPage::showEverything);
    connect(m_inspector, &PostbackInspector::conversionAsked, this, [this](ConversionId id) {
        Q_EMIT openPage(u"conversions"_s, {{u"conversion"_s, id.value}});
    });
}

void PostbackLogPage::refresh()
{
    m_model.setFormats(Formats::from(m_engine.preferences()), m_engine.clock().now());
    m_model.refresh();
    askCounts();
    askSummary();
    askCatalogue(m_engine, this, [this](const Expected<CatalogueContents> &contents) {
        if (!contents)
            return;
        m_contents = *contents;
        m_network->setChoices(networkChoices(m_contents));
    });
    if (m_inspector->shown().isValid())
        choose(m_inspector->shown().value);
}

void PostbackLogPage::open(const QVariantMap &what)
{
    if (what.contains(u"network"_s)) {
        m_network->setChoices(networkChoices(m_contents));
        m_network->setValue(what.value(u"network"_s));
    }
    const QString word = what.value(u"word"_s).toString();
    for (const Section &section : sections()) {
        if (section.id == word || section.words.contains(word))
            m_segments->setCurrent(section.id);
    }
    if (what.contains(u"postback"_s)) {
        m_wantedId = what.value(u"postback"_s).toLongLong();
        m_segments->setCurrent(u"all"_s);
        m_view->setChoosesFirst(false);
        choose(m_wantedId);
    }
    filterNow();
}

void PostbackLogPage::filterNow()
{
    RowFilter filter;
    for (const Section &section : sections()) {
        if (section.id == m_segments->current())
            filter.words = section.words;
    }
    // What the badge counts is what this section shows.
    if (m_segments->current() == "attention"_L1)
        filter.since = m_engine.clock().now() - month;
    filter.network = NetworkId{m_network->id()};
    filter.search = m_search->text().trimmed();
    m_model.setFilter(filter);
}

void PostbackLogPage::showEverything()
{
    m_segments->setCurrent(u"all"_s);
    m_network->setValue({});
    m_search->clear();
    filterNow();
}

void PostbackLogPage::indexArrived()
{
    const bool empty = m_model.rowCount() == 0;
    RowFilter unsorted = m_model.filter();
    unsorted.sortBy.clear();
    unsorted.ascending = false;
    m_filtered->setSentence(m_segments->current() == "attention"_L1 && m_search->text().isEmpty()
                                    ? tr("Nothing of the last 30 days needs your attention.")
                                    : tr("No stored request fits what you look for."));
    m_stack->setCurrentWidget(!empty                       ? static_cast<QWidget *>(m_view)
                                      : unsorted.isPlain() ? m_nothing
                                                           : m_filtered);
    if (m_wantedId > 0 && m_view->choose(m_wantedId))
        m_wantedId = 0;
}

void PostbackLogPage::choose(qint64 id)
{
    if (id <= 0) {
        m_inspector->clear(tr("Select a request to see what became of it and why."));
        return;
    }
    m_engine.reader().ask<QList<PostbackRow>>(
            this, [id](Database &database) { return Lists(database).postbacksById({id}); },
            [this](const Expected<QList<PostbackRow>> &rows) {
                if (!rows) {
                    m_inspector->clear(failureText(rows.error()));
                } else if (!rows->isEmpty()) {
                    const AffiliateNetwork *network = m_contents.network(rows->constFirst().networkId);
                    m_inspector->setPostback(rows->constFirst(),
                                             network ? &m_presets.findOrGeneric(network->preset) : nullptr,
                                             Formats::from(m_engine.preferences()));
                }
            });
}

void PostbackLogPage::askCounts()
{
    const qint64 since = m_engine.clock().now() - month;
    m_engine.reader().ask<int>(
            this, [since](Database &database) { return Lists(database).needingAttention(since); },
            [this](const Expected<int> &count) {
                if (count)
                    m_segments->setSegmentText(u"attention"_s,
                                               *count > 0 ? tr("Needs attention %1").arg(*count)
                                                          : tr("Needs attention"));
            });
}

// Counting reads every request of the month, so it is not done with every one that arrives.
void PostbackLogPage::askSummary()
{
    if (m_sinceSummary.isValid() && m_sinceSummary.elapsed() < summaryIntervalMs)
        return;
    m_sinceSummary.start();
    const qint64 since = m_engine.clock().now() - month;
    const Formats formats = Formats::from(m_engine.preferences());
    m_engine.reader().ask<Summary>(
            this, [since](Database &database) { return countMonth(database, since); },
            [this, formats](const Expected<Summary> &summary) {
                if (!summary || summary->all == 0)
                    return;
                m_card->setNote(
                        tr("%1 in 30 days · %2 matched")
                                .arg(formats.count(summary->all),
                                     formats.percent(double(summary->good) / double(summary->all), 1)));
            });
}

} // namespace Matchbook
