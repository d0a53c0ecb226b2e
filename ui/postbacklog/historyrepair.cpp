// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historyrepair.h"

#include "engine/engine.h"
#include "engine/rereadingdesk.h"
#include "failuretext.h"
#include "postbacklog/rereadingpanel.h"
#include "rereading/rereadingjournal.h"
#include "text/formats.h"

#include <algorithm>

namespace Matchbook {

HistoryRepair::HistoryRepair(Engine &engine, RereadingPanel &panel, QObject *parent)
    : QObject(parent), m_engine(engine), m_panel(panel)
{
    connect(&panel, &RereadingPanel::applyAsked, this, &HistoryRepair::apply);
    connect(&panel, &RereadingPanel::cancelAsked, this, &HistoryRepair::cancel);
    connect(&panel, &RereadingPanel::undoAsked, this, &HistoryRepair::undo);
    connect(&panel, &RereadingPanel::mappingBackAsked, this, &HistoryRepair::takeMappingBack);
}

RereadingDesk &HistoryRepair::desk()
{
    RereadingDesk &desk = m_engine.rereadings();
    if (!m_connected) {
        m_connected = true;
        connect(&desk, &RereadingDesk::progressed, this, [this](qint64 done, qint64 total) {
            if (m_stage != Stage::Idle)
                m_panel.setProgress(done, total);
        });
        connect(&desk, &RereadingDesk::previewed, this, &HistoryRepair::takePreview);
        connect(&desk, &RereadingDesk::applied, this, &HistoryRepair::takeApplied);
        connect(&desk, &RereadingDesk::undone, this, &HistoryRepair::takeUndone);
        connect(&desk, &RereadingDesk::failed, this, &HistoryRepair::fail);
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

void HistoryRepair::end()
{
    m_stage = Stage::Idle;
    look();
    Q_EMIT changed();
}

void HistoryRepair::storeNetwork(NetworkId network, std::function<AffiliateNetwork(AffiliateNetwork)> change,
                                 std::function<void(const AffiliateNetwork &)> then)
{
    m_engine.edit<AffiliateNetwork>(
            this,
            [network, change = std::move(change)](Catalogue &catalogue) -> Expected<AffiliateNetwork> {
                const auto networks = catalogue.networks();
                if (!networks)
                    return unexpected(networks.error());
                const auto found = std::find_if(networks->cbegin(), networks->cend(),
                                                [network](const auto &one) { return one.id == network; });
                if (found == networks->cend())
                    return unexpected(Failure::Kind::NotFound);
                if (auto stored = catalogue.updateNetwork(change(*found)); !stored)
                    return unexpected(stored.error());
                return *found;
            },
            [this, then = std::move(then)](const Expected<AffiliateNetwork> &before) {
                if (before)
                    then(*before);
                else
                    fail(before.error());
            });
}

void HistoryRepair::change(NetworkId network, const Repair &repair, const RereadingChoice &choice)
{
    if (!begin(Stage::Storing, tr("Storing the setting…")))
        return;
    storeNetwork(
            network, [repair](const AffiliateNetwork &now) { return repaired(now, repair).value_or(now); },
            [this, choice](const AffiliateNetwork &before) {
                m_stage = Stage::Idle;
                Q_EMIT changed();
                preview(choice);
                m_before = before;
            });
}

void HistoryRepair::takeMappingBack()
{
    if (!m_before || !begin(Stage::Storing, tr("Storing the setting…")))
        return;
    storeNetwork(
            m_before->id,
            [before = *m_before](AffiliateNetwork now) {
                now.mapping = before.mapping;
                now.decimalMark = before.decimalMark;
                return now;
            },
            [this](const AffiliateNetwork &) {
                m_before.reset();
                m_panel.showNote(tr("The setting is as it was before"), {});
                end();
            });
}

void HistoryRepair::preview(const RereadingChoice &choice)
{
    if (!begin(Stage::Previewing, tr("Looking at what would change…")))
        return;
    m_before.reset();
    m_choice = choice;
    m_applyHarmless = false;
    desk().preview(choice);
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
        desk().apply(m_choice);
}

void HistoryRepair::decide(PostbackId postback, const PersonsDecision &decision)
{
    if (!begin(Stage::Applying, tr("Reading the request again…")))
        return;
    m_before.reset();
    desk().replay(postback, decision);
}

void HistoryRepair::undo()
{
    if (begin(Stage::Undoing, tr("Undoing the last re-reading…")))
        desk().undo();
}

void HistoryRepair::cancel()
{
    if (m_stage == Stage::Previewing || m_stage == Stage::Applying)
        desk().cancel();
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
    else if (failure.kind == Failure::Kind::Cancelled)
        m_panel.showUnchanged(tr("Cancelled: everything is as it was"), m_before.has_value());
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
    m_panel.showPreview(report, Formats::from(m_engine.preferences()), m_before.has_value());
    end();
}

void HistoryRepair::takeApplied(const RereadingReport &report)
{
    if (m_stage != Stage::Applying)
        return;
    m_panel.showApplied(report, Formats::from(m_engine.preferences()), m_before.has_value());
    end();
}

void HistoryRepair::takeUndone()
{
    if (m_stage != Stage::Undoing)
        return;
    m_panel.showUnchanged(tr("Undone: everything is as it was"), m_before.has_value());
    end();
}

void HistoryRepair::look()
{
    using Header = std::optional<RereadingHeader>;
    m_engine.reader().ask<Header>(
            this, [](Database &database) { return rereadingHeader(database); },
            [this](const Expected<Header> &header) {
                const bool possible = header && header->has_value() && m_stage == Stage::Idle;
                Q_EMIT undoPossible(possible, possible ? (*header)->begunAt : 0);
            });
}

} // namespace Matchbook
