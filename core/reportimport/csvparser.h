// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QStringList>

#include <deque>

namespace Matchbook {

struct ReportLine {
    qint64 number = 0; ///< of the line that it begins in, from 1
    QStringList cells;

    bool isBlank() const; ///< nothing but white space
};

/// Takes a table in text apart, fed piece by piece: RFC 4180 with any delimiter and any line end. A quote within a cell that does not
/// begin with one is an ordinary character.
class CsvParser
{
public:
    explicit CsvParser(QChar delimiter) : m_delimiter(delimiter) { }

    /// Adds what is complete to \a lines. BadInput with the line's number for text behind a closing quote, and for a cell or a row of a
    /// size that shows an open quote.
    Expected<void> feed(QStringView text, std::deque<ReportLine> &lines);
    /// The text is at its end. BadInput if a quote is still open.
    Expected<void> finish(std::deque<ReportLine> &lines);

private:
    enum class State { CellBegins, Plain, Quoted, QuoteSeen };

    Expected<void> take(QChar c, std::deque<ReportLine> &lines);
    void endCell();
    void endLine(std::deque<ReportLine> &lines);

    const QChar m_delimiter;
    State m_state = State::CellBegins;
    bool m_afterReturn = false; ///< a line feed would belong to the same line end
    qint64 m_number = 1;
    qint64 m_quoteFrom = 0; ///< the line in which the present quote was opened
    ReportLine m_line{1, {}};
    QString m_cell;
};

} // namespace Matchbook
