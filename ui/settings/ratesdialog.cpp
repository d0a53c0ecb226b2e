// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ratesdialog.h"

#include "engine/engine.h"
#include "engine/ratedesk.h"
#include "failuretext.h"
#include "preferences/preferences.h"
#include "theme.h"
#include "vocabulary/clock.h"
#include "widgets/tablesetup.h"
#include "widgets/tonedlabel.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

constexpr qsizetype mostShown = 1'000;

QList<CellColumn> pairColumns()
{
    return {{RatesDialog::tr("From")},
            {RatesDialog::tr("To")},
            {RatesDialog::tr("Since")},
            {RatesDialog::tr("Newest")}};
}

QList<CellColumn> rateColumns()
{
    return {{RatesDialog::tr("Day")}, {RatesDialog::tr("Rate"), true}, {RatesDialog::tr("Source")}};
}

QString sourceText(RateSource source)
{
    switch (source) {
    case RateSource::Typed:
        return RatesDialog::tr("typed");
    case RateSource::File:
        return RatesDialog::tr("file");
    case RateSource::CentralBank:
        return RatesDialog::tr("central bank");
    }
    return {};
}

QComboBox *currencyBox(const QString &name, const QString &accessible, const QString &chosen, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(accessible);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->addItems(usualCurrencies());
    box->setCurrentText(chosen);
    return box;
}

} // namespace

RatesDialog::RatesDialog(Engine &engine, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_formats(Formats::from(engine.preferences())),
      m_pairModel(pairColumns()), m_rateModel(rateColumns())
{
    setObjectName("ratesDialog"_L1);
    setWindowTitle(tr("Exchange rates"));
    resize(760, 520);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    buildTables(column);
    buildForm(column);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_remove = buttons->addButton(tr("Re&move rate"), QDialogButtonBox::ActionRole);
    m_remove->setObjectName("removeRate"_L1);
    m_remove->setEnabled(false);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &RatesDialog::remove);
    connect(&m_engine.rates(), &RateDesk::changed, this, &RatesDialog::askPairs);
    askPairs();
}

void RatesDialog::buildTables(QVBoxLayout *column)
{
    auto *tables = new QHBoxLayout;
    tables->setSpacing(12);
    const auto addTable = [&](CellTable &model, QLatin1StringView name, const QString &accessible) {
        auto *table = new QTableView(this);
        table->setObjectName(name);
        table->setAccessibleName(accessible);
        table->setModel(&model);
        dressTable(table, name);
        table->setSelectionMode(QAbstractItemView::SingleSelection);
        tables->addWidget(table, 1);
        return table;
    };
    m_pairTable = addTable(m_pairModel, "ratePairs"_L1, tr("Currencies"));
    m_rateTable = addTable(m_rateModel, "pairRates"_L1, tr("Rates"));
    column->addLayout(tables, 1);
    connect(m_pairTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RatesDialog::askRates);
    connect(m_rateTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { m_remove->setEnabled(index.isValid()); });
}

void RatesDialog::buildForm(QVBoxLayout *column)
{
    auto *caption
            = new QLabel(tr("A rate of your own, which holds from its day on until a newer one is known:"),
                         this);
    caption->setWordWrap(true);
    column->addWidget(caption);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_day = new QDateEdit(m_formats.day(m_engine.clock().now()), this);
    m_day->setObjectName("rateDay"_L1);
    m_day->setAccessibleName(tr("Day"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(u"yyyy-MM-dd"_s);
    const QString base = m_engine.preferences().baseCurrency.code();
    m_from = currencyBox(u"rateFrom"_s, tr("From"), base == "USD"_L1 ? u"EUR"_s : u"USD"_s, this);
    m_to = currencyBox(u"rateTo"_s, tr("To"), base, this);
    m_rate = new QLineEdit(this);
    m_rate->setObjectName("rateValue"_L1);
    m_rate->setAccessibleName(tr("Rate"));
    m_rate->setPlaceholderText(u"1.0956"_s);
    auto *addRate = new QPushButton(tr("&Add"), this);
    addRate->setObjectName("addRate"_L1);
    setButtonKind(addRate, "primary");
    addRate->setAutoDefault(false);
    row->addWidget(m_day);
    row->addWidget(new QLabel(tr("1"), this));
    row->addWidget(m_from);
    row->addWidget(new QLabel(u"="_s, this));
    row->addWidget(m_rate, 1);
    row->addWidget(m_to);
    row->addWidget(addRate);
    column->addLayout(row);
    m_problem = new TonedLabel({}, Tone::Red, this);
    m_problem->setObjectName("rateProblem"_L1);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    column->addWidget(m_problem);
    connect(addRate, &QPushButton::clicked, this, &RatesDialog::add);
    connect(m_rate, &QLineEdit::returnPressed, this, &RatesDialog::add);
}

void RatesDialog::askPairs()
{
    m_engine.reader().ask<QList<RatePair>>(
            this, [](Database &database) { return exchangeRatePairs(database); },
            [this](const Expected<QList<RatePair>> &pairs) {
                if (pairs)
                    showPairs(*pairs);
                else
                    say(failureText(pairs.error()));
            });
}

void RatesDialog::showPairs(const QList<RatePair> &pairs)
{
    const int before = m_pairTable->currentIndex().row();
    if (m_wanted == std::pair<Currency, Currency>() && before >= 0 && before < m_pairs.size())
        m_wanted = {m_pairs.at(before).from, m_pairs.at(before).to};
    m_pairs = pairs;
    QList<QList<Cell>> rows;
    int chosen = 0;
    for (const RatePair &pair : pairs) {
        if (std::pair(pair.from, pair.to) == m_wanted)
            chosen = int(rows.size());
        rows.append({{pair.from.code()},
                     {pair.to.code()},
                     {m_formats.date(pair.first)},
                     {m_formats.date(pair.last)}});
    }
    m_wanted = {};
    m_pairModel.setRows(rows);
    fitColumns(m_pairTable);
    if (!rows.isEmpty() && m_pairTable->currentIndex().row() != chosen)
        m_pairTable->selectRow(chosen);
    else
        askRates();
}

void RatesDialog::askRates()
{
    const int row = m_pairTable->currentIndex().row();
    if (row < 0 || row >= m_pairs.size())
        return showRates({});
    const RatePair pair = m_pairs.at(row);
    m_engine.reader().ask<QList<ExchangeRate>>(
            this, [pair](Database &database) { return exchangeRatesOf(database, pair.from, pair.to); },
            [this, request = ++m_request](const Expected<QList<ExchangeRate>> &rates) {
                if (request != m_request)
                    return;
                if (rates)
                    showRates(*rates);
                else
                    say(failureText(rates.error()));
            });
}

void RatesDialog::showRates(const QList<ExchangeRate> &rates)
{
    m_rates = rates.last(std::min(rates.size(), mostShown));
    std::reverse(m_rates.begin(), m_rates.end());
    QList<QList<Cell>> rows;
    for (const ExchangeRate &rate : std::as_const(m_rates))
        rows.append({{m_formats.date(rate.day)}, {picosToDecimal(rate.picos)}, {sourceText(rate.source)}});
    m_rateModel.setRows(rows);
    fitColumns(m_rateTable);
    // Another rate may stand now where the chosen one stood.
    m_rateTable->clearSelection();
    m_rateTable->setCurrentIndex({});
    m_remove->setEnabled(false);
}

void RatesDialog::add()
{
    QString text = m_rate->text().trimmed();
    const QString mark = m_formats.locale.decimalPoint();
    if (!text.contains(u'.'))
        text.replace(mark, u"."_s);
    const auto from = Currency::fromCode(QString(m_from->currentText().trimmed()));
    const auto to = Currency::fromCode(QString(m_to->currentText().trimmed()));
    const auto picos = picosFromDecimal(text);
    if (!from || !to)
        return say(tr("A currency is a code of three letters, such as USD."));
    if (*from == *to)
        return say(tr("A currency has no rate to itself."));
    if (!picos)
        return say(tr("A rate is a number such as 1.0956."));
    say({});
    m_wanted = {*from, *to};
    m_engine.rates().put({{*from, *to, m_day->date(), *picos, RateSource::Typed}}, this,
                         [this](const Expected<RateIntake> &intake) {
                             if (intake)
                                 m_rate->clear();
                             else
                                 say(failureText(intake.error()));
                         });
}

void RatesDialog::remove()
{
    const int row = m_rateTable->currentIndex().row();
    if (row < 0 || row >= m_rates.size())
        return;
    m_engine.rates().remove(m_rates.at(row), this, [this](const Expected<bool> &removed) {
        say(removed ? QString() : failureText(removed.error()));
    });
}

void RatesDialog::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace Matchbook
