// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/metrics.h"
#include "text/formats.h"
#include "tone.h"

#include <QVariant>

namespace Matchbook {

/// The columns a report can have, in their order.
enum class ReportColumn {
    Clicks,
    Bots,
    Conversions,
    ConversionRate,
    Confirmed,
    Pending,
    Rejected,
    Refunded,
    Cost,
    Profit,
    Roi,
    Epc,
    CostPerClick,
    CostPerConversion,
    AveragePayout,
    ApprovalRate,
    RefundRate,
};

const QList<ReportColumn> &allReportColumns();
QLatin1StringView columnWord(ReportColumn column); ///< stable, for the session
bool isShownAtFirst(ReportColumn column);
QString columnTitle(ReportColumn column);
QString columnMeaning(ReportColumn column); ///< its definition, for a tool tip

/// The figure as people read it; a dash where it means nothing.
QString columnText(ReportColumn column, const Metrics &metrics, Currency currency, const Formats &formats);
/// What it is sorted by; smaller than every number where the figure means nothing.
double columnValue(ReportColumn column, const Metrics &metrics);
std::optional<Tone> columnTone(ReportColumn column, const Metrics &metrics);

} // namespace Matchbook
