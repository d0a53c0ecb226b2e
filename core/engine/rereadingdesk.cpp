// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingdesk.h"

#include "rereading/personsdecisions.h"
#include "rereading/rereadingapplication.h"
#include "rereading/rereadingjournal.h"
#include "vocabulary/clock.h"

namespace Matchbook {

RereadingDesk::RereadingDesk(Writer &writer, QString databaseFile,
                             std::shared_ptr<const PresetCatalogue> presets, const Clock &clock,
                             QObject *parent)
    : JobDesk(writer, std::move(databaseFile), std::move(presets), clock, parent)
{ }

RereadingDesk::~RereadingDesk()
{
    m_leaving = true;
    end();
}

void RereadingDesk::progress(qint64 done, qint64 total)
{
    QMetaObject::invokeMethod(
            this, [this, done, total, job = presentJob()] { Q_EMIT progressed(job, done, total); },
            Qt::QueuedConnection);
}

RereadingChoice RereadingDesk::withOpening(RereadingChoice choice) const
{
    choice.opening = m_opening;
    return choice;
}

qint64 RereadingDesk::preview(const RereadingChoice &asked)
{
    return start([this, choice = withOpening(asked)] {
        auto database = Database::open(databaseFile(), Database::Access::ReadOnly);
        const auto told = [this](qint64 done, qint64 total) {
            progress(done, total);
            return !isCancelled();
        };
        const auto report = database ? previewRereading(**database, presets(), choice, told)
                                     : Expected<RereadingReport>(unexpected(database.error()));
        finish([this, report](qint64 job) {
            if (report)
                Q_EMIT previewed(job, *report);
            else
                Q_EMIT failed(job, report.error());
        });
    });
}

qint64 RereadingDesk::apply(const RereadingChoice &choice)
{
    return start([this, choice = withOpening(choice)] { tellApplied(applyNow(choice)); });
}

qint64 RereadingDesk::replay(PostbackId postback, const std::optional<PersonsDecision> &decision)
{
    return start([this, postback, decision, opening = m_opening] {
        tellApplied(replayNow(postback, decision, opening));
    });
}

void RereadingDesk::tellApplied(const Expected<Application> &done)
{
    finish([this, done](qint64 job) {
        if (done)
            Q_EMIT applied(job, done->report, done->begunAt);
        else
            Q_EMIT failed(job, done.error());
    });
}

Expected<RereadingDesk::Application> RereadingDesk::replayNow(PostbackId postback,
                                                              const std::optional<PersonsDecision> &decision,
                                                              std::shared_ptr<const OpeningSettings> opening)
{
    auto database = Database::open(databaseFile(), Database::Access::ReadOnly);
    if (!database)
        return unexpected(database.error());
    auto choice = choiceOf(**database, postback, decision);
    if (!choice)
        return unexpected(choice.error());
    choice->opening = std::move(opening);
    return applyNow(*choice);
}

/// \a choice by its postbacks: a long table is not searched while the writer waits.
Expected<RereadingChoice> RereadingDesk::named(RereadingChoice choice) const
{
    const auto database = Database::open(databaseFile(), Database::Access::ReadOnly);
    if (!database)
        return unexpected(database.error());
    const auto ids = chosenPostbacks(**database, choice);
    if (!ids)
        return unexpected(ids.error());
    choice.ids.clear();
    for (const qint64 id : *ids)
        choice.ids << PostbackId{id};
    return choice;
}

Expected<qint64> RereadingDesk::begunSince(qint64 since)
{
    qint64 begunAt = 0;
    const auto looked = onWriter([&](Database &database) -> Expected<bool> {
        const auto header = rereadingHeader(database);
        if (!header)
            return unexpected(header.error());
        if (*header && (*header)->begunAt >= since)
            begunAt = (*header)->begunAt;
        return true;
    });
    return looked ? Expected<qint64>(begunAt) : unexpected(looked.error());
}

Expected<RereadingDesk::Application> RereadingDesk::applyNow(const RereadingChoice &asked)
{
    const auto choice = named(asked);
    if (!choice)
        return unexpected(choice.error());
    const qint64 since = clock().now();
    RereadingApplication application(presets(), *choice, clock());
    const auto apply = [&](Database &database) { return application.nextSlice(database); };
    const auto takeBack = [&](Database &database) { return application.takeBack(database); };
    for (bool more = true; more && !isCancelled();) {
        const auto slice = onWriter(apply);
        if (!slice)
            return unexpected(slice.error());
        more = *slice;
        progress(application.done(), application.total());
        if (!more) {
            const auto begunAt = begunSince(since);
            return begunAt ? Expected<Application>(Application{application.report(), *begunAt})
                           : unexpected(begunAt.error());
        }
    }
    if (m_leaving)
        return unexpected(Failure::Kind::Cancelled);
    for (bool more = true; more;) {
        const auto slice = onWriter(takeBack);
        if (!slice)
            return unexpected(slice.error());
        more = *slice;
    }
    RereadingReport report = application.report();
    report.cancelled = true;
    return Application{report, 0};
}

qint64 RereadingDesk::undo(qint64 begunAt)
{
    return start([this, begunAt] {
        const auto done = undoNow(begunAt);
        finish([this, done](qint64 job) {
            if (done)
                Q_EMIT undone(job);
            else
                Q_EMIT failed(job, done.error());
        });
    });
}

Expected<void> RereadingDesk::undoNow(qint64 begunAt)
{
    RereadingUndo undo(presets(), clock());
    const auto begin = [&](Database &database) -> Expected<bool> {
        const auto header = rereadingHeader(database);
        if (!header)
            return unexpected(header.error());
        if (begunAt != 0 && *header && (*header)->begunAt != begunAt)
            return unexpected(Failure::Kind::BadUsage,
                              QStringLiteral("another re-reading was done since, and would be undone"));
        const auto begun = undo.begin(database);
        return begun ? Expected<bool>(true) : unexpected(begun.error());
    };
    const auto next = [&](Database &database) { return undo.nextSlice(database); };
    if (const auto begun = onWriter(begin); !begun)
        return unexpected(begun.error());
    for (bool more = true; more && !m_leaving;) {
        const auto slice = onWriter(next);
        if (!slice)
            return unexpected(slice.error());
        more = *slice;
        progress(undo.done(), undo.total());
    }
    return {};
}

} // namespace Matchbook
