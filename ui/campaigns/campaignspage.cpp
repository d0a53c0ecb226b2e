// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaignspage.h"

#include "campaigns/campaigndialog.h"
#include "campaigns/campaignpanel.h"
#include "campaigns/campaignrows.h"
#include "campaigns/cataloguetable.h"
#include "campaigns/firststeps.h"
#include "campaigns/offerdialog.h"
#include "engine/engine.h"
#include "failuretext.h"
#include "forms/choicecombo.h"
#include "forms/pageparts.h"
#include "forms/periodcombo.h"
#include "networkwizard/networkwizard.h"
#include "pageheader.h"
#include "preferences/session.h"
#include "theme.h"
#include "vocabulary/clock.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/emptystate.h"
#include "widgets/leftoutbanner.h"
#include "widgets/segmentedbutton.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr auto periodKey = "campaigns/period"_L1;
constexpr int offerLinkColumn = 6;

} // namespace

CampaignsPage::CampaignsPage(Engine &engine, Session *session, QWidget *parent)
    : Page(u"campaigns"_s, tr("Campaigns"), parent), m_engine(engine), m_session(session)
{
    buildHeader();
    buildBody();
    showSection(u"campaigns"_s);
    connect(&engine, &Engine::presetsChanged, this, &CampaignsPage::showSelected);
}

void CampaignsPage::buildHeader()
{
    auto *header = new PageHeader(title(), this);
    m_sections = new SegmentedButton(this);
    m_sections->setObjectName("sections"_L1);
    m_sections->setAccessibleName(tr("What to show"));
    m_sections->addSegment(u"campaigns"_s, tr("Campaigns"));
    m_sections->addSegment(u"offers"_s, tr("Offers"));
    m_currency = new ChoiceCombo(tr("Base currency"), tr("Currency"), this);
    m_currency->setObjectName("currency"_L1);
    m_currency->hide();
    m_period = new PeriodCombo(this);
    if (m_session)
        m_period->setWord(m_session->choice(periodKey));
    m_add = new QPushButton(this);
    m_add->setObjectName("add"_L1);
    setButtonKind(m_add, "primary");
    for (QWidget *control : std::initializer_list<QWidget *>{m_sections, m_currency, m_period, m_add})
        header->addControl(control);
    pageLayout(this, header);
    connect(m_sections, &SegmentedButton::chosen, this, &CampaignsPage::showSection);
    connect(m_currency, &ChoiceCombo::chosen, this, &CampaignsPage::refresh);
    connect(m_period, &PeriodCombo::chosen, this, [this] {
        if (m_session)
            m_session->setChoice(periodKey, m_period->word());
        refresh();
    });
    connect(m_add, &QPushButton::clicked, this, [this] { showsOffers() ? editOffer({}) : editCampaign({}); });
}

void CampaignsPage::buildBody()
{
    m_card = new Card({}, this);
    buildCard();
    m_panel = new CampaignPanel(this);
    addListAndInspector(this, m_card, m_panel, {760, 310});
    connect(m_panel, &CampaignPanel::editAsked, this, &CampaignsPage::editSelected);
    connect(m_panel, &CampaignPanel::archiveAsked, this, &CampaignsPage::toggleArchived);
    connect(m_panel, &CampaignPanel::conversionsAsked, this, [this] {
        if (const Campaign *campaign = selectedCampaign())
            Q_EMIT openPage(u"conversions"_s, {{u"campaign"_s, campaign->id.value}});
    });
}

void CampaignsPage::buildCard()
{
    m_withArchived = new QCheckBox(tr("Show a&rchived"), m_card);
    m_withArchived->setObjectName("withArchived"_L1);
    m_card->addToHeader(m_withArchived);
    m_editOffer = new QPushButton(tr("&Edit…"), m_card);
    m_editOffer->setObjectName("editOffer"_L1);
    setButtonKind(m_editOffer, "quiet");
    m_card->addToHeader(m_editOffer);
    m_trouble = new Banner(Tone::Red, m_card);
    m_trouble->hide();
    m_card->body()->addWidget(m_trouble);
    m_leftOut = new LeftOutBanner(m_card);
    m_card->body()->addWidget(m_leftOut);
    connect(m_leftOut, &LeftOutBanner::openPage, this, &Page::openPage);
    buildTables();
    m_card->body()->addWidget(m_stack, 1);
    m_totals = makeTotalsLabel(m_card);
    m_card->body()->addWidget(m_totals);
    connect(m_withArchived, &QCheckBox::toggled, this, &CampaignsPage::fillTables);
    connect(m_editOffer, &QPushButton::clicked, this, &CampaignsPage::editSelected);
}

void CampaignsPage::buildTables()
{
    m_stack = new QStackedWidget(m_card);
    EmptyState *noCampaigns = firstCampaign(m_stack);
    EmptyState *noOffers = firstOffer(m_stack);
    m_campaigns = new CatalogueTable(u"campaigns_table"_s, tr("Campaigns"), campaignTitles(),
                                     {1, 2, 3, 4, 5, 6, 7}, noCampaigns, m_session, m_stack);
    m_offers = new CatalogueTable(u"offers_table"_s, tr("Offers"), offerTitles(), {2, 3, 4, 5}, noOffers,
                                  m_session, m_stack);
    m_stack->addWidget(m_campaigns);
    m_stack->addWidget(m_offers);
    connect(noCampaigns, &EmptyState::pressed, this, [this] { editCampaign({}); });
    connect(noOffers, &EmptyState::pressed, this, [this] { editOffer({}); });
    for (CatalogueTable *table : {m_campaigns, m_offers}) {
        connect(table, &CatalogueTable::chosen, this, &CampaignsPage::showSelected);
        connect(table, &CatalogueTable::activated, this, &CampaignsPage::editSelected);
    }
}

void CampaignsPage::showSection(const QString &id)
{
    m_sections->setCurrent(id);
    m_card->setTitle(showsOffers() ? tr("Your offers") : tr("Your campaigns"));
    m_add->setText(showsOffers() ? tr("&New offer…") : tr("&New campaign…"));
    m_panel->setVisible(!showsOffers());
    m_editOffer->setVisible(showsOffers());
    fillTables();
    refresh();
}

bool CampaignsPage::showsOffers() const
{
    return m_sections->current() == "offers"_L1;
}

void CampaignsPage::refresh()
{
    askCatalogue(m_engine, this,
                 [this](const Expected<CatalogueContents> &contents) { takeContents(contents); });
    const Preferences preferences = m_engine.preferences();
    ReportQuestion question;
    question.by = {showsOffers() ? ReportDimension::Offer : ReportDimension::Campaign};
    question.range = m_period->range(m_engine.clock().now(), Formats::from(preferences));
    question.baseCurrency = preferences.baseCurrency;
    question.currency = Currency::fromCode(m_currency->word()).value_or(Currency());
    m_engine.reader().ask<Report>(
            this, [question](Database &database) { return runReport(database, question); },
            [this, request = ++m_reportRequest](const Expected<Report> &report) {
                if (request == m_reportRequest)
                    takeReport(report);
            });
}

void CampaignsPage::open(const QVariantMap &what)
{
    if (what.contains(u"campaign"_s))
        m_campaigns->choose(what.value(u"campaign"_s).toLongLong());
    if (what.contains(u"campaign"_s) || what.contains(u"offers"_s))
        showSection(what.contains(u"offers"_s) ? u"offers"_s : u"campaigns"_s);
    // The window shows the page first: a dialog needs it as its parent.
    if (what.value(u"add"_s).toBool())
        QMetaObject::invokeMethod(
                this, [this] { editCampaign({}); }, Qt::QueuedConnection);
}

void CampaignsPage::takeContents(const Expected<CatalogueContents> &contents)
{
    if (!contents) {
        showFailure(contents.error());
        return;
    }
    m_contents = *contents;
    fillTables();
}

void CampaignsPage::takeReport(const Expected<Report> &report)
{
    if (!report) {
        showFailure(report.error());
        return;
    }
    m_trouble->hide();
    m_report = *report;
    m_leftOut->setLeftOut(report->leftOut, report->currency, wantedCurrency(report->question),
                          Formats::from(m_engine.preferences()));
    const QList<Choice> currencies
            = currencyChoices(m_engine.preferences().baseCurrency, report->currency, report->otherCurrencies);
    m_currency->setVisible(!currencies.isEmpty());
    m_currency->setChoices(currencies);
    fillTables();
}

void CampaignsPage::fillTables()
{
    const Formats formats = Formats::from(m_engine.preferences());
    bool anyArchived = false;
    for (const Campaign &campaign : std::as_const(m_contents.campaigns))
        anyArchived = anyArchived || campaign.archived;
    m_withArchived->setVisible(anyArchived && !showsOffers());
    const bool figures = m_report.currency.isValid();
    const bool empty = showsOffers() ? m_contents.offers.isEmpty() : m_contents.campaigns.isEmpty();
    if (showsOffers())
        m_offers->setRows(offerRows(m_contents, m_report, formats), empty, figures, offerLinkColumn);
    else
        m_campaigns->setRows(campaignRows(m_contents, m_report, m_withArchived->isChecked(), formats), empty,
                             figures, 0);
    m_stack->setCurrentWidget(showsOffers() ? m_offers : m_campaigns);
    m_totals->setVisible(!empty && figures);
    m_totals->setText(figures ? reportTotals(m_report.total, m_report.currency, formats) : QString());
    m_panel->setVisible(!showsOffers() && !empty);
    showSelected();
}

void CampaignsPage::showSelected()
{
    m_editOffer->setEnabled(selectedOffer());
    if (const Campaign *campaign = selectedCampaign())
        m_panel->setCampaign(*campaign, m_contents, *m_engine.presets(), m_engine.trackingLink(*campaign));
    else
        m_panel->clear();
}

const Campaign *CampaignsPage::selectedCampaign() const
{
    return m_contents.campaign(CampaignId{m_campaigns->currentId()});
}

const Offer *CampaignsPage::selectedOffer() const
{
    return m_contents.offer(OfferId{m_offers->currentId()});
}

void CampaignsPage::editCampaign(const Campaign &campaign)
{
    const auto presets = m_engine.presets();
    CampaignDialog dialog(*presets, m_contents, campaign, editsWithWizard(m_engine, this), this);
    if (dialog.exec() == QDialog::Accepted)
        m_campaigns->choose(dialog.campaign().id.value);
    refresh();
}

void CampaignsPage::editOffer(const Offer &offer)
{
    const auto presets = m_engine.presets();
    OfferDialog dialog(*presets, m_contents, offer, editsWithWizard(m_engine, this), this);
    dialog.exec();
    refresh();
}

void CampaignsPage::editSelected()
{
    const Campaign *campaign = selectedCampaign();
    const Offer *offer = selectedOffer();
    if (showsOffers() && offer)
        editOffer(Offer(*offer));
    else if (!showsOffers() && campaign)
        editCampaign(Campaign(*campaign));
}

void CampaignsPage::toggleArchived()
{
    const Campaign *selected = selectedCampaign();
    if (!selected)
        return;
    Campaign changed = *selected;
    changed.archived = !changed.archived;
    catalogueEdits(m_engine).saveCampaign(this, changed, [this](const Expected<Campaign> &stored) {
        if (!stored)
            showFailure(stored.error());
        refresh();
    });
}

void CampaignsPage::showFailure(const Failure &failure)
{
    m_trouble->setMessage(Tone::Red, failureTitle(failure), failureText(failure));
    m_trouble->show();
}

} // namespace Matchbook
