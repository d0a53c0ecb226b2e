// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statement.h"

#include "sqltext.h"
#include "storefailure.h"

#include <algorithm>
#include <sqlite3.h>

namespace Matchbook {

namespace {

constexpr qsizetype roomSize = 2048;

} // namespace

Statement::Statement(const Database &database, const char *name) : m_name(name), m_database(database) { }

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

bool Statement::prepare()
{
    if (!m_binding) {
        // Nothing can be bound to a statement whose last rows nobody wanted to see.
        if (m_statement)
            finish();
        m_roomUsed = 0;
        m_binding = true;
    }
    if (m_statement)
        return true;
    const QByteArray sql = sqlText(m_name).toUtf8();
    auto *connection = static_cast<sqlite3 *>(m_database.sqliteConnection());
    const int code = sqlite3_prepare_v3(connection, sql.constData(), int(sql.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code == SQLITE_OK)
        return true;
    m_failure = lastFailure(code);
    return false;
}

Failure Statement::lastFailure(int code) const
{
    auto *connection = static_cast<sqlite3 *>(m_database.sqliteConnection());
    return storeFailure(code,
                        QString::fromUtf8(sqlite3_errmsg(connection)) + QStringLiteral(" in ")
                                + QLatin1StringView(m_name));
}

Statement &Statement::bind(qint64 number)
{
    if (prepare())
        sqlite3_bind_int64(m_statement, ++m_bound, number);
    return *this;
}

Statement &Statement::bind(const std::optional<qint64> &number)
{
    if (number)
        return bind(*number);
    if (prepare())
        sqlite3_bind_null(m_statement, ++m_bound);
    return *this;
}

char *Statement::room(qsizetype size)
{
    if (m_roomUsed + size > roomSize)
        return nullptr;
    if (!m_room)
        m_room = std::make_unique<char[]>(size_t(roomSize));
    char *start = m_room.get() + m_roomUsed;
    m_roomUsed += size;
    return start;
}

Statement &Statement::bind(const QString &text)
{
    if (text.isNull())
        return bind(std::optional<qint64>());
    if (!prepare())
        return *this;
    // Most texts are short and ASCII, and two dozen of them are bound for each postback.
    if (char *ascii = room(text.size())) {
        char *to = ascii;
        char16_t bits = 0;
        for (const QChar c : text) {
            bits |= c.unicode();
            *to++ = char(c.unicode());
        }
        if (bits < 0x80) {
            sqlite3_bind_text(m_statement, ++m_bound, ascii, int(text.size()), SQLITE_STATIC);
            return *this;
        }
    }
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(m_statement, ++m_bound, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bind(QLatin1StringView text)
{
    // Our words are ASCII and live as long as the program.
    if (prepare())
        sqlite3_bind_text(m_statement, ++m_bound, text.data(), int(text.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bind(const QByteArray &bytes)
{
    if (bytes.isNull())
        return bind(std::optional<qint64>());
    if (!prepare())
        return *this;
    if (char *copy = room(bytes.size())) {
        std::copy(bytes.cbegin(), bytes.cend(), copy);
        sqlite3_bind_blob(m_statement, ++m_bound, copy, int(bytes.size()), SQLITE_STATIC);
    } else {
        sqlite3_bind_blob(m_statement, ++m_bound, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    return *this;
}

Statement &Statement::bind(const SubIds &subIds)
{
    for (const QString &subId : subIds)
        bind(textOrNull(subId));
    return *this;
}

Expected<void> Statement::runNamed(std::initializer_list<std::pair<const char *, QVariant>> values)
{
    if (!prepare())
        return unexpected(*m_failure);
    for (const auto &[name, value] : values) {
        const int place = sqlite3_bind_parameter_index(m_statement, QByteArray(":").append(name).constData());
        if (place == 0)
            continue;
        m_bound = place - 1;
        if (value.typeId() == QMetaType::QString)
            bind(value.toString());
        else
            bind(value.toLongLong());
    }
    return runBound();
}

Expected<void> Statement::runBound()
{
    m_bound = 0;
    if (!prepare())
        return unexpected(*m_failure);
    m_binding = false;
    m_failure.reset();
    const int code = sqlite3_step(m_statement);
    m_firstRowWaits = code == SQLITE_ROW;
    if (m_firstRowWaits)
        return {};
    if (code != SQLITE_DONE)
        m_failure = lastFailure(code);
    finish();
    return m_failure ? unexpected(*m_failure) : Expected<void>();
}

bool Statement::next()
{
    if (!m_statement || !sqlite3_stmt_busy(m_statement))
        return false;
    if (m_firstRowWaits) {
        m_firstRowWaits = false;
        return true;
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_failure = lastFailure(code);
    finish();
    return false;
}

void Statement::finish()
{
    m_firstRowWaits = false;
    sqlite3_reset(m_statement);
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return utf8 ? QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column)) : QString();
}

QByteArray Statement::bytes(int column) const
{
    const auto *blob = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return blob ? QByteArray(blob, sqlite3_column_bytes(m_statement, column)) : QByteArray();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::lastInsertId() const
{
    return sqlite3_last_insert_rowid(static_cast<sqlite3 *>(m_database.sqliteConnection()));
}

SubIds subIdsFrom(const Statement &statement, int firstColumn)
{
    SubIds subIds;
    for (int i = 0; i < subIdCount; ++i)
        subIds[size_t(i)] = statement.text(firstColumn + i);
    return subIds;
}

QString textOrNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

QByteArray bytesOrNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QByteArray() : bytes;
}

} // namespace Matchbook
