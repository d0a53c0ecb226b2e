// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingsums.h"

#include "store/rolluptotals.h"

#include <algorithm>
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
        for (const qint64 part : {total.confirmed, total.pending, total.rejected, total.refunded})
            sum.payoutMicros = saturatedSum(sum.payoutMicros, part);
    }
    m_report.after = m_report.before;
    return {};
}

std::optional<RereadingSums::Share> RereadingSums::shareOf(const std::optional<Conversion> &conversion)
{
    if (!conversion || conversion->status == ConversionStatus::Test)
        return std::nullopt; // in no sum
    const RevenueShares shares = revenueShares(*conversion);
    return Share{conversion->payout.currency, conversion->status,
                 shares.confirmed + shares.pending + shares.rejected + shares.refunded};
}

void RereadingSums::book(const std::optional<Share> &share, int sign)
{
    if (!share)
        return;
    const std::pair key{share->currency.code(), share->status};
    StatusTotal &sum = m_report.after[key];
    sum.conversions += sign;
    sum.payoutMicros = saturatedSum(sum.payoutMicros, sign * share->micros);
    if (sum.conversions == 0)
        m_report.after.remove(key);
}

void RereadingSums::takeBack(qint64 key)
{
    const auto booked = m_booked.constFind(key);
    if (booked == m_booked.constEnd())
        return;
    book(booked->after, -1);
    book(booked->before, 1);
    if (key < 0)
        --m_new;
    else
        m_fates.remove(key);
    m_booked.erase(booked);
}

/// What earlier plans said of the sales of this one is void.
void RereadingSums::takeBack(const RereadingPlan &plan)
{
    for (const PlannedSale &sale : plan.sales) {
        if (sale.before)
            takeBack(sale.before->id.value);
    }
    for (const PlannedPostback &postback : plan.postbacks)
        takeBack(-postback.id.value);
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

void RereadingSums::add(const RereadingPlan &plan, const QList<qint64> &chosen, const QList<qint64> &ids)
{
    if (m_inPieces)
        takeBack(plan);
    for (size_t i = 0; i < plan.sales.size(); ++i) {
        const PlannedSale &sale = plan.sales[i];
        note(sale, ids.value(qsizetype(i)));
        const Booked booked{shareOf(sale.before), shareOf(sale.after)};
        book(booked.before, -1);
        book(booked.after, 1);
        if (m_inPieces && sale.written)
            m_booked.insert(sale.before ? sale.before->id.value : -sale.history.first().postback.value,
                            booked);
    }
    for (const PlannedPostback &postback : plan.postbacks) {
        const qint64 id = postback.id.value;
        const bool isUnderstood = postback.after.outcome < PostbackOutcome::Unmatched;
        const bool isChosen = std::binary_search(chosen.cbegin(), chosen.cend(), id);
        if (isUnderstood)
            m_notUnderstood.remove(id);
        else if (isChosen)
            m_notUnderstood.insert(id, postback.after.cause);
        if (!isUnderstood)
            m_understood.remove(id);
        else if (isChosen && postback.before.outcome >= PostbackOutcome::Unmatched)
            m_understood.insert(id);
    }
}

RereadingReport RereadingSums::report() const
{
    RereadingReport report = m_report;
    report.added = m_new;
    report.understood = m_understood.size();
    for (const PostbackCause cause : m_notUnderstood)
        ++report.notUnderstood[QString(causeWord(cause))];
    for (const Fate fate : m_fates) {
        report.changed += fate == Fate::Changed ? 1 : 0;
        report.removed += fate == Fate::Removed ? 1 : 0;
        report.unchanged += fate == Fate::Unchanged ? 1 : 0;
    }
    return report;
}

} // namespace Matchbook
