// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attacks.h"

#include <QFile>
#include <QThread>

#include <sys/resource.h>
#include <unistd.h>

namespace Matchbook {

ListenerSettings quickSettings()
{
    ListenerSettings settings;
    // Strangers have loopback addresses here.
    settings.alsoUncapped = {};
    settings.limits.headerTime = 1000;
    settings.limits.bodyTime = 1000;
    settings.limits.idleTime = 1000;
    settings.limits.responseTime = 500;
    settings.limits.writeTime = 1000;
    settings.limits.lingerTime = 500;
    settings.limits.evictionAge = 50;
    settings.limits.sweepInterval = 50;
    return settings;
}

qint64 residentMemory()
{
#ifdef __SANITIZE_ADDRESS__
    return 0;
#else
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
#endif
}

qint64 processorTime()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
            + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

std::vector<PlainClient> connectMany(quint16 port, int count)
{
    std::vector<PlainClient> clients;
    for (int i = 0; i < count; ++i)
        clients.emplace_back(port, PlainClient::Way{.source = 2 + i / 40});
    return clients;
}

qint64 pour(PlainClient &client, const QByteArray &beginning, const QByteArray &filler, qint64 total)
{
    client.send(beginning);
    qint64 sent = beginning.size();
    int stalls = 0;
    while (sent < total && stalls < 50) {
        const qint64 count = client.sendSome(filler);
        if (count < 0)
            break;
        stalls = count == 0 ? stalls + 1 : 0;
        if (count == 0)
            QThread::msleep(10);
        sent += count;
    }
    return sent;
}

} // namespace Matchbook
