// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rows.h"
#include "statement.h"
#include "vocabulary/expected.h"

#include <QHash>

namespace Matchbook {

// One row of the `…_by_id` statements each, in the order of their columns.
qint64 readRow(const Statement &row, ClickRow &click);
qint64 readRow(const Statement &row, ConversionRow &conversion);
qint64 readRow(const Statement &row, PostbackRow &postback);

/// `[7,8,9]`, for statements that take a list of IDs in one parameter.
QString idList(const QList<qint64> &ids);

/// The rows with these IDs, in the order of \a ids.
template<typename Row>
Expected<QList<Row>> readRows(const Database &database, const char *statement, const QList<qint64> &ids)
{
    Statement select(database, statement);
    if (auto done = select.runNamed({{"ids", idList(ids)}}); !done)
        return unexpected(done.error());
    QHash<qint64, Row> found;
    found.reserve(ids.size());
    while (select.next()) {
        Row row;
        const qint64 id = readRow(select, row);
        found.insert(id, std::move(row));
    }
    if (const auto failure = select.failure())
        return unexpected(*failure);
    QList<Row> rows;
    rows.reserve(found.size());
    for (const qint64 id : ids) {
        if (const auto row = found.constFind(id); row != found.constEnd())
            rows << *row;
    }
    return rows;
}

} // namespace Matchbook
