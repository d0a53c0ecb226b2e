// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cerrno>
#include <sqlite3.h>
#include <unistd.h>

namespace Matchbook {

/// A disk that can be filled up and freed: SQLite's writes in this process are answered as the system answers them when
/// there is no room. Make it before the first database is opened; one at most in a program.
class FullDisk
{
public:
    FullDisk()
    {
        sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
        for (const char *name : {"pwrite", "pwrite64"}) {
            if (vfs->xGetSystemCall(vfs, name))
                vfs->xSetSystemCall(vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(&FullDisk::write));
        }
    }
    ~FullDisk() { isFull = false; }

    static inline std::atomic<bool> isFull = false;

private:
    static ssize_t write(int file, const void *bytes, size_t count, off_t offset)
    {
        if (isFull) {
            errno = ENOSPC;
            return -1;
        }
        return ::pwrite(file, bytes, count, offset);
    }
};

} // namespace Matchbook
