// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "csvparser.h"
#include "reporttext.h"

#include <functional>

namespace Matchbook {

/// A network's report: a table in text whose first line, behind at most ten lines of title, names the columns. Delimiter and
/// encoding are found out. Read line by line, so that its size does not matter. A value of one thread.
class ReportFile
{
public:
    /// Fails with FileTrouble, or BadInput and a sentence.
    Expected<void> open(const QString &path);
    /// From the first row again.
    Expected<void> rewind();

    QString name() const { return m_name; } ///< without its folder
    const QStringList &columns() const { return m_columns; } ///< unique, none empty
    QChar delimiter() const { return m_delimiter; }
    /// How much of the file is read, from 0 to 1.
    double progress() const;

    /// The next row, as many cells as there are columns; nothing at the end. Blank lines are left out. BadInput with the line's
    /// number for a row of another length: what is cut off or shifted must not be read as something else.
    Expected<std::optional<ReportLine>> next();

private:
    Expected<void> guessDelimiter();
    Expected<void> findHead();
    Expected<void> begin();
    Expected<std::optional<ReportLine>> nextLine();

    QString m_name;
    ReportText m_text;
    QChar m_delimiter = u',';
    qsizetype m_width = 0;
    QStringList m_columns;
    std::unique_ptr<CsvParser> m_parser;
    std::deque<ReportLine> m_lines;
    bool m_ended = false;
};

} // namespace Matchbook
