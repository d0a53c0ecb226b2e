// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobdesk.h"
#include "reportimport/importpreview.h"

namespace Matchbook {

/// Imports reports for a window.
class ImportDesk : public JobDesk
{
    Q_OBJECT
public:
    ImportDesk(Writer &writer, QString databaseFile, std::shared_ptr<const PresetCatalogue> presets,
               const Clock &clock, QObject *parent = nullptr);
    /// Ends what is at work; what is imported stays. Waits for the slice at hand.
    ~ImportDesk() override;

    /// What importing \a choice would do. Ends with previewed() or failed(); after cancel() with Cancelled.
    qint64 preview(const ImportChoice &choice);
    /// Does it. Ends with imported() or failed(). After cancel() the report says how far it came; importing again does the rest.
    qint64 apply(const ImportChoice &choice);

Q_SIGNALS:
    void progressed(qint64 job, double done); ///< from 0 to 1
    void previewed(qint64 job, const Matchbook::ImportPreview &preview);
    void imported(qint64 job, const Matchbook::ImportReport &report);

private:
    bool tellProgress(double done);
    Expected<ImportPreview> previewNow(const ImportChoice &choice);
    Expected<ImportReport> applyNow(const ImportChoice &choice);
};

} // namespace Matchbook
