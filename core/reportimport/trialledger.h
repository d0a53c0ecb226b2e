// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importreport.h"
#include "reportsurvey.h"
#include "store/clickhistory.h"
#include "store/clicktable.h"
#include "store/conversiontable.h"

namespace Matchbook {

/// Judges postbacks as the store would, and remembers what came of them instead of writing it. On one connection, which may be
/// read-only, inside one view of the store.
class TrialLedger
{
public:
    /// What \a survey says that no other row meets again is not remembered.
    TrialLedger(Database &database, const ReportSurvey &survey);

    /// Starts from what \a network has earned so far.
    Expected<void> prepare(Database &database, NetworkId network);
    Expected<void> judge(const RawPostback &raw, const JudgedNetwork &by);
    /// The network's conversions of a click as they would be by now.
    Expected<QList<Conversion>> ofClick(NetworkId network, const QString &clickId);

    const ImportReport &report() const { return m_report; }
    const ImportDoubts &doubts() const { return m_doubts; }

private:
    /// \a stored as they would be by now, and the new ones with them.
    Expected<QList<Conversion>> current(Expected<QList<Conversion>> stored, const QList<qint64> &added) const;
    Expected<void> lookUp(AskedQuestion &asked);
    Expected<void> refine(MatchDecision &decision, const AskedQuestion &asked, const RawPostback &raw);
    void noteDoubts(const MatchDecision &decision, const PostbackReading &reading);
    void keep(const MatchDecision &decision, const AskedQuestion &asked);
    void keepKeyless(const Conversion &conversion);
    void book(const Conversion &conversion, int sign);

    const ReportSurvey &m_survey;
    ClickTable m_clicks;
    ConversionTable m_conversions;
    PostbackTable m_postbacks;
    ClickHistoryTable m_historyTable;
    ClickHistory m_history;
    ImportReport m_report;
    ImportDoubts m_doubts;
    QHash<qint64, Conversion> m_changed; ///< by ID; new ones have negative IDs
    QHash<QString, QList<qint64>> m_newOfTransaction;
    QHash<QString, QList<qint64>> m_newOfClick;
    QHash<QString, QList<qint64>> m_newKeyless; ///< those of them without a transaction ID
    qint64 m_lastNew = 0;
};

/// The conversions of a network by currency and status, as they are stored.
Expected<StatusTotals> statusTotals(Database &database, NetworkId network);

} // namespace Matchbook
