// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historyrepair.h"

#include "engine/engine.h"
#include "engine/rereadingdesk.h"
#include "failuretext.h"
#include "postbacklog/rereadingpanel.h"
#include "rereading/rereadingjournal.h"
#include "text/formats.h"
#include "vocabulary/networkchange.h"

#include <algorithm>

namespace Matchbook {

HistoryRepair::HistoryRepair(Engine &engine, RereadingPanel &panel, QObject *parent)
    : QObject(parent), m_engine(engine), m_panel(panel)
{
    connect(&panel, &RereadingPanel::applyAsked, this, &HistoryRepair::apply);
    connect(&panel, &RereadingPanel::cancelAsked, this, &HistoryRepair::cancel);
    connect(&panel, &RereadingPanel::undoAsked, this, [this] { undoBegunAt(m_applied); });
    connect(&panel, &RereadingPanel::mappingBackAsked, this, &HistoryRepair::takeMappingBack);
}

RereadingDesk &HistoryRepair::desk()
{
    RereadingDesk &desk = m_engine.rereadings();
    if (!m_connected) {
        m_connected = true;
        connect(&desk, &RereadingDesk::progressed, this, [this](qint64 job, qint64 done, qint64 total) {
            if (job == m_job)
                m_panel.setProgress(done, total);
        });
        connect(&desk, &RereadingDesk::previewed, this, [this](qint64 job, const RereadingReport &report) {
            if (job == m_job)
                takePreview(report);
        });
        connect(&desk, &RereadingDesk::applied, this,
                [this](qint64 job, const RereadingReport &report, qint64 begunAt) {
                    if (job == m_job)
                        takeApplied(report, begunAt);
                });
        connect(&desk, &RereadingDesk::undone, this, [this](qint64 job) {
            if (job == m_job)
                takeUndone();
        });
        connect(&desk, &RereadingDesk::failed, this, [this](qint64 job, const Failure &failure) {
            if (job == m_job)
                fail(failure);
        });
    }
    return desk;
}

bool HistoryRepair::begin(Stage stage, const QString &headline)
{
    if (m_stage != Stage::Idle)
        return false;
    if (desk().isAtWork()) {
        m_panel.showNote(tr("History is being read again already"),
                         tr("Wait until that is done, then try again."));
        return false;
    }
    m_stage = stage;
    m_panel.showWork(headline, stage == Stage::Previewing || stage == Stage::Applying);
    return true;
}

void HistoryRepair::await(qint64 job)
{
    m_job = job;
    if (job == 0)
        fail({Failure::Kind::AlreadyExists, {}});
}

void HistoryRepair::end()
{
    m_stage = Stage::Idle;
    m_job = 0;
    look();
    Q_EMIT changed();
}

void HistoryRepair::storeNetwork(NetworkId network, std::function<AffiliateNetwork(AffiliateNetwork)> change,
                                 std::function<void(const SettingChange &)> then)
{
    m_engine.edit<SettingChange>(
            this,
            [network, change = std::move(change)](Catalogue &catalogue) -> Expected<SettingChange> {
                const auto networks = catalogue.networks();
                if (!networks)
                    return unexpected(networks.error());
                const auto found = std::find_if(networks->cbegin(), networks->cend(),
                                                [network](const auto &one) { return one.id == network; });
                if (found == networks->cend())
                    return unexpected(Failure::Kind::NotFound);
                const SettingChange made{*found, change(*found), 0};
                if (auto stored = catalogue.updateNetwork(made.after); !stored)
                    return unexpected(stored.error());
                return made;
            },
            [this, then = std::move(then)](const Expected<SettingChange> &made) {
                if (made)
                    then(*made);
                else
                    fail(made.error());
            });
}

void HistoryRepair::change(NetworkId network, const Repair &repair, const RereadingChoice &choice)
{
    if (!begin(Stage::Storing, tr("Storing the setting…")))
        return;
    storeNetwork(
            network, [repair](const AffiliateNetwork &now) { return repaired(now, repair).value_or(now); },
            [this, choice](const SettingChange &made) {
                m_stage = Stage::Idle;
                Q_EMIT changed();
                preview(choice);
                m_change = made;
            });
}

// Only what was changed here: other settings may have been made since.
void HistoryRepair::takeMappingBack()
{
    if (!m_change || !begin(Stage::Storing, tr("Storing the setting…")))
        return;
    storeNetwork(
            m_change->before.id,
            [made = *m_change](const AffiliateNetwork &now) {
                return withChange(now, made.after, made.before);
            },
            [this](const SettingChange &) {
                m_change.reset();
                m_panel.showNote(tr("The setting is as it was before"), {});
                end();
            });
}

void HistoryRepair::preview(const RereadingChoice &choice)
{
    if (!begin(Stage::Previewing, tr("Looking at what would change…")))
        return;
    m_change.reset();
    m_choice = choice;
    m_applyHarmless = false;
    await(desk().preview(choice));
}

void HistoryRepair::readAgain(const RereadingChoice &choice)
{
    if (m_stage != Stage::Idle)
        return;
    preview(choice);
    m_applyHarmless = m_stage == Stage::Previewing;
}

void HistoryRepair::apply()
{
    if (begin(Stage::Applying, tr("Reading history again…")))
        await(desk().apply(m_choice));
}

void HistoryRepair::decide(PostbackId postback, const PersonsDecision &decision)
{
    if (!begin(Stage::Applying, tr("Reading the request again…")))
        return;
    m_change.reset();
    await(desk().replay(postback, decision));
}

void HistoryRepair::undo()
{
    undoBegunAt(m_last);
}

void HistoryRepair::undoBegunAt(qint64 begunAt)
{
    if (!begin(Stage::Undoing, tr("Undoing the last re-reading…")))
        return;
    m_undoing = begunAt;
    await(desk().undo(begunAt));
}

void HistoryRepair::cancel()
{
    if (m_stage == Stage::Previewing || m_stage == Stage::Applying)
        desk().cancel(m_job);
}

void HistoryRepair::fail(const Failure &failure)
{
    if (m_stage == Stage::Idle)
        return;
    if (failure.kind == Failure::Kind::AlreadyExists)
        m_panel.showNote(tr("History is being read again already"),
                         tr("Wait until that is done, then try again."));
    else if (failure.kind == Failure::Kind::NotFound && m_stage == Stage::Undoing)
        m_panel.showNote(tr("There is nothing to undo"), {});
    else if (failure.kind == Failure::Kind::BadUsage && m_stage == Stage::Undoing)
        m_panel.showNote(
                tr("History was read again since"),
                tr("Only the last re-reading can be undone: “Undo last re-reading” above the list."));
    else if (failure.kind == Failure::Kind::Cancelled)
        m_panel.showUnchanged(tr("Cancelled: everything is as it was"), m_change.has_value());
    else
        m_panel.showNote(failureTitle(failure), failureText(failure));
    end();
}

void HistoryRepair::takePreview(const RereadingReport &report)
{
    if (m_stage != Stage::Previewing)
        return;
    if (m_applyHarmless && report.changed == 0 && report.removed == 0) {
        m_stage = Stage::Idle;
        apply();
        return;
    }
    m_panel.showPreview(report, Formats::from(m_engine.preferences()), m_change.has_value());
    end();
}

void HistoryRepair::takeApplied(const RereadingReport &report, qint64 begunAt)
{
    if (m_stage != Stage::Applying)
        return;
    m_applied = begunAt;
    if (m_change)
        m_change->begunAt = begunAt;
    m_panel.showApplied(report, Formats::from(m_engine.preferences()), m_change.has_value(), begunAt != 0);
    end();
}

void HistoryRepair::takeUndone()
{
    if (m_stage != Stage::Undoing)
        return;
    // A setting that belongs to another re-reading is not offered to be taken back with this one.
    if (m_change && m_change->begunAt != m_undoing)
        m_change.reset();
    m_panel.showUnchanged(tr("Undone: everything is as it was"), m_change.has_value());
    end();
}

void HistoryRepair::look()
{
    using Header = std::optional<RereadingHeader>;
    m_engine.reader().ask<Header>(
            this, [](Database &database) { return rereadingHeader(database); },
            [this](const Expected<Header> &header) {
                const bool possible = header && header->has_value() && m_stage == Stage::Idle;
                m_last = possible ? (*header)->begunAt : 0;
                Q_EMIT undoPossible(possible, m_last);
            });
}

} // namespace Matchbook
