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
    Currency currency; ///< invalid: the main one of what is found, else the base currency
    Currency baseCurrency = Currency::usd();
    NetworkId network; ///< only this network; invalid: all
};

struct ReportRow {
    QString name; ///< of the campaign, network, offer; the status' word; the day as YYYY-MM-DD
    qint64 id = 0; ///< of the campaign, network or offer, whichever the grouping is by
    QDate day; ///< of a grouping by day
    Metrics metrics;
};

/// The answer in one currency: amounts in different currencies are never added without a rate.
struct Report {
    ReportQuestion question;
    Currency currency;
    QList<ReportRow> rows; ///< by name; by day where days are grouped, days without anything included
    Metrics total;
    QList<Currency> otherCurrencies; ///< that the range also has, for which the question can be asked again
};

/// Answers from the quarter-hour roll-ups only, so the time does not depend on the number of clicks.
Expected<Report> runReport(Database &database, const ReportQuestion &question);

} // namespace Matchbook
