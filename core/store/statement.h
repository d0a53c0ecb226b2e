// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"
#include "vocabulary/click.h"
#include "vocabulary/expected.h"

#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>

namespace Matchbook {

/// One prepared statement from `sql/queries/`. Prepared when first run, kept for the next time. Must die before its
/// Database, in the same thread.
class Statement
{
public:
    Statement(const Database &database, const char *name);

    /// Runs with the values for the `?` in their order. A statement that returns rows stands before its first row.
    Expected<void> run(std::initializer_list<QVariant> values = {});
    /// Runs with named values, for statements with `:names`.
    Expected<void> runNamed(std::initializer_list<std::pair<const char *, QVariant>> values);

    /// Binds the next `?`; for statements with too many values for a list. Ends with runBound().
    Statement &bind(const QVariant &value);
    Statement &bind(const SubIds &subIds);
    Expected<void> runBound();

    /// Steps to the next row. False at the end, and after a failure: then failure() says which.
    bool next();
    std::optional<Failure> failure() const;
    QVariant value(int column) const { return m_query.value(column); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    bool isNull(int column) const { return m_query.isNull(column); }
    qint64 lastInsertId() const { return m_query.lastInsertId().toLongLong(); }

    /// Ends reading: an unfinished SELECT would keep its snapshot and hold up checkpoints.
    void finish() { m_query.finish(); }

private:
    Expected<void> prepare();
    Expected<void> exec();

    const char *m_name;
    QSqlQuery m_query;
    bool m_prepared = false;
    int m_bound = 0;
};

/// Ten columns from \a firstColumn on.
SubIds subIdsFrom(const Statement &statement, int firstColumn);

/// Null for an empty text: most columns of most rows are empty, and a null takes no room.
QVariant textOrNull(const QString &text);

/// Null for no bytes.
QVariant bytesOrNull(const QByteArray &bytes);

} // namespace Matchbook
