// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importdesk.h"

#include "reportimport/reportimport.h"
#include "store/writer.h"
#include "vocabulary/clock.h"

#include <future>

namespace Matchbook {

ImportDesk::ImportDesk(Writer &writer, QString databaseFile, std::shared_ptr<const PresetCatalogue> presets,
                       const Clock &clock, QObject *parent)
    : QObject(parent), m_writer(writer), m_databaseFile(std::move(databaseFile)),
      m_presets(std::move(presets)), m_clock(clock)
{ }

ImportDesk::~ImportDesk()
{
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join();
}

qint64 ImportDesk::start(std::function<void()> work)
{
    if (m_atWork)
        return 0;
    if (m_thread.joinable())
        m_thread.join();
    if (m_nextPresets)
        m_presets = std::move(m_nextPresets);
    m_atWork = true;
    m_cancelled = false;
    ++m_job;
    m_thread = std::thread(std::move(work));
    return m_job;
}

void ImportDesk::finish(std::function<void(qint64)> tell)
{
    QMetaObject::invokeMethod(
            this,
            [this, tell = std::move(tell), job = m_job] {
                m_atWork = false;
                tell(job);
                // Whoever was told may have begun the next thing.
                if (!m_atWork)
                    Q_EMIT freed();
            },
            Qt::QueuedConnection);
}

bool ImportDesk::tellProgress(double done)
{
    QMetaObject::invokeMethod(
            this, [this, done, job = m_job] { Q_EMIT progressed(job, done); }, Qt::QueuedConnection);
    return !m_cancelled;
}

void ImportDesk::cancel(qint64 job)
{
    if (m_atWork && job == m_job)
        m_cancelled = true;
}

qint64 ImportDesk::preview(const ImportChoice &choice)
{
    return start([this, choice] {
        finish([this, preview = previewNow(choice)](qint64 job) {
            if (preview)
                Q_EMIT previewed(job, *preview);
            else
                Q_EMIT failed(job, preview.error());
        });
    });
}

qint64 ImportDesk::apply(const ImportChoice &choice)
{
    return start([this, choice] {
        finish([this, report = applyNow(choice)](qint64 job) {
            if (report)
                Q_EMIT imported(job, *report);
            else
                Q_EMIT failed(job, report.error());
        });
    });
}

Expected<ImportPreview> ImportDesk::previewNow(const ImportChoice &choice)
{
    auto database = Database::open(m_databaseFile, Database::Access::ReadOnly);
    if (!database)
        return unexpected(database.error());
    return previewImport(**database, m_presets, choice, m_clock.now(),
                         [this](double done) { return tellProgress(done); });
}

Expected<bool> ImportDesk::onWriter(const std::function<Expected<bool>(Database &)> &slice)
{
    auto answer = std::make_shared<std::promise<Expected<bool>>>();
    auto result = answer->get_future();
    if (!m_writer.postTask([&slice, answer](Database &database) { answer->set_value(slice(database)); }))
        return unexpected(Failure::Kind::Cancelled);
    return result.get();
}

Expected<ImportReport> ImportDesk::applyNow(const ImportChoice &choice)
{
    auto database = Database::open(m_databaseFile, Database::Access::ReadOnly);
    if (!database)
        return unexpected(database.error());
    ReportImport work(m_presets, choice, m_clock);
    if (auto prepared = work.prepare(**database, [this](double) { return !m_cancelled.load(); }); !prepared)
        return unexpected(prepared.error());
    const auto next = [&work](Database &writing) { return work.nextSlice(writing); };
    bool more = true;
    while (more && !m_cancelled) {
        const auto slice = onWriter(next);
        if (!slice)
            return unexpected(slice.error());
        more = *slice;
        (void)tellProgress(work.progress());
    }
    if (auto finished = work.finish(**database); !finished)
        return unexpected(finished.error());
    ImportReport report = work.report();
    report.cancelled = more;
    return report;
}

} // namespace Matchbook
