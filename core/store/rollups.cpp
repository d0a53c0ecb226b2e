// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups.h"

#include "matching/matchpostback.h"

namespace Matchbook {

void RollupSums::addClick(const NewClick &click)
{
    ClickSums &sums = m_clicks[Key{click.time / bucketMs, click.campaign.value, click.offer.value, click.network.value,
                                   click.costCurrency, 0, 0}];
    switch (click.kind) {
    case ClickKind::Visitor:
        ++sums.clicks;
        break;
    case ClickKind::Bot:
        ++sums.bots;
        break;
    case ClickKind::Probe:
        ++sums.probes;
        break;
    }
    sums.cost += click.costMicros;
}

void RollupSums::bookConversion(const Conversion &conversion, int sign)
{
    const RevenueShares shares = revenueShares(conversion);
    const std::array<qint64, 3> dates{conversion.clickTime, conversion.time, conversion.statusTime};
    for (int basis = 0; basis < int(dates.size()); ++basis) {
        ConversionSums &sums = m_conversions[Key{dates[size_t(basis)] / bucketMs, conversion.campaign.value,
                                                 conversion.offer.value, conversion.network.value,
                                                 conversion.payout.currency, basis, int(conversion.status)}];
        sums.conversions += sign;
        sums.confirmed += sign * shares.confirmed;
        sums.pending += sign * shares.pending;
        sums.rejected += sign * shares.rejected;
        sums.refunded += sign * shares.refunded;
    }
}

void RollupSums::merge(const RollupSums &other)
{
    for (auto it = other.m_clicks.constBegin(); it != other.m_clicks.constEnd(); ++it) {
        ClickSums &sums = m_clicks[it.key()];
        sums.clicks += it->clicks;
        sums.bots += it->bots;
        sums.probes += it->probes;
        sums.cost += it->cost;
    }
    for (auto it = other.m_conversions.constBegin(); it != other.m_conversions.constEnd(); ++it) {
        ConversionSums &sums = m_conversions[it.key()];
        sums.conversions += it->conversions;
        sums.confirmed += it->confirmed;
        sums.pending += it->pending;
        sums.rejected += it->rejected;
        sums.refunded += it->refunded;
    }
}

void RollupSums::clear()
{
    m_clicks.clear();
    m_conversions.clear();
}

namespace {

QString currencyColumn(Currency currency)
{
    return currency.isValid() ? currency.code() : QStringLiteral("");
}

} // namespace

Expected<void> RollupTables::add(const RollupSums &sums)
{
    for (auto it = sums.m_clicks.constBegin(); it != sums.m_clicks.constEnd(); ++it) {
        const auto &key = it.key();
        if (auto done = m_addClicks.run(key.bucket, key.campaign, key.offer, key.network, currencyColumn(key.currency),
                                         it->clicks, it->bots, it->probes, it->cost);
            !done)
            return done;
    }
    for (auto it = sums.m_conversions.constBegin(); it != sums.m_conversions.constEnd(); ++it) {
        const auto &key = it.key();
        if (auto done = m_addConversions.run(key.basis, key.bucket, key.campaign, key.offer, key.network,
                                              currencyColumn(key.currency), key.status, it->conversions, it->confirmed,
                                              it->pending, it->rejected, it->refunded);
            !done)
            return done;
    }
    return {};
}

} // namespace Matchbook
