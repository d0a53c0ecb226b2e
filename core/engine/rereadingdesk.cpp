// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingdesk.h"

#include "rereading/personsdecisions.h"
#include "rereading/rereadingapplication.h"
#include "store/writer.h"

#include <future>

namespace Matchbook {

RereadingDesk::RereadingDesk(Writer &writer, QString databaseFile,
                             std::shared_ptr<const PresetCatalogue> presets, const Clock &clock,
                             QObject *parent)
    : QObject(parent), m_writer(writer), m_databaseFile(std::move(databaseFile)),
      m_presets(std::move(presets)), m_clock(clock)
{ }

RereadingDesk::~RereadingDesk()
{
    m_leaving = true;
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join();
}

void RereadingDesk::start(std::function<void()> work)
{
    if (m_atWork) {
        Q_EMIT failed({Failure::Kind::AlreadyExists, QStringLiteral("another re-reading is at work")});
        return;
    }
    if (m_thread.joinable())
        m_thread.join();
    if (m_nextPresets)
        m_presets = std::move(m_nextPresets);
    m_atWork = true;
    m_cancelled = false;
    m_thread = std::thread(std::move(work));
}

void RereadingDesk::finish(std::function<void()> tell)
{
    QMetaObject::invokeMethod(
            this,
            [this, tell = std::move(tell)] {
                m_atWork = false;
                tell();
            },
            Qt::QueuedConnection);
}

void RereadingDesk::progress(qint64 done, qint64 total)
{
    QMetaObject::invokeMethod(
            this, [this, done, total] { Q_EMIT progressed(done, total); }, Qt::QueuedConnection);
}

Expected<bool> RereadingDesk::onWriter(const Slice &slice)
{
    auto answer = std::make_shared<std::promise<Expected<bool>>>();
    auto result = answer->get_future();
    if (!m_writer.postTask([&slice, answer](Database &database) { answer->set_value(slice(database)); }))
        return unexpected(Failure::Kind::Cancelled);
    return result.get();
}

void RereadingDesk::preview(const RereadingChoice &choice)
{
    start([this, choice] {
        auto database = Database::open(m_databaseFile, Database::Access::ReadOnly);
        const auto told = [this](qint64 done, qint64 total) {
            progress(done, total);
            return !m_cancelled;
        };
        const auto report = database ? previewRereading(**database, m_presets, choice, told)
                                     : Expected<RereadingReport>(unexpected(database.error()));
        finish([this, report] {
            if (report)
                Q_EMIT previewed(*report);
            else
                Q_EMIT failed(report.error());
        });
    });
}

void RereadingDesk::apply(const RereadingChoice &choice)
{
    start([this, choice] { tellApplied(applyNow(choice)); });
}

void RereadingDesk::replay(PostbackId postback, const std::optional<PersonsDecision> &decision)
{
    start([this, postback, decision] { tellApplied(replayNow(postback, decision)); });
}

void RereadingDesk::tellApplied(const Expected<RereadingReport> &report)
{
    finish([this, report] {
        if (report)
            Q_EMIT applied(*report);
        else
            Q_EMIT failed(report.error());
    });
}

Expected<RereadingReport> RereadingDesk::replayNow(PostbackId postback,
                                                   const std::optional<PersonsDecision> &decision)
{
    auto database = Database::open(m_databaseFile, Database::Access::ReadOnly);
    if (!database)
        return unexpected(database.error());
    const auto choice = choiceOf(**database, postback, decision);
    if (!choice)
        return unexpected(choice.error());
    return applyNow(*choice);
}

/// \a choice by its postbacks: a long table is not searched while the writer waits.
Expected<RereadingChoice> RereadingDesk::named(RereadingChoice choice) const
{
    const auto database = Database::open(m_databaseFile, Database::Access::ReadOnly);
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

Expected<RereadingReport> RereadingDesk::applyNow(const RereadingChoice &asked)
{
    const auto choice = named(asked);
    if (!choice)
        return unexpected(choice.error());
    RereadingApplication application(m_presets, *choice, m_clock);
    const auto apply = [&](Database &database) { return application.nextSlice(database); };
    const auto takeBack = [&](Database &database) { return application.takeBack(database); };
    for (bool more = true; more && !m_cancelled;) {
        const auto slice = onWriter(apply);
        if (!slice)
            return unexpected(slice.error());
        more = *slice;
        progress(application.done(), application.total());
        if (!more)
            return application.report();
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
    return report;
}

void RereadingDesk::undo()
{
    start([this] {
        const auto done = undoNow();
        finish([this, done] {
            if (done)
                Q_EMIT undone();
            else
                Q_EMIT failed(done.error());
        });
    });
}

Expected<void> RereadingDesk::undoNow()
{
    RereadingUndo undo(m_presets, m_clock);
    const auto begin = [&](Database &database) {
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
