// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereadingplan.h"

#include <algorithm>

namespace Matchbook {

namespace {

QString keyOf(const Conversion &conversion)
{
    return QString::number(conversion.network.value) + u':' + conversion.dedupKey;
}

/// Gives the conversions that came out the IDs of those that were there.
class Identities
{
public:
    explicit Identities(const RelatedSales &related) : m_related(related)
    {
        for (const Conversion &conversion : related.conversions)
            m_byKey.insert(keyOf(conversion), conversion.id.value);
        for (const StoredPostback &postback : related.postbacks)
            m_ofPostback.insert(postback.id.value, postback.before.conversion.value);
    }

    QList<qint64> assign(const std::vector<SaleReplay::Sale> &sales)
    {
        QList<qint64> ids;
        for (const SaleReplay::Sale &sale : sales)
            ids << take(m_byKey.value(keyOf(sale.conversion)));
        for (size_t i = 0; i < sales.size(); ++i) {
            for (const PostbackId postback : sales[i].postbacks) {
                if (ids[qsizetype(i)] == 0)
                    ids[qsizetype(i)] = take(m_ofPostback.value(postback.value));
            }
        }
        return ids;
    }

private:
    /// \a id if it is one of the related and not taken yet; else 0.
    qint64 take(qint64 id)
    {
        if (!m_related.conversions.contains(id) || m_taken.contains(id))
            return 0;
        m_taken.insert(id);
        return id;
    }

    const RelatedSales &m_related;
    QHash<QString, qint64> m_byKey;
    QHash<qint64, qint64> m_ofPostback;
    QSet<qint64> m_taken;
};

PlannedPostback judged(const StoredPostback &stored, SaleReplay &replay)
{
    PlannedPostback planned{stored.id, stored.before, stored.before, -1};
    if (!stored.by || stored.refused)
        return planned;
    const MatchDecision decision
            = replay.judge(stored.id, stored.asked.question, stored.asked.named, stored.raw);
    planned.after = judgementOf(stored.asked.question, decision);
    noteOldKey(stored.raw, planned.after);
    if (decision.conversion)
        planned.sale = int(decision.conversion->id.value) - 1;
    return planned;
}

void addSales(const RelatedSales &related, const std::vector<SaleReplay::Sale> &sales, RereadingPlan &plan)
{
    const QList<qint64> ids = Identities(related).assign(sales);
    QSet<qint64> kept;
    for (size_t i = 0; i < sales.size(); ++i) {
        const qint64 id = ids.at(qsizetype(i));
        PlannedSale planned;
        if (id > 0) {
            kept.insert(id);
            planned.before = related.conversions.value(id);
        }
        planned.after = sales[i].conversion;
        planned.after->id = {id};
        planned.history = sales[i].history;
        planned.written = planned.isAdded() || planned.isChanged();
        plan.sales.push_back(std::move(planned));
    }
    for (const Conversion &conversion : related.conversions) {
        if (!kept.contains(conversion.id.value))
            plan.sales.push_back({conversion, std::nullopt, {}, true});
    }
}

} // namespace

bool RereadingPlan::changesAnything() const
{
    return std::any_of(sales.cbegin(), sales.cend(), [](const PlannedSale &sale) { return sale.written; })
            || std::any_of(postbacks.cbegin(), postbacks.cend(),
                           [](const PlannedPostback &postback) { return postback.differs(); });
}

RereadingPlan planRereading(const RelatedSales &related, const ClickHistory &clicks)
{
    SaleReplay replay(clicks);
    for (const Conversion &conversion : related.conversions) {
        if (!related.explained.contains(conversion.id.value))
            replay.stand(conversion);
    }
    RereadingPlan plan;
    plan.postbacks.reserve(related.postbacks.size());
    for (const StoredPostback &stored : related.postbacks)
        plan.postbacks.push_back(judged(stored, replay));
    addSales(related, replay.sales(), plan);
    for (PlannedPostback &postback : plan.postbacks) {
        if (postback.sale < 0)
            continue;
        PlannedSale &sale = plan.sales[size_t(postback.sale)];
        postback.after.conversion = sale.after->id;
        if (postback.differs())
            sale.written = true;
    }
    return plan;
}

} // namespace Matchbook
