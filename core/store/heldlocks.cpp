// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heldlocks.h"

#include <QFile>

#include <fcntl.h>

namespace Matchbook {

namespace {

/// Bytes that SQLite locks shared for as long as a connection is open (its file format never changes them): of the data file, and
/// the "dead man's switch" of the log's index.
constexpr off_t sharedFirst = 0x40000000 + 2;
constexpr off_t sharedSize = 510;
constexpr off_t deadMansSwitch = 128;

int openForReading(const QString &file)
{
    return ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
}

void setLock(int descriptor, short type, off_t start, off_t length)
{
    if (descriptor < 0)
        return;
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = start;
    lock.l_len = length;
    // Without it everything works as long as nobody closes another descriptor, so a failure is no reason to stop.
    (void)::fcntl(descriptor, F_OFD_SETLK, &lock);
}

} // namespace

HeldLocks::HeldLocks(const QString &databaseFile)
    : m_database(openForReading(databaseFile)), m_index(openForReading(databaseFile + QStringLiteral("-shm")))
{
    setLock(m_database, F_RDLCK, sharedFirst, sharedSize);
    setLock(m_index, F_RDLCK, deadMansSwitch, 1);
}

void HeldLocks::release()
{
    setLock(m_database, F_UNLCK, sharedFirst, sharedSize);
    setLock(m_index, F_UNLCK, deadMansSwitch, 1);
}

} // namespace Matchbook
