// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefailure.h"

#include <QSqlError>

namespace Matchbook {

namespace {

// Primary result codes of SQLite, https://www.sqlite.org/rescode.html
constexpr int sqlitePermission = 3;
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteInterrupt = 9;
constexpr int sqliteIoError = 10;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteNotADatabase = 26;

Failure::Kind kindOf(int primaryCode)
{
    switch (primaryCode) {
    case sqlitePermission:
    case sqliteReadOnly:
    case sqliteCannotOpen:
        return Failure::Kind::StoreReadOnly;
    case sqliteBusy:
    case sqliteLocked:
        return Failure::Kind::StoreLocked;
    case sqliteInterrupt:
        return Failure::Kind::Cancelled;
    case sqliteFull:
        return Failure::Kind::StoreFull;
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return Failure::Kind::StoreDamaged;
    case sqliteIoError: // an answer of a failing disk; a full one says so by its own code
    default:
        return Failure::Kind::StoreTrouble;
    }
}

} // namespace

Failure storeFailure(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    const Failure::Kind kind = isNumber ? kindOf(code & 0xff) : Failure::Kind::StoreTrouble;
    return {kind, error.databaseText() + QStringLiteral(" (") + error.driverText() + QLatin1Char(')')};
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
