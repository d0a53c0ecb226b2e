// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/exchangerates.h"
#include "text/formats.h"
#include "widgets/celltable.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Matchbook {

class Engine;
class TonedLabel;

/// Every pair of currencies that rates are known for, the rates of the chosen one, and a line to type one of one's own.
class RatesDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a engine must outlive the dialog.
    explicit RatesDialog(Engine &engine, QWidget *parent = nullptr);

private:
    void buildTables(QVBoxLayout *column);
    void buildForm(QVBoxLayout *column);
    void askPairs();
    void askRates();
    void showPairs(const QList<RatePair> &pairs);
    void showRates(const QList<ExchangeRate> &rates);
    void add();
    void remove();
    void say(const QString &problem);

    Engine &m_engine;
    const Formats m_formats;
    QList<RatePair> m_pairs;
    QList<ExchangeRate> m_rates; ///< shown, newest first
    CellTable m_pairModel;
    CellTable m_rateModel;
    QTableView *m_pairTable = nullptr;
    QTableView *m_rateTable = nullptr;
    QPushButton *m_remove = nullptr;
    QDateEdit *m_day = nullptr;
    QComboBox *m_from = nullptr;
    QComboBox *m_to = nullptr;
    QLineEdit *m_rate = nullptr;
    TonedLabel *m_problem = nullptr;
    int m_request = 0;
    std::pair<Currency, Currency> m_wanted; ///< the pair to be chosen when the pairs are there
};

} // namespace Matchbook
