// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "campaigns/valuetablemodel.h"

#include <QStackedWidget>

QT_BEGIN_NAMESPACE
class QTableView;
QT_END_NAMESPACE

namespace Matchbook {

class EmptyState;
class Session;

/// A short table of things that a person set up, or what to do while there is none. Keeps the selection by ID.
class CatalogueTable : public QStackedWidget
{
    Q_OBJECT
public:
    /// \a name names the table and, in \a session, its widths; the session may be null. Takes \a empty.
    CatalogueTable(const QString &name, const QString &title, const QStringList &columns,
                   const QList<int> &numberColumns, EmptyState *empty, Session *session,
                   QWidget *parent = nullptr);

    /// Shows \a rows, or the empty state if there is \a nothing at all. Widths follow the content the first time that
    /// there are \a figures to measure; \a stretched is the column that takes the room left.
    void setRows(const QList<ValueRow> &rows, bool nothing, bool figures, int stretched);
    qint64 currentId() const; ///< 0 if no row is current
    /// Makes the row with this ID current as soon as it is there.
    void choose(qint64 id);

Q_SIGNALS:
    void chosen(); ///< another row became current
    void activated(); ///< the current row is to be edited

private:
    void selectWanted();

    ValueTableModel m_model;
    QTableView *m_table = nullptr;
    qint64 m_wanted = 0;
    bool m_fitted = false;
};

} // namespace Matchbook
