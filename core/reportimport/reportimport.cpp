// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportimport.h"

#include "networks/presetcatalogue.h"
#include "store/catalogue.h"
#include "store/postbackjudge.h"
#include "store/transaction.h"
#include "trialledger.h"
#include "vocabulary/clock.h"

#include <QElapsedTimer>

namespace Matchbook {

ReportImport::ReportImport(std::shared_ptr<const PresetCatalogue> presets, ImportChoice choice,
                           const Clock &clock, std::chrono::milliseconds slice)
    : m_presets(std::move(presets)), m_choice(std::move(choice)), m_clock(clock), m_slice(slice)
{ }

Expected<void> ReportImport::prepare(Database &database, const ImportProgress &progress)
{
    auto network = reportNetwork(database, *m_presets, m_choice.network);
    if (!network)
        return unexpected(network.error());
    m_network = *std::move(network);
    if (auto opened = m_file.open(m_choice.file); !opened)
        return opened;
    auto survey = surveyReport(m_file, m_choice.reading, m_network.judged, m_network.generic, progress);
    if (!survey)
        return unexpected(survey.error());
    m_survey = *std::move(survey);
    if (m_survey.isOpen())
        return unexpected(Failure::Kind::BadUsage, openQuestion(m_survey));
    const auto totals = statusTotals(database, m_choice.network);
    if (!totals)
        return unexpected(totals.error());
    m_report.before = m_report.after = *totals;
    m_counted = m_report;
    return {};
}

/// Before any row: postbacks that arrive meanwhile are joined with what the rows have made.
Expected<void> ReportImport::remember(Database &database)
{
    Catalogue catalogue(database, m_clock);
    const auto networks = catalogue.networks();
    if (!networks)
        return unexpected(networks.error());
    for (AffiliateNetwork network : *networks) {
        // A guess that nobody has looked at is none of the network's habits.
        OwnReport own = m_survey.guessed ? network.mapping.report : remembered(m_survey.reading);
        own.hasUnnamedSales = network.mapping.report.hasUnnamedSales || m_survey.hasUnnamedSales;
        if (network.id != m_choice.network || network.mapping.report == own)
            continue;
        network.mapping.report = own;
        if (auto stored = catalogue.updateNetwork(network); !stored)
            return stored;
    }
    auto network = reportNetwork(database, *m_presets, m_choice.network);
    if (!network)
        return unexpected(network.error());
    m_network = *std::move(network);
    return {};
}

Expected<bool> ReportImport::nextSlice(Database &database)
{
    if (!m_rows) {
        if (auto done = remember(database); !done)
            return unexpected(done.error());
        m_rows = std::make_unique<ReportRows>(m_file, m_survey, m_network.judged, m_network.generic,
                                              m_clock.now());
    }
    Transaction transaction(database);
    if (!transaction.begun())
        return unexpected(transaction.begun().error());
    PostbackJudge judge(database, m_presets);
    judge.setNetworks(m_network.all);
    judge.begin();
    RollupSums sums;
    const auto more = importSome(database, judge, sums);
    if (!more)
        return more;
    if (judge.isSettlementDue()) {
        if (auto settled = judge.settle(sums); !settled)
            return unexpected(settled.error());
    }
    if (auto added = RollupTables(database).add(sums); !added)
        return unexpected(added.error());
    if (auto committed = transaction.commit(); !committed)
        return unexpected(committed.error());
    m_report = m_counted;
    return more;
}

Expected<bool> ReportImport::importSome(Database &database, PostbackJudge &judge, RollupSums &sums)
{
    QElapsedTimer timer;
    timer.start();
    // What this transaction adds comes from rows of this file, and is none of what it asks for.
    ConversionTable known(database);
    if (auto looked = known.settlement().look(); !looked)
        return unexpected(looked.error());
    const auto ofClick = [&](const QString &click) { return known.byClick(m_choice.network, click); };
    do {
        const auto raw = m_rows->next(ofClick);
        if (!raw)
            return unexpected(raw.error());
        if (!*raw)
            return false;
        const auto judged = judge.receive(**raw, sums);
        if (!judged)
            return unexpected(judged.error());
        m_counted.count(judged->outcome, judged->cause);
    } while (timer.elapsed() < m_slice.count());
    return true;
}

Expected<void> ReportImport::finish(Database &database)
{
    const auto totals = statusTotals(database, m_choice.network);
    if (!totals)
        return unexpected(totals.error());
    m_report.after = *totals;
    return {};
}

} // namespace Matchbook
