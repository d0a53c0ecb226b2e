// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollups.h"

#include "matching/matchpostback.h"

namespace Matchbook {

void RollupSums::addClick(const NewClick &click)
{
    if (click.kind == ClickKind::Test)
        return;
    ClickSums &sums = m_clicks[Key{click.time / bucketMs, click.campaign.value, click.offer.value,
                                   click.network.value, click.costCurrency, 0, 0}];
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
    case ClickKind::Test:
        break;
    }
    sums.cost = saturatedSum(sums.cost, click.costMicros);
}

void RollupSums::bookConversion(const Conversion &conversion, int sign)
{
    if (conversion.status == ConversionStatus::Test)
        return;
    const RevenueShares shares = revenueShares(conversion);
    const std::array<qint64, 3> dates{conversion.clickTime, conversion.time, conversion.statusTime};
    for (int basis = 0; basis < int(dates.size()); ++basis) {
        ConversionSums &sums = m_conversions[Key{dates[size_t(basis)] / bucketMs, conversion.campaign.value,
                                                 conversion.offer.value, conversion.network.value,
                                                 conversion.payout.currency, basis, int(conversion.status)}];
        sums += ConversionSums{sign, sign * shares.confirmed, sign * shares.pending, sign * shares.rejected,
                               sign * shares.refunded};
    }
}

void RollupSums::merge(const RollupSums &other)
{
    for (auto it = other.m_clicks.constBegin(); it != other.m_clicks.constEnd(); ++it)
        m_clicks[it.key()] += *it;
    for (auto it = other.m_conversions.constBegin(); it != other.m_conversions.constEnd(); ++it)
        m_conversions[it.key()] += *it;
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

RollupTables::RollupTables(const Database &database)
    : m_addClicks(database, "click_rollup_add"), m_addConversions(database, "conversion_rollup_add"),
      m_addClickDays(database, "click_day_add"), m_addConversionDays(database, "conversion_day_add"),
      m_dayZone(database, "day_zone")
{ }

Expected<RollupSums> RollupTables::inDays(const RollupSums &sums)
{
    // Asked each time, inside the transaction: another process may have changed the zone a moment ago.
    if (auto done = m_dayZone.run(); !done)
        return unexpected(done.error());
    m_days.useZone(m_dayZone.next() ? m_dayZone.text(0).toLatin1() : QByteArray());
    m_dayZone.finish();
    RollupSums days;
    const auto merge = [this](const auto &from, auto &to) {
        for (auto it = from.constBegin(); it != from.constEnd(); ++it) {
            RollupSums::Key key = it.key();
            key.bucket = m_days.dayOf(key.bucket);
            to[key] += *it;
        }
    };
    merge(sums.m_clicks, days.m_clicks);
    merge(sums.m_conversions, days.m_conversions);
    return days;
}

Expected<void> RollupTables::add(const RollupSums &sums)
{
    if (sums.isEmpty())
        return {};
    if (auto added = addTo(m_addClicks, m_addConversions, sums); !added)
        return added;
    const auto days = inDays(sums);
    if (!days)
        return unexpected(days.error());
    return addTo(m_addClickDays, m_addConversionDays, *days);
}

Expected<void> RollupTables::addTo(Statement &clicks, Statement &conversions, const RollupSums &sums)
{
    for (auto it = sums.m_clicks.constBegin(); it != sums.m_clicks.constEnd(); ++it) {
        const auto &key = it.key();
        if (auto done = clicks.run(key.bucket, key.campaign, key.offer, key.network,
                                   currencyColumn(key.currency), it->clicks, it->bots, it->probes, it->cost);
            !done)
            return done;
    }
    for (auto it = sums.m_conversions.constBegin(); it != sums.m_conversions.constEnd(); ++it) {
        const auto &key = it.key();
        if (key.basis == 0 && &conversions == &m_addConversions)
            continue; // no quarter hours by click date: the conversions themselves are summed when asked
        if (auto done = conversions.run(key.basis, key.bucket, key.campaign, key.offer, key.network,
                                        currencyColumn(key.currency), key.status, it->conversions,
                                        it->confirmed, it->pending, it->rejected, it->refunded);
            !done)
            return done;
    }
    return {};
}

} // namespace Matchbook
