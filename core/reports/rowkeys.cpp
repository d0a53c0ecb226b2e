// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rowkeys.h"

#include "vocabulary/conversion.h"

#include <algorithm>

namespace Matchbook {

namespace {

const QDate epoch(1970, 1, 1);

constexpr std::array<QLatin1StringView, 7> weekdays{
        QLatin1StringView("monday"),   QLatin1StringView("tuesday"), QLatin1StringView("wednesday"),
        QLatin1StringView("thursday"), QLatin1StringView("friday"),  QLatin1StringView("saturday"),
        QLatin1StringView("sunday")};

constexpr qint64 hoursOfDay = 24;

bool isStretch(ReportDimension dimension)
{
    return dimension == ReportDimension::Day || dimension == ReportDimension::Week
            || dimension == ReportDimension::Month;
}

bool isNamed(ReportDimension dimension)
{
    return dimension == ReportDimension::Campaign || dimension == ReportDimension::Offer
            || dimension == ReportDimension::Network || dimension == ReportDimension::TrafficSource;
}

} // namespace

Expected<RowKeys> RowKeys::load(Database &database, const QList<ReportDimension> &by, Qt::DayOfWeek weekStart)
{
    RowKeys keys;
    keys.m_by = by.first(std::min(by.size(), mostDimensions));
    keys.m_weekStart = weekStart;
    keys.m_grouping = rollupGroupingFor(keys.m_by);
    const std::pair<ReportDimension, std::pair<Named, QHash<qint64, QString> *>> named[] = {
            {ReportDimension::Campaign, {Named::Campaigns, &keys.m_campaigns}},
            {ReportDimension::Offer, {Named::Offers, &keys.m_offers}},
            {ReportDimension::Network, {Named::Networks, &keys.m_networks}},
    };
    for (const auto &[dimension, names] : named) {
        if (!by.contains(dimension))
            continue;
        auto found = namesOf(database, names.first);
        if (!found)
            return unexpected(found.error());
        *names.second = *std::move(found);
    }
    if (by.contains(ReportDimension::TrafficSource)) {
        const auto sources = namesOf(database, Named::SourcesOfCampaigns);
        if (!sources)
            return unexpected(sources.error());
        keys.m_sources = QStringList(sources->cbegin(), sources->cend());
        keys.m_sources.removeDuplicates();
        keys.m_sources.sort();
        for (auto it = sources->cbegin(); it != sources->cend(); ++it)
            keys.m_sourceOf.insert(it.key(), keys.m_sources.indexOf(*it));
    }
    return keys;
}

RowKey RowKeys::keyOf(const Place &place) const
{
    RowKey key;
    for (qsizetype i = 0; i < m_by.size(); ++i)
        key.parts[size_t(i)] = partOf(m_by.at(i), place);
    return key;
}

RowKey RowKeys::ofDay(QDate day) const
{
    Place place;
    place.time = epoch.daysTo(day) * (m_grouping.time == TimeUnit::Hour ? hoursOfDay : 1);
    return keyOf(place);
}

QDate RowKeys::stretchOf(ReportDimension dimension, QDate day) const
{
    if (dimension == ReportDimension::Week)
        return day.addDays(-((day.dayOfWeek() - int(m_weekStart) + 7) % 7));
    return dimension == ReportDimension::Month ? QDate(day.year(), day.month(), 1) : day;
}

qint64 RowKeys::partOf(ReportDimension dimension, const Place &place) const
{
    const bool inHours = m_grouping.time == TimeUnit::Hour;
    const QDate day = epoch.addDays(inHours ? place.time / hoursOfDay : place.time);
    switch (dimension) {
    case ReportDimension::Campaign:
        return place.campaign;
    case ReportDimension::Offer:
        return place.offer;
    case ReportDimension::Network:
        return place.network;
    case ReportDimension::TrafficSource:
        return m_sourceOf.value(place.campaign, -1);
    case ReportDimension::Status:
        return place.status;
    case ReportDimension::Day:
    case ReportDimension::Week:
    case ReportDimension::Month:
        return epoch.daysTo(stretchOf(dimension, day));
    case ReportDimension::HourOfDay:
        return place.time % hoursOfDay;
    case ReportDimension::DayOfWeek:
        return day.dayOfWeek();
    }
    return 0;
}

ReportPart RowKeys::named(ReportDimension dimension, qint64 part) const
{
    const auto byId = [part](const QHash<qint64, QString> &names) {
        return ReportPart{names.value(part, QString::number(part)), part, {}};
    };
    const QDate day = epoch.addDays(part);
    switch (dimension) {
    case ReportDimension::Campaign:
        return byId(m_campaigns);
    case ReportDimension::Offer:
        return byId(m_offers);
    case ReportDimension::Network:
        return byId(m_networks);
    case ReportDimension::TrafficSource:
        return {m_sources.value(part, QStringLiteral("none")), part + 1, {}};
    case ReportDimension::Status:
        return {part == noStatus ? QStringLiteral("none") : QString(statusWord(ConversionStatus(part))),
                part,
                {}};
    case ReportDimension::Day:
    case ReportDimension::Week:
        return {day.toString(Qt::ISODate), 0, day};
    case ReportDimension::Month:
        return {day.toString(QStringLiteral("yyyy-MM")), 0, day};
    case ReportDimension::HourOfDay:
        return {QString::number(part).rightJustified(2, QLatin1Char('0')), part, {}};
    case ReportDimension::DayOfWeek:
        return {QString(weekdays.at(size_t(part - 1))), part, {}};
    }
    return {};
}

QList<ReportPart> RowKeys::partsOf(const RowKey &key) const
{
    QList<ReportPart> parts;
    for (qsizetype i = 0; i < m_by.size(); ++i)
        parts << named(m_by.at(i), key.parts[size_t(i)]);
    return parts;
}

bool RowKeys::isLess(const QList<ReportPart> &a, const QList<ReportPart> &b) const
{
    for (qsizetype i = 0; i < m_by.size(); ++i) {
        const ReportPart &left = a.at(i);
        const ReportPart &right = b.at(i);
        if (left == right)
            continue;
        if (isStretch(m_by.at(i)))
            return left.day < right.day;
        if (isNamed(m_by.at(i))) {
            const int order = left.name.localeAwareCompare(right.name);
            return order != 0 ? order < 0 : left.id < right.id;
        }
        if (m_by.at(i) == ReportDimension::DayOfWeek) {
            const auto place = [this](qint64 day) { return (day - int(m_weekStart) + 7) % 7; };
            return place(left.id) < place(right.id);
        }
        return left.id < right.id;
    }
    return false;
}

} // namespace Matchbook
