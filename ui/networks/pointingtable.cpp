// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pointingtable.h"

#include "theme.h"

#include <QComboBox>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

using Meaning = ExampleField::Meaning;

QList<std::pair<Meaning, QString>> choices()
{
    return {{Meaning::Unknown, PointingTable::tr("nothing of ours")},
            {Meaning::ClickId, PointingTable::tr("the click ID")},
            {Meaning::Payout, PointingTable::tr("the money")},
            {Meaning::Currency, PointingTable::tr("the currency")},
            {Meaning::TransactionId, PointingTable::tr("the transaction ID")},
            {Meaning::Status, PointingTable::tr("the status")},
            {Meaning::Event, PointingTable::tr("the event")},
            {Meaning::Offer, PointingTable::tr("the offer")}};
}

} // namespace

PointingTable::PointingTable(QWidget *parent) : QTableWidget(0, 3, parent)
{
    setAccessibleName(tr("What the parameters of the request are"));
    setHorizontalHeaderLabels({tr("Parameter"), tr("Value"), tr("This is …")});
    verticalHeader()->hide();
    setShowGrid(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
}

void PointingTable::setFields(const QList<ExampleField> &fields)
{
    setRowCount(0);
    for (const ExampleField &field : fields)
        addRow(field);
    Q_EMIT pointed();
}

void PointingTable::addRow(const ExampleField &field)
{
    const int row = rowCount();
    insertRow(row);
    for (const auto &[column, text] : {std::pair(0, field.name), std::pair(1, field.value)}) {
        auto *item = new QTableWidgetItem(text);
        item->setFont(monospacedFont(font()));
        item->setToolTip(text);
        setItem(row, column, item);
    }
    auto *combo = new QComboBox(this);
    combo->setObjectName("meaning_"_L1 % field.name);
    combo->setAccessibleName(tr("What %1 is").arg(field.name));
    const auto meanings = choices();
    for (const auto &[meaning, text] : meanings)
        combo->addItem(text, int(meaning));
    combo->setCurrentIndex(combo->findData(int(field.guess)));
    setCellWidget(row, 2, combo);
    setRowHeight(row, combo->sizeHint().height() + 2);
    connect(combo, &QComboBox::currentIndexChanged, this, &PointingTable::pointed);
}

int PointingTable::rowOf(Meaning meaning) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const auto *combo = qobject_cast<QComboBox *>(cellWidget(row, 2));
        if (combo && combo->currentData().toInt() == int(meaning))
            return row;
    }
    return -1;
}

QString PointingTable::nameOf(Meaning meaning) const
{
    const int row = rowOf(meaning);
    return row < 0 ? QString() : item(row, 0)->text();
}

QString PointingTable::valueOf(Meaning meaning) const
{
    const int row = rowOf(meaning);
    return row < 0 ? QString() : item(row, 1)->text();
}

} // namespace Matchbook
