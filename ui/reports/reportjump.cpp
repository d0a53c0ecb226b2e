// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportjump.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Matchbook {

namespace {

/// The last day of the stretch of days that begins with \a day.
QDate lastDayOf(ReportDimension dimension, QDate day)
{
    switch (dimension) {
    case ReportDimension::Week:
        return day.addDays(6);
    case ReportDimension::Month:
        return day.addMonths(1).addDays(-1);
    default:
        return day;
    }
}

/// What of a row is known to the list by an ID; conversions without a campaign have none.
void insertId(QVariantMap &what, const QString &key, qint64 id)
{
    if (id > 0)
        what.insert(key, id);
}

} // namespace

QVariantMap jumpToConversions(const ReportQuestion &asked, const QList<ReportPart> &path)
{
    if (asked.basis != DateBasis::Conversion)
        return {};
    DateRange range = asked.range;
    QVariantMap what;
    insertId(what, u"network"_s, asked.network.value);
    for (qsizetype i = 0; i < path.size(); ++i) {
        const ReportPart &part = path.at(i);
        switch (asked.by.at(i)) {
        case ReportDimension::Campaign:
            insertId(what, u"campaign"_s, part.id);
            break;
        case ReportDimension::Offer:
            insertId(what, u"offer"_s, part.id);
            break;
        case ReportDimension::Network:
            insertId(what, u"network"_s, part.id);
            break;
        case ReportDimension::Status:
            if (part.id < 0)
                return {};
            what.insert(u"word"_s, part.name);
            break;
        case ReportDimension::TrafficSource:
        case ReportDimension::HourOfDay:
        case ReportDimension::DayOfWeek:
            return {};
        default:
            if (part.day.isValid()) {
                range.from = std::max(range.from, part.day);
                range.to = std::min(range.to, lastDayOf(asked.by.at(i), part.day));
            }
        }
    }
    what.insert(u"since"_s, range.startMs());
    what.insert(u"until"_s, range.endMs());
    return what;
}

} // namespace Matchbook
