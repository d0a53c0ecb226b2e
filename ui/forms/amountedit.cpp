// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amountedit.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Matchbook {

CurrencyCombo::CurrencyCombo(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    addItems({u"USD"_s, u"EUR"_s, u"GBP"_s, u"CAD"_s, u"AUD"_s, u"NZD"_s, u"CHF"_s,
              u"SEK"_s, u"NOK"_s, u"DKK"_s, u"PLN"_s, u"CZK"_s, u"HUF"_s, u"RON"_s,
              u"BGN"_s, u"TRY"_s, u"UAH"_s, u"ILS"_s, u"ZAR"_s, u"AED"_s, u"INR"_s,
              u"JPY"_s, u"CNY"_s, u"KRW"_s, u"SGD"_s, u"THB"_s, u"BRL"_s, u"MXN"_s});
    lineEdit()->setMaxLength(3);
    setMinimumContentsLength(5);
}

void CurrencyCombo::setCurrency(Currency currency)
{
    setCurrentText(currency.code());
}

Currency CurrencyCombo::currency() const
{
    return Currency::fromCode(currentText().trimmed()).value_or(Currency());
}

AmountEdit::AmountEdit(QWidget *parent)
    : QWidget(parent), m_amount(new QLineEdit(this)), m_currency(new CurrencyCombo(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_amount, 1);
    row->addWidget(m_currency);
    m_amount->setObjectName("amount"_L1);
    m_amount->setPlaceholderText(QLocale().toString(0.0, 'f', 2));
    m_amount->setMaxLength(24);
    m_currency->setObjectName("currency"_L1);
    m_currency->setAccessibleName(tr("Currency"));
    setFocusProxy(m_amount);
    connect(m_amount, &QLineEdit::textEdited, this, &AmountEdit::edited);
    connect(m_currency, &QComboBox::currentTextChanged, this, &AmountEdit::edited);
}

void AmountEdit::setMoney(const Money &money)
{
    QString text = money.micros ? money.toDecimal() : QString();
    text.replace(u'.', QLocale().decimalPoint());
    m_amount->setText(text);
    m_currency->setCurrency(money.currency);
}

Money AmountEdit::money() const
{
    const auto amount = read();
    return {problem().isEmpty() && amount ? amount->micros.value_or(0) : 0, m_currency->currency()};
}

QString AmountEdit::problem() const
{
    const Currency currency = m_currency->currency();
    if (!currency.isValid())
        return tr("Choose a currency, such as EUR.");
    const auto amount = read();
    if (!amount)
        return {};
    if (!amount->micros || amount->problem != PostbackCause::None)
        return tr("Enter an amount, such as %1.").arg(QLocale().toString(12.5, 'f', 2));
    if (*amount->micros < 0)
        return tr("The amount cannot be negative.");
    if (amount->dollarSign || (amount->currency && *amount->currency != currency))
        return tr("Leave the currency out here: it is chosen beside the amount.");
    return {};
}

// Nothing for an empty field. What can be read two ways is read as the person's country writes it.
std::optional<ReadAmount> AmountEdit::read() const
{
    const QByteArray text = m_amount->text().trimmed().toUtf8();
    if (text.isEmpty())
        return {};
    const ReadAmount amount = readAmount(text, DecimalMark::Auto);
    if (amount.problem != PostbackCause::AmbiguousAmount)
        return amount;
    return readAmount(text, QLocale().decimalPoint() == ","_L1 ? DecimalMark::Comma : DecimalMark::Point);
}

} // namespace Matchbook
