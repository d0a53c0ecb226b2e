// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importpreview.h"

#include "networks/presetcatalogue.h"
#include "reportnetwork.h"
#include "reportrows.h"
#include "store/steadyview.h"
#include "trialledger.h"

namespace Matchbook {

namespace {

constexpr qint64 toldEvery = 500;

/// The first reading of the file is quick, so that it is a small part of the way.
constexpr double surveyShare = 0.15;

Expected<void> judgeAll(Database &database, ReportFile &file, const ReportNetwork &network, qint64 now,
                        const ImportProgress &progress, ImportPreview &preview)
{
    const ReportSurvey &survey = preview.survey;
    TrialLedger ledger(database, survey);
    const NetworkId id = network.judged.network.id;
    if (auto prepared = ledger.prepare(database, id); !prepared)
        return unexpected(prepared.error());
    ReportRows rows(file, survey, network.judged, network.generic, now);
    const auto ofClick = [&](const QString &click) { return ledger.ofClick(id, click); };
    for (;;) {
        const auto raw = rows.next(ofClick);
        if (!raw)
            return unexpected(raw.error());
        if (!*raw) {
            preview.report = ledger.report();
            preview.doubts = ledger.doubts();
            return {};
        }
        if (auto judged = ledger.judge(**raw, network.judged); !judged)
            return unexpected(judged.error());
        if (progress && ledger.report().rows % toldEvery == 0
            && !progress(surveyShare + (1 - surveyShare) * rows.progress()))
            return unexpected(Failure::Kind::Cancelled);
    }
}

} // namespace

Expected<ProposedColumns> columnsOf(Database &database, const PresetCatalogue &presets,
                                    const ImportChoice &choice)
{
    const auto network = reportNetwork(database, presets, choice.network);
    if (!network)
        return unexpected(network.error());
    ReportFile file;
    if (auto opened = file.open(choice.file); !opened)
        return unexpected(opened.error());
    ReportSurvey survey;
    if (auto begun = proposeColumns(file, {}, network->judged, network->generic, survey); !begun)
        return unexpected(begun.error());
    return ProposedColumns{survey.columns, survey.reading.columns};
}

Expected<ImportPreview> previewImport(Database &database,
                                      const std::shared_ptr<const PresetCatalogue> &presets,
                                      const ImportChoice &choice, qint64 now, const ImportProgress &progress)
{
    const SteadyView view(database);
    if (!view.begun())
        return unexpected(view.begun().error());
    auto network = reportNetwork(database, *presets, choice.network);
    if (!network)
        return unexpected(network.error());
    ReportFile file;
    if (auto opened = file.open(choice.file); !opened)
        return unexpected(opened.error());
    const auto surveyed = [&](double done) { return progress(surveyShare * done); };
    const auto survey = surveyReport(file, choice.reading, network->judged, network->generic,
                                     progress ? ImportProgress(surveyed) : ImportProgress());
    if (!survey)
        return unexpected(survey.error());
    ImportPreview preview{*survey, {}, {}};
    if (survey->isOpen())
        return preview;
    bool &unnamed = network->judged.network.mapping.report.hasUnnamedSales;
    unnamed = unnamed || survey->hasUnnamedSales;
    if (auto judged = judgeAll(database, file, *network, now, progress, preview); !judged)
        return unexpected(judged.error());
    return preview;
}

} // namespace Matchbook
