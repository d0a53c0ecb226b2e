// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

namespace Matchbook {

/// The schema that this program writes; also the number of its newest migration.
int currentSchema();

/// Brings the store to currentSchema(): each numbered file of `sql/migrations/` in a transaction of its own, after a copy of
/// the file as it was beside it (`matchbook.sqlite.before-NNNN`). A new store is not copied. Fails with StoreNewer if a newer
/// Matchbook wrote it, StoreDamaged if it is not one of ours, StoreFull if there is no room for the copy.
Expected<void> migrate(Database &database);

} // namespace Matchbook
