// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowmodel.h"

#include "rowpages.h"

#include <algorithm>
#include <limits>

namespace Matchbook {

namespace {

constexpr int pageRows = RowPages<int>::pageRows;
// A window shows two pages at most; somebody who drags the scroll bar passes many that need not be read.
constexpr qsizetype mostWanted = 4;
constexpr qsizetype mostInView = 3;
// A view keeps eight bytes for every row and moves them all when rows are inserted at the top.
constexpr qint64 longTable = 1'000'000;
constexpr int longTableInterval = 2000;

void moveToEnd(QList<int> *list, int page, qsizetype most)
{
    if (!list->isEmpty() && list->constLast() == page)
        return;
    list->removeOne(page);
    list->append(page);
    if (list->size() > most)
        list->removeFirst();
}

} // namespace

RowModel::RowModel(QList<RowColumn> columns, QObject *parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns))
{
    m_askSoon.setSingleShot(true);
    connect(&m_askSoon, &QTimer::timeout, this, &RowModel::askForWanted);
    m_refreshLater.setSingleShot(true);
    connect(&m_refreshLater, &QTimer::timeout, this, &RowModel::refresh);
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(std::min<qint64>(m_index.count(), std::numeric_limits<int>::max()));
}

int RowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(m_columns.at(index.column()).alignment | Qt::AlignVCenter);
    const qint64 id = m_index.idAt(index.row());
    const bool missing = needsRow(id);
    if (missing && role == Qt::DisplayRole)
        wantRow(index.row());
    if (const auto value = cell(id, index.column(), role))
        return *value;
    if (role == Qt::DisplayRole && index.column() == 0)
        return missing ? QStringLiteral("…") : QStringLiteral("—");
    return {};
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns.at(section).title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(m_columns.at(section).alignment | Qt::AlignVCenter);
    return {};
}

void RowModel::sort(int column, Qt::SortOrder order)
{
    RowFilter filter = m_filter;
    const bool plain
            = column < 0 || column >= m_columns.size() || (column == 0 && order == Qt::DescendingOrder);
    filter.sortBy = plain ? QString() : m_columns.at(column).word;
    filter.ascending = !filter.sortBy.isEmpty() && order == Qt::AscendingOrder;
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_reset = true;
    ask();
}

int RowModel::stretchedColumn() const
{
    const auto found = std::find_if(m_columns.cbegin(), m_columns.cend(),
                                    [](const RowColumn &c) { return c.stretched; });
    return found == m_columns.cend() ? -1 : int(found - m_columns.cbegin());
}

void RowModel::setFilter(const RowFilter &filter)
{
    RowFilter next = filter;
    next.sortBy = m_filter.sortBy;
    next.ascending = m_filter.ascending;
    m_filter = next;
    m_reset = true;
    ask();
}

void RowModel::refresh()
{
    if (m_paused) {
        m_behind = true;
        return;
    }
    if (m_index.count() > longTable && m_sinceIndex.isValid() && m_sinceIndex.elapsed() < longTableInterval) {
        if (!m_refreshLater.isActive())
            m_refreshLater.start(longTableInterval - int(m_sinceIndex.elapsed()));
        return;
    }
    expireRows();
    if (m_indexAsked)
        m_askAgain = true;
    else
        ask();
}

void RowModel::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && std::exchange(m_behind, false))
        refresh();
}

void RowModel::setFormats(const Formats &formats, qint64 now)
{
    const bool same = formats.zone == m_formats.zone && formats.locale == m_formats.locale
            && formats.day(now) == m_formats.day(m_now);
    m_formats = formats;
    m_now = now;
    if (!same && rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (!same)
        Q_EMIT formatsChanged();
}

bool RowModel::hasRow(int row) const
{
    return row >= 0 && row < rowCount() && cell(rowId(row), 0, Qt::DisplayRole).has_value();
}

int RowModel::rowOf(qint64 id) const
{
    if (!m_index.plain)
        return int(m_index.ids.indexOf(id));
    return m_index.count() > 0 && id >= m_index.firstId && id <= m_index.lastId ? int(m_index.lastId - id)
                                                                                : -1;
}

void RowModel::ask()
{
    m_indexAsked = true;
    m_askAgain = false;
    askIndex(m_filter, ++m_indexRequest);
}

void RowModel::takeIndex(int request, Expected<RowIndex> answer)
{
    if (request != m_indexRequest)
        return;
    m_indexAsked = false;
    if (!answer) {
        Q_EMIT failed(answer.error());
    } else if (m_paused && !m_reset) {
        m_behind = true;
    } else {
        becomeIndex(*std::move(answer));
        for (const int page : std::as_const(m_inView))
            moveToEnd(&m_wanted, page, mostWanted);
        m_askSoon.start(0);
        Q_EMIT indexArrived();
    }
    if (m_askAgain)
        ask();
}

void RowModel::becomeIndex(RowIndex index)
{
    m_loaded = true;
    m_sinceIndex.start();
    if (std::exchange(m_reset, false) || index.plain != m_index.plain)
        resetTo(std::move(index));
    else if (!index.plain)
        replaceMiddle(std::move(index));
    else if (m_index.count() == 0 || (index.firstId == m_index.firstId && index.lastId >= m_index.lastId))
        growTo(index);
    else
        resetTo(std::move(index));
}

void RowModel::resetTo(RowIndex index)
{
    beginResetModel();
    m_index = std::move(index);
    m_wanted.clear();
    m_inView.clear();
    endResetModel();
}

void RowModel::growTo(const RowIndex &index)
{
    const qint64 added = index.count() - m_index.count();
    if (added <= 0)
        return;
    beginInsertRows({}, 0, int(added) - 1);
    m_index = index;
    endInsertRows();
}

// What is the same at both ends stays, so that a burst of new rows is one insertion at the top and a row that no
// longer passes the filter is one removal.
void RowModel::replaceMiddle(RowIndex index)
{
    const QList<qint64> old = m_index.ids;
    const QList<qint64> &now = index.ids;
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype tail = 0;
    while (tail < shorter && old.at(old.size() - 1 - tail) == now.at(now.size() - 1 - tail))
        ++tail;
    qsizetype head = 0;
    while (head < shorter - tail && old.at(head) == now.at(head))
        ++head;
    const qsizetype removed = old.size() - tail - head;
    const qsizetype inserted = now.size() - tail - head;
    if (removed > 0) {
        beginRemoveRows({}, int(head), int(head + removed) - 1);
        m_index.ids.remove(head, removed);
        endRemoveRows();
    }
    if (inserted > 0)
        beginInsertRows({}, int(head), int(head + inserted) - 1);
    m_index = std::move(index);
    if (inserted > 0)
        endInsertRows();
}

void RowModel::wantRow(int row) const
{
    moveToEnd(&m_inView, row / pageRows, mostInView);
    moveToEnd(&m_wanted, row / pageRows, mostWanted);
    if (!m_askSoon.isActive())
        m_askSoon.start(0);
}

void RowModel::askForWanted()
{
    while (!m_rowsAsked && !m_wanted.isEmpty()) {
        const qint64 first = qint64(m_wanted.takeLast()) * pageRows;
        const qint64 end = std::min<qint64>(first + pageRows, rowCount());
        QList<qint64> ids;
        bool needed = false;
        for (qint64 row = first; row < end; ++row) {
            ids.append(m_index.idAt(row));
            needed = needed || needsRow(ids.constLast());
        }
        if (!needed)
            continue;
        m_rowsAsked = true;
        askRows(ids, ++m_rowsRequest);
    }
}

void RowModel::takeRows(int request, const QList<qint64> &ids, const std::optional<Failure> &failure)
{
    if (request != m_rowsRequest)
        return;
    m_rowsAsked = false;
    if (failure) {
        m_wanted.clear();
        Q_EMIT failed(*failure);
        return;
    }
    const int top = ids.isEmpty() ? -1 : rowOf(ids.constFirst());
    const int bottom = ids.isEmpty() ? -1 : rowOf(ids.constLast());
    const int last = rowCount() - 1;
    if (last >= 0 && bottom >= top && top >= 0)
        Q_EMIT dataChanged(index(top, 0), index(bottom, columnCount() - 1));
    else if (last >= 0)
        Q_EMIT dataChanged(index(0, 0), index(last, columnCount() - 1));
    askForWanted();
}

} // namespace Matchbook
