// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "metrics.h"
#include "rowkeys.h"
#include "vocabulary/currency.h"
#include "vocabulary/daterange.h"
#include "vocabulary/expected.h"
#include "vocabulary/identifiers.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace Matchbook {

class Database;

/// On which of its dates a conversion is booked.
enum class DateBasis { Click = 0, Conversion = 1, Status = 2 };
QLatin1StringView basisWord(DateBasis basis); ///< click_date, conversion_date, status_date
std::optional<DateBasis> basisFromWord(QStringView word);

struct ReportQuestion {
    QList<ReportDimension> by{ReportDimension::Campaign}; ///< one to three, the outermost first
    DateRange range;
    DateBasis basis = DateBasis::Conversion;
    Currency
            currency; ///< to show everything in; invalid: the base currency, if anything is in it or leads to it
    Currency baseCurrency = Currency::usd();
    NetworkId network; ///< only this network; invalid: all
    Qt::DayOfWeek weekStart = Qt::Monday;
};

/// In which currency the figures are to be, if a rate leads there.
inline Currency wantedCurrency(const ReportQuestion &question)
{
    return question.currency.isValid() ? question.currency : question.baseCurrency;
}

struct ReportRow {
    QList<ReportPart> parts; ///< one for each dimension that was asked by
    Metrics metrics;

    QString name() const { return parts.isEmpty() ? QString() : parts.constFirst().name; }
    qint64 id() const { return parts.isEmpty() ? 0 : parts.constFirst().id; }
    QDate day() const; ///< of the first part that is a stretch of days; invalid if none is
};

/// What a report does not contain, because no rate to its currency holds on those days.
struct LeftOut {
    Currency currency;
    QDate first; ///< day in UTC
    QDate last;
    QList<ReportRow> rows; ///< in their own currency; clicks have none and are never left out
    Metrics total;
};

/// The answer in one currency. What is in another is converted at the rate of the day of the conversion or click, in UTC; amounts
/// in different currencies are never added without a rate.
struct Report {
    ReportQuestion question;
    Currency currency;
    QList<ReportRow>
            rows; ///< in the order of their parts; by days, weeks or months alone, those without anything are there too
    Metrics total;
    QList<Currency> otherCurrencies; ///< that the range also has, converted or not
    QList<LeftOut> leftOut; ///< by currency code
};

/// Answers from the roll-ups, so the time does not depend on the number of clicks. Where the range has other currencies, its conversions
/// are read one by one, too: by click or status date, which have no index, all there are.
Expected<Report> runReport(Database &database, const ReportQuestion &question);

} // namespace Matchbook
