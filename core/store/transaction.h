// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

namespace Matchbook {

/// A write transaction that rolls back by itself unless commit() succeeded. Takes the write lock at once, so that a
/// transaction never fails half-way because another process writes.
class Transaction
{
public:
    /// Check begun() before anything else: StoreLocked if another process holds the lock too long.
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    const Expected<void> &begun() const { return m_begun; }
    /// Durable when it returns without failure.
    Expected<void> commit();

    /// One row's part: what comes after it can be undone alone.
    Expected<void> savepoint();
    Expected<void> keepSavepoint();
    Expected<void> undoSavepoint();

private:
    Expected<void> exec(const char *sql);

    Database &m_database;
    Expected<void> m_begun;
    bool m_open = false;
};

} // namespace Matchbook
