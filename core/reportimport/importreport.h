// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereading/rereadingchoice.h"

#include <QMap>

namespace Matchbook {

/// What a person should look at before an import.
struct ImportDoubts {
    /// No more different words than these are named.
    static constexpr qsizetype mostWords = 30;

    QMap<QString, qint64>
            unknownWords; ///< status words that nobody has given a meaning, and how many rows have each
    qint64 rowsOfMoreWords = 0; ///< with words beyond those
    qint64 partRefunds = 0; ///< rows that take back a part of their sale, so that it keeps its status

    bool isEmpty() const { return unknownWords.isEmpty() && partRefunds == 0; }
    void addWord(const QString &word)
    {
        if (unknownWords.contains(word) || unknownWords.size() < mostWords)
            ++unknownWords[word];
        else
            ++rowsOfMoreWords;
    }

    friend bool operator==(const ImportDoubts &, const ImportDoubts &) = default;
};

/// What the import of a report does, or did, row by row.
struct ImportReport {
    qint64 rows = 0; ///< read so far
    qint64 added = 0; ///< conversions
    qint64 changed = 0; ///< a new status or payout
    qint64 repeated = 0; ///< nothing new
    QMap<QString, qint64> notCounted; ///< rows without a conversion, by cause word
    StatusTotals before; ///< of the whole network
    StatusTotals after;
    bool cancelled = false; ///< what is counted here is imported, the rest of the file is not

    qint64 withoutConversion() const
    {
        qint64 sum = 0;
        for (const qint64 count : notCounted)
            sum += count;
        return sum;
    }
    void count(PostbackOutcome outcome, PostbackCause cause);

    friend bool operator==(const ImportReport &, const ImportReport &) = default;
};

inline void ImportReport::count(PostbackOutcome outcome, PostbackCause cause)
{
    ++rows;
    const bool countsNowhere = cause == PostbackCause::IgnoredStatus || cause == PostbackCause::TestClick;
    if (outcome == PostbackOutcome::Changed && !countsNowhere)
        ++changed;
    else if (outcome == PostbackOutcome::Repeated && !countsNowhere)
        ++repeated;
    else if (outcome == PostbackOutcome::Matched && !countsNowhere)
        ++added;
    else
        ++notCounted[QString(causeWord(cause))];
}

} // namespace Matchbook
