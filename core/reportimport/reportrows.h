// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/importedrow.h"
#include "reportsurvey.h"
#include "store/judging.h"

namespace Matchbook {

/// The conversions of a click at the network of the report.
using ConversionsOfClick = std::function<Expected<QList<Conversion>>(const QString &clickId)>;

/// Makes postbacks of the rows of a report, one after the other. What tells a sale apart in a row without a transaction ID:
///
/// - the click has a conversion of that event that came in another way, not from any row of this file: it is that one, the one with
///   the same amount first, and no other row is;
/// - else an ID is made up from what stays the same about the sale (click, event, date; the whole row but its status where there is no
///   date), and from how many rows before were alike. So the same file makes the same IDs.
class ReportRows
{
public:
    /// \a survey leaves nothing open; it and \a file must outlive this. \a now is the time of rows without a date, Unix ms; none is later.
    ReportRows(ReportFile &file, const ReportSurvey &survey, JudgedNetwork by, NetworkPreset generic,
               qint64 now);

    /// The next row; nothing at the end. Fails as ReportFile::next() and \a ofClick do.
    Expected<std::optional<RawPostback>> next(const ConversionsOfClick &ofClick);
    double progress() const { return m_file.progress(); }

private:
    ImportedRow rowOf(const ReportLine &line) const;
    /// The conversion of \a ofClick that came in another way and that \a reading tells again; null if there is none.
    const Conversion *toldElsewhere(const QList<Conversion> &ofClick, const PostbackReading &reading) const;
    Expected<void> identify(ImportedRow &row, const ConversionsOfClick &ofClick);
    QByteArray identityOf(const ImportedRow &row, const QString &click, const QString &event) const;

    ReportFile &m_file;
    const ReportSurvey &m_survey;
    const ReportReading &m_reading;
    const JudgedNetwork m_by;
    const NetworkPreset m_generic;
    const qint64 m_now;
    QHash<QByteArray, int> m_occurrences; ///< of identities, by their hash
    QSet<qint64> m_taken; ///< conversions that rows without a transaction ID have told again
};

} // namespace Matchbook
