// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaignpanel.h"

#include "campaigns/offerlink.h"
#include "text/formats.h"
#include "theme.h"
#include "widgets/card.h"
#include "widgets/copyfield.h"
#include "widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

CampaignPanel::CampaignPanel(QWidget *parent) : QWidget(parent), m_card(new Card({}, this))
{
    setObjectName("campaignPanel"_L1);
    setAccessibleName(tr("The selected campaign"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_archive = new QPushButton(tr("Archive"), this);
    m_archive->setObjectName("archiveCampaign"_L1);
    setButtonKind(m_archive, "quiet");
    m_edit = new QPushButton(tr("&Edit…"), this);
    m_edit->setObjectName("editCampaign"_L1);
    setButtonKind(m_edit, "quiet");
    m_card->addToHeader(m_archive);
    m_card->addToHeader(m_edit);
    m_stack = new QStackedWidget(this);
    auto *nothing = new QWidget(this);
    auto *nothingColumn = new QVBoxLayout(nothing);
    nothingColumn->setContentsMargins(0, 0, 0, 0);
    nothingColumn->addWidget(
            new TonedLabel(tr("Select a campaign to see its tracking link."), Tone::Grey, nothing));
    nothingColumn->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(buildBody());
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    m_stack->addWidget(nothing);
    m_stack->addWidget(scroll);
    m_card->body()->addWidget(m_stack, 1);
    connect(m_edit, &QPushButton::clicked, this, &CampaignPanel::editAsked);
    connect(m_archive, &QPushButton::clicked, this, &CampaignPanel::archiveAsked);
    clear();
}

QWidget *CampaignPanel::buildBody()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(8);
    column->addWidget(new TonedLabel(tr("Tracking link"), Tone::Grey, body));
    m_link = new CopyField(tr("Tracking link"), body);
    m_link->setObjectName("trackingLink"_L1);
    column->addWidget(m_link);
    auto *help = new TonedLabel(
            tr("Use it as the target of your ad. Behind it, after a question mark, you can add sub1=… "
               "to sub10=… and the traffic source's own click ID, such as externalid=… or gclid=…"),
            Tone::Grey, body);
    help->setTextFormat(Qt::PlainText);
    column->addWidget(help);
    column->addSpacing(6);
    column->addWidget(new TonedLabel(tr("Offers"), Tone::Grey, body));
    m_offers = new QVBoxLayout;
    m_offers->setSpacing(10);
    column->addLayout(m_offers);
    auto *conversions = new QPushButton(tr("Show its conversions"), body);
    conversions->setObjectName("showConversions"_L1);
    setButtonKind(conversions, "link");
    column->addWidget(conversions, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(conversions, &QPushButton::clicked, this, &CampaignPanel::conversionsAsked);
    return body;
}

void CampaignPanel::setCampaign(const Campaign &campaign, const CatalogueContents &contents,
                                const PresetCatalogue &presets, const QString &trackingLink)
{
    m_card->setTitle(campaign.name);
    m_edit->show();
    m_archive->show();
    m_archive->setText(campaign.archived ? tr("Restore") : tr("Archive"));
    m_archive->setToolTip(campaign.archived ? tr("List it with the others again")
                                            : tr("Take it out of the list. Its link and its figures stay."));
    if (m_link->text() != trackingLink)
        m_link->setText(trackingLink);
    fillOffers(campaign, contents, presets);
    m_stack->setCurrentIndex(1);
}

void CampaignPanel::clear()
{
    m_card->setTitle(tr("Campaign"));
    m_edit->hide();
    m_archive->hide();
    m_stack->setCurrentIndex(0);
}

void CampaignPanel::fillOffers(const Campaign &campaign, const CatalogueContents &contents,
                               const PresetCatalogue &presets)
{
    int sum = 0;
    for (const WeightedOffer &weighted : campaign.offers)
        sum += weighted.weight;
    QStringList texts;
    for (const WeightedOffer &weighted : campaign.offers) {
        const Offer *offer = contents.offer(weighted.offer);
        if (!offer)
            continue;
        const AffiliateNetwork *network = contents.network(offer->network);
        QString title = network ? tr("%1 · %2").arg(offer->name, network->name) : offer->name;
        if (campaign.offers.size() > 1 && sum > 0)
            title = tr("%1 · %2 of the visitors")
                            .arg(title, Formats().percent(double(weighted.weight) / sum, 0));
        texts.append(title);
        texts.append(clickIdPlace(offer->url, network ? subIdParameterOf(*network, presets) : QString()));
    }
    if (texts == m_offersShown)
        return;
    m_offersShown = texts;
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i + 1 < texts.size(); i += 2) {
        auto *box = new QWidget(this);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        auto *title = new QLabel(texts.at(i), box);
        title->setTextFormat(Qt::PlainText);
        title->setWordWrap(true);
        auto *place = new TonedLabel(texts.at(i + 1), Tone::Grey, box);
        place->setTextFormat(Qt::PlainText);
        place->setObjectName("clickIdPlace"_L1);
        column->addWidget(title);
        column->addWidget(place);
        m_offers->addWidget(box);
    }
}

} // namespace Matchbook
