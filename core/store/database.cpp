// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database.h"

#include "amountsum.h"
#include "sqltext.h"
#include "storefailure.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <atomic>
#include <sqlite3.h>

namespace Matchbook {

namespace {

constexpr int openAttempts = 40;
constexpr unsigned long openPauseMs = 50;

QString nextConnectionName()
{
    static std::atomic<int> counter = 0;
    return QStringLiteral("matchbook-%1").arg(++counter);
}

/// SQLite creates files with the process's mask; the store holds people's traffic, so it is made private first.
Expected<void> createPrivately(const QString &file)
{
    if (QFileInfo::exists(file))
        return {};
    // SQLite would begin a new store and throw away what is in the log of the one that was deleted or moved.
    const QFileInfo log(file + QStringLiteral("-wal"));
    if (log.size() > 0)
        return unexpected(Failure::Kind::StoreLogAlone, log.filePath());
    QFile created(file);
    if (!created.open(QIODevice::ReadWrite | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && !QFileInfo::exists(file))
        return unexpected(Failure::Kind::StoreReadOnly, created.errorString());
    return {};
}

sqlite3 *sqliteHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.data());
}

} // namespace

Database::Database(QString connectionName, QString file)
    : m_connection(std::move(connectionName)), m_file(std::move(file))
{ }

Database::~Database()
{
    {
        QSqlDatabase database = QSqlDatabase::database(m_connection, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Expected<std::unique_ptr<Database>> Database::open(const QString &file, Access access)
{
    if (access == Access::ReadWrite) {
        if (auto created = createPrivately(file); !created)
            return unexpected(created.error());
    } else if (!QFileInfo::exists(file)) {
        return unexpected(Failure::Kind::NotFound, file);
    }
    std::unique_ptr<Database> database(new Database(nextConnectionName(), file));
    if (auto opened = database->openFile(access); !opened)
        return unexpected(opened.error());
    // Two processes that open a new store at once stand in each other's way: SQLite does not wait for the change to the
    // write-ahead log as it waits for everything else.
    auto set = database->setPragmas(access);
    for (int attempt = 1; !set && set.error().kind == Failure::Kind::StoreLocked && attempt < openAttempts;
         ++attempt) {
        QThread::msleep(openPauseMs);
        set = database->setPragmas(access);
    }
    if (!set)
        return unexpected(set.error());
    return database;
}

Expected<void> Database::openFile(Access access)
{
    // Counting its memory takes a lock at each allocation, and nobody asks for the count. To be said before SQLite starts.
    [[maybe_unused]] static const int told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(m_file);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(usualPatience);
    if (access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database.setConnectOptions(options);
    if (!database.open())
        return unexpected(storeFailure(database.lastError()));
    m_sqlite = sqliteHandle(database);
    // A Qt that brings a SQLite of its own would hand us another library's connection.
    const auto driversSqlite = ask(sqlText("sqlite_source_id"));
    if (!m_sqlite || (driversSqlite && driversSqlite->toString() != QLatin1StringView(sqlite3_sourceid())))
        return unexpected(Failure::Kind::StoreTrouble,
                          QStringLiteral("Qt uses another SQLite library than this program"));
    return driversSqlite ? addAmountSum(static_cast<sqlite3 *>(m_sqlite)) : unexpected(driversSqlite.error());
}

Expected<void> Database::setPragmas(Access access)
{
    QStringList pragmas{QStringLiteral("PRAGMA temp_store = MEMORY"),
                        QStringLiteral("PRAGMA foreign_keys = ON")};
    if (access == Access::ReadWrite) {
        // The writer's checkpoints are its own business, off the answering path.
        pragmas << QStringLiteral("PRAGMA journal_mode = WAL") << QStringLiteral("PRAGMA synchronous = FULL")
                << QStringLiteral("PRAGMA cache_size = -4096")
                << QStringLiteral("PRAGMA wal_autocheckpoint = 4000")
                << QStringLiteral("PRAGMA journal_size_limit = 67108864");
    } else {
        pragmas << QStringLiteral("PRAGMA query_only = ON") << QStringLiteral("PRAGMA cache_size = -8192");
    }
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = execute(pragma); !done)
            return done;
    }
    return {};
}

QSqlDatabase Database::handle() const
{
    return QSqlDatabase::database(m_connection, false);
}

Expected<void> Database::execute(const QString &sql)
{
    // Not through QSqlQuery: twice in every batch it would cost more than BEGIN and COMMIT themselves.
    auto *connection = static_cast<sqlite3 *>(m_sqlite);
    const int code = sqlite3_exec(connection, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return unexpected(storeFailure(code, QString::fromUtf8(sqlite3_errmsg(connection))));
    return {};
}

Expected<QVariant> Database::ask(const QString &sql) const
{
    QSqlQuery query(handle());
    if (!query.exec(sql))
        return unexpected(storeFailure(query.lastError()));
    if (!query.next())
        return unexpected(Failure::Kind::NotFound, sql);
    return query.value(0);
}

Expected<void> Database::setCommitsSync(bool sync)
{
    if (sync == m_commitsSync)
        return {};
    auto done = execute(sync ? QStringLiteral("PRAGMA synchronous = FULL")
                             : QStringLiteral("PRAGMA synchronous = NORMAL"));
    if (done)
        m_commitsSync = sync;
    return done;
}

void Database::setPatience(int milliseconds)
{
    if (m_sqlite)
        sqlite3_busy_timeout(static_cast<sqlite3 *>(m_sqlite), milliseconds);
}

void Database::countLogOnly()
{
    if (!m_sqlite)
        return;
    const auto count = [](void *self, sqlite3 *, const char *, int pages) {
        static_cast<Database *>(self)->m_logPages = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(static_cast<sqlite3 *>(m_sqlite), count, this);
}

qint64 Database::dataVersion() const
{
    const auto version = ask(QStringLiteral("PRAGMA data_version"));
    return version ? version->toLongLong() : 0;
}

bool Database::isGone() const
{
    int moved = 0;
    return m_sqlite
            && sqlite3_file_control(static_cast<sqlite3 *>(m_sqlite), "main", SQLITE_FCNTL_HAS_MOVED, &moved)
            == SQLITE_OK
            && moved != 0;
}

void Database::interrupt()
{
    if (m_sqlite)
        sqlite3_interrupt(static_cast<sqlite3 *>(m_sqlite));
}

} // namespace Matchbook
