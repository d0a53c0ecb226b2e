// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporttablemodel.h"

#include "text/statuswords.h"
#include "widgets/rowdelegate.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

/// Two rows of one level never have the same.
QString keyOf(const ReportPart &part)
{
    return u"%1|%2|%3/"_s.arg(part.id).arg(part.day.toJulianDay()).arg(part.name);
}

} // namespace

QString partText(ReportDimension dimension, const ReportPart &part, const Formats &formats)
{
    switch (dimension) {
    case ReportDimension::Day:
        return formats.date(part.day);
    case ReportDimension::Week:
        return ReportTableModel::tr("Week of %1").arg(formats.date(part.day));
    case ReportDimension::Month:
        return formats.locale.standaloneMonthName(part.day.month()) + u' ' + QString::number(part.day.year());
    case ReportDimension::HourOfDay:
        return part.name + u":00"_s;
    case ReportDimension::DayOfWeek:
        return formats.locale.standaloneDayName(int(part.id));
    case ReportDimension::Status:
        return part.id < 0 ? ReportTableModel::tr("Clicks") : statusText(ConversionStatus(part.id));
    default:
        return part.name;
    }
}

void ReportTableModel::setTree(ReportTree tree, const Formats &formats)
{
    beginResetModel();
    m_tree = std::move(tree);
    m_formats = formats;
    if (m_sortColumn >= 0)
        sortNodes(m_tree.nodes);
    flatten();
    endResetModel();
}

void ReportTableModel::flatten()
{
    m_rows.clear();
    addRows(m_tree.nodes, 0, {});
}

void ReportTableModel::addRows(const std::vector<ReportNode> &nodes, int level, const QString &path)
{
    for (const ReportNode &node : nodes) {
        const QString own = path + keyOf(node.part);
        m_rows.append({&node, level, own});
        if (m_open.contains(own))
            addRows(node.children, level + 1, own);
    }
}

void ReportTableModel::sortNodes(std::vector<ReportNode> &nodes) const
{
    const bool ascending = m_order == Qt::AscendingOrder;
    std::stable_sort(nodes.begin(), nodes.end(), [&](const ReportNode &a, const ReportNode &b) {
        if (m_sortColumn == nameColumn)
            return ascending ? a.place < b.place : a.place > b.place;
        const double left = columnValue(columnAt(m_sortColumn), a.metrics);
        const double right = columnValue(columnAt(m_sortColumn), b.metrics);
        return ascending ? left < right : left > right;
    });
    for (ReportNode &node : nodes)
        sortNodes(node.children);
}

void ReportTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    if (column < 0)
        return;
    beginResetModel();
    sortNodes(m_tree.nodes);
    flatten();
    endResetModel();
}

int ReportTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReportTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(allReportColumns().size()) + 1;
}

QString ReportTableModel::nameOf(const Row &row) const
{
    const bool hasMore = !row.node->children.empty();
    const QString mark = !hasMore ? QString() : m_open.contains(row.path) ? u"▾ "_s : u"▸ "_s;
    const QString name = partText(m_tree.question.by.at(row.level), row.node->part, m_formats);
    return QString(row.level * 4 + (hasMore || m_tree.question.by.size() == 1 ? 0 : 2), u'\u2002') + mark
            + name;
}

QVariant ReportTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    const bool isName = index.column() == nameColumn;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return isName ? nameOf(row)
                      : columnText(columnAt(index.column()), row.node->metrics, m_tree.currency, m_formats);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
                Qt::Alignment(Qt::AlignVCenter | (isName ? Qt::AlignLeft : Qt::AlignRight)));
    case Qt::FontRole: {
        QFont font;
        font.setBold(!row.node->children.empty());
        return font;
    }
    case ToneRole: {
        const auto tone = isName ? std::nullopt : columnTone(columnAt(index.column()), row.node->metrics);
        return tone ? QVariant(int(*tone)) : QVariant();
    }
    default:
        return {};
    }
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
                Qt::Alignment(Qt::AlignVCenter | (section == nameColumn ? Qt::AlignLeft : Qt::AlignRight)));
    if (role == Qt::ToolTipRole && section != nameColumn)
        return columnMeaning(columnAt(section));
    if (role != Qt::DisplayRole)
        return {};
    return section == nameColumn ? tr("Name") : columnTitle(columnAt(section));
}

bool ReportTableModel::canOpen(int row) const
{
    return row >= 0 && row < m_rows.size() && !m_rows.at(row).node->children.empty();
}

bool ReportTableModel::isOpen(int row) const
{
    return canOpen(row) && m_open.contains(m_rows.at(row).path);
}

void ReportTableModel::setOpen(int row, bool open)
{
    if (!canOpen(row) || isOpen(row) == open)
        return;
    const Row changed = m_rows.at(row);
    if (open) {
        const QList<Row> before = std::exchange(m_rows, {});
        m_open.insert(changed.path);
        addRows(changed.node->children, changed.level + 1, changed.path);
        const QList<Row> added = std::exchange(m_rows, before);
        beginInsertRows({}, row + 1, row + int(added.size()));
        for (qsizetype i = 0; i < added.size(); ++i)
            m_rows.insert(row + 1 + i, added.at(i));
        endInsertRows();
    } else {
        int last = row;
        while (last + 1 < m_rows.size() && m_rows.at(last + 1).level > changed.level)
            ++last;
        beginRemoveRows({}, row + 1, last);
        m_open.remove(changed.path);
        m_rows.remove(row + 1, last - row);
        endRemoveRows();
    }
    Q_EMIT dataChanged(index(row, nameColumn), index(row, nameColumn));
}

void ReportTableModel::setAllOpen(bool open)
{
    beginResetModel();
    m_open.clear();
    for (flatten(); open;) {
        const qsizetype known = m_open.size();
        for (const Row &row : std::as_const(m_rows)) {
            if (!row.node->children.empty())
                m_open.insert(row.path);
        }
        if (m_open.size() == known)
            break;
        flatten();
    }
    endResetModel();
}

int ReportTableModel::parentOf(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return -1;
    for (int above = row - 1; above >= 0; --above) {
        if (m_rows.at(above).level < m_rows.at(row).level)
            return above;
    }
    return -1;
}

QList<ReportPart> ReportTableModel::pathOf(int row) const
{
    QList<ReportPart> path;
    for (; row >= 0 && row < m_rows.size(); row = parentOf(row))
        path.prepend(m_rows.at(row).node->part);
    return path;
}

} // namespace Matchbook
