// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Matchbook {

namespace {

constexpr qint64 mostBytes = 1024 * 1024;
constexpr mode_t ownersReading = S_IRUSR | S_IWUSR;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Matchbook::Secrets)
};

Unexpected refused(const QString &sentence, const QString &name)
{
    return unexpected(Failure::Kind::BadUsage, sentence.arg(name));
}

/// Of the file that was opened, so that nobody can put another in its place meanwhile.
Expected<void> checkOwnership(int descriptor, const QString &name)
{
    struct stat found = {};
    if (::fstat(descriptor, &found) != 0)
        return refused(Texts::tr("%1 cannot be read."), name);
    if (!S_ISREG(found.st_mode))
        return refused(Texts::tr("%1 is not a regular file, so no secret is read from it."), name);
    if (found.st_uid != ::geteuid())
        return refused(
                Texts::tr(
                        "%1 belongs to another user, so no secret is read from it. Give it to the user that runs "
                        "Matchbook."),
                name);
    if ((found.st_mode & 07777 & ~ownersReading) != 0)
        return unexpected(Failure::Kind::BadUsage,
                          Texts::tr(
                                  "%2 has mode %1, so others could read it; no secret is read from it. Run: "
                                  "chmod 600 %2")
                                  .arg(found.st_mode & 07777, 4, 8, QLatin1Char('0'))
                                  .arg(name));
    return {};
}

Unexpected trouble(const QString &name)
{
    return unexpected(Failure::Kind::FileTrouble,
                      name + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno)));
}

bool writeDurably(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(descriptor, bytes.constData() + done, size_t(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        done += count;
    }
    return ::fsync(descriptor) == 0;
}

} // namespace

Expected<QByteArray> readPrivateFile(const QString &name)
{
    // O_NONBLOCK: a pipe must not make anybody wait before it is refused.
    const int descriptor
            = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0 && errno == ENOENT)
        return unexpected(Failure::Kind::NotFound, Texts::tr("There is no file %1.").arg(name));
    if (descriptor < 0 && errno == ELOOP)
        return refused(Texts::tr("%1 is a link, so no secret is read from it. Name the file itself."), name);
    if (descriptor < 0)
        return refused(Texts::tr("%1 cannot be read."), name);
    QFile file;
    file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    if (auto own = checkOwnership(descriptor, name); !own)
        return unexpected(own.error());
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return refused(Texts::tr("%1 is too long for a file of secrets."), name);
    return bytes;
}

Expected<void> writePrivateFile(const QString &name, const QByteArray &bytes)
{
    // Not QSaveFile, whose temporary file is readable by everybody for a moment. mkostemp() makes it with mode 0600.
    QByteArray temporary = QFile::encodeName(name) + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0)
        return trouble(name);
    const bool isWritten = writeDurably(descriptor, bytes);
    const bool isClosed = ::close(descriptor) == 0;
    if (!isWritten || !isClosed
        || ::rename(temporary.constData(), QFile::encodeName(name).constData()) != 0) {
        const Unexpected failed = trouble(name);
        ::unlink(temporary.constData());
        return failed;
    }
    const int folder = ::open(QFile::encodeName(QFileInfo(name).absolutePath()).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

} // namespace Matchbook
