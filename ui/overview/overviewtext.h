// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "overviewanswer.h"
#include "text/formats.h"
#include "widgets/celltable.h"
#include "widgets/figuretile.h"

namespace Matchbook {

/// The eight tiles, in their order.
enum class OverviewFigure { Clicks, Conversions, ConversionRate, Revenue, Cost, Profit, Epc, Roi };
constexpr int overviewFigureCount = 8;

/// What each tile says, compared with the period before. A change is left out where the period before had nothing to
/// compare with.
QList<Figure> overviewFigures(const Metrics &now, const Metrics &before, Currency currency,
                              const Formats &formats);

/// Rows of the Overview's tables. The first cell's raw value is the ID that a jump needs.
QList<QList<Cell>> latestRows(const QList<ConversionRow> &conversions, const Formats &formats, qint64 now);
QList<QList<Cell>> campaignRows(const QList<CampaignFigures> &campaigns, Currency currency,
                                const Formats &formats);
QList<QList<Cell>> healthRows(const QList<NetworkHealth> &health, const Formats &formats, qint64 now);

/// What a conversion is worth now: minus what went back, if anything did.
Money amountShown(const Conversion &conversion);
/// How a network does in a few words, and its tone: `last postback 12 min ago`, `3 unmatched · click ID cut short`.
QString healthSentence(const NetworkHealth &health, const Formats &formats, qint64 now);

} // namespace Matchbook
