// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "writer.h"

#include "batching.h"
#include "delivery.h"
#include "logsyncer.h"
#include "migrations.h"
#include "writerinsides.h"

#include <QLoggingCategory>

#include <future>
#include <iterator>

Q_DECLARE_LOGGING_CATEGORY(writerLog)

namespace Matchbook {

Writer::Writer(QString databaseFile, QString spillFile, std::shared_ptr<const PresetCatalogue> presets,
               const Clock &clock, Listeners listeners, std::function<int(int)> sync)
    : m_databaseFile(std::move(databaseFile)), m_spillFile(std::move(spillFile)),
      m_presets(std::move(presets)), m_clock(clock), m_listeners(std::move(listeners)),
      m_sync(std::move(sync))
{ }

Writer::~Writer()
{
    stop();
}

Expected<void> Writer::start()
{
    std::promise<Expected<void>> opened;
    auto result = opened.get_future();
    m_stop = false;
    m_thread = std::thread([this, &opened] {
        auto insides = open();
        if (!insides) {
            opened.set_value(unexpected(insides.error()));
            return;
        }
        lookAtSettings(**insides, {});
        opened.set_value({});
        run(**insides);
    });
    const Expected<void> state = result.get();
    if (!state) {
        m_thread.join();
        m_stop = true;
    }
    return state;
}

void Writer::run(Insides &insides)
{
    std::vector<WriteJob> jobs;
    std::vector<std::function<void(Database &)>> tasks;
    while (takeWork(insides, jobs, tasks)) {
        lookAtUnsynced(insides);
        lookAtSettings(insides, jobs);
        for (const auto &task : tasks)
            task(*insides.database);
        if (!tasks.empty())
            lookAtSettings(insides, {});
        if (!jobs.empty())
            writeBatch(insides, jobs);
        recover(insides);
        tendLog(insides);
    }
    m_syncer->waitUntilTold();
    lookAtUnsynced(insides);
    (void)insides.database->execute(QStringLiteral("PRAGMA optimize"));
    insides.locks->release();
}

Expected<void> Writer::useSpillFile()
{
    if (m_usesSpill)
        return {};
    auto file = std::make_unique<SpillFile>(m_spillFile);
    auto opened = file->open();
    {
        const std::lock_guard lock(m_mutex);
        m_newSpill = std::move(file);
        m_usesSpill = true;
    }
    m_wake.notify_one();
    return opened;
}

void Writer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

bool Writer::post(WriteJob &&job)
{
    if (const auto *raw = std::get_if<RawPostback>(&job.work)) {
        // Reading a postback needs nothing of the store, and there is one writer for all who post.
        if (const auto networks = judgedNetworks())
            job.ahead = readAhead(*raw, networks);
    }
    {
        const std::lock_guard lock(m_mutex);
        if (m_stop || m_queue.size() >= queueLimit)
            return false;
        m_queue.push_back(std::move(job));
        if (!hasBatch())
            return true;
    }
    m_wake.notify_one();
    return true;
}

bool Writer::postTask(std::function<void(Database &)> task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stop)
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

void Writer::waitUntilWritten()
{
    const auto roundTrip = [this] {
        auto passed = std::make_shared<std::promise<void>>();
        if (postTask([passed](Database &) { passed->set_value(); }))
            passed->get_future().wait();
    };
    bool empty = false;
    while (!empty) {
        roundTrip();
        const std::lock_guard lock(m_mutex);
        empty = m_queue.empty() || m_stop;
    }
    // The last batch may still have been at work, and then in the syncer's hands, which gives back what has failed.
    roundTrip();
    if (m_syncer)
        m_syncer->waitUntilTold();
    roundTrip();
}

Expected<std::unique_ptr<Writer::Insides>> Writer::open()
{
    auto insides = std::make_unique<Insides>();
    auto database = Database::open(m_databaseFile, Database::Access::ReadWrite);
    if (!database)
        return unexpected(database.error());
    insides->database = *std::move(database);
    if (auto migrated = migrate(*insides->database); !migrated)
        return unexpected(migrated.error());
    insides->database->countLogOnly();
    insides->batches = std::make_unique<BatchWriter>(*insides->database, m_presets);
    insides->spilled = std::make_unique<SpilledClicks>(*insides->database, *insides->batches);
    m_syncer = std::make_unique<LogSyncer>(m_databaseFile, m_sync, [this](bool failed) {
        const std::lock_guard lock(m_mutex);
        m_someUnsynced = m_someUnsynced || failed;
        m_wake.notify_one();
    });
    insides->checkpointer = std::make_unique<Checkpointer>(m_databaseFile);
    insides->locks = std::make_unique<HeldLocks>(m_databaseFile);
    return insides;
}

bool Writer::hasBatch() const
{
    return Batching::isWorthWriting(m_queue.size(), m_syncer->untold());
}

bool Writer::takeWork(Insides &insides, std::vector<WriteJob> &jobs,
                      std::vector<std::function<void(Database &)>> &tasks)
{
    jobs.clear();
    tasks.clear();
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, settingsInterval,
                    [this] { return m_stop || m_someUnsynced || hasBatch() || !m_tasks.empty(); });
    m_someUnsynced = false;
    if (m_newSpill)
        insides.spilled->use(std::move(m_newSpill));
    tasks.swap(m_tasks);
    const size_t taken = Batching::jobsToTake(m_queue.size(), m_syncer->untold());
    const auto end = m_queue.begin() + qsizetype(taken);
    jobs.assign(std::make_move_iterator(m_queue.begin()), std::make_move_iterator(end));
    m_queue.erase(m_queue.begin(), end);
    return !(m_stop && jobs.empty() && tasks.empty());
}

void Writer::writeBatch(Insides &insides, std::vector<WriteJob> &jobs)
{
    if (Batching::isSyncedApart(jobs.size(), m_syncer->untold()) && m_syncer->isUsable()
        && !insides.state.trouble && !insides.gone)
        (void)insides.database->setCommitsSync(false);
    const bool syncedApart = !insides.database->commitsSync();
    std::vector<WriteReceipt> receipts(jobs.size());
    auto written = insides.gone ? unexpected(*insides.gone) : insides.batches->write(jobs);
    if (written)
        receipts = *std::move(written);
    insides.spilled->keep(jobs, receipts);
    tellState(insides, written ? std::nullopt : std::optional(written.error()));
    if (!syncedApart)
        return deliver(jobs, receipts);
    if (auto restored = insides.database->setCommitsSync(true); !restored)
        qCWarning(writerLog) << "commits are still not synced:" << restored.error().detail;
    m_syncer->take({std::move(jobs), std::move(receipts)});
    jobs.clear();
}

} // namespace Matchbook
