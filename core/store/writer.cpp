// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "writer.h"

#include "batchwriter.h"
#include "checkpointer.h"
#include "delivery.h"
#include "logsyncer.h"
#include "migrations.h"
#include "spilledclicks.h"
#include "vocabulary/clock.h"

#include <QLoggingCategory>

#include <chrono>
#include <future>
#include <iterator>

Q_LOGGING_CATEGORY(writerLog, "matchbook.writer")

namespace Matchbook {

namespace {

/// How soon a campaign made by another process is served, and spilled clicks are tried again.
constexpr auto settingsInterval = std::chrono::milliseconds(250);
constexpr int logPagesToCopy = 8'000;
/// For fewer jobs than this a second thread costs more than it saves.
constexpr size_t smallestSyncedApart = 8;
/// A batch costs some pages of the log whatever its size, so a small crowd is not halved.
constexpr size_t smallestHalf = 32;

} // namespace

/// What only the writer's thread touches. The order matters: statements die before their connection.
struct Writer::Insides {
    std::unique_ptr<Database> database;
    std::unique_ptr<BatchWriter> batches;
    std::unique_ptr<Checkpointer> checkpointer;
    std::unique_ptr<SpilledClicks> spilled;
    qint64 dataVersion = -1;
    qint64 settingsVersion = -1;
    std::chrono::steady_clock::time_point looked{};
    bool logCopyWanted = false;
    WriterState state;
};

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
    while (takeWork(jobs, tasks)) {
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
        if (m_queue.size() > 1)
            return true; // whoever posted the first has woken the writer
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
    insides->spilled = std::make_unique<SpilledClicks>(*insides->batches);
    m_syncer = std::make_unique<LogSyncer>(m_databaseFile, m_sync, [this] {
        const std::lock_guard lock(m_mutex);
        m_someUnsynced = true;
        m_wake.notify_one();
    });
    insides->checkpointer = std::make_unique<Checkpointer>(m_databaseFile);
    return insides;
}

bool Writer::takeWork(std::vector<WriteJob> &jobs, std::vector<std::function<void(Database &)>> &tasks)
{
    jobs.clear();
    tasks.clear();
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, settingsInterval,
                    [this] { return m_stop || m_someUnsynced || !m_queue.empty() || !m_tasks.empty(); });
    m_someUnsynced = false;
    tasks.swap(m_tasks);
    // Whoever waits for answers before asking again must not wait in one crowd: while one half is synced, the other is written.
    const size_t half = (m_queue.size() + m_syncer->untold()) / 2;
    const size_t taken = std::min(m_queue.size(), std::clamp(half, smallestHalf, batchLimit));
    const auto end = m_queue.begin() + qsizetype(taken);
    jobs.assign(std::make_move_iterator(m_queue.begin()), std::make_move_iterator(end));
    m_queue.erase(m_queue.begin(), end);
    return !(m_stop && jobs.empty() && tasks.empty());
}

void Writer::lookAtSettings(Insides &insides, const std::vector<WriteJob> &jobs)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_presetsChanged, false)) {
            insides.batches->setPresets(m_presets);
            insides.settingsVersion = -1; // so that the networks are worked out again
        }
    }
    const auto now = std::chrono::steady_clock::now();
    // A key nobody knows may be of a network that another process has just added.
    const bool unknownKey = std::any_of(jobs.cbegin(), jobs.cend(), [&](const WriteJob &job) {
        const auto *raw = std::get_if<RawPostback>(&job.work);
        return raw && !raw->key.isEmpty() && !insides.batches->knowsKey(raw->key);
    });
    if (!jobs.empty() && !unknownKey && now - insides.looked < settingsInterval)
        return;
    insides.looked = now;
    Catalogue catalogue(*insides.database, m_clock);
    const auto version = catalogue.settingsVersion();
    if (!version || *version == insides.settingsVersion)
        return;
    const auto settings = catalogue.settings();
    if (!settings) {
        qCWarning(writerLog) << "the settings cannot be read:" << settings.error().detail;
        return;
    }
    insides.settingsVersion = *version;
    insides.batches->setNetworks(settings->networks, settings->retiredKeys);
    setJudgedNetworks(insides.batches->networks());
    m_listeners.settingsChanged(*settings);
}

void Writer::writeBatch(Insides &insides, std::vector<WriteJob> &jobs)
{
    const bool many = jobs.size() >= smallestSyncedApart || m_syncer->untold() > 0;
    if (many && m_syncer->isUsable() && !insides.state.trouble)
        (void)insides.database->setCommitsSync(false);
    const bool syncedApart = !insides.database->commitsSync();
    std::vector<WriteReceipt> receipts(jobs.size());
    auto written = insides.batches->write(jobs);
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

void Writer::lookAtUnsynced(Insides &insides)
{
    LogSyncer::Failures failed = m_syncer->takeFailed();
    for (auto &[jobs, receipts] : failed.batches) {
        insides.spilled->keep(jobs, receipts);
        tellState(insides, failed.failure);
        deliver(jobs, receipts);
    }
}

void Writer::recover(Insides &insides)
{
    if (m_useSpill)
        insides.spilled->use(m_spillFile);
    if (const auto tried = insides.spilled->tryAgain(insides.state.trouble.has_value()))
        tellState(insides, *tried ? std::nullopt : std::optional(tried->error()));
}

void Writer::tendLog(Insides &insides)
{
    if (insides.checkpointer->takeFinished()) {
        (void)insides.database->execute(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
        insides.logCopyWanted = false;
    }
    if (!insides.logCopyWanted && insides.database->logPages() > logPagesToCopy) {
        insides.logCopyWanted = true;
        insides.checkpointer->wake();
    }
}

void Writer::tellState(Insides &insides, std::optional<Failure> trouble)
{
    const WriterState state{std::move(trouble), insides.spilled->count()};
    if (state == insides.state)
        return;
    insides.state = state;
    if (state.trouble)
        qCWarning(writerLog) << "the store is in trouble:" << state.trouble->detail;
    m_listeners.stateChanged(state);
}

} // namespace Matchbook
