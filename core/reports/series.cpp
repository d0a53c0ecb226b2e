// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "series.h"

#include "reportquery.h"

#include <QMap>

#include <algorithm>

namespace Matchbook {

namespace {

bool allZero(const QList<qint64> &values)
{
    return std::all_of(values.cbegin(), values.cend(), [](qint64 value) { return value == 0; });
}

QList<qint64> addedUp(const QList<qint64> &values, int step)
{
    QList<qint64> sums((values.size() + step - 1) / step, 0);
    for (qsizetype i = 0; i < values.size(); ++i)
        sums[i / step] += values.at(i);
    return sums;
}

/// A long chart begins with the first day on which anything happened.
ChartSeries withoutEmptyYears(ChartSeries series)
{
    constexpr qsizetype longRange = 400; // days
    if (series.days.size() <= longRange || series.isEmpty())
        return series;
    const auto isEmptyDay = [&series](qsizetype day) {
        return series.line.values.at(day) == 0
                && std::all_of(series.stacks.cbegin(), series.stacks.cend(),
                               [day](const NamedSeries &stack) { return stack.values.at(day) == 0; });
    };
    qsizetype first = 0;
    while (isEmptyDay(first))
        ++first;
    series.days.remove(0, first);
    series.line.values.remove(0, first);
    for (NamedSeries &stack : series.stacks)
        stack.values.remove(0, first);
    return series;
}

} // namespace

bool ChartSeries::isEmpty() const
{
    return days.isEmpty()
            || (allZero(line.values)
                && std::all_of(stacks.cbegin(), stacks.cend(),
                               [](const NamedSeries &stack) { return allZero(stack.values); }));
}

ChartSeries payoutSeries(const Report &byNetwork, const Report &byDay, const QString &lineName)
{
    ChartSeries series;
    const DateRange &range = byDay.question.range;
    const int count = range.from.isValid() && range.to.isValid() ? qMax(0, range.days()) : 0;
    series.days.reserve(count);
    for (int i = 0; i < count; ++i)
        series.days += range.from.addDays(i);

    QMap<qint64, NamedSeries> networks;
    for (const ReportRow &row : byNetwork.rows) {
        const QDate day = row.day();
        const qint64 place = range.from.daysTo(day);
        if (!day.isValid() || place < 0 || place >= count || row.id() <= 0)
            continue;
        NamedSeries &network = networks[row.id()];
        if (network.values.isEmpty()) {
            network.name = row.name();
            network.id = row.id();
            network.values = QList<qint64>(count, 0);
        }
        network.values[place] += row.metrics.revenueConfirmed;
    }
    for (const NamedSeries &network : std::as_const(networks)) {
        if (!allZero(network.values))
            series.stacks += network;
    }

    series.line.name = lineName;
    series.line.values = QList<qint64>(count, 0);
    for (const ReportRow &row : byDay.rows) {
        const QDate day = row.day();
        const qint64 place = range.from.daysTo(day);
        if (day.isValid() && place >= 0 && place < count)
            series.line.values[place] += row.metrics.profit();
    }
    return withoutEmptyYears(series);
}

ChartSeries thinned(const ChartSeries &series, int most)
{
    most = qMax(1, most);
    if (series.days.size() <= most)
        return series;
    const int step = int((series.days.size() + most - 1) / most);
    ChartSeries fewer;
    fewer.daysPerBar = series.daysPerBar * step;
    for (qsizetype i = 0; i < series.days.size(); i += step)
        fewer.days += series.days.at(i);
    for (const NamedSeries &stack : series.stacks)
        fewer.stacks += NamedSeries{stack.name, stack.id, addedUp(stack.values, step)};
    fewer.line = {series.line.name, series.line.id, addedUp(series.line.values, step)};
    return fewer;
}

} // namespace Matchbook
