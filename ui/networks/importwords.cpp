// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importwords.h"

#include "networks/rereadoffer.h"
#include "postbacklog/causewords.h"

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Matchbook::ImportWords)
};

QString countsText(const ImportReport &report, const Formats &formats)
{
    QStringList parts;
    if (report.added > 0)
        parts += Words::tr("%n conversions added", nullptr, int(report.added));
    if (report.changed > 0)
        parts += Words::tr("%n changed", nullptr, int(report.changed));
    if (report.repeated > 0)
        parts += Words::tr("%n known already", nullptr, int(report.repeated));
    if (report.withoutConversion() > 0)
        parts += Words::tr("%n without a conversion", nullptr, int(report.withoutConversion()));
    QStringList lines{Words::tr("%1 rows: %2.").arg(formats.count(report.rows), parts.join(u", "_s))};
    for (auto cause = report.notCounted.cbegin(); cause != report.notCounted.cend(); ++cause)
        lines += Words::tr("Without a conversion: %1 × %2", "a number of rows, and why")
                         .arg(formats.count(*cause), causeText(causeFromWord(cause.key())));
    RereadingReport totals;
    totals.before = report.before;
    totals.after = report.after;
    if (const QString changed = totalsText(totals, formats); !changed.isEmpty())
        lines += changed;
    return lines.join(u'\n');
}

/// Empty if nothing is open.
QString questionText(const ReportSurvey &survey)
{
    if (survey.asksForSale)
        return Words::tr(
                "Say above which column holds the click ID: it is what was sent in the sub ID of the link.");
    if (survey.asksForDateOrder)
        return Words::tr("The dates can be read day first or month first. Choose which.");
    if (survey.asksForDecimalMark)
        return Words::tr("The amounts can be read in two ways. Choose the decimal mark.");
    return {};
}

} // namespace

QString previewText(const ImportPreview &preview, const Formats &formats)
{
    const QString question = questionText(preview.survey);
    return question.isEmpty()
            ? Words::tr("Importing it would give: %1").arg(countsText(preview.report, formats))
            : question;
}

QString doubtsText(const ImportDoubts &doubts, const Formats &formats)
{
    QStringList lines;
    QStringList words;
    for (auto word = doubts.unknownWords.cbegin(); word != doubts.unknownWords.cend(); ++word)
        words += Words::tr("\"%1\" (%2)", "a status word, and how many rows have it")
                         .arg(word.key(), formats.count(*word));
    if (doubts.rowsOfMoreWords > 0)
        words += Words::tr("others (%1)", "a number of rows").arg(formats.count(doubts.rowsOfMoreWords));
    if (!words.isEmpty())
        lines += Words::tr(
                         "Status words without a meaning: %1. Their rows would not count until you give them one in "
                         "the network's mapping.")
                         .arg(words.join(u", "_s));
    if (doubts.partRefunds > 0)
        lines += Words::tr("Rows that take back only a part of their sale, which keeps its status: %1.")
                         .arg(formats.count(doubts.partRefunds));
    return lines.join(u'\n');
}

QString importedText(const ImportReport &report, const Formats &formats)
{
    const QString counted = countsText(report, formats);
    return report.cancelled
            ? Words::tr(
                      "Cancelled. What was imported until then stays; importing the file again adds the rest.\n%1")
                      .arg(counted)
            : Words::tr("Imported. %1").arg(counted);
}

} // namespace Matchbook
