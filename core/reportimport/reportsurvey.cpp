// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportsurvey.h"

#include "columnguess.h"
#include "networks/amount.h"

#include <QCoreApplication>

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

constexpr qsizetype guessedFrom = 200;
constexpr qsizetype shownRows = 20;
constexpr qint64 toldEvery = 1'000;

/// What the amounts of a column show about its decimal mark.
class DecimalMarks
{
public:
    void add(const QString &cell)
    {
        const QByteArray text = cell.toUtf8();
        const auto point = readAmount(text, DecimalMark::Point).micros;
        const auto comma = readAmount(text, DecimalMark::Comma).micros;
        if (point == comma)
            return;
        const auto either = readAmount(text, DecimalMark::Auto).micros;
        if (!point || (either && either == comma))
            ++m_commas;
        else if (!comma || either)
            ++m_points;
        else
            ++m_open;
    }
    /// Nothing if a person has to say.
    std::optional<DecimalMark> mark(DecimalMark usual) const
    {
        if (m_points > 0 && m_commas > 0)
            return DecimalMark::Auto;
        if (m_points > 0)
            return DecimalMark::Point;
        if (m_commas > 0)
            return DecimalMark::Comma;
        if (m_open > 0 && usual == DecimalMark::Auto)
            return std::nullopt;
        return usual;
    }

private:
    qint64 m_points = 0;
    qint64 m_commas = 0;
    qint64 m_open = 0;
};

class Survey
{
public:
    Survey(const ReportReading &asked, ReportSurvey &survey) : m_asked(asked), m_survey(survey)
    {
        const auto place = [&](ColumnMeaning meaning) {
            const auto column = survey.reading.columns.constFind(meaning);
            return column == survey.reading.columns.cend() ? -1 : survey.columns.indexOf(*column);
        };
        m_click = place(ColumnMeaning::ClickId);
        m_transaction = place(ColumnMeaning::TransactionId);
        m_payout = place(ColumnMeaning::Payout);
        m_date = place(ColumnMeaning::Date);
        survey.asksForSale = m_click < 0 && m_transaction < 0;
    }

    Expected<void> add(const ReportLine &row)
    {
        if (++m_survey.rows > mostReportRows)
            return unexpected(Failure::Kind::BadInput,
                              Words::tr("The file has more than %1 rows. Split it.").arg(mostReportRows));
        for (const qsizetype column : {m_click, m_transaction}) {
            const QString id = column < 0 ? QString() : row.cells.at(column).trimmed();
            if (id.isEmpty()) {
                m_survey.hasUnnamedSales = m_survey.hasUnnamedSales || column == m_transaction;
                continue;
            }
            const size_t hash = ReportSurvey::hashOf(id);
            if (m_met.contains(hash))
                m_survey.metAgain.insert(hash);
            m_met.insert(hash);
            if (column == m_transaction)
                m_survey.transactions.insert(hash);
        }
        if (m_payout >= 0 && !m_asked.decimalMark)
            m_marks.add(row.cells.at(m_payout));
        return m_date < 0 ? Expected<void>() : addDate(row);
    }

    void finish(const JudgedNetwork &by)
    {
        const OwnReport &own = by.network.mapping.report;
        ReportReading &reading = m_survey.reading;
        if (m_payout >= 0 && !reading.decimalMark) {
            const auto usual = by.network.decimalMark == DecimalMark::Auto ? by.preset.decimalMark
                                                                           : by.network.decimalMark;
            reading.decimalMark = m_marks.mark(usual);
            if (!reading.decimalMark)
                reading.decimalMark = decimalMarkFromWord(own.decimalMark);
            m_survey.asksForDecimalMark = !reading.decimalMark;
        }
        if (m_date >= 0 && !reading.dateOrder) {
            reading.dateOrder = m_orders.only();
            if (m_orders.isAmbiguous())
                reading.dateOrder = dateOrderFromWord(own.dateFormat);
            m_survey.asksForDateOrder = m_orders.isAmbiguous() && !reading.dateOrder;
        }
    }

private:
    Expected<void> addDate(const ReportLine &row)
    {
        const QString cell = row.cells.at(m_date).trimmed();
        if (cell.isEmpty())
            return {};
        bool isDate = true;
        if (m_asked.dateOrder) {
            isDate = readReportDate(cell, *m_asked.dateOrder, m_asked.zone).has_value();
        } else {
            m_orders.add(cell);
            isDate = m_orders.isPossible(DateOrder::YearFirst) || m_orders.isPossible(DateOrder::DayFirst)
                    || m_orders.isPossible(DateOrder::MonthFirst);
        }
        if (isDate)
            return {};
        return unexpected(
                Failure::Kind::BadInput,
                Words::tr("Line %1: \"%2\" is no date like the others.").arg(row.number).arg(cell.left(40)));
    }

    const ReportReading &m_asked;
    ReportSurvey &m_survey;
    qsizetype m_click = -1;
    qsizetype m_transaction = -1;
    qsizetype m_payout = -1;
    qsizetype m_date = -1;
    QSet<size_t> m_met;
    DecimalMarks m_marks;
    DateOrders m_orders;
};

Expected<void> checkColumns(const ReportReading &asked, const QStringList &columns)
{
    for (const QString &column : asked.columns) {
        if (!columns.contains(column))
            return unexpected(Failure::Kind::BadUsage,
                              Words::tr("The file has no column \"%1\". It has: %2")
                                      .arg(column, columns.join(QStringLiteral(", "))));
    }
    return {};
}

Expected<QList<ReportLine>> firstRows(ReportFile &file)
{
    QList<ReportLine> rows;
    while (rows.size() < guessedFrom) {
        auto row = file.next();
        if (!row)
            return unexpected(row.error());
        if (!*row)
            break;
        rows << **std::move(row);
    }
    if (auto again = file.rewind(); !again)
        return unexpected(again.error());
    return rows;
}

} // namespace

namespace {

/// What \a known leaves open, as \a guess has it. True if that was anything.
bool addGuess(const QMap<ColumnMeaning, QString> &guess, QMap<ColumnMeaning, QString> &known)
{
    const QStringList taken = known.values();
    bool added = false;
    for (auto it = guess.cbegin(); it != guess.cend(); ++it) {
        if (known.contains(it.key()) || taken.contains(*it))
            continue;
        known.insert(it.key(), *it);
        added = true;
    }
    return added;
}

} // namespace

Expected<void> proposeColumns(ReportFile &file, const ReportReading &asked, const JudgedNetwork &by,
                              const NetworkPreset &generic, ReportSurvey &survey)
{
    survey.columns = file.columns();
    if (auto known = checkColumns(asked, survey.columns); !known)
        return known;
    const auto rows = firstRows(file);
    if (!rows)
        return unexpected(rows.error());
    survey.first = rows->mid(0, shownRows);
    survey.reading = asked;
    if (asked.columns.isEmpty())
        survey.reading.columns = rememberedColumns(by.network.mapping.report, survey.columns);
    survey.guessed = asked.columns.isEmpty()
            && addGuess(guessColumns(survey.columns, *rows, by.preset, generic), survey.reading.columns);
    return {};
}

Expected<ReportSurvey> surveyReport(ReportFile &file, const ReportReading &asked, const JudgedNetwork &by,
                                    const NetworkPreset &generic, const ImportProgress &progress)
{
    ReportSurvey found;
    if (auto begun = proposeColumns(file, asked, by, generic, found); !begun)
        return unexpected(begun.error());
    Survey survey(asked, found);
    for (;;) {
        const auto row = file.next();
        if (!row)
            return unexpected(row.error());
        if (!*row)
            break;
        if (auto added = survey.add(**row); !added)
            return unexpected(added.error());
        if (progress && found.rows % toldEvery == 0 && !progress(file.progress()))
            return unexpected(Failure::Kind::Cancelled);
    }
    if (found.rows == 0)
        return unexpected(Failure::Kind::BadInput, Words::tr("The table has no rows."));
    survey.finish(by);
    if (auto again = file.rewind(); !again)
        return unexpected(again.error());
    return found;
}

QString openQuestion(const ReportSurvey &survey)
{
    if (survey.asksForSale)
        return Words::
                tr("Say which column holds the click ID (the sub ID): --map \"Column=click_id\". The columns are: %1")
                        .arg(survey.columns.join(QStringLiteral(", ")));
    if (survey.asksForDateOrder)
        return Words::tr("The dates can be read day first or month first: say --date-format dmy or mdy.");
    if (survey.asksForDecimalMark)
        return Words::tr("The amounts can be read in two ways: say --decimal comma or point.");
    return {};
}

} // namespace Matchbook
