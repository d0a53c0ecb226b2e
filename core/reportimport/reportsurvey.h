// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportfile.h"
#include "reportreading.h"
#include "store/judging.h"

#include <QSet>

namespace Matchbook {

/// What a look at the whole file has shown. Nothing of it is looked up in the store.
struct ReportSurvey {
    QStringList columns;
    QList<ReportLine> first; ///< the first rows, for people
    qint64 rows = 0;
    ReportReading reading; ///< with everything that was left open, as far as the file tells it
    bool guessed = false; ///< nobody has said what the columns stand for
    bool asksForSale = false; ///< neither a click ID nor a transaction ID has a column
    bool asksForDateOrder = false; ///< `03/04/2026` and no date that shows which way round
    bool asksForDecimalMark = false; ///< `1,234` and no amount that shows it
    QSet<size_t> metAgain; ///< hashes of click and transaction IDs that more than one row has
    bool hasUnnamedSales = false; ///< some row has no transaction ID
    QSet<size_t> transactions; ///< hashes of the transaction IDs in it

    bool isOpen() const { return asksForSale || asksForDateOrder || asksForDecimalMark; }
    bool mayMeetAgain(const QString &id) const { return metAgain.contains(hashOf(id)); }
    bool hasTransaction(const QString &id) const { return transactions.contains(hashOf(id)); }
    static size_t hashOf(const QString &id) { return qHash(id.trimmed().toLower()); }
};

/// Told now and then how far the work is, from 0 to 1; returns false to end it. Called in the working thread.
using ImportProgress = std::function<bool(double done)>;

/// More rows are not taken.
constexpr qint64 mostReportRows = 1'000'000;

/// The beginning of a survey: columns, first rows, and what the columns stand for.
Expected<void> proposeColumns(ReportFile &file, const ReportReading &asked, const JudgedNetwork &by,
                              const NetworkPreset &generic, ReportSurvey &survey);

/// Reads \a file to its end. Columns that were not asked for are those that the network \a by remembers, else a guess; what it remembers
/// of dates and amounts decides where the file does not. Fails with BadInput and a sentence that names the line for a file that cannot be read as a whole, or a date
/// that is none; BadUsage for a column that it does not have; Cancelled.
Expected<ReportSurvey> surveyReport(ReportFile &file, const ReportReading &asked, const JudgedNetwork &by,
                                    const NetworkPreset &generic, const ImportProgress &progress = {});

/// The sentence for what a survey leaves open; empty if nothing. For people at a shell.
QString openQuestion(const ReportSurvey &survey);

} // namespace Matchbook
