// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/lists.h"
#include "store/reader.h"
#include "store/rows.h"

#include <QObject>

#include <functional>

namespace Matchbook {

/// Where a model of rows gets them: two questions that are answered later, in the asker's thread, unless the asker
/// has died. The answer must not come before the call returns.
template<typename Row>
struct RowSource {
    template<typename T>
    using Answer = std::function<void(Expected<T>)>;

    std::function<void(QObject *asker, const RowFilter &filter, Answer<RowIndex> answer)> index;
    std::function<void(QObject *asker, const QList<qint64> &ids, Answer<QList<Row>> answer)> rows;
};

/// A source that asks the store through \a reader, which must outlive it.
template<typename Row>
RowSource<Row> storeSource(Reader &reader, Expected<RowIndex> (Lists::*index)(const RowFilter &, int),
                           Expected<QList<Row>> (Lists::*byId)(const QList<qint64> &))
{
    constexpr int limit = 2'000'000;
    RowSource<Row> source;
    source.index = [&reader, index](QObject *asker, const RowFilter &filter, auto answer) {
        reader.ask<RowIndex>(
                asker,
                [index, filter](Database &database) { return (Lists(database).*index)(filter, limit); },
                std::move(answer));
    };
    source.rows = [&reader, byId](QObject *asker, const QList<qint64> &ids, auto answer) {
        reader.ask<QList<Row>>(
                asker, [byId, ids](Database &database) { return (Lists(database).*byId)(ids); },
                std::move(answer));
    };
    return source;
}

} // namespace Matchbook
