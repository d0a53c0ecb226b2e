// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace Matchbook {

struct Report;

/// One named row of numbers of a chart.
struct NamedSeries {
    QString name;
    qint64 id = 0; ///< of the network or campaign it is about; the chart takes its colour from it
    QList<qint64> values; ///< one for each day, micros or counts

    friend bool operator==(const NamedSeries &, const NamedSeries &) = default;
};

/// What a chart shows: bars stacked on each other for every day, and a line over them. Plain values, no gaps: every
/// series has a value for every day.
struct ChartSeries {
    QList<QDate> days; ///< the first day of what a bar covers
    int daysPerBar = 1; ///< more after thinned()
    QList<NamedSeries> stacks;
    NamedSeries line; ///< no values: no line

    bool isEmpty() const; ///< nothing but zeros, or no days at all
    friend bool operator==(const ChartSeries &, const ChartSeries &) = default;
};

/// Most points a series keeps.
constexpr int mostChartPoints = 2000;

/// Confirmed revenue of every network for each day from the report's first to its last (bars, by network ID; networks
/// that earned nothing are left out) and the profit of each day (line), called \a lineName. \a byNetwork is grouped by
/// network and day, \a byDay by day, of the same range and currency. Days missing from either count as zero.
ChartSeries payoutSeries(const Report &byNetwork, const Report &byDay, const QString &lineName);

/// The same with at most \a most bars: neighbouring days are added up, so totals stay what they were.
ChartSeries thinned(const ChartSeries &series, int most = mostChartPoints);

} // namespace Matchbook
