// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overviewpage.h"

#include "accounting/csvfile.h"
#include "charts/payoutchart.h"
#include "engine/engine.h"
#include "engine/secretsource.h"
#include "failuretext.h"
#include "forms/choicecombo.h"
#include "forms/filechoice.h"
#include "overviewview.h"
#include "pageheader.h"
#include "preferences/session.h"
#include "vocabulary/clock.h"
#include "widgets/banner.h"
#include "widgets/leftoutbanner.h"
#include "widgets/rangepicker.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>

namespace Matchbook {

namespace {

const QString rangeKey = QStringLiteral("overview/range");
const QString tableKey = QStringLiteral("overview/table");

} // namespace

OverviewPage::OverviewPage(Engine &engine, Session &session, QWidget *parent)
    : Page(QStringLiteral("overview"), tr("Overview"), parent), m_engine(engine), m_session(session),
      m_range(new RangePicker(this)), m_networks(new QComboBox(this)),
      m_currencies(new ChoiceCombo(tr("Base currency"), tr("Currency"), this)),
      m_export(new QPushButton(tr("Export CSV…"), this)), m_banner(new Banner(Tone::Red, this)),
      m_leftOut(new LeftOutBanner(this)), m_view(new OverviewView(&session, this))
{
    buildHeader();
    connect(m_view, &OverviewView::openPage, this, &Page::openPage);
    connect(m_leftOut, &LeftOutBanner::openPage, this, &Page::openPage);
    m_view->chart()->setTableShown(session.choice(tableKey) == QLatin1String("1"));
    connect(m_view->chart(), &PayoutChart::tableToggled, this, [this](bool shown) {
        m_session.setChoice(tableKey, shown ? QStringLiteral("1") : QStringLiteral("0"));
    });
    connect(m_view->chart(), &PayoutChart::saveFailed, this, [this](const QString &file) {
        m_banner->setMessage(Tone::Red, tr("The image could not be saved."), file, tr("Dismiss"));
        m_banner->show();
    });
}

void OverviewPage::buildHeader()
{
    auto *header = new PageHeader(title(), this);
    m_range->setChoice(m_session.choice(rangeKey, QStringLiteral("30days")));
    m_networks->setAccessibleName(tr("Network"));
    m_networks->addItem(tr("All networks"), 0);
    m_currencies->setToolTip(
            tr("Everything is converted to this currency, each amount at the rate of its day."));
    m_currencies->hide();
    header->addControl(m_range);
    header->addControl(m_networks);
    header->addControl(m_currencies);
    header->addControl(m_export);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_view);
    QBoxLayout *layout = pageLayout(this, header);
    layout->addWidget(m_banner);
    layout->addWidget(m_leftOut);
    layout->addWidget(scroll, 1);
    m_banner->hide();

    connect(m_range, &RangePicker::rangeChosen, this, [this] {
        m_session.setChoice(rangeKey, m_range->choice());
        choose();
    });
    connect(m_networks, &QComboBox::currentIndexChanged, this, &OverviewPage::choose);
    connect(m_currencies, &ChoiceCombo::chosen, this, &OverviewPage::choose);
    connect(m_export, &QPushButton::clicked, this, &OverviewPage::askWhereToExport);
    connect(m_banner, &Banner::linkActivated, m_banner, &QWidget::hide);
}

OverviewQuestion OverviewPage::question() const
{
    const Preferences preferences = m_engine.preferences();
    const Formats formats = Formats::from(preferences);
    OverviewQuestion question;
    question.now = m_engine.clock().now();
    question.range = m_range->range(question.now, formats);
    question.network = NetworkId{m_networks->currentData().toLongLong()};
    question.currency = Currency::fromCode(m_currencies->word()).value_or(Currency());
    question.baseCurrency = preferences.baseCurrency;
    question.secrets = SecretSource::of(m_engine).secrets();
    return question;
}

void OverviewPage::choose()
{
    ++m_choice;
    refresh();
}

void OverviewPage::refresh()
{
    // One question at a time: while the store changes fast, the answers must not queue up behind each other.
    m_again = m_waiting;
    if (m_waiting)
        return;
    m_waiting = true;
    m_range->setNow(m_engine.clock().now(), Formats::from(m_engine.preferences()));
    const Clock &clock = m_engine.clock();
    m_engine.reader().ask<OverviewAnswer>(
            this,
            [question = question(), &clock](Database &database) {
                return readOverview(database, question, clock);
            },
            [this, choice = m_choice](Expected<OverviewAnswer> answer) {
                m_waiting = false;
                if (choice == m_choice)
                    takeAnswer(answer);
                if (m_again)
                    refresh();
            });
}

void OverviewPage::takeAnswer(const Expected<OverviewAnswer> &answer)
{
    if (!answer) {
        if (answer.error().kind == Failure::Kind::Cancelled)
            return;
        m_readFailed = true;
        m_banner->setMessage(Tone::Red, failureTitle(answer.error()), failureText(answer.error()));
        m_banner->show();
        return;
    }
    if (m_readFailed) {
        m_readFailed = false;
        m_banner->hide();
    }
    fillNetworks(answer->health);
    fillCurrencies(*answer);
    const Formats formats = Formats::from(m_engine.preferences());
    const Currency chosen = Currency::fromCode(m_currencies->word()).value_or(Currency());
    m_leftOut->setLeftOut(answer->leftOut, answer->currency,
                          chosen.isValid() ? chosen : m_engine.preferences().baseCurrency, formats);
    m_view->show(*answer, formats, m_engine.clock().now());
}

void OverviewPage::fillNetworks(const QList<NetworkHealth> &networks)
{
    const QSignalBlocker quiet(m_networks);
    const qint64 chosen = m_networks->currentData().toLongLong();
    while (m_networks->count() > 1)
        m_networks->removeItem(1);
    for (const NetworkHealth &health : networks)
        m_networks->addItem(health.network.name, health.network.id.value);
    m_networks->setCurrentIndex(qMax(0, m_networks->findData(chosen)));
}

void OverviewPage::fillCurrencies(const OverviewAnswer &answer)
{
    const QList<Choice> choices
            = currencyChoices(m_engine.preferences().baseCurrency, answer.currency, answer.otherCurrencies);
    m_currencies->setVisible(!choices.isEmpty());
    m_currencies->setChoices(choices);
}

void OverviewPage::askWhereToExport()
{
    if (m_exporting) {
        m_engine.reader().interrupt();
        return;
    }
    auto *dialog = new QFileDialog(window(), tr("Export conversions"), QString(), tr("CSV files (*.csv)"));
    lookAtNamesOnly(*dialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    const DateRange range = question().range;
    dialog->selectFile(QStringLiteral("conversions-") + range.from.toString(Qt::ISODate) + QLatin1Char('-')
                       + range.to.toString(Qt::ISODate) + QStringLiteral(".csv"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &OverviewPage::exportTo);
    dialog->open();
}

void OverviewPage::exportTo(const QString &file)
{
    m_exporting = true;
    m_export->setText(tr("Cancel export"));
    const DateRange range = question().range;
    const Currency base = m_engine.preferences().baseCurrency;
    m_engine.reader().ask<qint64>(
            this,
            [range, base, file](Database &database) {
                return exportConversions(database, range, base, file);
            },
            [this, file](Expected<qint64> rows) {
                m_exporting = false;
                m_export->setText(tr("Export CSV…"));
                if (rows)
                    m_banner->setMessage(Tone::Green,
                                         tr("Conversions exported: %1").arg(QLocale().toString(*rows)), file,
                                         tr("Dismiss"));
                else
                    m_banner->setMessage(Tone::Red, tr("The export did not finish."),
                                         failureText(rows.error()), tr("Dismiss"));
                m_banner->show();
                refresh();
            });
}

} // namespace Matchbook
