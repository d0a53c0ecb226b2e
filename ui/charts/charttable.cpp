// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charttable.h"

#include "widgets/rowdelegate.h"

namespace Matchbook {

void ChartTable::setSeries(const ChartSeries &series, Currency currency, const Formats &formats)
{
    beginResetModel();
    m_series = series;
    m_currency = currency;
    m_formats = formats;
    endResetModel();
}

int ChartTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_series.days.size());
}

int ChartTable::columnCount(const QModelIndex &parent) const
{
    // day, every stack, their total, the line
    return parent.isValid() ? 0 : int(m_series.stacks.size()) + 2 + (m_series.line.values.isEmpty() ? 0 : 1);
}

qint64 ChartTable::valueAt(qsizetype row, int column) const
{
    const qsizetype stacks = m_series.stacks.size();
    if (column <= stacks)
        return m_series.stacks.at(column - 1).values.value(row);
    if (column > stacks + 1)
        return m_series.line.values.value(row);
    qint64 total = 0;
    for (const NamedSeries &stack : m_series.stacks)
        total += stack.values.value(row);
    return total;
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const qsizetype row = m_series.days.size() - 1 - index.row(); // newest first, as in every table
    if (role == Qt::TextAlignmentRole)
        return int(index.column() == 0 ? Qt::AlignLeft | Qt::AlignVCenter
                                       : Qt::AlignRight | Qt::AlignVCenter);
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(m_formats.date(m_series.days.at(row))) : QVariant();
    const qint64 value = valueAt(row, index.column());
    if (role == Qt::DisplayRole)
        return m_formats.money({value, m_currency});
    if (role == RawRole)
        return value;
    if (role == ToneRole && value < 0)
        return int(Tone::Red);
    return {};
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return m_series.daysPerBar > 1 ? tr("From day") : tr("Day");
    if (section <= m_series.stacks.size())
        return m_series.stacks.at(section - 1).name;
    return section == m_series.stacks.size() + 1 ? tr("Total") : m_series.line.name;
}

} // namespace Matchbook
