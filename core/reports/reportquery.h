// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "metrics.h"
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

enum class ReportGrouping { Campaign, Day, Network, Status, Offer, CampaignDay, NetworkDay };
std::optional<ReportGrouping> groupingFromWord(QStringView word); ///< campaign, day, network, status, offer

/// On which of its dates a conversion is booked.
enum class DateBasis { Click = 0, Conversion = 1, Status = 2 };
QLatin1StringView basisWord(DateBasis basis); ///< click_date, conversion_date, status_date
std::optional<DateBasis> basisFromWord(QStringView word);

struct ReportQuestion {
    ReportGrouping grouping = ReportGrouping::Campaign;
    DateRange range;
    DateBasis basis = DateBasis::Conversion;
    Currency
            currency; ///< to show everything in; invalid: the base currency, if anything is in it or leads to it
    Currency baseCurrency = Currency::usd();
    NetworkId network; ///< only this network; invalid: all
};

struct ReportRow {
    QString name; ///< of the campaign, network, offer; the status' word; the day as YYYY-MM-DD
    qint64 id = 0; ///< of the campaign, network or offer, whichever the grouping is by
    QDate day; ///< of a grouping by day
    Metrics metrics;
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
    QList<ReportRow> rows; ///< by name; by day where days are grouped, days without anything included
    Metrics total;
    QList<Currency> otherCurrencies; ///< that the range also has, converted or not
    QList<LeftOut> leftOut; ///< by currency code
};

/// Answers from the roll-ups, so the time does not depend on the number of clicks; conversions in other currencies are read one by
/// one.
Expected<Report> runReport(Database &database, const ReportQuestion &question);

} // namespace Matchbook
