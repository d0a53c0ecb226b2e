// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "writer.h"

#include "batchwriter.h"
#include "checkpointer.h"
#include "delivery.h"
#include "migrations.h"
#include "spillfile.h"
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
constexpr auto recoveryInterval = std::chrono::seconds(1);
constexpr int logPagesToCopy = 8'000;

} // namespace

/// What only the writer's thread touches. The order matters: statements die before their connection.
struct Writer::Insides {
    std::unique_ptr<Database> database;
    std::unique_ptr<BatchWriter> batches;
    std::unique_ptr<Checkpointer> checkpointer;
    std::unique_ptr<SpillFile> spill; ///< once it is ours
    qint64 dataVersion = -1;
    qint64 settingsVersion = -1;
    std::chrono::steady_clock::time_point looked{};
    std::chrono::steady_clock::time_point recoveryTried{};
    bool someRefused = false; ///< the store did not take every click of the spill file
    bool logCopyWanted = false;
    WriterState state;
};

Writer::Writer(QString databaseFile, QString spillFile, std::shared_ptr<const PresetCatalogue> presets,
               const Clock &clock, Listeners listeners)
    : m_databaseFile(std::move(databaseFile)), m_spillFile(std::move(spillFile)),
      m_presets(std::move(presets)), m_clock(clock), m_listeners(std::move(listeners))
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
        std::vector<WriteJob> jobs;
        std::vector<std::function<void(Database &)>> tasks;
        while (takeWork(jobs, tasks)) {
            lookAtSettings(**insides, jobs);
            for (const auto &task : tasks)
                task(*(*insides)->database);
            if (!tasks.empty())
                lookAtSettings(**insides, {});
            if (!jobs.empty())
                writeBatch(**insides, jobs);
            recover(**insides);
            tendLog(**insides);
        }
        (void)(*insides)->database->execute(QStringLiteral("PRAGMA optimize"));
    });
    const Expected<void> state = result.get();
    if (!state) {
        m_thread.join();
        m_stop = true;
    }
    return state;
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
    // The queue was empty, but its last batch may still have been at work.
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
    insides->checkpointer = std::make_unique<Checkpointer>(m_databaseFile);
    return insides;
}

bool Writer::takeWork(std::vector<WriteJob> &jobs, std::vector<std::function<void(Database &)>> &tasks)
{
    jobs.clear();
    tasks.clear();
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, settingsInterval,
                    [this] { return m_stop || !m_queue.empty() || !m_tasks.empty(); });
    tasks.swap(m_tasks);
    if (m_queue.size() <= batchLimit) {
        jobs.swap(m_queue);
    } else {
        const auto end = m_queue.begin() + qsizetype(batchLimit);
        jobs.assign(std::make_move_iterator(m_queue.begin()), std::make_move_iterator(end));
        m_queue.erase(m_queue.begin(), end);
    }
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
    std::vector<WriteReceipt> receipts(jobs.size());
    auto written = insides.batches->write(jobs);
    if (written)
        receipts = *std::move(written);
    spill(insides, jobs, receipts);
    tellState(insides, written ? std::nullopt : std::optional(written.error()));
    deliver(jobs, receipts);
}

void Writer::spill(Insides &insides, const std::vector<WriteJob> &jobs, std::vector<WriteReceipt> &receipts)
{
    QList<NewClick> clicks;
    std::vector<size_t> places;
    for (size_t i = 0; i < jobs.size(); ++i) {
        const auto *click = std::get_if<NewClick>(&jobs[i].work);
        if (click && receipts[i].result == WriteReceipt::Result::Failed) {
            clicks << *click;
            places.push_back(i);
        }
    }
    if (clicks.isEmpty() || !insides.spill)
        return;
    if (auto spilled = insides.spill->append(clicks); !spilled) {
        qCWarning(writerLog) << "clicks could not even be spilled:" << spilled.error().detail;
        return;
    }
    for (const size_t place : places)
        receipts[place].result = WriteReceipt::Result::Spilled;
}

void Writer::recover(Insides &insides)
{
    if (m_useSpill && !insides.spill) {
        insides.spill = std::make_unique<SpillFile>(m_spillFile);
        if (auto opened = insides.spill->open(); !opened)
            qCWarning(writerLog) << "there is no room for spilled clicks:" << opened.error().detail;
    }
    const bool spilled = insides.spill && insides.spill->count() > 0;
    if (!spilled && !insides.state.trouble)
        return;
    const auto now = std::chrono::steady_clock::now();
    if ((insides.state.trouble || insides.someRefused) && now - insides.recoveryTried < recoveryInterval)
        return;
    insides.recoveryTried = now;
    const Expected<QList<NewClick>> clicks = spilled ? insides.spill->readAll() : QList<NewClick>();
    const auto refused = clicks ? insides.batches->writeLate(*clicks) : unexpected(clicks.error());
    insides.someRefused = refused && !refused->isEmpty();
    Expected<void> done = refused ? Expected<void>() : unexpected(refused.error());
    if (refused && refused->size() < clicks->size()) {
        done = insides.spill->clear();
        if (done && insides.someRefused)
            done = insides.spill->append(*refused);
    }
    tellState(insides, done ? std::nullopt : std::optional(done.error()));
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
    const WriterState state{std::move(trouble), insides.spill ? insides.spill->count() : 0};
    if (state == insides.state)
        return;
    insides.state = state;
    if (state.trouble)
        qCWarning(writerLog) << "the store is in trouble:" << state.trouble->detail;
    m_listeners.stateChanged(state);
}

} // namespace Matchbook
