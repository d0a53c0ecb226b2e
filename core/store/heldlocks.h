// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Matchbook {

/// Shows other processes that the store is in use here, even when this process has lost SQLite's own locks: POSIX takes a process all
/// its locks on a file as soon as it closes any descriptor of it, and then the next process to close the store would delete the
/// log under our feet (sqlite.org/howtocorrupt.html, 2.2). Locks of open file descriptions are not lost so. To be made while
/// the store is open in WAL mode, and released before its last connection here is closed. Of one thread.
class HeldLocks
{
public:
    explicit HeldLocks(const QString &databaseFile);
    ~HeldLocks() { release(); }
    HeldLocks(const HeldLocks &) = delete;
    HeldLocks &operator=(const HeldLocks &) = delete;

    /// Gives the locks back. The descriptors stay open till the process ends: closing them would take SQLite's locks away.
    void release();

private:
    int m_database = -1;
    int m_index = -1;
};

} // namespace Matchbook
