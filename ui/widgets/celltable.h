// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tone.h"

#include <QAbstractTableModel>

#include <optional>

namespace Matchbook {

/// One cell of a small table: text ready for people, and how it looks.
struct Cell {
    QString text;
    std::optional<Tone> tone = {};
    bool monospaced = false;
    QVariant raw = {}; ///< RawRole: what a jump needs
    QString toolTip = {}; ///< empty: the text itself

    friend bool operator==(const Cell &, const Cell &) = default;
};

/// A column's title and side.
struct CellColumn {
    QString title;
    bool right = false; ///< numbers stand at the right
};

/// A table of a handful of rows, given as a whole. Long tables have models of their own.
class CellTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit CellTable(const QList<CellColumn> &columns, QObject *parent = nullptr);

    /// Shows \a rows. Rows that stay the same keep their selection.
    void setRows(const QList<QList<Cell>> &rows);
    const QList<QList<Cell>> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<CellColumn> m_columns;
    QList<QList<Cell>> m_rows;
};

} // namespace Matchbook
