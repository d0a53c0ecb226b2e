// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowview.h"

#include "rows/rowmodel.h"
#include "widgets/rowdelegate.h"
#include "widgets/tablesetup.h"

#include <QHeaderView>
#include <QScrollBar>

#include <utility>

namespace Matchbook {

RowView::RowView(RowModel &model, const QString &name, Session *session, QWidget *parent)
    : QTableView(parent), m_rows(model)
{
    setObjectName(name);
    setModel(&model);
    for (int column = 0; column < model.columns().size(); ++column) {
        setColumnWidth(column, model.columns().at(column).width);
        if (const QStringList pills = model.columns().at(column).pills; !pills.isEmpty())
            setItemDelegateForColumn(column, new PillDelegate(pills, this));
    }
    dressTable(this, name, session);
    connect(&model, &QAbstractItemModel::dataChanged, this, &RowView::measureOnce);
    connect(&model, &RowModel::formatsChanged, this, [this] {
        m_measured = false;
        measureOnce();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_measured = false;
        measureOnce(); // what has been read before is there already
    });
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    // Measuring rows or columns by their content would read them all.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSortIndicator(-1, Qt::DescendingOrder);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this, header](int column, Qt::SortOrder order) {
                if (column >= 0 && m_rows.columns().at(column).word.isEmpty())
                    header->setSortIndicator(-1, Qt::DescendingOrder);
                else
                    m_rows.sort(column, order);
            });
}

// Widths follow the content once for each filter, when its first rows are there to be measured; and what is beside the
// table shall not be empty at first.
void RowView::measureOnce()
{
    if (m_measured || !isVisible() || !m_rows.hasRow(0))
        return;
    m_measured = true;
    fitColumns(this, m_rows.stretchedColumn());
    if (std::exchange(m_begun, true))
        return;
    if (m_choosesFirst && !currentIndex().isValid())
        selectRow(0);
}

qint64 RowView::currentId() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? m_rows.rowId(index.row()) : 0;
}

bool RowView::choose(qint64 id)
{
    const int row = m_rows.rowOf(id);
    if (row < 0)
        return false;
    selectRow(row);
    scrollTo(m_rows.index(row, 0));
    return true;
}

void RowView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || !previous.isValid())
        Q_EMIT rowChosen(current.isValid() ? m_rows.rowId(current.row()) : 0);
}

// Whoever looks at the top sees what is new; whoever has scrolled down keeps looking at the same rows.
void RowView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTableView::rowsInserted(parent, start, end);
    const int value = verticalScrollBar()->value();
    if (start > 0 || value == 0)
        return;
    updateGeometries();
    verticalScrollBar()->setValue(value + (end - start + 1) * verticalHeader()->defaultSectionSize());
}

} // namespace Matchbook
