// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

namespace Matchbook {

Expected<void> DataFolder::prepare() const
{
    const bool existed = QFileInfo::exists(path);
    if (!QDir().mkpath(path))
        return unexpected(Failure::Kind::StoreReadOnly, path);
    if (!existed)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

QString DataFolder::standardPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + QStringLiteral("/matchbook");
}

QString DataFolder::listeningAddress() const
{
    QLockFile lock(listenerLock());
    lock.setStaleLockTime(0);
    if (lock.tryLock(0)) {
        lock.unlock();
        return {};
    }
    if (lock.error() != QLockFile::LockFailedError)
        return {}; // nobody holds it, we may not either
    QFile file(addressFile());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.read(1024)).trimmed();
}

} // namespace Matchbook
