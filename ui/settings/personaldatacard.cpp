// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personaldatacard.h"

#include "settingsrows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>

namespace Matchbook {

PersonalDataCard::PersonalDataCard(QWidget *parent)
    : Card(tr("Personal data"), parent),
      m_fullAddresses(new QCheckBox(tr("&Keep visitors' full addresses"), this)),
      m_buyers(new QComboBox(this))
{
    QFormLayout *form = formIn(this);
    m_buyers->setObjectName(QStringLiteral("buyers"));
    m_buyers->addItem(tr("Store nothing of them"), QString(buyerDataWord(BuyerData::Left)));
    m_buyers->addItem(tr("Store hashes for ad platforms (they have consented)"),
                      QString(buyerDataWord(BuyerData::Hashed)));
    m_buyers->addItem(tr("Store everything, in clear"), QString(buyerDataWord(BuyerData::Clear)));
    addRow(form, tr("&Buyers' data"), m_buyers,
           tr("Networks that notify vendors name their buyers. Otherwise names, addresses, e-mail and telephone are taken out "
              "before anything is stored. What is stored already stays as it is."));
    m_fullAddresses->setObjectName(QStringLiteral("fulladdresses"));
    m_fullAddresses->setToolTip(tr("Otherwise only the network part is stored."));
    m_fullAddresses->setAccessibleDescription(m_fullAddresses->toolTip());
    form->addRow(QString(), m_fullAddresses);
    connect(m_buyers, &QComboBox::currentIndexChanged, this, &PersonalDataCard::edited);
    connect(m_fullAddresses, &QCheckBox::toggled, this, &PersonalDataCard::edited);
}

void PersonalDataCard::setPreferences(const Preferences &preferences)
{
    m_buyers->setCurrentIndex(m_buyers->findData(QString(buyerDataWord(preferences.buyerData))));
    m_fullAddresses->setChecked(preferences.keepFullAddresses);
}

void PersonalDataCard::addTo(Preferences &preferences) const
{
    preferences.buyerData = buyerDataFromWord(m_buyers->currentData().toString()).value_or(BuyerData::Left);
    preferences.keepFullAddresses = m_fullAddresses->isChecked();
}

} // namespace Matchbook
