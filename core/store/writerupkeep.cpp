// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delivery.h"
#include "logsyncer.h"
#include "writerinsides.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(writerLog, "matchbook.writer")

namespace Matchbook {

namespace {

constexpr int logPagesToCopy = 8'000;
/// While the store is in trouble, who clicks must not wait for it.
constexpr int patienceInTrouble = 0;

} // namespace

void Writer::lookAtSettings(Insides &insides, const std::vector<WriteJob> &jobs)
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_presetsChanged, false)) {
            insides.batches->setPresets(m_presets);
            insides.settingsVersion = -1; // so that the networks are worked out again
        }
        if (m_newOpening) {
            insides.batches->setOpening(std::move(m_newOpening));
            m_newOpening.reset();
            insides.settingsVersion = -1;
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
    insides.gone = insides.database->isGone() || m_syncer->isLogGone()
            ? std::optional(Failure{Failure::Kind::StoreGone, insides.database->file()})
            : std::nullopt;
    Catalogue catalogue(*insides.database, m_clock);
    const auto version = catalogue.settingsVersion();
    if (!version && version.error().kind == Failure::Kind::StoreLocked)
        tellState(insides, version.error()); // the jobs need not wait as long as this did
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
    if (insides.gone)
        return tellState(insides, insides.gone);
    if (const auto tried = insides.spilled->tryAgain(insides.state.trouble.has_value()))
        tellState(insides, *tried ? std::nullopt : std::optional(tried->error()));
    else
        tellState(insides, insides.state.trouble);
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
    const SpilledClicks &spilled = *insides.spilled;
    const WriterState state{std::move(trouble), spilled.count(), spilled.lost(), spilled.reserveTrouble()};
    if (state == insides.state)
        return;
    const bool isNew = state.trouble && state.trouble != insides.state.trouble;
    insides.state = state;
    insides.database->setPatience(state.trouble ? patienceInTrouble : Database::usualPatience);
    if (isNew)
        qCWarning(writerLog) << "the store is in trouble:" << state.trouble->detail;
    m_listeners.stateChanged(state);
}

} // namespace Matchbook
