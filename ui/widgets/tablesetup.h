// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class Session;

/// Dresses \a table as in the pictures: no grid, a line under each row, whole rows selected, Ctrl+C copies them. Its column
/// widths are remembered in \a session under \a name (null: not remembered). Call after setModel(). The session must
/// outlive the table.
void dressTable(QTableView *table, const QString &name, Session *session = nullptr);

/// The selected rows of visible columns as tab-separated text, one row a line, top to bottom; tabs and line ends inside a
/// cell become spaces.
QString selectedRowsAsText(const QTableView *table);

/// Widens the columns to their content (at most the first 100 rows are looked at), unless the person has set widths of
/// their own that the session remembers; the last or \a stretched column takes what is left.
void fitColumns(QTableView *table, int stretched = -1);

/// Makes a short table as high as its rows, without scroll bars: for cards with a handful of rows.
void fitHeightToRows(QTableView *table, int maximumRows = 20);

} // namespace Matchbook
