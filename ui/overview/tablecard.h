// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/card.h"
#include "widgets/celltable.h"

QT_BEGIN_NAMESPACE
class QAbstractItemDelegate;
class QStackedLayout;
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class Session;
class TonedLabel;

/// A card with a short table, or a sentence while there is nothing in it. Enter and click on a row lead on.
class TableCard : public Card
{
    Q_OBJECT
public:
    /// \a name is what the column widths are remembered under; \a stretched is the column that takes what is left.
    TableCard(const QString &title, const QString &name, const QList<CellColumn> &columns, int stretched,
              const QString &emptySentence, Session *session, QWidget *parent = nullptr);

    void setColumnShown(int column, bool shown); ///< from the next setRows() with other rows
    void setRows(const QList<QList<Cell>> &rows);
    QTableView *table() const { return m_table; }
    void setDelegate(int column, QAbstractItemDelegate *delegate);

Q_SIGNALS:
    /// \a id is the first cell's raw value of the row that was chosen.
    void rowChosen(qint64 id);

private:
    CellTable *m_model;
    QTableView *m_table;
    TonedLabel *m_empty;
    int m_stretched;
};

} // namespace Matchbook
