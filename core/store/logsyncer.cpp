// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logsyncer.h"

#include "delivery.h"

#include <cerrno>
#include <iterator>
#include <numeric>
#include <sys/stat.h>

namespace Matchbook {

namespace {

Failure syncFailure(const QString &file, int error)
{
    const bool isFull = error == ENOSPC || error == EDQUOT;
    return {isFull ? Failure::Kind::StoreFull : Failure::Kind::StoreTrouble,
            file + QStringLiteral(": ") + qt_error_string(error)};
}

} // namespace

LogSyncer::LogSyncer(const QString &databaseFile, Sync sync, std::function<void(bool failed)> concluded)
    : m_log(databaseFile + QStringLiteral("-wal")), m_sync(std::move(sync)), m_concluded(std::move(concluded))
{
    // SQLite's locks are on other files, so closing this descriptor takes none of them away.
    if (m_log.open(QIODevice::ReadOnly | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        m_thread = std::thread([this] { run(); });
}

LogSyncer::~LogSyncer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
    for (Batch &batch : m_failures.batches)
        deliver(batch.jobs, batch.receipts);
}

bool LogSyncer::isLogGone() const
{
    struct stat open = {};
    struct stat there = {};
    if (!isUsable() || ::fstat(m_log.handle(), &open) != 0)
        return false;
    return ::stat(QFile::encodeName(m_log.fileName()).constData(), &there) != 0 || open.st_ino != there.st_ino
            || open.st_dev != there.st_dev;
}

void LogSyncer::take(Batch &&batch)
{
    {
        const std::lock_guard lock(m_mutex);
        m_untold += batch.jobs.size();
        m_waiting.push_back(std::move(batch));
    }
    m_wake.notify_one();
}

void LogSyncer::waitUntilTold()
{
    std::unique_lock lock(m_mutex);
    m_told.wait(lock, [this] { return m_untold == 0; });
}

LogSyncer::Failures LogSyncer::takeFailed()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_failures, {});
}

void LogSyncer::run()
{
    std::vector<Batch> batches;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        batches.swap(m_waiting);
        const size_t jobs
                = std::accumulate(batches.cbegin(), batches.cend(), size_t(0),
                                  [](size_t sum, const Batch &batch) { return sum + batch.jobs.size(); });
        lock.unlock();
        const bool told = conclude(batches);
        batches.clear();
        lock.lock();
        m_untold -= jobs;
        m_told.notify_all();
        lock.unlock();
        m_concluded(!told);
        lock.lock();
    }
}

bool LogSyncer::conclude(std::vector<Batch> &batches)
{
    if (m_sync(m_log.handle()) == 0) {
        for (Batch &batch : batches)
            deliver(batch.jobs, batch.receipts);
        return true;
    }
    const int error = errno;
    for (Batch &batch : batches) {
        for (WriteReceipt &receipt : batch.receipts) {
            if (receipt.result == WriteReceipt::Result::Stored)
                receipt = {};
        }
    }
    const std::lock_guard lock(m_mutex);
    m_failures.failure = syncFailure(m_log.fileName(), error);
    std::move(batches.begin(), batches.end(), std::back_inserter(m_failures.batches));
    return false;
}

} // namespace Matchbook
