// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversionspage.h"

#include "accounting/csvfile.h"
#include "conversions/conversionfilterbar.h"
#include "conversions/conversiontotals.h"
#include "engine/engine.h"
#include "failuretext.h"
#include "forms/catalogueedits.h"
#include "forms/filechoice.h"
#include "forms/pageparts.h"
#include "forms/periodcombo.h"
#include "journey/journeywidget.h"
#include "pageheader.h"
#include "preferences/session.h"
#include "rows/rowview.h"
#include "theme.h"
#include "vocabulary/clock.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr auto periodKey = "conversions/period"_L1;

const QList<ConversionColumn> allColumns{ConversionColumn::Time,         ConversionColumn::Status,
                                         ConversionColumn::Payout,       ConversionColumn::Network,
                                         ConversionColumn::Campaign,     ConversionColumn::Offer,
                                         ConversionColumn::ClickId,      ConversionColumn::TransactionId,
                                         ConversionColumn::Event,        ConversionColumn::AfterClick,
                                         ConversionColumn::Match,        ConversionColumn::Refunded,
                                         ConversionColumn::ExternalId,   ConversionColumn::Sub1,
                                         ConversionColumn::Sub2,         ConversionColumn::Sub3,
                                         ConversionColumn::TimesReceived};

} // namespace

QString askFileNameInDialog(QWidget *parent, const QString &proposed)
{
    return askForNewFile(parent, ConversionsPage::tr("Export conversions"), proposed,
                         ConversionsPage::tr("CSV files (*.csv)"));
}

ConversionsPage::ConversionsPage(Engine &engine, Session *session, QWidget *parent, AskFileName askFileName)
    : Page(u"conversions"_s, tr("Conversions"), parent), m_engine(engine), m_session(session),
      m_askFileName(std::move(askFileName)),
      m_model(storeSource<ConversionRow>(engine.reader(), &Lists::conversionIndex, &Lists::conversionsById),
              allColumns)
{
    buildHeader();
    buildBody();
    filterNow();
}

void ConversionsPage::buildHeader()
{
    auto *header = new PageHeader(title(), this);
    m_period = new PeriodCombo(this);
    if (m_session)
        m_period->setWord(m_session->choice(periodKey));
    m_export = new QPushButton(tr("&Export CSV…"), this);
    m_export->setObjectName("export"_L1);
    m_export->setToolTip(tr("Every conversion of the chosen days"));
    header->addControl(m_period);
    header->addControl(m_export);
    pageLayout(this, header);
    connect(m_period, &PeriodCombo::chosen, this, [this] {
        if (m_session)
            m_session->setChoice(periodKey, m_period->word());
        filterNow();
    });
    connect(m_export, &QPushButton::clicked, this, &ConversionsPage::exportCsv);
}

void ConversionsPage::buildBody()
{
    m_card = new Card(tr("Conversions, newest first"), this);
    m_filters = new ConversionFilterBar(m_card);
    m_card->body()->addWidget(m_filters);
    connect(m_filters, &ConversionFilterBar::changed, this, &ConversionsPage::filterNow);
    m_banner = new Banner(Tone::Green, m_card);
    m_banner->setObjectName("exportResult"_L1);
    m_banner->hide();
    m_card->body()->addWidget(m_banner);
    m_card->body()->addWidget(tableStack(), 1);
    m_totals = makeTotalsLabel(m_card);
    m_card->body()->addWidget(m_totals);
    m_journey = new JourneyWidget(storedJourneys(m_engine), tr("Select a conversion to see its journey."),
                                  this);
    addListAndInspector(this, m_card, m_journey, {760, 310});
    connect(&m_engine, &Engine::presetsChanged, m_journey, &JourneyWidget::refresh);
    connect(m_view, &RowView::rowChosen, this, [this](qint64 id) {
        m_journey->showSubject(id > 0 ? JourneySubject{JourneySubject::Kind::Conversion, id, {}}
                                      : JourneySubject());
    });
}

QWidget *ConversionsPage::tableStack()
{
    m_stack = new QStackedWidget(m_card);
    m_view = new RowView(m_model, u"conversions_table"_s, m_session, m_stack);
    m_view->setAccessibleName(m_card->title());
    m_nothing
            = new EmptyState(u":/icons/conversions.svg"_s, tr("No conversion yet"),
                             tr("A conversion appears here when a network's postback is matched to a click."),
                             tr("Show campaigns"), m_stack);
    m_filtered = new EmptyState({}, tr("No conversion fits"),
                                tr("There is none in these days that fits what you look for."),
                                tr("Show everything"), m_stack);
    m_filtered->button()->setObjectName("showEverything"_L1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_filtered);
    connect(&m_model, &RowModel::indexArrived, this, &ConversionsPage::indexArrived);
    connect(m_nothing, &EmptyState::pressed, this, [this] { Q_EMIT openPage(u"campaigns"_s, {}); });
    connect(m_filtered, &EmptyState::pressed, this, &ConversionsPage::showEverything);
    return m_stack;
}

void ConversionsPage::refresh()
{
    const Formats formats = Formats::from(m_engine.preferences());
    const qint64 now = m_engine.clock().now();
    m_model.setFormats(formats, now);
    m_journey->setFormats(formats, now);
    // Past midnight "today" is another day.
    RowFilter current = filter();
    current.sortBy = m_model.filter().sortBy;
    current.ascending = m_model.filter().ascending;
    if (current != m_model.filter())
        m_model.setFilter(current);
    else
        m_model.refresh();
    m_journey->refresh();
    askTotals();
    askCatalogue(m_engine, this, [this](const Expected<CatalogueContents> &contents) {
        if (contents)
            m_filters->setContents(*contents);
    });
}

void ConversionsPage::open(const QVariantMap &what)
{
    if (what.isEmpty())
        return;
    m_filters->choose(what);
    m_wantedId = what.value(u"conversion"_s).toLongLong();
    if (m_wantedId > 0 || what.contains(u"clickId"_s))
        m_period->setWord(u"all"_s);
    else if (what.contains(u"since"_s))
        choosePeriod(what.value(u"since"_s).toLongLong(), what.value(u"until"_s).toLongLong());
    m_view->setChoosesFirst(m_wantedId <= 0);
    if (m_wantedId > 0)
        m_journey->showSubject({JourneySubject::Kind::Conversion, m_wantedId, {}});
    filterNow();
}

// The period with just these days; if they go up to now, the shortest that reaches back to \a since.
void ConversionsPage::choosePeriod(qint64 since, qint64 until)
{
    const Formats formats = Formats::from(m_engine.preferences());
    const QDate today = formats.day(m_engine.clock().now());
    const DateRange asked{formats.day(since), until > since ? formats.day(until - 1) : today, formats.zone};
    for (const QString &word : periodWords()) {
        if (periodRange(word, today, formats.zone, formats.periods) == asked)
            return m_period->setWord(word);
    }
    if (until > since)
        return m_period->setDays(asked, formats);
    for (const QString &word : {u"today"_s, u"7days"_s, u"30days"_s, u"90days"_s, u"all"_s}) {
        const auto days = periodRange(word, today, formats.zone, formats.periods);
        if (word == "all"_L1 || (days && days->from <= asked.from))
            return m_period->setWord(word);
    }
}

DateRange ConversionsPage::range() const
{
    return m_period->range(m_engine.clock().now(), Formats::from(m_engine.preferences()));
}

RowFilter ConversionsPage::filter() const
{
    RowFilter filter = m_filters->filter();
    // The end is left open, so that what arrives in a clock's jump or just past midnight is there, too.
    const DateRange days = range();
    if (m_period->word() != "all"_L1)
        filter.since = days.startMs();
    if (days.to < Formats::from(m_engine.preferences()).day(m_engine.clock().now()))
        filter.until = days.endMs();
    return filter;
}

void ConversionsPage::filterNow()
{
    m_model.setFilter(filter());
    m_choosesAnew = true;
    m_banner->hide();
    askTotals();
}

// Whoever has no conversion at all looks for nothing in particular.
void ConversionsPage::sayWhyEmpty()
{
    m_engine.reader().ask<RowIndex>(
            this, [](Database &database) { return Lists(database).conversionIndex({}, 1); },
            [this](const Expected<RowIndex> &all) {
                if (m_model.rowCount() == 0)
                    m_stack->setCurrentWidget(all && all->count() == 0 ? m_nothing : m_filtered);
            });
}

void ConversionsPage::showEverything()
{
    m_period->setWord(u"all"_s);
    m_filters->clear();
    filterNow();
}

void ConversionsPage::indexArrived()
{
    RowFilter unsorted = m_model.filter();
    unsorted.sortBy.clear();
    unsorted.ascending = false;
    const bool empty = m_model.rowCount() == 0;
    if (empty && !unsorted.isPlain())
        sayWhyEmpty();
    else
        m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_nothing) : m_view);
    m_card->setNote(m_model.isCut() ? tr("only the first %1 are shown").arg(m_model.rowCount()) : QString());
    if (m_wantedId > 0 && m_view->choose(m_wantedId))
        m_wantedId = 0;
    if (std::exchange(m_choosesAnew, false) && m_wantedId == 0 && !m_view->currentIndex().isValid()) {
        empty ? m_journey->showSubject({}) : m_view->selectRow(0);
    }
}

void ConversionsPage::askTotals()
{
    if (m_totalsAsked) {
        m_totalsAgain = true;
        return;
    }
    m_totalsAsked = true;
    m_totalsAgain = false;
    m_engine.reader().ask<ConversionTotals>(
            this,
            [filter = filter(), range = range(), base = m_engine.preferences().baseCurrency](
                    Database &database) { return conversionTotalsFor(database, filter, range, base); },
            [this](const Expected<ConversionTotals> &totals) {
                m_totalsAsked = false;
                m_totals->setText(totals ? totalsText(*totals, Formats::from(m_engine.preferences()))
                                         : failureText(totals.error()));
                if (m_totalsAgain)
                    askTotals();
            });
}

void ConversionsPage::exportCsv()
{
    const DateRange days = range();
    const QString proposed
            = u"conversions-%1-%2.csv"_s.arg(days.from.toString(Qt::ISODate), days.to.toString(Qt::ISODate));
    const QString file = m_askFileName(this, proposed);
    if (file.isEmpty())
        return;
    m_export->setEnabled(false);
    const Currency base = m_engine.preferences().baseCurrency;
    m_engine.reader().ask<qint64>(
            this,
            [days, base, file](Database &database) { return exportConversions(database, days, base, file); },
            [this, file](const Expected<qint64> &rows) {
                m_export->setEnabled(true);
                if (rows)
                    m_banner->setMessage(
                            Tone::Green,
                            *rows == 1 ? tr("1 conversion exported")
                                       : tr("%1 conversions exported")
                                                 .arg(Formats::from(m_engine.preferences()).count(*rows)),
                            QFileInfo(file).absoluteFilePath());
                else
                    m_banner->setMessage(Tone::Red, failureTitle(rows.error()), failureText(rows.error()));
                m_banner->show();
            });
}

} // namespace Matchbook
