// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaigndialog.h"

#include "forms/amountedit.h"
#include "offerdialog.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

enum OfferColumn { NameColumn, NetworkColumn, WeightColumn, ShareColumn, OfferColumns };

} // namespace

CampaignDialog::CampaignDialog(const PresetCatalogue &presets, const CatalogueContents &contents,
                               const Campaign &campaign, const CatalogueEdits &edits, QWidget *parent)
    : FormDialog(campaign.id.isValid() ? tr("Edit campaign") : tr("New campaign"),
                 campaign.id.isValid() ? tr("Save") : tr("Create campaign"), parent),
      m_presets(presets), m_contents(contents), m_campaign(campaign), m_edits(edits)
{
    setObjectName("campaignDialog"_L1);
    setMinimumWidth(600);
    build();
    fill();
    recheck();
}

void CampaignDialog::build()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName("campaignName"_L1);
    m_name->setMaxLength(200);
    addField(tr("&Name"), m_name);
    addField(tr("O&ffers"), offersBox(), tr("Tick one or more. Visitors are spread over them by weight."));
    m_cost = new AmountEdit(this);
    m_cost->setObjectName("costPerClick"_L1);
    addField(tr("&Cost per click"), m_cost,
             tr("What the traffic source charges; leave it empty for free traffic."));
    connect(m_name, &QLineEdit::textEdited, this, [this] { edited(m_name); });
    connect(m_cost, &AmountEdit::edited, this, [this] { edited(m_cost); });
}

QWidget *CampaignDialog::offersBox()
{
    m_offersBox = new QWidget(this);
    m_offersBox->setObjectName("offersBox"_L1);
    auto *column = new QVBoxLayout(m_offersBox);
    column->setContentsMargins(0, 0, 0, 0);
    m_offers = new QTableWidget(0, OfferColumns, m_offersBox);
    m_offers->setObjectName("offers"_L1);
    m_offers->setAccessibleName(tr("Offers"));
    m_offers->setHorizontalHeaderLabels({tr("Offer"), tr("Network"), tr("Weight"), tr("Share")});
    m_offers->verticalHeader()->hide();
    m_offers->verticalHeader()->setDefaultSectionSize(34);
    m_offers->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_offers->horizontalHeaderItem(NameColumn)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_offers->horizontalHeaderItem(NetworkColumn)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_offers->setColumnWidth(NetworkColumn, 120);
    m_offers->setColumnWidth(WeightColumn, 80);
    m_offers->setColumnWidth(ShareColumn, 70);
    m_offers->setSelectionMode(QAbstractItemView::NoSelection);
    m_offers->setShowGrid(false);
    m_offers->setTabKeyNavigation(false);
    m_offers->setMinimumHeight(150);
    column->addWidget(m_offers);
    auto *add = new QPushButton(tr("New &offer…"), m_offersBox);
    add->setObjectName("newOffer"_L1);
    add->setAutoDefault(false);
    column->addWidget(add, 0, Qt::AlignLeft);
    m_offersBox->setFocusProxy(m_offers);
    connect(add, &QPushButton::clicked, this, &CampaignDialog::newOffer);
    connect(m_offers, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem *item) {
        if (item->column() == NameColumn)
            edited(m_offersBox);
    });
    return m_offersBox;
}

void CampaignDialog::fill()
{
    m_name->setText(m_campaign.name);
    const Currency currency = m_campaign.costPerClick.currency;
    m_cost->setMoney(currency.isValid() ? m_campaign.costPerClick : Money{0, Currency::usd()});
    for (const WeightedOffer &weighted : std::as_const(m_campaign.offers)) {
        if (const Offer *offer = m_contents.offer(weighted.offer))
            addOfferRow(*offer, true, weighted.weight);
    }
    const bool onlyOne = m_contents.offers.size() == 1;
    for (const Offer &offer : std::as_const(m_contents.offers)) {
        const bool there = std::any_of(m_campaign.offers.cbegin(), m_campaign.offers.cend(),
                                       [&offer](const WeightedOffer &w) { return w.offer == offer.id; });
        if (!there)
            addOfferRow(offer, onlyOne, 100);
    }
}

void CampaignDialog::addOfferRow(const Offer &offer, bool chosen, int weight)
{
    const QSignalBlocker quiet(m_offers);
    const int row = m_offers->rowCount();
    m_offers->insertRow(row);
    auto *name = new QTableWidgetItem(offer.name);
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
    name->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    name->setData(Qt::UserRole, offer.id.value);
    name->setToolTip(offer.url);
    m_offers->setItem(row, NameColumn, name);
    const AffiliateNetwork *network = m_contents.network(offer.network);
    auto *payer = new QTableWidgetItem(network ? network->name : QString());
    payer->setFlags(Qt::ItemIsEnabled);
    m_offers->setItem(row, NetworkColumn, payer);
    auto *share = new QTableWidgetItem;
    share->setFlags(Qt::ItemIsEnabled);
    share->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_offers->setItem(row, ShareColumn, share);
    auto *spin = new QSpinBox(m_offers);
    spin->setRange(1, 1000);
    spin->setValue(weight);
    spin->setAccessibleName(tr("Weight of %1").arg(offer.name));
    m_offers->setCellWidget(row, WeightColumn, spin);
    connect(spin, &QSpinBox::valueChanged, this, [this] { edited(m_offersBox); });
}

void CampaignDialog::newOffer()
{
    OfferDialog dialog(m_presets, m_contents, {}, m_edits, this);
    connect(&dialog, &OfferDialog::networkAdded, this,
            [this](const AffiliateNetwork &network) { m_contents.networks.append(network); });
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_contents.offers.append(dialog.offer());
    addOfferRow(dialog.offer(), true, 100);
    edited(m_offersBox);
}

void CampaignDialog::check()
{
    const Campaign entered = campaign();
    setProblem(m_name, entered.name.isEmpty() ? tr("Give the campaign a name.") : QString());
    QString problem;
    if (m_contents.offers.isEmpty())
        problem = tr("There is no offer yet: add the one you promote.");
    else if (entered.offers.isEmpty())
        problem = tr("Tick at least one offer.");
    setProblem(m_offersBox, problem);
    setProblem(m_cost, m_cost->problem());
    showShares();
}

void CampaignDialog::showShares()
{
    const QSignalBlocker quiet(m_offers);
    const QList<WeightedOffer> chosen = campaign().offers;
    int sum = 0;
    for (const WeightedOffer &weighted : chosen)
        sum += weighted.weight;
    for (int row = 0; row < m_offers->rowCount(); ++row) {
        const bool ticked = m_offers->item(row, NameColumn)->checkState() == Qt::Checked;
        auto *spin = qobject_cast<QSpinBox *>(m_offers->cellWidget(row, WeightColumn));
        spin->setEnabled(ticked);
        m_offers->item(row, ShareColumn)
                ->setText(ticked && sum > 0
                                  ? QLocale().toString(100.0 * spin->value() / sum, 'f', 0) % u" %"_s
                                  : QString());
    }
}

Campaign CampaignDialog::campaign() const
{
    Campaign campaign = m_campaign;
    campaign.name = m_name->text().trimmed();
    campaign.offers.clear();
    for (int row = 0; row < m_offers->rowCount(); ++row) {
        const QTableWidgetItem *item = m_offers->item(row, NameColumn);
        const auto *spin = qobject_cast<const QSpinBox *>(m_offers->cellWidget(row, WeightColumn));
        if (item && spin && item->checkState() == Qt::Checked)
            campaign.offers.append({OfferId{item->data(Qt::UserRole).toLongLong()}, spin->value()});
    }
    campaign.costPerClick = m_cost->money();
    return campaign;
}

void CampaignDialog::save(const Saved &done)
{
    m_edits.saveCampaign(this, campaign(), [this, done](Expected<Campaign> stored) {
        if (stored)
            m_campaign = *stored;
        done(stored ? std::optional<Failure>() : stored.error());
    });
}

} // namespace Matchbook
