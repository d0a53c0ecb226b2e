// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingsums.h"

#include "store/rolluptotals.h"

#include <limits>

namespace Matchbook {

namespace {

constexpr int conversionDate = 1;

} // namespace

Expected<void> RereadingSums::begin(Database &database, NetworkId network, qint64 postbacks)
{
    m_report.postbacks = postbacks;
    const RollupSpan always{false, std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), 0};
    const auto totals = conversionTotals(database, always, {}, network, conversionDate);
    if (!totals)
        return unexpected(totals.error());
    for (const ConversionTotal &total : *totals) {
        if (total.conversions == 0)
            continue;
        StatusTotal &sum = m_report.before[{total.currency.code(), total.status}];
        sum.conversions += total.conversions;
        sum.payoutMicros += total.confirmed + total.pending + total.rejected + total.refunded;
    }
    m_report.after = m_report.before;
    return {};
}

void RereadingSums::book(const Conversion &conversion, int sign)
{
    if (conversion.status == ConversionStatus::Test)
        return; // in no sum
    const RevenueShares shares = revenueShares(conversion);
    const std::pair key{conversion.payout.currency.code(), conversion.status};
    StatusTotal &sum = m_report.after[key];
    sum.conversions += sign;
    sum.payoutMicros += sign * (shares.confirmed + shares.pending + shares.rejected + shares.refunded);
    if (sum.conversions == 0)
        m_report.after.remove(key);
}

void RereadingSums::note(const PlannedSale &sale, qint64 id)
{
    if (!sale.before) {
        ++m_new;
        if (id > 0)
            m_fates.insert(id, Fate::Added);
        return;
    }
    const qint64 earlier = sale.before->id.value;
    const auto fate = m_fates.constFind(earlier);
    const bool wasAdded = fate != m_fates.constEnd() && *fate == Fate::Added;
    if (sale.isRemoved() && wasAdded) {
        --m_new;
        m_fates.remove(earlier);
    } else if (sale.isRemoved()) {
        m_fates.insert(earlier, Fate::Removed);
    } else if (!wasAdded && (sale.isChanged() || fate == m_fates.constEnd())) {
        m_fates.insert(earlier, sale.isChanged() ? Fate::Changed : Fate::Unchanged);
    }
}

void RereadingSums::add(const RereadingPlan &plan, const QSet<qint64> &chosen, const QList<qint64> &ids)
{
    for (size_t i = 0; i < plan.sales.size(); ++i) {
        const PlannedSale &sale = plan.sales[i];
        note(sale, ids.value(qsizetype(i)));
        if (sale.before)
            book(*sale.before, -1);
        if (sale.after)
            book(*sale.after, 1);
    }
    for (const PlannedPostback &postback : plan.postbacks) {
        if (chosen.contains(postback.id.value) && postback.after.outcome >= PostbackOutcome::Unmatched)
            ++m_report.notUnderstood[QString(causeWord(postback.after.cause))];
    }
}

RereadingReport RereadingSums::report() const
{
    RereadingReport report = m_report;
    report.added = m_new;
    for (const Fate fate : m_fates) {
        report.changed += fate == Fate::Changed ? 1 : 0;
        report.removed += fate == Fate::Removed ? 1 : 0;
        report.unchanged += fate == Fate::Unchanged ? 1 : 0;
    }
    return report;
}

} // namespace Matchbook
