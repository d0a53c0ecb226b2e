// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportspage.h"

#include "accounting/reportcsv.h"
#include "campaigns/campaignrows.h"
#include "columnmenu.h"
#include "engine/engine.h"
#include "failuretext.h"
#include "forms/catalogueedits.h"
#include "forms/choicecombo.h"
#include "forms/filechoice.h"
#include "forms/pageparts.h"
#include "pageheader.h"
#include "preferences/session.h"
#include "reportbar.h"
#include "reportjump.h"
#include "theme.h"
#include "vocabulary/clock.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/leftoutbanner.h"
#include "widgets/rangepicker.h"
#include "widgets/tablesetup.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr auto rangeKey = "reports/range"_L1;
constexpr auto choiceKey = "reports/by"_L1;

} // namespace

ReportsPage::ReportsPage(Engine &engine, Session *session, QWidget *parent, AskFileName askFileName)
    : Page(u"reports"_s, tr("Reports"), parent), m_engine(engine), m_session(session),
      m_askFileName(std::move(askFileName))
{
    buildHeader();
    buildBody();
    showColumns();
}

void ReportsPage::buildHeader()
{
    auto *header = new PageHeader(title(), this);
    m_currency = new ChoiceCombo(tr("Base currency"), tr("Currency"), this);
    m_currency->setObjectName("currency"_L1);
    m_currency->hide();
    m_range = new RangePicker(this);
    auto *columns = new QPushButton(tr("&Columns"), this);
    columns->setObjectName("columns"_L1);
    m_columns = new ColumnMenu(m_session, columns);
    columns->setMenu(m_columns);
    m_export = new QPushButton(tr("&Export CSV…"), this);
    m_export->setObjectName("export"_L1);
    m_export->setEnabled(false);
    for (QWidget *control : std::initializer_list<QWidget *>{m_currency, m_range, columns, m_export})
        header->addControl(control);
    pageLayout(this, header);
    if (m_session)
        m_range->setChoice(m_session->choice(rangeKey, u"30days"_s));
    connect(m_range, &RangePicker::rangeChosen, this, [this] {
        if (m_session)
            m_session->setChoice(rangeKey, m_range->choice());
        choose();
    });
    connect(m_columns, &ColumnMenu::changed, this, &ReportsPage::showColumns);
    connect(m_currency, &ChoiceCombo::chosen, this, &ReportsPage::choose);
    connect(m_export, &QPushButton::clicked, this, &ReportsPage::exportCsv);
}

void ReportsPage::buildBody()
{
    m_bar = new ReportBar(this);
    if (m_session)
        m_bar->setChoice(m_session->choice(choiceKey, u"campaign/conversion_date"_s));
    connect(m_bar, &ReportBar::changed, this, [this] {
        if (m_session)
            m_session->setChoice(choiceKey, m_bar->choice());
        choose();
    });
    auto *choices = new Card({}, this);
    choices->body()->addWidget(m_bar);
    m_card = new Card({}, this);
    m_banner = new Banner(Tone::Red, m_card);
    m_banner->setObjectName("reportResult"_L1);
    m_banner->hide();
    m_leftOut = new LeftOutBanner(m_card);
    connect(m_leftOut, &LeftOutBanner::openPage, this, &Page::openPage);
    buildTable();
    auto *nothing = new EmptyState(
            u":/icons/reports.svg"_s, tr("Nothing in these days"),
            tr("There are neither clicks nor conversions that fit. Choose other days or another filter."), {},
            m_card);
    m_stack = new QStackedWidget(m_card);
    m_stack->addWidget(m_table);
    m_stack->addWidget(nothing);
    m_totals = makeTotalsLabel(m_card);
    m_totals->setObjectName("reportTotals"_L1);
    m_card->body()->addWidget(m_banner);
    m_card->body()->addWidget(m_leftOut);
    m_card->body()->addWidget(m_stack, 1);
    m_card->body()->addWidget(m_totals);
    auto *column = qobject_cast<QBoxLayout *>(layout());
    column->addWidget(choices);
    column->addWidget(m_card, 1);
}

void ReportsPage::buildTable()
{
    m_table = new QTableView(m_card);
    m_table->setAccessibleName(title());
    m_table->setModel(&m_model);
    dressTable(m_table, u"report_table"_s, m_session);
    m_table->horizontalHeader()->setSortIndicator(ReportTableModel::nameColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->installEventFilter(this);
    m_table->setToolTip(tr("Click opens and closes a row; double-click shows its conversions."));
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ReportTableModel::nameColumn)
            toggle(index.row());
    });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != ReportTableModel::nameColumn || !m_model.canOpen(index.row()))
            openRow(index.row());
    });
}

void ReportsPage::toggle(int row)
{
    m_model.setOpen(row, !m_model.isOpen(row));
    fitColumns(m_table, ReportTableModel::nameColumn);
}

bool ReportsPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_table && event->type() == QEvent::KeyPress;
    return isKey ? useKey(static_cast<QKeyEvent *>(event)->key()) : Page::eventFilter(watched, event);
}

/// As in any tree: right opens, left closes or goes up, Enter follows.
bool ReportsPage::useKey(int key)
{
    const int row = m_table->currentIndex().row();
    switch (key) {
    case Qt::Key_Right:
        if (!m_model.isOpen(row))
            toggle(row);
        return true;
    case Qt::Key_Left:
        if (m_model.isOpen(row))
            toggle(row);
        else if (m_model.parentOf(row) >= 0)
            m_table->selectRow(m_model.parentOf(row));
        return true;
    case Qt::Key_Asterisk:
        m_model.setAllOpen(true);
        fitColumns(m_table, ReportTableModel::nameColumn);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openRow(row);
        return true;
    default:
        return false;
    }
}

void ReportsPage::showColumns()
{
    for (const ReportColumn column : allReportColumns())
        m_table->setColumnHidden(int(column) + 1, !m_columns->isShown(column));
    fitColumns(m_table, ReportTableModel::nameColumn);
}

ReportQuestion ReportsPage::question() const
{
    const Preferences preferences = m_engine.preferences();
    const Formats formats = Formats::from(preferences);
    ReportQuestion question;
    question.by = m_bar->by();
    question.range = m_range->range(m_engine.clock().now(), formats);
    question.basis = m_bar->basis();
    question.currency = Currency::fromCode(m_currency->word()).value_or(Currency());
    question.baseCurrency = preferences.baseCurrency;
    question.network = m_bar->network();
    question.weekStart = formats.periods.weekStart;
    return question;
}

void ReportsPage::choose()
{
    ++m_choice;
    m_export->setEnabled(false); // until what is chosen is there
    refresh();
}

void ReportsPage::refresh()
{
    m_again = m_waiting;
    if (m_waiting)
        return;
    m_waiting = true;
    m_range->setNow(m_engine.clock().now(), Formats::from(m_engine.preferences()));
    askCatalogue(m_engine, this, [this](const Expected<CatalogueContents> &contents) {
        if (contents)
            m_bar->setContents(*contents);
    });
    m_engine.reader().ask<ReportTree>(
            this,
            [question = question(), least = m_bar->leastClicks()](Database &database) {
                return runReportTree(database, question, least);
            },
            [this, choice = m_choice](const Expected<ReportTree> &tree) {
                m_waiting = false;
                if (choice == m_choice)
                    takeTree(tree);
                if (m_again)
                    refresh();
            });
}

void ReportsPage::takeTree(const Expected<ReportTree> &tree)
{
    if (!tree) {
        if (tree.error().kind != Failure::Kind::Cancelled) {
            m_banner->setMessage(Tone::Red, failureTitle(tree.error()), failureText(tree.error()));
            m_banner->show();
        }
        return;
    }
    m_banner->hide();
    m_export->setEnabled(true);
    const Formats formats = Formats::from(m_engine.preferences());
    const QList<ReportPart> chosen = m_model.pathOf(m_table->currentIndex().row());
    const bool wasEmpty = m_model.rowCount() == 0;
    m_model.setTree(*tree, formats);
    for (int row = 0; !chosen.isEmpty() && row < m_model.rowCount(); ++row) {
        if (m_model.pathOf(row) == chosen)
            m_table->selectRow(row);
    }
    if (std::exchange(m_fitted, m_choice) != m_choice || wasEmpty)
        fitColumns(m_table, ReportTableModel::nameColumn);
    m_stack->setCurrentIndex(tree->nodes.empty() ? 1 : 0);
    m_leftOut->setLeftOut(tree->leftOut, tree->currency, wantedCurrency(tree->question), formats);
    const QList<Choice> currencies
            = currencyChoices(tree->question.baseCurrency, tree->currency, tree->otherCurrencies);
    m_currency->setVisible(!currencies.isEmpty());
    m_currency->setChoices(currencies);
    m_totals->setText(reportTotals(tree->total, tree->currency, formats));
    m_bar->setNote(u"%1 · %2"_s.arg(tree->currency.code(), QString::fromLatin1(formats.zone.id())));
}

void ReportsPage::openRow(int row)
{
    if (row < 0)
        return;
    const QVariantMap what = jumpToConversions(m_model.tree().question, m_model.pathOf(row));
    if (!what.isEmpty())
        return Q_EMIT openPage(u"conversions"_s, what);
    m_banner->setMessage(
            Tone::Blue, tr("There is no list of just these conversions."),
            tr("Conversions are listed by conversion date, network, campaign, offer and status."));
    m_banner->show();
}

void ReportsPage::exportCsv()
{
    const ReportTree tree = m_model.tree(); // the store may change while the name is asked for
    const DateRange &range = tree.question.range;
    const QString name
            = u"report-%1-%2.csv"_s.arg(range.from.toString(Qt::ISODate), range.to.toString(Qt::ISODate));
    const QString file = m_askFileName
            ? m_askFileName(this, name)
            : askForNewFile(this, tr("Export report"), name, tr("CSV files (*.csv)"));
    if (file.isEmpty())
        return;
    const auto done = exportReport(tree, file);
    if (done)
        m_banner->setMessage(Tone::Green, tr("Report exported"), QFileInfo(file).absoluteFilePath());
    else
        m_banner->setMessage(Tone::Red, failureTitle(done.error()), failureText(done.error()));
    m_banner->show();
}

} // namespace Matchbook
