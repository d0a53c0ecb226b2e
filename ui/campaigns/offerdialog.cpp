// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offerdialog.h"

#include "forms/amountedit.h"
#include "offerlink.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Matchbook {

OfferDialog::OfferDialog(const PresetCatalogue &presets, const CatalogueContents &contents,
                         const Offer &offer, const CatalogueEdits &edits, QWidget *parent)
    : FormDialog(offer.id.isValid() ? tr("Edit offer") : tr("New offer"),
                 offer.id.isValid() ? tr("Save") : tr("Add offer"), parent),
      m_presets(presets), m_contents(contents), m_offer(offer), m_edits(edits)
{
    setObjectName("offerDialog"_L1);
    build();
    fill();
    recheck();
}

void OfferDialog::build()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName("offerName"_L1);
    m_name->setMaxLength(200);
    addField(tr("&Name"), m_name);
    m_network = new QComboBox(this);
    m_network->setObjectName("offerNetwork"_L1);
    addField(tr("Ne&twork"), networkRow());
    m_url = new QPlainTextEdit(this);
    m_url->setObjectName("offerUrl"_L1);
    m_url->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_url->setTabChangesFocus(true);
    m_url->setPlaceholderText(u"https://"_s);
    m_url->setFixedHeight(m_url->fontMetrics().lineSpacing() * 4 + 12);
    addField(
            tr("Offer &link"), m_url,
            tr("Tokens: {clickid}, {sub1} … {sub10}, {externalid}, {campaign}. Each is replaced for every visitor."));
    m_preview = new QLabel(this);
    m_preview->setObjectName("offerPreview"_L1);
    m_preview->setWordWrap(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addField(tr("A visitor gets"), m_preview);
    m_payout = new AmountEdit(this);
    m_payout->setObjectName("offerPayout"_L1);
    addField(tr("Default &payout"), m_payout, tr("Counts when a postback brings no amount."));
    connect(m_name, &QLineEdit::textEdited, this, [this] { edited(m_name); });
    connect(m_network, &QComboBox::currentIndexChanged, this, &OfferDialog::networkChosen);
    connect(m_url, &QPlainTextEdit::textChanged, this, [this] { edited(m_url); });
    connect(m_payout, &AmountEdit::edited, this, [this] { edited(m_payout); });
}

QWidget *OfferDialog::networkRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_network, 1);
    auto *add = new QPushButton(tr("New net&work…"), row);
    add->setObjectName("newNetwork"_L1);
    add->setAutoDefault(false);
    layout->addWidget(add);
    row->setObjectName("offerNetworkRow"_L1);
    row->setFocusProxy(m_network);
    m_network->setAccessibleName(tr("Network"));
    connect(add, &QPushButton::clicked, this, &OfferDialog::newNetwork);
    return row;
}

void OfferDialog::fill()
{
    for (const AffiliateNetwork &network : std::as_const(m_contents.networks))
        m_network->addItem(network.name, network.id.value);
    m_name->setText(m_offer.name);
    m_url->blockSignals(true);
    m_url->setPlainText(m_offer.url);
    m_url->blockSignals(false);
    if (m_offer.id.isValid()) {
        m_network->setCurrentIndex(m_network->findData(m_offer.network.value));
        m_payout->setMoney(m_offer.defaultPayout);
    }
    if (!m_offer.defaultPayout.currency.isValid())
        networkChosen();
}

void OfferDialog::newNetwork()
{
    const auto added = m_edits.addNetwork(this);
    if (!added)
        return;
    m_contents.networks.append(*added);
    m_network->addItem(added->name, added->id.value);
    m_network->setCurrentIndex(m_network->count() - 1);
    Q_EMIT networkAdded(*added);
    recheck();
}

void OfferDialog::networkChosen()
{
    const AffiliateNetwork *network = m_contents.network(offer().network);
    const Money payout = m_payout->money();
    if (network && !m_offer.id.isValid() && payout.micros == 0)
        m_payout->setMoney({0, network->defaultCurrency});
    else if (!network && !payout.currency.isValid())
        m_payout->setMoney({0, Currency::usd()});
    recheck();
}

void OfferDialog::check()
{
    setProblem(m_name, m_name->text().trimmed().isEmpty() ? tr("Give the offer a name.") : QString());
    const AffiliateNetwork *network = m_contents.network(offer().network);
    setProblem(m_network->parentWidget(),
               network ? QString() : tr("Choose the network that pays, or add it."));
    const QString url = m_url->toPlainText().trimmed();
    const QString problem = offerUrlProblem(url, m_edits.ownBases);
    setProblem(m_url, problem);
    const QString parameter = network ? subIdParameterOf(*network, m_presets) : QString();
    if (problem.isEmpty())
        m_preview->setText(offerUrlPreview(url, parameter, tr("your-campaign")).replace(u'&', u"\u200b&"_s));
    else
        m_preview->setText(u"—"_s);
    QStringList notes;
    if (problem.isEmpty())
        notes << unknownTokensNote(url) << (network ? clickIdPlace(url, parameter) : QString());
    notes.removeAll(QString());
    setHelp(m_preview, notes.join(u' '));
    setProblem(m_payout, m_payout->problem());
}

Offer OfferDialog::offer() const
{
    Offer offer = m_offer;
    offer.name = m_name->text().trimmed();
    offer.network = NetworkId{m_network->currentData().toLongLong()};
    offer.url = m_url->toPlainText().trimmed();
    offer.defaultPayout = m_payout->money();
    return offer;
}

void OfferDialog::save(const Saved &done)
{
    m_edits.saveOffer(this, offer(), [this, done](Expected<Offer> stored) {
        if (stored)
            m_offer = *stored;
        done(stored ? std::optional<Failure>() : stored.error());
    });
}

} // namespace Matchbook
