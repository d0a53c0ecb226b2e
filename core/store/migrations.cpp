// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migrations.h"

#include "random.h"
#include "transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

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
    // Two processes may be here at the same time, so each writes a file of its own and puts it into place as a whole.
    const QString part = copy + QLatin1Char('-') + QString::fromLatin1(randomKey(8));
    QString quoted = part;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    // VACUUM INTO writes a consistent copy with what is still in the write-ahead log.
    if (auto copied = database.execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted)); !copied) {
        QFile::remove(part);
        return copied;
    }
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    std::error_code error;
    std::filesystem::rename(part.toStdU16String(), copy.toStdU16String(), error);
    if (error) {
        QFile::remove(part);
        return unexpected(Failure::Kind::FileTrouble, copy);
    }
    return {};
}

/// Everything in one transaction: nobody sees a store that is half as new, and takes it for one that a copy is needed of.
Expected<void> applyAll(Database &database, const QStringList &files)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    const auto found = database.ask(QStringLiteral("PRAGMA user_version"));
    if (!found)
        return unexpected(found.error());
    if (found->toInt() >= files.size())
        return {}; // another process was quicker
    for (const QString &file : files.mid(found->toInt())) {
        for (const QString &statement : statementsOf(file)) {
            if (auto done = database.execute(statement); !done)
                return done;
        }
    }
    if (auto done = database.execute(QStringLiteral("PRAGMA user_version = %1").arg(files.size())); !done)
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
    return applyAll(database, migrationFiles());
}

} // namespace Matchbook
