// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvparser.h"

#include <QCoreApplication>

#include <algorithm>

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

constexpr qsizetype longestCell = 100'000;
constexpr qsizetype mostCells = 1'000;

Unexpected openQuote(qint64 line)
{
    return unexpected(
            Failure::Kind::BadInput,
            Words::tr("Line %1: a quotation mark is opened and never closed. The file may be cut off.")
                    .arg(line));
}

} // namespace

bool ReportLine::isBlank() const
{
    return std::all_of(cells.cbegin(), cells.cend(),
                       [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

Expected<void> CsvParser::feed(QStringView text, std::deque<ReportLine> &lines)
{
    for (const QChar c : text) {
        if (auto taken = take(c, lines); !taken)
            return taken;
    }
    return {};
}

void CsvParser::endCell()
{
    m_line.cells << m_cell;
    m_cell.clear();
    m_state = State::CellBegins;
}

void CsvParser::endLine(std::deque<ReportLine> &lines)
{
    endCell();
    lines.push_back(std::move(m_line));
    m_line = {m_number, {}};
}

Expected<void> CsvParser::take(QChar c, std::deque<ReportLine> &lines)
{
    const bool isFeed = c == u'\n';
    const bool isSecondHalf = isFeed && std::exchange(m_afterReturn, c == u'\r');
    if (!isFeed)
        m_afterReturn = c == u'\r';
    const bool endsLine = isFeed || c == u'\r';
    if (endsLine && !isSecondHalf)
        ++m_number;
    if (m_state == State::Quoted) {
        if (c == u'"')
            m_state = State::QuoteSeen;
        else
            m_cell += c;
        return m_cell.size() > longestCell ? openQuote(m_quoteFrom) : Expected<void>();
    }
    if (isSecondHalf) {
        m_line.number = m_number;
        return {};
    }
    if (endsLine) {
        endLine(lines);
    } else if (c == m_delimiter) {
        endCell();
        if (m_line.cells.size() > mostCells)
            return unexpected(Failure::Kind::BadInput,
                              Words::tr("Line %1 has more than %2 columns.").arg(m_number).arg(mostCells));
    } else if (c == u'"' && m_state == State::CellBegins) {
        m_state = State::Quoted;
        m_quoteFrom = m_number;
    } else if (m_state == State::QuoteSeen) {
        if (c != u'"' && c != u' ')
            return unexpected(
                    Failure::Kind::BadInput,
                    Words::tr("Line %1: there is text behind a closing quotation mark.").arg(m_number));
        if (c == u'"') {
            m_cell += c;
            m_state = State::Quoted;
        }
    } else {
        m_state = State::Plain;
        m_cell += c;
        if (m_cell.size() > longestCell)
            return unexpected(Failure::Kind::BadInput,
                              Words::tr("Line %1 has a cell of more than %2 characters.")
                                      .arg(m_number)
                                      .arg(longestCell));
    }
    return {};
}

Expected<void> CsvParser::finish(std::deque<ReportLine> &lines)
{
    if (m_state == State::Quoted)
        return openQuote(m_quoteFrom);
    if (!m_line.cells.isEmpty() || !m_cell.isEmpty() || m_state != State::CellBegins)
        endLine(lines);
    return {};
}

} // namespace Matchbook
