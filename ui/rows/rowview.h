// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

#include <functional>

namespace Matchbook {

class RowModel;
class Session;

/// Shows a RowModel: headers sort in the store, and what is selected is told by its ID.
class RowView : public QTableView
{
    Q_OBJECT
public:
    /// Column widths are remembered in \a session under \a name, which is the object name, too. The session may be null;
    /// the model and it must outlive the view.
    RowView(RowModel &model, const QString &name, Session *session, QWidget *parent = nullptr);

    RowModel &rows() const { return m_rows; }
    qint64 currentId() const; ///< 0 if no row is current
    /// Makes the row with this ID current, if it is there.
    bool choose(qint64 id);
    /// Without it the first row becomes current as soon as there are rows.
    void setChoosesFirst(bool wanted) { m_choosesFirst = wanted; }

Q_SIGNALS:
    /// Another row became current; 0: none.
    void rowChosen(qint64 id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    void measureOnce();

    RowModel &m_rows;
    bool m_measured = false; ///< since the rows became other ones
    bool m_begun = false;
    bool m_choosesFirst = true;
};

} // namespace Matchbook
