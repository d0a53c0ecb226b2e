// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filterbutton.h"

#include "forms/catalogueedits.h"
#include "forms/choicecombo.h"

#include <QFormLayout>
#include <QFrame>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace Matchbook {

FilterButton::FilterButton(QWidget *parent)
    : QPushButton(tr("&Filter…"), parent), m_popup(new QFrame(this, Qt::Popup))
{
    setObjectName("filter"_L1);
    m_popup->setObjectName("filterPopup"_L1);
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_popup->setMinimumWidth(280);
    auto *form = new QFormLayout(m_popup);
    form->setContentsMargins(14, 14, 14, 14);
    m_network = new ChoiceCombo(tr("All networks"), tr("Network"), m_popup);
    m_network->setObjectName("filterNetwork"_L1);
    m_campaign = new ChoiceCombo(tr("All campaigns"), tr("Campaign"), m_popup);
    m_campaign->setObjectName("filterCampaign"_L1);
    m_word = new ChoiceCombo(tr("Any status"), tr("Status"), m_popup);
    m_word->setObjectName("filterStatus"_L1);
    form->addRow(tr("&Network"), m_network);
    form->addRow(tr("&Campaign"), m_campaign);
    form->addRow(tr("&Status"), m_word);
    auto *clearAll = new QPushButton(tr("Show &everything"), m_popup);
    clearAll->setObjectName("filterClear"_L1);
    form->addRow(clearAll);
    setTable(Table::Matches);
    for (ChoiceCombo *combo : {m_network, m_campaign, m_word})
        connect(combo, &ChoiceCombo::chosen, this, &FilterButton::changed);
    connect(clearAll, &QPushButton::clicked, this, &FilterButton::clear);
    connect(this, &QPushButton::clicked, this, &FilterButton::openPopup);
}

void FilterButton::setContents(const CatalogueContents &contents)
{
    m_network->setChoices(networkChoices(contents));
    m_campaign->setChoices(campaignChoices(contents));
}

void FilterButton::setTable(Table table)
{
    if (table == m_table && m_word->count() > 1)
        return;
    m_table = table;
    m_word->setValue({});
    m_word->setChoices(table == Table::Matches          ? statusChoices()
                               : table == Table::Clicks ? clickKindChoices()
                                                        : outcomeChoices());
    m_campaign->setEnabled(table != Table::Postbacks);
    changed();
}

RowFilter FilterButton::filter() const
{
    RowFilter filter;
    filter.network = NetworkId{m_network->id()};
    if (m_table != Table::Postbacks)
        filter.campaign = CampaignId{m_campaign->id()};
    if (m_word->value().isValid())
        filter.words = {m_word->word()};
    return filter;
}

void FilterButton::setNetwork(NetworkId network)
{
    m_network->setValue(network.value);
    changed();
}

void FilterButton::setCampaign(CampaignId campaign)
{
    m_campaign->setValue(campaign.value);
    changed();
}

void FilterButton::openPopup()
{
    m_popup->adjustSize();
    const QPoint corner = mapToGlobal(QPoint(width() - m_popup->width(), height() + 4));
    m_popup->move(corner);
    m_popup->show();
    m_network->setFocus();
}

void FilterButton::clear()
{
    for (ChoiceCombo *combo : {m_network, m_campaign, m_word})
        combo->setValue({});
    m_popup->hide();
    changed();
}

void FilterButton::changed()
{
    const RowFilter now = filter();
    const int count = int(now.network.isValid()) + int(now.campaign.isValid()) + int(!now.words.isEmpty());
    setText(count > 0 ? tr("&Filter… %1").arg(count) : tr("&Filter…"));
    Q_EMIT filterChanged();
}

} // namespace Matchbook
