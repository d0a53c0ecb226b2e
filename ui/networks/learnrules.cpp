// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "learnrules.h"

#include "forms/amountedit.h"
#include "networks/networkwords.h"
#include "text/statuswords.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr int leftOpen = -1;

QComboBox *statusChoice(const char *name, std::initializer_list<ConversionStatus> statuses, QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(QLatin1StringView(name));
    for (const ConversionStatus status : statuses)
        combo->addItem(statusText(status), int(status));
    return combo;
}

} // namespace

LearnRules::LearnRules(const AffiliateNetwork &network, const NetworkPreset &known, QWidget *parent)
    : QWidget(parent), m_words(known.statusWords)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_status
            = statusChoice("statusMeans",
                           {ConversionStatus::Approved, ConversionStatus::Pending, ConversionStatus::Rejected,
                            ConversionStatus::Refunded, ConversionStatus::ChargedBack, ConversionStatus::Test,
                            ConversionStatus::Ignored},
                           this);
    m_status->addItem(tr("not known yet"), leftOpen);
    m_status->setPlaceholderText(tr("Choose what it means"));
    m_statusLabel = new QLabel(this);
    m_statusLabel->setTextFormat(Qt::PlainText);
    m_statusLabel->setBuddy(m_status);
    form->addRow(m_statusLabel, m_status);
    m_defaultStatus
            = statusChoice("defaultStatus", {ConversionStatus::Approved, ConversionStatus::Pending}, this);
    m_defaultStatus->setCurrentIndex(std::max(0, m_defaultStatus->findData(int(network.defaultStatus))));
    form->addRow(tr("&Status when none is sent"), m_defaultStatus);
    m_currency = new CurrencyCombo(this);
    m_currency->setObjectName("currency"_L1);
    m_currency->setCurrency(network.defaultCurrency);
    form->addRow(tr("&Currency when none is sent"), m_currency);
    m_decimal = new QComboBox(this);
    m_decimal->setObjectName("decimalMark"_L1);
    for (const DecimalMark mark : {DecimalMark::Auto, DecimalMark::Point, DecimalMark::Comma})
        m_decimal->addItem(decimalMarkText(mark), int(mark));
    m_decimal->setCurrentIndex(m_decimal->findData(int(network.decimalMark)));
    form->addRow(tr("&Decimal mark"), m_decimal);
    m_name = new QLineEdit(network.name, this);
    m_name->setObjectName("presetName"_L1);
    form->addRow(tr("&Name of the preset"), m_name);
    setStatusWord({});
    connect(m_status, &QComboBox::currentIndexChanged, this, &LearnRules::edited);
    connect(m_name, &QLineEdit::textChanged, this, &LearnRules::edited);
    connect(m_currency, &QComboBox::currentTextChanged, this, &LearnRules::edited);
}

void LearnRules::setStatusWord(const QString &word)
{
    const QString normal = word.trimmed().toLower();
    m_statusLabel->setText(tr("“%1” means").arg(word.left(30)));
    m_statusLabel->setVisible(!normal.isEmpty());
    m_status->setVisible(!normal.isEmpty());
    if (normal == m_word)
        return;
    m_word = normal;
    const QSignalBlocker quiet(m_status);
    const auto known = m_words.constFind(normal);
    m_status->setCurrentIndex(known == m_words.cend() ? -1 : m_status->findData(int(*known)));
}

QString LearnRules::name() const
{
    return m_name->text().trimmed();
}

QString LearnRules::problem() const
{
    if (!m_word.isEmpty() && m_status->currentIndex() < 0)
        return tr("Choose what “%1” means, or that it is not known yet.").arg(m_word.left(30));
    if (name().isEmpty())
        return tr("Give the preset a name.");
    return {};
}

void LearnRules::fill(PointedFields &fields) const
{
    const int status = m_status->currentIndex() < 0 ? leftOpen : m_status->currentData().toInt();
    fields.statusLeftOpen = !m_word.isEmpty() && status == leftOpen;
    if (!m_word.isEmpty() && status != leftOpen)
        fields.statusWords.insert(m_word, ConversionStatus(status));
    fields.defaultStatus = ConversionStatus(m_defaultStatus->currentData().toInt());
    if (m_currency->currency().isValid())
        fields.defaultCurrency = m_currency->currency();
    fields.decimalMark = DecimalMark(m_decimal->currentData().toInt());
}

} // namespace Matchbook
