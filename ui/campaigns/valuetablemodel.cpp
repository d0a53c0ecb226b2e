// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "valuetablemodel.h"

#include "widgets/rowdelegate.h"

#include <algorithm>

namespace Matchbook {

ValueTableModel::ValueTableModel(QStringList titles, QList<int> numberColumns, QObject *parent)
    : QAbstractTableModel(parent), m_titles(std::move(titles)), m_numbers(std::move(numberColumns))
{ }

int ValueTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ValueTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant ValueTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ValueCell &cell = m_rows.at(index.row()).cells.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? cell.text : cell.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignment(index.column()));
    case RawRole:
        return cell.raw;
    case ToneRole:
        return cell.tone ? QVariant(int(*cell.tone)) : QVariant();
    default:
        return {};
    }
}

QVariant ValueTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_titles.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignment(section));
    return role == Qt::DisplayRole ? QVariant(m_titles.at(section)) : QVariant();
}

void ValueTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = std::max(0, column);
    m_order = order;
    setRows(m_rows);
}

void ValueTableModel::setRows(QList<ValueRow> rows)
{
    arrange(&rows);
    bool same = rows.size() == m_rows.size();
    for (const ValueRow &row : std::as_const(rows))
        same = same && rowOf(row.id) >= 0;
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<qint64> ids;
    for (const QModelIndex &index : before)
        ids.append(idAt(index.row()));
    m_rows = std::move(rows);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(ids.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

qint64 ValueTableModel::idAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).id : 0;
}

int ValueTableModel::rowOf(qint64 id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

Qt::Alignment ValueTableModel::alignment(int column) const
{
    return (m_numbers.contains(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

void ValueTableModel::arrange(QList<ValueRow> *rows) const
{
    std::stable_sort(rows->begin(), rows->end(), [this](const ValueRow &a, const ValueRow &b) {
        const QVariant &left = (m_order == Qt::AscendingOrder ? a : b).cells.at(m_sortColumn).raw;
        const QVariant &right = (m_order == Qt::AscendingOrder ? b : a).cells.at(m_sortColumn).raw;
        return QVariant::compare(left, right) == QPartialOrdering::Less;
    });
}

} // namespace Matchbook
