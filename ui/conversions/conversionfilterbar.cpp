// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversionfilterbar.h"

#include "forms/catalogueedits.h"
#include "forms/choicecombo.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int typingPauseMs = 250;
constexpr int widestCombo = 150;

} // namespace

ConversionFilterBar::ConversionFilterBar(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_network = new ChoiceCombo(tr("All networks"), tr("Network"), this);
    m_network->setObjectName("network"_L1);
    m_campaign = new ChoiceCombo(tr("All campaigns"), tr("Campaign"), this);
    m_campaign->setObjectName("campaign"_L1);
    m_offer = new ChoiceCombo(tr("All offers"), tr("Offer"), this);
    m_offer->setObjectName("offer"_L1);
    m_status = new ChoiceCombo(tr("Any status"), tr("Status"), this);
    m_status->setObjectName("status"_L1);
    m_status->setChoices(statusChoices());
    m_search = new QLineEdit(this);
    m_search->setObjectName("search"_L1);
    m_search->setPlaceholderText(tr("Search click, transaction or external ID"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    for (ChoiceCombo *combo : {m_network, m_campaign, m_offer, m_status}) {
        combo->setMaximumWidth(widestCombo);
        row->addWidget(combo);
        connect(combo, &ChoiceCombo::chosen, this, &ConversionFilterBar::changed);
    }
    row->addWidget(m_search, 1);
    m_searchSoon = new QTimer(this);
    m_searchSoon->setSingleShot(true);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchSoon->start(typingPauseMs); });
    connect(m_searchSoon, &QTimer::timeout, this, &ConversionFilterBar::changed);
}

void ConversionFilterBar::setContents(const CatalogueContents &contents)
{
    m_network->setChoices(networkChoices(contents));
    m_campaign->setChoices(campaignChoices(contents));
    m_offer->setChoices(offerChoices(contents));
}

RowFilter ConversionFilterBar::filter() const
{
    RowFilter filter;
    filter.network = NetworkId{m_network->id()};
    filter.campaign = CampaignId{m_campaign->id()};
    filter.offer = OfferId{m_offer->id()};
    if (m_status->value().isValid())
        filter.words = {m_status->word()};
    filter.search = m_search->text().trimmed();
    return filter;
}

void ConversionFilterBar::choose(const QVariantMap &what)
{
    const auto chooseOf = [](ChoiceCombo *combo, const QVariant &value) {
        // A jump can come before the names have been read.
        if (value.isValid() && combo->findData(value) < 0) {
            const QSignalBlocker quiet(combo);
            combo->addItem(u"…"_s, value);
        }
        combo->setValue(value);
    };
    chooseOf(m_network, what.value(u"network"_s));
    chooseOf(m_campaign, what.value(u"campaign"_s));
    chooseOf(m_offer, what.value(u"offer"_s));
    m_status->setValue(what.value(u"word"_s));
    m_search->setText(what.value(u"clickId"_s).toString());
    m_searchSoon->stop();
}

} // namespace Matchbook
