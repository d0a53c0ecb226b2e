// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "spillfile.h"

#include <QDataStream>

#include <cerrno>
#include <cstring>
#include <limits>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace Matchbook {

namespace {

/// About ten thousand clicks.
constexpr qint64 reservedBytes = 4 * 1024 * 1024;
constexpr quint32 recordMark = 0x4d42434bu; // "MBCK"; zeros end the file
constexpr quint32 largestRecord = 256 * 1024;
constexpr auto streamVersion = QDataStream::Qt_6_4;

QByteArray recordOf(const NewClick &click)
{
    QByteArray payload;
    QDataStream out(&payload, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << click.clickId.bytes().toByteArray() << click.time << qint32(click.kind) << click.campaign.value
        << click.offer.value << click.network.value << click.costMicros << click.costCurrency.code()
        << click.externalId;
    for (const QString &subId : click.subIds)
        out << subId;
    out << click.query << click.address << click.userAgent << click.referrer;
    QByteArray record;
    QDataStream framed(&record, QIODevice::WriteOnly);
    framed.setVersion(streamVersion);
    framed << recordMark << quint32(payload.size()) << qChecksum(payload);
    return record + payload;
}

std::optional<NewClick> clickOf(const QByteArray &payload)
{
    QDataStream in(payload);
    in.setVersion(streamVersion);
    NewClick click;
    QByteArray clickId;
    qint32 kind = 0;
    QString currency;
    in >> clickId >> click.time >> kind >> click.campaign.value >> click.offer.value >> click.network.value
            >> click.costMicros >> currency >> click.externalId;
    for (QString &subId : click.subIds)
        in >> subId;
    in >> click.query >> click.address >> click.userAgent >> click.referrer;
    const auto parsed = ClickId::parse(clickId);
    if (in.status() != QDataStream::Ok || !parsed || kind < 0 || kind > int(ClickKind::Test))
        return std::nullopt;
    click.clickId = *parsed;
    click.kind = ClickKind(kind);
    click.costCurrency = Currency::fromCode(currency).value_or(Currency());
    return click;
}

/// The record at \a position, and where the next one begins. Nothing at the end or where a crash tore the file.
std::optional<std::pair<NewClick, qint64>> readRecord(const QByteArray &bytes, qint64 position)
{
    constexpr qint64 headSize = 4 + 4 + 2;
    if (position + headSize > bytes.size())
        return std::nullopt;
    QDataStream head(QByteArray::fromRawData(bytes.constData() + position, headSize));
    quint32 mark = 0;
    quint32 size = 0;
    quint16 checksum = 0;
    head >> mark >> size >> checksum;
    if (mark != recordMark || size > largestRecord || position + headSize + size > bytes.size())
        return std::nullopt;
    const QByteArray payload = bytes.mid(position + headSize, size);
    if (qChecksum(payload) != checksum)
        return std::nullopt;
    const auto click = clickOf(payload);
    if (!click)
        return std::nullopt;
    return std::pair(*click, position + headSize + size);
}

Failure fileFailure(const QFile &file)
{
    return {Failure::Kind::FileTrouble, file.fileName() + QStringLiteral(": ") + file.errorString()};
}

/// What the system said, in its words: a write that a full disk cut short leaves QFile without any.
Failure systemFailure(const QFile &file, int error)
{
    const auto kind
            = error == ENOSPC || error == EDQUOT ? Failure::Kind::StoreFull : Failure::Kind::FileTrouble;
    return {kind, file.fileName() + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(error))};
}

/// What its file system has left for us, in bytes.
qint64 roomAround(int file)
{
    struct statvfs around = {};
    return ::fstatvfs(file, &around) == 0 ? qint64(around.f_bavail) * qint64(around.f_frsize)
                                          : std::numeric_limits<qint64>::max();
}

qint64 sizeOf(int file)
{
    struct stat about = {};
    return ::fstat(file, &about) == 0 ? qint64(about.st_size) : 0;
}

} // namespace

Expected<void> SpillFile::open()
{
    auto opened = takeRoom();
    m_trouble = opened ? std::nullopt : std::optional(opened.error());
    return opened;
}

Expected<void> SpillFile::takeRoom()
{
    if (!m_file.isOpen()
        && !m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner))
        return unexpected(fileFailure(m_file));
    if (const auto found = readAll(); !found)
        return unexpected(found.error());
    const qint64 size = sizeOf(m_file.handle());
    if (size >= reservedBytes)
        return {};
    // The store needs the last room more than the reserve does.
    if (roomAround(m_file.handle()) < reservedBytes - size)
        return unexpected(systemFailure(m_file, ENOSPC));
    // Written rather than only sized: a sparse file has no room on a full disk.
    auto written = writeAt(size, QByteArray(reservedBytes - size, '\0'));
    if (!written)
        m_file.resize(size);
    return written;
}

Expected<QList<NewClick>> SpillFile::readAll()
{
    QByteArray bytes(sizeOf(m_file.handle()), Qt::Uninitialized);
    qint64 got = 0;
    while (got < bytes.size()) {
        const ssize_t part
                = ::pread(m_file.handle(), bytes.data() + got, size_t(bytes.size() - got), off_t(got));
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return unexpected(systemFailure(m_file, errno));
        if (part == 0)
            break;
        got += part;
    }
    bytes.truncate(got);
    QList<NewClick> clicks;
    qint64 position = 0;
    while (const auto record = readRecord(bytes, position)) {
        clicks << record->first;
        position = record->second;
    }
    m_end = position;
    m_count = clicks.size();
    return clicks;
}

Expected<void> SpillFile::append(const QList<NewClick> &clicks)
{
    QByteArray records;
    for (const NewClick &click : clicks)
        records += recordOf(click);
    // What an earlier, longer filling left behind must not be taken for records.
    const QByteArray ending(4, '\0');
    if (auto written = writeAt(m_end, records + ending); !written) {
        // Whoever hears that it has failed counts these clicks as lost, so nobody may find a part of them here.
        (void)writeAt(m_end, ending);
        return written;
    }
    m_end += records.size();
    m_count += clicks.size();
    return {};
}

Expected<void> SpillFile::clear()
{
    if (auto written = writeAt(0, QByteArray(4, '\0')); !written)
        return written;
    m_end = 0;
    m_count = 0;
    return {};
}

Expected<void> SpillFile::writeAt(qint64 position, const QByteArray &bytes)
{
    if (!m_file.isOpen())
        return unexpected(Failure::Kind::FileTrouble, m_file.fileName());
    qint64 done = 0;
    while (done < bytes.size()) {
        const ssize_t part = ::pwrite(m_file.handle(), bytes.constData() + done, size_t(bytes.size() - done),
                                      off_t(position + done));
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return unexpected(systemFailure(m_file, errno));
        done += part;
    }
    return ::fdatasync(m_file.handle()) == 0 ? Expected<void>() : unexpected(systemFailure(m_file, errno));
}

} // namespace Matchbook
