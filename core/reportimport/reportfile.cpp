// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMap>

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

constexpr int mostTitleLines = 10;

/// How many lines have the same number of cells, with one way of parting them.
struct Fit {
    int lines = 0;
    qsizetype cells = 0;
};

Fit fitOf(const QString &sample, bool isWhole, QChar delimiter)
{
    CsvParser parser(delimiter);
    std::deque<ReportLine> lines;
    if (!parser.feed(sample, lines) || (isWhole && !parser.finish(lines)))
        return {};
    QMap<qsizetype, int> counts;
    for (const ReportLine &line : lines) {
        if (!line.isBlank() && line.cells.size() > 1)
            ++counts[line.cells.size()];
    }
    Fit best;
    for (const ReportLine &line : lines) {
        if (const int count = counts.value(line.cells.size()); count > best.lines)
            best = {count, line.cells.size()}; // of equals, what comes first
    }
    return best;
}

/// Says what is wrong with a table that no delimiter makes one of, if that can be said.
Expected<void> findFault(const QString &sample, bool isWhole)
{
    for (const QChar candidate : {QChar(u','), QChar(u';'), QChar(u'\t')}) {
        CsvParser parser(candidate);
        std::deque<ReportLine> lines;
        if (auto fed = parser.feed(sample, lines); !fed)
            return fed;
        if (auto ended = isWhole ? parser.finish(lines) : Expected<void>(); !ended)
            return ended;
    }
    return {};
}

QStringList uniqueNames(const QStringList &cells)
{
    QStringList names;
    for (const QString &cell : cells) {
        const QString plain = cell.simplified().isEmpty() ? Words::tr("Column %1").arg(names.size() + 1)
                                                          : cell.simplified();
        QString name = plain;
        for (int again = 2; names.contains(name); ++again)
            name = plain + QStringLiteral(" (%1)").arg(again);
        names << name;
    }
    return names;
}

} // namespace

Expected<void> ReportFile::open(const QString &path)
{
    m_name = QFileInfo(path).fileName();
    if (auto opened = m_text.open(path); !opened)
        return opened;
    if (auto guessed = guessDelimiter(); !guessed)
        return guessed;
    if (auto found = findHead(); !found)
        return found;
    return rewind();
}

Expected<void> ReportFile::guessDelimiter()
{
    const auto sample = m_text.next();
    if (!sample)
        return unexpected(sample.error());
    const bool isWhole = m_text.position() >= m_text.size();
    Fit best;
    for (const QChar candidate : {QChar(u','), QChar(u';'), QChar(u'\t'), QChar(u'|')}) {
        const Fit fit = fitOf(*sample, isWhole, candidate);
        if (fit.lines < best.lines || (fit.lines == best.lines && fit.cells <= best.cells))
            continue;
        best = fit;
        m_delimiter = candidate;
    }
    m_width = best.cells;
    if (best.lines > 0)
        return {};
    if (auto sound = findFault(*sample, isWhole); !sound)
        return sound;
    return unexpected(Failure::Kind::BadInput,
                      Words::tr("There is no table in this file: no line has more than one column."));
}

/// The names are as many as most rows have cells; where rows end with delimiters that the names do not have, they are the first line
/// that is no title.
Expected<void> ReportFile::findHead()
{
    if (auto done = begin(); !done)
        return done;
    qsizetype first = 0;
    for (int line = 0; line <= mostTitleLines;) {
        const auto head = nextLine();
        if (!head)
            return unexpected(head.error());
        if (!*head)
            break;
        if ((*head)->isBlank())
            continue;
        if ((*head)->cells.size() == m_width) {
            const ReportLine behind{0, (*head)->cells.mid(first)};
            if (first == 0 || !behind.isBlank())
                return {};
            break;
        }
        if (first == 0 && (*head)->cells.size() > 1)
            first = (*head)->cells.size();
        ++line;
    }
    if (first > 0)
        m_width = first;
    return {};
}

Expected<void> ReportFile::begin()
{
    m_parser = std::make_unique<CsvParser>(m_delimiter);
    m_lines.clear();
    m_ended = false;
    return m_text.rewind();
}

Expected<void> ReportFile::rewind()
{
    if (auto done = begin(); !done)
        return done;
    for (int line = 0; line <= mostTitleLines;) {
        const auto head = nextLine();
        if (!head)
            return unexpected(head.error());
        if (!*head)
            break;
        if ((*head)->isBlank())
            continue;
        if ((*head)->cells.size() == m_width) {
            m_columns = uniqueNames((*head)->cells);
            return {};
        }
        ++line;
    }
    return unexpected(Failure::Kind::BadInput,
                      Words::tr("No line among the first ten names the columns of this table."));
}

double ReportFile::progress() const
{
    return m_text.size() > 0 ? double(m_text.position()) / double(m_text.size()) : 1;
}

Expected<std::optional<ReportLine>> ReportFile::nextLine()
{
    while (m_lines.empty() && !m_ended) {
        const auto text = m_text.next();
        if (!text)
            return unexpected(text.error());
        m_ended = text->isEmpty();
        if (auto fed = m_ended ? m_parser->finish(m_lines) : m_parser->feed(*text, m_lines); !fed)
            return unexpected(fed.error());
    }
    if (m_lines.empty())
        return std::optional<ReportLine>();
    ReportLine line = std::move(m_lines.front());
    m_lines.pop_front();
    return std::optional(std::move(line));
}

Expected<std::optional<ReportLine>> ReportFile::next()
{
    for (;;) {
        auto line = nextLine();
        if (!line || !*line)
            return line;
        QStringList &cells = (*line)->cells;
        if ((*line)->isBlank())
            continue;
        while (cells.size() > m_width && cells.constLast().trimmed().isEmpty())
            cells.removeLast();
        if (cells.size() == m_width)
            return line;
        return unexpected(
                Failure::Kind::BadInput,
                Words::tr(
                        "Line %1 has %2 columns, and the table has %3. If it is a line of totals or a remark, remove it; else the file is cut off or damaged.")
                        .arg((*line)->number)
                        .arg(cells.size())
                        .arg(m_width));
    }
}

} // namespace Matchbook
