// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QString>
#include <QVariant>

#include <memory>

QT_BEGIN_NAMESPACE
class QSqlDatabase;
QT_END_NAMESPACE

namespace Matchbook {

/// One connection to the store's SQLite file. Belongs to the thread that opened it.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };

    static constexpr int usualPatience = 2'000; ///< milliseconds; see setPatience()

    /// Opens \a file (created with mode 0600 if missing and ReadWrite) and sets the pragmas of its role.
    /// Does not migrate. Failures: StoreReadOnly, StoreFull, StoreLocked, StoreDamaged, StoreTrouble.
    static Expected<std::unique_ptr<Database>> open(const QString &file, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The `sqlite3 *` of Qt Sql's connection, for Statement.
    void *sqliteConnection() const { return m_sqlite; }
    const QString &file() const { return m_file; }

    /// Runs one statement that returns nothing of interest: a pragma or a migration's step.
    Expected<void> execute(const QString &sql);
    /// The first value of the first row, as a pragma answers.
    Expected<QVariant> ask(const QString &sql) const;

    /// Whether COMMIT returns only when everything is durable, as it does at first. Without that the log is synced before it is
    /// copied and when it begins anew, never torn, and may lose the newest commits with the machine's power.
    Expected<void> setCommitsSync(bool sync);
    bool commitsSync() const { return m_commitsSync; }

    /// How long a statement waits for another program's lock before it fails with StoreLocked; 0: not at all.
    void setPatience(int milliseconds);

    /// From now on the write-ahead log is only counted, never copied by a commit; somebody else must tend it.
    void countLogOnly();
    /// Pages in the write-ahead log after this connection's last commit, once countLogOnly() was called.
    int logPages() const { return m_logPages; }

    /// Changes whenever another connection, of any process, has committed.
    qint64 dataVersion() const;
    /// True if the file was deleted or moved, or another lies in its place: what is written then is lost when this closes.
    bool isGone() const;
    /// Stops the statement that runs in another thread; it fails with Cancelled. The one function callable from any thread.
    void interrupt();

private:
    QSqlDatabase handle() const;
    Database(QString connectionName, QString file);
    Expected<void> openFile(Access access);
    Expected<void> setPragmas(Access access);

    QString m_connection;
    QString m_file;
    void *m_sqlite = nullptr;
    int m_logPages = 0;
    bool m_commitsSync = true;
};

} // namespace Matchbook
