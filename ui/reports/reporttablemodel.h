// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportcolumns.h"
#include "reports/reporttree.h"

#include <QAbstractTableModel>
#include <QSet>

namespace Matchbook {

/// A nested report as one table: rows below others are shown when those are open. The first column has the names, the others a figure
/// each.
class ReportTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ReportTableModel(QObject *parent = nullptr) : QAbstractTableModel(parent) { }

    /// Shows \a tree, sorted as before; what was open stays open.
    void setTree(ReportTree tree, const Formats &formats);
    const ReportTree &tree() const { return m_tree; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    bool canOpen(int row) const;
    bool isOpen(int row) const;
    void setOpen(int row, bool open);
    void setAllOpen(bool open);
    /// The row above, one level further out; -1 at the outermost.
    int parentOf(int row) const;
    /// The parts of the row from the outermost inwards; empty if there is no such row.
    QList<ReportPart> pathOf(int row) const;

    static constexpr int nameColumn = 0;
    static ReportColumn columnAt(int section) { return allReportColumns().at(section - 1); }

private:
    struct Row {
        const ReportNode *node;
        int level;
        QString path; ///< what it is known by
    };

    void flatten();
    void addRows(const std::vector<ReportNode> &nodes, int level, const QString &path);
    void sortNodes(std::vector<ReportNode> &nodes) const;
    QString nameOf(const Row &row) const;

    ReportTree m_tree;
    Formats m_formats;
    QList<Row> m_rows;
    QSet<QString> m_open;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

/// What a part is called on the screen: days, weekdays and status words in the person's language.
QString partText(ReportDimension dimension, const ReportPart &part, const Formats &formats);

} // namespace Matchbook
