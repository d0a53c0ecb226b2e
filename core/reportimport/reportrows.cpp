// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportrows.h"

#include "networks/importedrow.h"
#include "networks/statusmeaning.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

bool takesBack(const PostbackReading &reading)
{
    return reading.status == ConversionStatus::Refunded || reading.status == ConversionStatus::ChargedBack;
}

} // namespace

ReportRows::ReportRows(ReportFile &file, const ReportSurvey &survey, JudgedNetwork by, NetworkPreset generic,
                       qint64 now)
    : m_file(file), m_survey(survey), m_reading(survey.reading), m_by(std::move(by)),
      m_generic(std::move(generic)), m_now(now)
{ }

ImportedRow ReportRows::rowOf(const ReportLine &line) const
{
    ImportedRow row;
    const QStringList &names = m_file.columns();
    for (qsizetype i = 0; i < names.size(); ++i)
        row.columns.append({names.at(i), line.cells.at(i)});
    row.importedAt = m_now;
    for (auto it = m_reading.columns.cbegin(); it != m_reading.columns.cend(); ++it) {
        const QString &cell = line.cells.at(names.indexOf(*it));
        if (const auto field = fieldMeaningOf(it.key())) {
            row.cells.insert(*field, cell);
            continue;
        }
        row.happenedAt
                = readReportDate(cell, m_reading.dateOrder.value_or(DateOrder::YearFirst), m_reading.zone);
    }
    row.decimalMark = m_reading.decimalMark.value_or(DecimalMark::Auto);
    const QString status = row.cells.value(FieldMeaning::Status).trimmed();
    if (!status.isEmpty() && !statusMeant(m_by.preset, status))
        row.statusMeant = statusMeant(m_generic, status);
    row.place = Words::tr("%1, line %2").arg(m_file.name()).arg(line.number);
    return row;
}

QByteArray ReportRows::identityOf(const ImportedRow &row, const QString &click, const QString &event) const
{
    const QString date = m_reading.columns.value(ColumnMeaning::Date);
    const QString status = m_reading.columns.value(ColumnMeaning::Status);
    QByteArray identity = click.toUtf8() + '\0' + event.toUtf8();
    for (const auto &[name, cell] : row.columns) {
        const bool stays = date.isEmpty() || click.isEmpty() ? name != status : name == date;
        if (stays)
            identity += '\0' + cell.trimmed().toUtf8();
    }
    return identity;
}

const Conversion *ReportRows::toldElsewhere(const QList<Conversion> &ofClick,
                                            const PostbackReading &reading) const
{
    const Conversion *newest = nullptr;
    for (auto it = ofClick.crbegin(); it != ofClick.crend(); ++it) {
        const bool ofRow = isMadeUpTransaction(it->transactionId)
                || m_survey.hasTransaction(it->transactionId) || m_taken.contains(it->id.value);
        if (ofRow || !it->saleSeen || it->event.compare(reading.event, Qt::CaseInsensitive) != 0)
            continue;
        if (reading.payoutMicros == it->payout.micros)
            return &*it;
        if (!newest)
            newest = &*it;
    }
    return newest;
}

Expected<void> ReportRows::identify(ImportedRow &row, const ConversionsOfClick &ofClick)
{
    if (!row.cells.value(FieldMeaning::TransactionId).trimmed().isEmpty())
        return {};
    row.cells.remove(FieldMeaning::TransactionId);
    RawPostback raw;
    raw.request = requestOf(row);
    const AskedQuestion asked = questionOf(raw, m_by);
    // It takes back the sale of its click, which has an ID of its own or none.
    if (takesBack(asked.question.reading))
        return {};
    const QString click = asked.named ? asked.named->toString() : QString();
    if (!click.isEmpty()) {
        const auto known = ofClick(click);
        if (!known)
            return unexpected(known.error());
        if (const Conversion *told = toldElsewhere(*known, asked.question.reading)) {
            m_taken.insert(told->id.value);
            if (!told->transactionId.isEmpty())
                row.cells.insert(FieldMeaning::TransactionId, told->transactionId);
            return {};
        }
    }
    const QByteArray identity = identityOf(row, click, asked.question.reading.event);
    int &occurrence = m_occurrences[QCryptographicHash::hash(identity, QCryptographicHash::Md5)];
    row.cells.insert(FieldMeaning::TransactionId, madeUpTransaction(identity, ++occurrence));
    return {};
}

Expected<std::optional<RawPostback>> ReportRows::next(const ConversionsOfClick &ofClick)
{
    const auto line = m_file.next();
    if (!line)
        return unexpected(line.error());
    if (!*line)
        return std::optional<RawPostback>();
    ImportedRow row = rowOf(**line);
    if (auto identified = identify(row, ofClick); !identified)
        return unexpected(identified.error());
    RawPostback raw;
    raw.key = m_by.network.key.toLatin1();
    raw.request = requestOf(row);
    return std::optional(std::move(raw));
}

} // namespace Matchbook
