// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reportdimension.h"

#include <QStringList>

#include <array>

namespace Matchbook {

namespace {

constexpr std::array<QLatin1StringView, 10> words{
        QLatin1StringView("campaign"), QLatin1StringView("offer"),  QLatin1StringView("network"),
        QLatin1StringView("source"),   QLatin1StringView("status"), QLatin1StringView("day"),
        QLatin1StringView("week"),     QLatin1StringView("month"),  QLatin1StringView("hour"),
        QLatin1StringView("weekday")};

} // namespace

QLatin1StringView dimensionWord(ReportDimension dimension)
{
    return words.at(size_t(dimension));
}

std::optional<ReportDimension> dimensionFromWord(QStringView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == words.at(i))
            return ReportDimension(i);
    }
    return std::nullopt;
}

QStringList dimensionWords()
{
    return {words.cbegin(), words.cend()};
}

RollupGrouping rollupGroupingFor(const QList<ReportDimension> &by)
{
    RollupGrouping parts;
    for (const ReportDimension dimension : by) {
        switch (dimension) {
        case ReportDimension::Campaign:
        case ReportDimension::TrafficSource:
            parts.campaign = true;
            break;
        case ReportDimension::Offer:
            parts.offer = true;
            break;
        case ReportDimension::Network:
            parts.network = true;
            break;
        case ReportDimension::Status:
            break; // always kept apart
        case ReportDimension::Day:
        case ReportDimension::Week:
        case ReportDimension::Month:
        case ReportDimension::DayOfWeek:
            parts.time = std::max(parts.time, TimeUnit::Day);
            break;
        case ReportDimension::HourOfDay:
            parts.time = TimeUnit::Hour;
            break;
        }
    }
    return parts;
}

} // namespace Matchbook
