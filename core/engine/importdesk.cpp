// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importdesk.h"

#include "reportimport/reportimport.h"
#include "vocabulary/clock.h"

namespace Matchbook {

ImportDesk::ImportDesk(Writer &writer, QString databaseFile, std::shared_ptr<const PresetCatalogue> presets,
                       const Clock &clock, QObject *parent)
    : JobDesk(writer, std::move(databaseFile), std::move(presets), clock, parent)
{ }

ImportDesk::~ImportDesk()
{
    end();
}

bool ImportDesk::tellProgress(double done)
{
    QMetaObject::invokeMethod(
            this, [this, done, job = presentJob()] { Q_EMIT progressed(job, done); }, Qt::QueuedConnection);
    return !isCancelled();
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
    auto database = Database::open(databaseFile(), Database::Access::ReadOnly);
    if (!database)
        return unexpected(database.error());
    return previewImport(**database, presets(), choice, clock().now(),
                         [this](double done) { return tellProgress(done); });
}

Expected<ImportReport> ImportDesk::applyNow(const ImportChoice &choice)
{
    auto database = Database::open(databaseFile(), Database::Access::ReadOnly);
    if (!database)
        return unexpected(database.error());
    ReportImport work(presets(), choice, clock());
    if (auto prepared = work.prepare(**database, [this](double) { return !isCancelled(); }); !prepared)
        return unexpected(prepared.error());
    const auto next = [&work](Database &writing) { return work.nextSlice(writing); };
    bool more = true;
    while (more && !isCancelled()) {
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
