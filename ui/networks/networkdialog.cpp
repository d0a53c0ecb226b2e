// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networkdialog.h"

#include "forms/amountedit.h"
#include "forms/zonecombo.h"
#include "networks/networkwords.h"
#include "text/statuswords.h"
#include "theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

template<typename E>
void choose(QComboBox *combo, E value)
{
    combo->setCurrentIndex(combo->findData(int(value)));
}

template<typename E>
E chosen(const QComboBox *combo)
{
    return E(combo->currentData().toInt());
}

} // namespace

NetworkDialog::NetworkDialog(const PresetCatalogue &presets, const AffiliateNetwork &network,
                             const QStringList &takenNames, const CatalogueEdits &edits, QWidget *parent)
    : FormDialog(tr("Edit network"), tr("Save"), parent), m_presets(presets), m_network(network),
      m_takenNames(takenNames), m_edits(edits)
{
    setObjectName("networkDialog"_L1);
    build();
    fill();
    recheck();
}

void NetworkDialog::buildPreset()
{
    m_preset = new QComboBox(this);
    m_preset->setObjectName("preset"_L1);
    const QString present = m_presets.findOrGeneric(m_network.preset).id;
    for (const NetworkPreset &preset : m_presets.all()) {
        if (preset.kind != PresetKind::Closed || preset.id == present)
            m_preset->addItem(preset.name, preset.id);
    }
    addField(tr("&Preset"), m_preset,
             tr("Knows how this network names its parameters and writes its amounts."));
}

void NetworkDialog::build()
{
    buildPreset();
    const auto line = [this](const char *name) {
        auto *edit = new QLineEdit(this);
        edit->setObjectName(QLatin1StringView(name));
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { edited(edit); });
        return edit;
    };
    m_name = line("name");
    m_name->setMaxLength(120);
    addField(tr("&Name"), m_name);
    m_subId = line("subIdParameter");
    addField(tr("Sub ID pa&rameter"), m_subId,
             tr("The parameter of the offer link that carries our click ID."));
    m_currency = new CurrencyCombo(this);
    m_currency->setObjectName("currency"_L1);
    addField(tr("&Currency"), m_currency, tr("Of amounts that come without one."));
    buildRules();
    m_senders = line("senders");
    m_senders->setPlaceholderText(tr("Any, with the secret key"));
    addField(tr("Accepted s&enders"), m_senders,
             tr("Addresses or blocks such as 203.0.113.0/24, separated by commas."));
    m_published = new QPushButton(this);
    m_published->setObjectName("publishedSenders"_L1);
    setButtonKind(m_published, "link");
    addWide(m_published);
    connect(m_published, &QPushButton::clicked, this, [this] {
        m_senders->setText(preset().postback.senders.join(u", "));
        edited(m_senders);
    });
    m_answer = line("answer");
    m_answer->setPlaceholderText(u"OK"_s);
    m_answer->setMaxLength(1000);
    addField(tr("&Answer"), m_answer, tr("The text that the network expects to read back."));
    m_zone = new ZoneCombo(tr("Not known"), this);
    m_zone->setObjectName("zone"_L1);
    addField(tr("Its &time zone"), m_zone, tr("Of the network's own reports. Your figures keep to yours."));
    connect(m_preset, &QComboBox::currentIndexChanged, this, &NetworkDialog::presetChosen);
    connect(m_currency, &QComboBox::currentTextChanged, this, [this] { edited(m_currency); });
    connect(m_zone, &QComboBox::currentTextChanged, this, [this] { edited(m_zone); });
}

void NetworkDialog::buildRules()
{
    const auto combo = [this](const char *name, auto values, auto text) {
        auto *box = new QComboBox(this);
        box->setObjectName(QLatin1StringView(name));
        for (const auto value : values)
            box->addItem(text(value), int(value));
        return box;
    };
    m_repeats = combo("repeats",
                      QList{RepeatPolicy::Update, RepeatPolicy::Ignore, RepeatPolicy::CountEveryHit,
                            RepeatPolicy::AddAmounts},
                      repeatPolicyText);
    addField(tr("Re&peats"), m_repeats, tr("What a second postback for the same conversion does."));
    m_status = combo("status", QList{ConversionStatus::Approved, ConversionStatus::Pending}, statusText);
    addField(tr("&Status when none is sent"), m_status);
    m_decimal = combo("decimalMark", QList{DecimalMark::Auto, DecimalMark::Point, DecimalMark::Comma},
                      decimalMarkText);
    addField(tr("&Decimal mark"), m_decimal);
}

void NetworkDialog::fill()
{
    m_preset->setCurrentIndex(std::max(0, m_preset->findData(m_presets.findOrGeneric(m_network.preset).id)));
    m_name->setText(m_network.name);
    m_subId->setText(m_network.subIdParameter);
    m_currency->setCurrency(m_network.defaultCurrency);
    choose(m_repeats, m_network.repeatPolicy);
    if (m_status->findData(int(m_network.defaultStatus)) < 0)
        m_status->addItem(statusText(m_network.defaultStatus), int(m_network.defaultStatus));
    choose(m_status, m_network.defaultStatus);
    choose(m_decimal, m_network.decimalMark);
    m_senders->setText(m_network.allowedSenders.join(u", "));
    m_zone->setZone(m_network.reportZone);
    m_answer->setText(m_network.answerText);
    presetChosen();
}

// Currency, status and the other rules stay: the person has set them.
void NetworkDialog::presetChosen()
{
    m_subId->setPlaceholderText(preset().subIdParameter);
    offerPublishedSenders();
    edited(m_preset);
}

void NetworkDialog::offerPublishedSenders()
{
    const QStringList &published = preset().postback.senders;
    m_published->setVisible(!published.isEmpty());
    m_published->setText(tr("Accept only the addresses that %1 publishes").arg(preset().name));
    m_published->setToolTip(published.join(u'\n'));
}

// A mapping of the person's own may say what such a preset does not.
QString NetworkDialog::presetProblem() const
{
    const auto &fields = m_network.mapping.fields;
    const bool isMapped
            = fields.contains(FieldMeaning::ClickId) || fields.contains(FieldMeaning::TransactionId);
    return preset().kind != PresetKind::Closed || isMapped ? QString() : preset().advice;
}

void NetworkDialog::check()
{
    setProblem(m_preset, presetProblem());
    const QString name = m_name->text().trimmed();
    QString problem;
    if (name.isEmpty())
        problem = tr("Give the network a name.");
    else if (m_takenNames.contains(name, Qt::CaseInsensitive))
        problem = tr("There is a network called “%1” already.").arg(name);
    setProblem(m_name, problem);
    const QString parameter = m_subId->text().trimmed();
    const bool odd = std::any_of(parameter.cbegin(), parameter.cend(),
                                 [](QChar c) { return c.unicode() <= 0x20 || u"?&=#{}"_s.contains(c); });
    setProblem(m_subId, odd ? tr("Only the parameter's name, such as sub1.") : QString());
    setProblem(m_currency,
               m_currency->currency().isValid() ? QString() : tr("Choose a currency, such as EUR."));
    setProblem(m_zone, m_zone->problem());
    const QString wrong = wrongSender(wordsOfList(m_senders->text()));
    setProblem(m_senders,
               wrong.isEmpty() ? QString() : tr("“%1” is neither an address nor a block.").arg(wrong));
}

AffiliateNetwork NetworkDialog::network() const
{
    if (m_stored)
        return *m_stored;
    AffiliateNetwork network = m_network;
    network.preset = preset().id;
    // What was put into the URLs of another preset means nothing in this one's.
    if (network.preset != m_network.preset)
        network.mapping.url = {};
    network.name = m_name->text().trimmed();
    network.subIdParameter = m_subId->text().trimmed();
    network.defaultCurrency = m_currency->currency();
    network.repeatPolicy = chosen<RepeatPolicy>(m_repeats);
    network.defaultStatus = chosen<ConversionStatus>(m_status);
    network.decimalMark = chosen<DecimalMark>(m_decimal);
    network.allowedSenders = wordsOfList(m_senders->text());
    network.answerText = m_answer->text().trimmed();
    network.reportZone = m_zone->zone();
    return network;
}

void NetworkDialog::save(const Saved &done)
{
    m_edits.saveNetwork(this, m_network, network(), [this, done](Expected<AffiliateNetwork> stored) {
        if (stored)
            m_stored = *stored;
        done(stored ? std::optional<Failure>() : stored.error());
    });
}

const NetworkPreset &NetworkDialog::preset() const
{
    return m_presets.findOrGeneric(m_preset->currentData().toString());
}

} // namespace Matchbook
