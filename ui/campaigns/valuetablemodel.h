// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QAbstractTableModel>

#include <optional>

namespace Matchbook {

/// One cell of a short table: what is shown, and what it is sorted by.
struct ValueCell {
    QString text;
    QVariant raw;
    std::optional<Tone> tone = {};
    QString toolTip = {}; ///< empty: the text
};

struct ValueRow {
    qint64 id = 0;
    QList<ValueCell> cells;
};

/// A short table of ready values, some hundred rows at most, sorted here. Rows are known by their IDs, so that a
/// selection stays when the values change.
class ValueTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// \a numberColumns are aligned right.
    ValueTableModel(QStringList titles, QList<int> numberColumns, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void setRows(QList<ValueRow> rows);
    qint64 idAt(int row) const; ///< 0 if there is no such row
    int rowOf(qint64 id) const; ///< -1 if it is not there

private:
    Qt::Alignment alignment(int column) const;
    void arrange(QList<ValueRow> *rows) const;

    QStringList m_titles;
    QList<int> m_numbers;
    QList<ValueRow> m_rows;
    int m_sortColumn = 0;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace Matchbook
