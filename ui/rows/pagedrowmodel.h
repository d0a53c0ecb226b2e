// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rowmodel.h"
#include "rowpages.h"
#include "rowsource.h"

namespace Matchbook {

/// A RowModel over rows of one kind. Subclasses say what a cell shows and which ID a row has.
template<typename Row>
class PagedRowModel : public RowModel
{
public:
    PagedRowModel(QList<RowColumn> columns, RowSource<Row> source, QObject *parent)
        : RowModel(std::move(columns), parent), m_source(std::move(source))
    { }

    /// The row as it was read last, or nullptr if it has not arrived. Valid until control returns to the event loop.
    const Row *rowAt(int row) const
    {
        return row >= 0 && row < rowCount() ? m_pages.find(rowId(row)) : nullptr;
    }
    /// How many pages are kept in memory.
    qsizetype pagesKept() const { return m_pages.pageCount(); }

protected:
    virtual QVariant value(const Row &row, int column, int role) const = 0;
    virtual qint64 idOf(const Row &row) const = 0;

private:
    void askIndex(const RowFilter &filter, int request) override
    {
        m_source.index(this, filter,
                       [this, request](Expected<RowIndex> answer) { takeIndex(request, std::move(answer)); });
    }

    void askRows(const QList<qint64> &ids, int request) override
    {
        m_source.rows(this, ids, [this, ids, request](Expected<QList<Row>> answer) {
            if (!answer) {
                takeRows(request, ids, answer.error());
                return;
            }
            m_pages.insert(ids, *answer, [this](const Row &row) { return idOf(row); });
            takeRows(request, ids, {});
        });
    }

    std::optional<QVariant> cell(qint64 id, int column, int role) const override
    {
        const Row *row = m_pages.find(id);
        return row ? std::optional(value(*row, column, role)) : std::nullopt;
    }

    bool needsRow(qint64 id) const override { return m_pages.needs(id); }
    void expireRows() override { m_pages.expire(); }

    RowSource<Row> m_source;
    mutable RowPages<Row> m_pages;
};

} // namespace Matchbook
