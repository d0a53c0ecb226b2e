// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablecard.h"

#include "widgets/rowdelegate.h"
#include "widgets/tablesetup.h"
#include "widgets/tonedlabel.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace Matchbook {

TableCard::TableCard(const QString &title, const QString &name, const QList<CellColumn> &columns,
                     int stretched, const QString &emptySentence, Session *session, QWidget *parent)
    : Card(title, parent), m_model(new CellTable(columns, this)), m_table(new QTableView(this)),
      m_empty(new TonedLabel(emptySentence, Tone::Grey, this)), m_stretched(stretched)
{
    m_table->setModel(m_model);
    dressTable(m_table, name, session);
    m_table->setAccessibleName(title);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setCursor(Qt::PointingHandCursor);
    bool titles = false;
    for (const CellColumn &column : columns)
        titles = titles || !column.title.isEmpty();
    m_table->horizontalHeader()->setVisible(titles);
    m_empty->setAlignment(Qt::AlignCenter);
    body()->addWidget(m_table);
    body()->addWidget(m_empty, 1);
    body()->addStretch(0);
    m_table->hide();
    const auto choose = [this](const QModelIndex &index) {
        Q_EMIT rowChosen(index.siblingAtColumn(0).data(RawRole).toLongLong());
    };
    connect(m_table, &QAbstractItemView::clicked, this, choose);
    // Enter; a double click has been answered by its first click.
    connect(m_table, &QAbstractItemView::activated, this, [this, choose](const QModelIndex &index) {
        if (!m_table->viewport()->underMouse())
            choose(index);
    });
}

void TableCard::setRows(const QList<QList<Cell>> &rows)
{
    if (rows == m_model->rows())
        return;
    m_model->setRows(rows);
    m_table->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    fitColumns(m_table, m_stretched);
    fitHeightToRows(m_table, 12);
}

void TableCard::setColumnShown(int column, bool shown)
{
    m_table->setColumnHidden(column, !shown);
}

void TableCard::setDelegate(int column, QAbstractItemDelegate *delegate)
{
    m_table->setItemDelegateForColumn(column, delegate);
}

} // namespace Matchbook
