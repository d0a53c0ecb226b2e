// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migrations.h"

#include "transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Matchbook {

namespace {

/// "MTBK", so that `file` and other programs can tell the store from any SQLite file.
constexpr int applicationId = 0x4d54424b;

QStringList migrationFiles()
{
    return QDir(QStringLiteral(":/sql/migrations")).entryList(QDir::Files, QDir::Name);
}

/// One statement each: the SQLite driver runs only the first of several. Our migrations hold no semicolon in a literal.
QStringList statementsOf(const QString &fileName)
{
    QFile file(QStringLiteral(":/sql/migrations/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text;
    const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines)
        text += line.left(qsizetype(line.indexOf(QStringLiteral("--")))) + QLatin1Char('\n');
    QStringList statements;
    for (const QString &statement : text.split(QLatin1Char(';'))) {
        if (!statement.trimmed().isEmpty())
            statements << statement.trimmed();
    }
    return statements;
}

Expected<void> copyBefore(Database &database, int schema)
{
    const QString copy = database.file() + QStringLiteral(".before-%1").arg(schema, 4, 10, QLatin1Char('0'));
    QFile::remove(copy);
    QString quoted = copy;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    // VACUUM INTO writes a consistent copy with what is still in the write-ahead log.
    if (auto copied = database.execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted)); !copied)
        return copied;
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Expected<void> apply(Database &database, const QString &fileName, int schema)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    const auto found = database.ask(QStringLiteral("PRAGMA user_version"));
    if (found && found->toInt() >= schema)
        return {}; // another process was quicker
    for (const QString &statement : statementsOf(fileName)) {
        if (auto done = database.execute(statement); !done)
            return done;
    }
    if (auto done = database.execute(QStringLiteral("PRAGMA user_version = %1").arg(schema)); !done)
        return done;
    if (auto done = database.execute(QStringLiteral("PRAGMA application_id = %1").arg(applicationId)); !done)
        return done;
    return transaction.commit();
}

} // namespace

int currentSchema()
{
    return int(migrationFiles().size());
}

Expected<void> migrate(Database &database)
{
    const auto version = database.ask(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return unexpected(version.error());
    const int found = version->toInt();
    if (found > currentSchema())
        return unexpected(Failure::Kind::StoreNewer,
                          QStringLiteral("schema %1, this program knows %2").arg(found).arg(currentSchema()));
    // In this order, because another process may be making the new store just now. 0: nothing was ever made in the file.
    const auto changes = database.ask(QStringLiteral("PRAGMA schema_version"));
    if (!changes)
        return unexpected(changes.error());
    const auto id = database.ask(QStringLiteral("PRAGMA application_id"));
    if (changes->toInt() > 0 && (!id || id->toInt() != applicationId))
        return unexpected(Failure::Kind::StoreDamaged, QStringLiteral("not written by Matchbook"));
    if (found == currentSchema())
        return {};
    if (found > 0) {
        if (auto copied = copyBefore(database, found + 1); !copied)
            return copied;
    }
    const QStringList files = migrationFiles();
    for (int schema = found + 1; schema <= files.size(); ++schema) {
        if (auto done = apply(database, files.at(schema - 1), schema); !done)
            return done;
    }
    return {};
}

} // namespace Matchbook
