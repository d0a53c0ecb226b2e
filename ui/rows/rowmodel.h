// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"
#include "text/formats.h"
#include "vocabulary/expected.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace Matchbook {

/// One column of a table of rows.
struct RowColumn {
    QString word; ///< the store's name of the column, for sorting; empty: cannot be sorted
    QString title;
    Qt::Alignment alignment = Qt::AlignLeft;
    int width = 100; ///< pixels to begin with
    bool stretched = false; ///< takes the room that is left
    QStringList pills
            = {}; ///< every text that may stand there as a pill in the tone of ToneRole; none: no pills
};

/// A table of any length: knows which rows a filter leaves and asks for those that are looked at, page by page. Never
/// waits: a row that has not arrived yet is shown as a placeholder. New rows at the top are one insertion, so the
/// selection and what is in view stay.
class RowModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit RowModel(QList<RowColumn> columns, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Lets the store sort. A column of −1, or the first one descending, is the plain order: newest first.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const QList<RowColumn> &columns() const { return m_columns; }
    int stretchedColumn() const; ///< -1 if there is none
    const RowFilter &filter() const { return m_filter; }
    /// Asks anew; what is shown stays until the answer arrives. The filter's order is replaced by sort()'s.
    void setFilter(const RowFilter &filter);
    /// The store changed: asks for the index and for the rows in view again. While paused that is put off.
    void refresh();
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }

    /// How to write amounts and times; \a now (Unix ms) says which rows are of today.
    void setFormats(const Formats &formats, qint64 now);

    bool isLoaded() const { return m_loaded; } ///< an index has arrived
    bool isCut() const { return m_index.cut; } ///< there are more rows than can be shown
    qint64 rowId(int row) const { return m_index.idAt(row); }
    bool hasRow(int row) const; ///< it is there and has been read
    int rowOf(qint64 id) const; ///< -1 if it is not there

Q_SIGNALS:
    /// The same times are longer or shorter texts now: a day has begun, or the zone is another.
    void formatsChanged();
    /// The table was filled or changed; the counts may have changed.
    void indexArrived();
    void failed(const Matchbook::Failure &failure);

protected:
    /// To be answered through takeIndex() and takeRows(), never before the call returns.
    virtual void askIndex(const RowFilter &filter, int request) = 0;
    virtual void askRows(const QList<qint64> &ids, int request) = 0;
    /// The value of a cell, or nothing at all while its row is not there.
    virtual std::optional<QVariant> cell(qint64 id, int column, int role) const = 0;
    virtual bool needsRow(qint64 id) const = 0;
    virtual void expireRows() = 0;

    const Formats &formats() const { return m_formats; }
    qint64 now() const { return m_now; }

    void takeIndex(int request, Expected<RowIndex> answer);
    /// The rows with these IDs have been taken in, or could not be read.
    void takeRows(int request, const QList<qint64> &ids, const std::optional<Failure> &failure);

private:
    void wantRow(int row) const;
    void askForWanted();
    void ask();
    void becomeIndex(RowIndex index);
    void resetTo(RowIndex index);
    void growTo(const RowIndex &index);
    void replaceMiddle(RowIndex index);

    QList<RowColumn> m_columns;
    RowFilter m_filter;
    RowIndex m_index;
    bool m_loaded = false;
    bool m_reset = true; ///< the next index replaces everything
    bool m_paused = false;
    bool m_behind = false;
    bool m_indexAsked = false;
    bool m_askAgain = false;
    int m_indexRequest = 0; ///< answers to older ones are dropped
    bool m_rowsAsked = false;
    int m_rowsRequest = 0;
    mutable QList<int> m_wanted; ///< pages that somebody looks at and that have to be read, latest last
    mutable QList<int> m_inView; ///< pages looked at last, latest last
    mutable QTimer m_askSoon;
    QTimer m_refreshLater;
    QElapsedTimer m_sinceIndex;
    Formats m_formats;
    qint64 m_now = 0;
};

} // namespace Matchbook
