// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "columnguess.h"

#include "networks/clickidrepair.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

/// `Order ID`, `order_id` and `OrderId` are one name.
QString plain(const QString &name)
{
    QString letters;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

/// `Commission ID`, `Payout Date` and the like speak of money and hold none; taken for the payout, an ID would be a fortune.
bool isNoAmount(const QString &column)
{
    static const QStringList ends{u"id"_s,   u"ids"_s,  u"number"_s, u"no"_s,       u"code"_s,
                                  u"date"_s, u"time"_s, u"status"_s, u"currency"_s, u"type"_s,
                                  u"rate"_s, u"name"_s, u"count"_s};
    return std::any_of(ends.cbegin(), ends.cend(),
                       [&column](const QString &end) { return column.endsWith(end); });
}

/// Names that reports use and postbacks do not. Words of the field, not of any one network.
QStringList usualNames(ColumnMeaning meaning)
{
    switch (meaning) {
    case ColumnMeaning::ClickId:
        return {u"sub id"_s, u"sub id 1"_s, u"click id"_s, u"click ref"_s, u"tracking id"_s};
    case ColumnMeaning::Payout:
        return {u"commission"_s, u"payout"_s, u"earnings"_s, u"earning"_s};
    case ColumnMeaning::Currency:
        return {u"currency"_s, u"currency code"_s};
    case ColumnMeaning::TransactionId:
        return {u"transaction id"_s, u"order id"_s, u"order number"_s, u"conversion id"_s,  u"action id"_s,
                u"commission id"_s,  u"sale id"_s,  u"transaction"_s,  u"order reference"_s};
    case ColumnMeaning::Status:
        return {u"status"_s};
    case ColumnMeaning::Event:
        return {u"event"_s, u"event type"_s};
    case ColumnMeaning::Date:
        return {u"date"_s,      u"transaction date"_s, u"sale date"_s, u"event date"_s, u"order date"_s,
                u"date time"_s, u"conversion date"_s,  u"timestamp"_s, u"time"_s};
    }
    return {};
}

QStringList namesOf(ColumnMeaning meaning, const NetworkPreset &preset, const NetworkPreset &generic)
{
    QStringList names;
    if (meaning == ColumnMeaning::ClickId) {
        if (!preset.subIdParameter.isEmpty())
            names << preset.subIdParameter;
        names += preset.offerLink.alternatives;
    }
    if (const auto field = fieldMeaningOf(meaning))
        names += fieldsOf(preset, *field) + usualNames(meaning) + fieldsOf(generic, *field);
    else
        names += usualNames(meaning);
    return names;
}

/// The column with the most click IDs of ours; empty if none has any.
QString columnOfClickIds(const QStringList &columns, const QList<ReportLine> &rows)
{
    QString best;
    qsizetype most = 0;
    for (qsizetype column = 0; column < columns.size(); ++column) {
        const auto count = std::count_if(rows.cbegin(), rows.cend(), [column](const ReportLine &row) {
            return repairClickId(row.cells.at(column).toUtf8()).id.has_value();
        });
        if (count > most) {
            most = count;
            best = columns.at(column);
        }
    }
    return best;
}

class Guess
{
public:
    explicit Guess(const QStringList &columns) : m_columns(columns) { }

    void take(ColumnMeaning meaning, const QString &column)
    {
        if (column.isEmpty())
            return;
        found.insert(meaning, column);
        m_taken.insert(column);
    }
    template<typename Fits>
    void takeFirst(ColumnMeaning meaning, const QStringList &names, Fits fits)
    {
        for (const QString &name : names) {
            for (const QString &column : m_columns) {
                if (!found.contains(meaning) && !m_taken.contains(column) && fits(plain(column), plain(name)))
                    take(meaning, column);
            }
        }
    }

    QMap<ColumnMeaning, QString> found;

private:
    const QStringList &m_columns;
    QSet<QString> m_taken;
};

} // namespace

QMap<ColumnMeaning, QString> guessColumns(const QStringList &columns, const QList<ReportLine> &rows,
                                          const NetworkPreset &preset, const NetworkPreset &generic)
{
    Guess guess(columns);
    guess.take(ColumnMeaning::ClickId, columnOfClickIds(columns, rows));
    constexpr ColumnMeaning order[]{ColumnMeaning::ClickId,       ColumnMeaning::Payout,
                                    ColumnMeaning::TransactionId, ColumnMeaning::Status,
                                    ColumnMeaning::Currency,      ColumnMeaning::Date,
                                    ColumnMeaning::Event};
    for (const ColumnMeaning meaning : order)
        guess.takeFirst(meaning, namesOf(meaning, preset, generic), std::equal_to<>());
    for (const ColumnMeaning meaning : order) {
        const auto holds = [meaning](const QString &column, const QString &name) {
            return column.contains(name) && !(meaning == ColumnMeaning::Payout && isNoAmount(column));
        };
        if (meaning != ColumnMeaning::Event)
            guess.takeFirst(meaning, usualNames(meaning).mid(0, 4), holds);
    }
    return guess.found;
}

} // namespace Matchbook
