// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "personaldatacard.h"

#include "settingsrows.h"
#include "widgets/tonedlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace Matchbook {

PersonalDataCard::PersonalDataCard(QWidget *parent)
    : Card(tr("Personal data"), parent),
      m_fullAddresses(new QCheckBox(tr("&Keep visitors' full addresses"), this))
{
    QFormLayout *form = formIn(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(new TonedLabel(
            tr("Networks that notify vendors name their buyers. What you choose here holds for what arrives from "
               "now on."),
            Tone::Grey, this));
    addChoice(column, BuyerData::Left, tr("Store &nothing of them"),
              tr("Names, addresses, e-mail and telephone are taken out before anything is stored."));
    addChoice(
            column, BuyerData::Hashed, tr("Store &hashes of e-mail and telephone"),
            tr("An ad platform can recognise a buyer by them, nobody can read them; only for buyers who have "
               "consented."));
    addChoice(column, BuyerData::Clear, tr("Store &everything"),
              tr("Whoever can open the data folder can read your buyers' names and addresses."));
    const auto label = [this](const QString &text, QWidget *first) {
        auto *made = new QLabel(text, this);
        made->setBuddy(first); // by which the page knows its labels
        return made;
    };
    form->addRow(label(tr("Buyers' data"), m_buyers.value(BuyerData::Left)), column);
    m_fullAddresses->setObjectName(QStringLiteral("fulladdresses"));
    auto *addresses = new QVBoxLayout;
    addresses->setSpacing(3);
    addresses->addWidget(m_fullAddresses);
    addNote(addresses, m_fullAddresses,
            tr("Switched off, the end of every IP address is cut away before it is stored, so that it names no single "
               "visitor."));
    form->addRow(label(tr("Visitors' data"), m_fullAddresses), addresses);
    connect(m_fullAddresses, &QCheckBox::toggled, this, &PersonalDataCard::edited);
}

void PersonalDataCard::addChoice(QVBoxLayout *column, BuyerData which, const QString &text,
                                 const QString &consequence)
{
    auto *choice = new QRadioButton(text, this);
    choice->setObjectName(QLatin1StringView("buyers_") % buyerDataWord(which));
    column->addWidget(choice);
    addNote(column, choice, consequence);
    m_buyers.insert(which, choice);
    connect(choice, &QRadioButton::toggled, this, [this](bool isChosen) {
        if (isChosen)
            Q_EMIT edited();
    });
}

// It stands under the text of the button, not under its ring.
void PersonalDataCard::addNote(QVBoxLayout *column, QAbstractButton *button, const QString &text)
{
    button->setAccessibleDescription(text);
    auto *note = new TonedLabel(text, Tone::Grey, this);
    const int indent = button->style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, button)
            + button->style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing, nullptr, button);
    note->setContentsMargins(indent, 0, 0, 4);
    column->addWidget(note);
}

void PersonalDataCard::setPreferences(const Preferences &preferences)
{
    m_buyers.value(preferences.buyerData)->setChecked(true);
    m_fullAddresses->setChecked(preferences.keepFullAddresses);
}

void PersonalDataCard::addTo(Preferences &preferences) const
{
    for (auto choice = m_buyers.cbegin(); choice != m_buyers.cend(); ++choice) {
        if ((*choice)->isChecked())
            preferences.buyerData = choice.key();
    }
    preferences.keepFullAddresses = m_fullAddresses->isChecked();
}

} // namespace Matchbook
