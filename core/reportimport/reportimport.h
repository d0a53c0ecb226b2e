// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importpreview.h"
#include "reportnetwork.h"
#include "reportrows.h"

#include <chrono>

namespace Matchbook {

class Clock;
class Database;
class PostbackJudge;
class PresetCatalogue;
class RollupSums;

/// Imports a report in slices of one short transaction each, so that whoever else writes waits for one slice at most. Every row becomes a
/// postback of its network and is judged like one that arrived, so that importing again adds nothing: whoever is interrupted imports
/// the file once more. Each function may be called on another connection and in another thread than the one before.
class ReportImport
{
public:
    ReportImport(std::shared_ptr<const PresetCatalogue> presets, ImportChoice choice, const Clock &clock,
                 std::chrono::milliseconds slice = std::chrono::milliseconds(60));

    /// Reads the whole file once and writes nothing; before any slice. Fails as previewImport() does, and with BadUsage and a sentence
    /// where the survey leaves something open. So nothing is imported of a file that is damaged further down.
    Expected<void> prepare(Database &database, const ImportProgress &progress = {});
    /// Works one slice on; the first remembers how the report is read, as the network's. False when all is done. BadInput if the file
    /// has changed meanwhile.
    Expected<bool> nextSlice(Database &database);
    /// Puts what the network has earned by now into the report. After the last slice, whether all is done or not.
    Expected<void> finish(Database &database);

    double progress() const { return m_rows ? m_rows->progress() : 0; } ///< from 0 to 1
    const ReportSurvey &survey() const { return m_survey; }
    const ImportReport &report() const { return m_report; }

private:
    Expected<void> remember(Database &database);
    Expected<bool> importSome(Database &database, PostbackJudge &judge, RollupSums &sums);

    std::shared_ptr<const PresetCatalogue> m_presets;
    const ImportChoice m_choice;
    const Clock &m_clock;
    const std::chrono::milliseconds m_slice;
    ReportFile m_file;
    ReportSurvey m_survey;
    ReportNetwork m_network;
    std::unique_ptr<ReportRows> m_rows; ///< there once the first slice has begun
    ImportReport m_report;
    ImportReport m_counted; ///< with what is not committed yet
};

} // namespace Matchbook
