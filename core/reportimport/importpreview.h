// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importreport.h"
#include "reportsurvey.h"
#include "vocabulary/affiliatenetwork.h"

#include <memory>

namespace Matchbook {

class Database;
class PresetCatalogue;

/// What is to be imported.
struct ImportChoice {
    NetworkId network;
    QString file;
    ReportReading reading; ///< as the person has chosen it; what is left open is found out
};

/// A survey and, where nothing is left open, what would come of it.
struct ImportPreview {
    ReportSurvey survey;
    ImportReport report;
    ImportDoubts doubts;
};

/// The columns of a file and what they stand for unless somebody says otherwise: as the network remembers, else a guess.
struct ProposedColumns {
    QStringList names;
    QMap<ColumnMeaning, QString> meanings;
};
/// Looks at the beginning of the file only. Fails as previewImport() does.
Expected<ProposedColumns> columnsOf(Database &database, const PresetCatalogue &presets,
                                    const ImportChoice &choice);

/// Reads the file twice and looks everything up, and writes nothing, so \a database may be read-only. \a now is in Unix ms. What is held
/// in memory does not grow with the file, besides a few bytes for each row. Fails as surveyReport() does, NotFound without the network.
Expected<ImportPreview> previewImport(Database &database,
                                      const std::shared_ptr<const PresetCatalogue> &presets,
                                      const ImportChoice &choice, qint64 now,
                                      const ImportProgress &progress = {});

} // namespace Matchbook
