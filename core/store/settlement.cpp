// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settlement.h"

#include <QStringList>

namespace Matchbook {

namespace {

/// As much of a conversion as its sums need.
Conversion bookedPart(const Statement &row)
{
    Conversion conversion;
    conversion.campaign = {row.number(0)};
    conversion.offer = {row.number(1)};
    conversion.network = {row.number(2)};
    conversion.clickTime = row.number(3);
    conversion.time = row.number(4);
    conversion.statusTime = row.number(5);
    conversion.status = ConversionStatus(row.number(6));
    conversion.payout = {row.number(7), Currency::fromCode(row.text(8)).value_or(Currency())};
    conversion.refundedMicros = row.number(9);
    conversion.saleSeen = row.number(10) != 0;
    return conversion;
}

} // namespace

Settlement::Settlement(const Database &database)
    : m_state(database, "settlement_state"), m_waiting(database, "settlement_waiting"),
      m_settleClicks(database, "settle_clicks"), m_rows(database, "settlement_rows"),
      m_setSettled(database, "settled_set"), m_removeClick(database, "conversion_of_click_remove"),
      m_insertClick(database, "conversion_of_click_insert")
{ }

Expected<void> Settlement::look()
{
    if (m_known)
        return {};
    if (auto done = m_state.run(); !done)
        return done;
    const bool found = m_state.next();
    const qint64 settled = found ? m_state.number(0) : 0;
    const qint64 newest = found ? m_state.number(1) : 0;
    m_state.finish();
    if (settled != m_settled || newest != m_newest) {
        // Another process has written, or what we wrote was taken back.
        m_byClick.clear();
        if (auto done = m_waiting.run(settled); !done)
            return done;
        while (m_waiting.next())
            m_byClick.insert(m_waiting.text(1), m_waiting.number(0));
        if (const auto failure = m_waiting.failure())
            return unexpected(*failure);
    }
    m_settled = settled;
    m_newest = newest;
    m_known = true;
    return {};
}

void Settlement::remember(const Conversion &stored)
{
    m_newest = std::max(m_newest, stored.id.value);
    if (!stored.clickId.isEmpty())
        m_byClick.insert(stored.clickId, stored.id.value);
}

QString Settlement::waitingOfClick(const QString &clickId) const
{
    QStringList ids;
    for (auto it = m_byClick.constFind(clickId); it != m_byClick.cend() && it.key() == clickId; ++it)
        ids << QString::number(*it);
    return QLatin1Char('[') + ids.join(QLatin1Char(',')) + QLatin1Char(']');
}

Expected<void> Settlement::clickChanged(const Conversion &before, const Conversion &after)
{
    if (before.clickId == after.clickId)
        return {};
    if (!isSettled(after.id)) {
        m_byClick.remove(before.clickId, after.id.value);
        if (!after.clickId.isEmpty())
            m_byClick.insert(after.clickId, after.id.value);
        return {};
    }
    if (auto done = m_removeClick.run(before.clickId, after.id.value); !done)
        return done;
    return after.clickId.isEmpty() ? Expected<void>() : m_insertClick.run(after.clickId, after.id.value);
}

void Settlement::postpone()
{
    m_postponedAt = m_newest;
    forget();
}

Expected<void> Settlement::settle(RollupSums &sums)
{
    if (auto looked = look(); !looked)
        return looked;
    if (m_newest <= m_settled)
        return {};
    if (auto done = m_settleClicks.run(); !done)
        return done;
    if (auto done = m_rows.run(m_settled); !done)
        return done;
    while (m_rows.next())
        sums.addConversion(bookedPart(m_rows));
    if (const auto failure = m_rows.failure())
        return unexpected(*failure);
    if (auto done = m_setSettled.run(m_newest); !done)
        return done;
    m_settled = m_newest;
    m_byClick.clear();
    return {};
}

} // namespace Matchbook
