// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "choicecombo.h"

#include "forms/catalogueedits.h"
#include "text/statuswords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

ChoiceCombo::ChoiceCombo(const QString &all, const QString &name, QWidget *parent)
    : QComboBox(parent), m_all(all)
{
    setAccessibleName(name);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addItem(all);
    connect(this, &QComboBox::currentIndexChanged, this, &ChoiceCombo::chosen);
}

void ChoiceCombo::setChoices(const QList<Choice> &choices)
{
    bool same = choices.size() + 1 == count();
    for (int i = 0; same && i < choices.size(); ++i)
        same = itemData(i + 1) == choices.at(i).value && itemText(i + 1) == choices.at(i).text;
    if (same)
        return;
    const QVariant before = value();
    const bool blocked = blockSignals(true);
    clear();
    addItem(m_all);
    for (const Choice &choice : choices)
        addItem(choice.text, choice.value);
    setValue(before);
    blockSignals(blocked);
    if (before.isValid() && !value().isValid())
        Q_EMIT chosen();
}

void ChoiceCombo::setValue(const QVariant &value)
{
    const bool blocked = blockSignals(true);
    const int index = value.isValid() ? findData(value) : 0;
    setCurrentIndex(index < 0 ? 0 : index);
    blockSignals(blocked);
}

QList<Choice> networkChoices(const CatalogueContents &contents)
{
    QList<Choice> choices;
    for (const AffiliateNetwork &network : contents.networks)
        choices.append({network.id.value, network.name});
    return choices;
}

QList<Choice> offerChoices(const CatalogueContents &contents)
{
    QList<Choice> choices;
    for (const Offer &offer : contents.offers)
        choices.append({offer.id.value, offer.name});
    return choices;
}

QList<Choice> campaignChoices(const CatalogueContents &contents)
{
    QList<Choice> choices;
    for (const Campaign &campaign : contents.campaigns) {
        if (!campaign.archived)
            choices.append({campaign.id.value, campaign.name});
    }
    for (const Campaign &campaign : contents.campaigns) {
        if (campaign.archived)
            choices.append({campaign.id.value, ChoiceCombo::tr("%1 (archived)").arg(campaign.name)});
    }
    return choices;
}

QList<Choice> statusChoices()
{
    QList<Choice> choices;
    for (const auto status :
         {ConversionStatus::Pending, ConversionStatus::Approved, ConversionStatus::Rejected,
          ConversionStatus::Refunded, ConversionStatus::ChargedBack, ConversionStatus::Test,
          ConversionStatus::Ignored})
        choices.append({QString(statusWord(status)), statusText(status)});
    return choices;
}

QList<Choice> outcomeChoices()
{
    QList<Choice> choices;
    for (const auto outcome :
         {PostbackOutcome::Matched, PostbackOutcome::Repeated, PostbackOutcome::Changed,
          PostbackOutcome::Unmatched, PostbackOutcome::NotUnderstood, PostbackOutcome::Refused})
        choices.append({QString(outcomeWord(outcome)), outcomeText(outcome)});
    return choices;
}

QList<Choice> clickKindChoices()
{
    return {{u"visitor"_s, ChoiceCombo::tr("Visitors")},
            {u"bot"_s, ChoiceCombo::tr("Bots")},
            {u"probe"_s, ChoiceCombo::tr("Link previews")}};
}

QList<Choice> currencyChoices(Currency base, Currency shown, QList<Currency> others)
{
    for (const Currency currency : {base, shown}) {
        if (!others.contains(currency))
            others.append(currency);
    }
    std::sort(others.begin(), others.end());
    QList<Choice> choices;
    for (const Currency currency : std::as_const(others))
        choices.append({currency.code(), ChoiceCombo::tr("in %1").arg(currency.code())});
    return choices.size() > 1 ? choices : QList<Choice>();
}

} // namespace Matchbook
