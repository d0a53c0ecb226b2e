// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/amount.h"
#include "vocabulary/money.h"

#include <QComboBox>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace Matchbook {

/// Chooses a currency: the usual ones in a list, any other by its code.
class CurrencyCombo : public QComboBox
{
    Q_OBJECT
public:
    explicit CurrencyCombo(QWidget *parent = nullptr);

    void setCurrency(Currency currency);
    /// What was chosen or typed; invalid if that is no currency.
    Currency currency() const;
};

/// An amount and its currency, typed as the person's country writes it.
class AmountEdit : public QWidget
{
    Q_OBJECT
public:
    explicit AmountEdit(QWidget *parent = nullptr);

    void setMoney(const Money &money);
    /// What was typed; an empty field is zero, and so is one with a problem.
    Money money() const;
    /// Why what was typed is no amount of zero or more; empty if it is one.
    QString problem() const;

Q_SIGNALS:
    void edited();

private:
    std::optional<ReadAmount> read() const;

    QLineEdit *m_amount = nullptr;
    CurrencyCombo *m_currency = nullptr;
};

} // namespace Matchbook
