// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefailure.h"

#include <QSqlError>

#include <sqlite3.h>

namespace Matchbook {

namespace {

Failure::Kind kindOf(int code)
{
    if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        return Failure::Kind::BadUsage; // somebody named a network or an offer that does not exist
    switch (code & 0xff) {
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        return Failure::Kind::StoreReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Failure::Kind::StoreLocked;
    case SQLITE_INTERRUPT:
        return Failure::Kind::Cancelled;
    case SQLITE_FULL:
        return Failure::Kind::StoreFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Failure::Kind::StoreDamaged;
    case SQLITE_IOERR: // an answer of a failing disk; a full one says so by its own code
    default:
        return Failure::Kind::StoreTrouble;
    }
}

} // namespace

Failure storeFailure(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    const Failure::Kind kind = isNumber ? kindOf(code) : Failure::Kind::StoreTrouble;
    return {kind, error.databaseText() + QStringLiteral(" (") + error.driverText() + QLatin1Char(')')};
}

Failure storeFailure(int sqliteCode, const QString &message)
{
    return {kindOf(sqliteCode), message};
}

bool concernsWholeStore(const Failure &failure)
{
    switch (failure.kind) {
    case Failure::Kind::StoreReadOnly:
    case Failure::Kind::StoreFull:
    case Failure::Kind::StoreLocked:
    case Failure::Kind::StoreDamaged:
        return true;
    default:
        return false;
    }
}

} // namespace Matchbook
