// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rolluptotals.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>

namespace Matchbook {

/// What the rows of a report are about.
enum class ReportDimension {
    Campaign,
    Offer,
    Network,
    TrafficSource,
    Status, ///< of conversions; clicks have none
    Day,
    Week,
    Month,
    HourOfDay,
    DayOfWeek,
};

constexpr qsizetype mostDimensions = 3;

/// campaign, offer, network, source, status, day, week, month, hour, weekday: stable, for the command line and saved views.
QLatin1StringView dimensionWord(ReportDimension dimension);
std::optional<ReportDimension> dimensionFromWord(QStringView word);
QStringList dimensionWords();

/// What the roll-ups must keep apart for rows by \a by.
RollupGrouping rollupGroupingFor(const QList<ReportDimension> &by);

} // namespace Matchbook
