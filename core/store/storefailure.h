// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/failure.h"

QT_BEGIN_NAMESPACE
class QSqlError;
QT_END_NAMESPACE

namespace Matchbook {

/// What SQLite's error code means for the program: full, locked, read-only, damaged, cancelled, a reference to nothing
/// (BadUsage) or other trouble.
Failure storeFailure(const QSqlError &error);
/// The same for a result code of SQLite's own functions.
Failure storeFailure(int sqliteCode, const QString &message);

/// True for failures of the whole store, which repeating a single row cannot cure.
bool concernsWholeStore(const Failure &failure);

} // namespace Matchbook
