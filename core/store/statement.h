// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"
#include "vocabulary/click.h"
#include "vocabulary/expected.h"

#include <QVariant>

#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>

struct sqlite3_stmt;

namespace Matchbook {

/// One prepared statement from `sql/queries/`. Prepared when first run, kept for the next time. Must die before its
/// Database, in the same thread.
///
/// It runs on the connection that Qt Sql has opened, but by SQLite's own functions: QSqlQuery describes every column anew at
/// each execution, which cost the writer more than the statement itself (docs/adr/0009).
class Statement
{
public:
    Statement(const Database &database, const char *name);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Runs with the values for the `?` in their order. A statement that returns rows stands before its first row.
    template<typename... Values>
    Expected<void> run(const Values &...values)
    {
        (bind(values), ...);
        return runBound();
    }
    /// Runs with named values, for statements with `:names`. A name that does not occur is passed over.
    Expected<void> runNamed(std::initializer_list<std::pair<const char *, QVariant>> values);

    /// Binds the next `?`; for statements with too many values for one line. Ends with runBound(). A null text, null bytes and
    /// nothing become NULL.
    Statement &bind(qint64 number);
    Statement &bind(int number) { return bind(qint64(number)); }
    Statement &bind(const QString &text);
    Statement &bind(QLatin1StringView text);
    Statement &bind(const QByteArray &bytes);
    Statement &bind(const std::optional<qint64> &number);
    Statement &bind(const SubIds &subIds);
    Expected<void> runBound();

    /// Steps to the next row. False at the end, and after a failure: then failure() says which.
    bool next();
    const std::optional<Failure> &failure() const { return m_failure; }
    qint64 number(int column) const;
    QString text(int column) const; ///< null if the column is NULL
    QByteArray bytes(int column) const; ///< null if the column is NULL
    bool isNull(int column) const;
    qint64 lastInsertId() const;

    /// Ends reading: an unfinished SELECT would keep its snapshot and hold up checkpoints.
    void finish();

private:
    bool prepare();
    /// Where so many bytes stay as they are until the next run is bound, or null: SQLite need not copy them.
    char *room(qsizetype size);
    Failure lastFailure(int code) const;

    const char *m_name;
    const Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
    std::optional<Failure> m_failure;
    std::unique_ptr<char[]> m_room;
    qsizetype m_roomUsed = 0;
    int m_bound = 0;
    bool m_binding = false;
    bool m_firstRowWaits = false;
};

/// Ten columns from \a firstColumn on.
SubIds subIdsFrom(const Statement &statement, int firstColumn);

/// Null for an empty text: most columns of most rows are empty, and a null takes no room.
QString textOrNull(const QString &text);

/// Null for no bytes.
QByteArray bytesOrNull(const QByteArray &bytes);

} // namespace Matchbook
