// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "salereplay.h"

#include <algorithm>

namespace Matchbook {

namespace {

QString keyOf(NetworkId network, const QString &text)
{
    return QString::number(network.value) + u':' + text;
}

/// Without click and transaction there is nothing to tell kept postbacks apart by but themselves.
void nameKept(Conversion &conversion, PostbackId id)
{
    if (conversion.clickId.isEmpty() && conversion.transactionId.isEmpty())
        conversion.dedupKey = QStringLiteral("p:%1:").arg(id.value) + conversion.event;
}

} // namespace

QList<Conversion> SaleReplay::found(const QHash<QString, QList<int>> &places, const QString &key) const
{
    QList<Conversion> conversions;
    const QList<int> numbers = places.value(key);
    for (const int place : numbers)
        conversions << m_sales[size_t(place)].conversion;
    return conversions;
}

void SaleReplay::remember(int place, const Conversion &conversion)
{
    const auto note = [place](QList<int> &places) {
        const auto at = std::lower_bound(places.begin(), places.end(), place);
        if (at == places.end() || *at != place)
            places.insert(at, place);
    };
    if (!conversion.transactionId.isEmpty())
        note(m_byTransaction[keyOf(conversion.network, conversion.transactionId)]);
    if (conversion.clickId.isEmpty())
        return;
    const QString click = keyOf(conversion.network, conversion.clickId);
    note(m_byClick[click]);
    if (conversion.transactionId.isEmpty())
        note(m_keyless[click]);
    else if (const auto keyless = m_keyless.find(click); keyless != m_keyless.end())
        keyless->removeOne(place);
}

void SaleReplay::stand(const Conversion &conversion)
{
    m_sales.push_back({conversion, {}, {}, {}});
    m_sales.back().conversion.id = {qint64(m_sales.size())};
    remember(int(m_sales.size()) - 1, conversion);
}

MatchDecision SaleReplay::judge(PostbackId id, MatchQuestion question, const std::optional<ClickId> &named,
                                const RawPostback &raw)
{
    const NetworkId network = question.network.id;
    if (!question.reading.transactionId.isEmpty())
        question.byTransaction = found(m_byTransaction, keyOf(network, question.reading.transactionId));
    const auto &ofClick = asksOnlyForKeyless(question) ? m_keyless : m_byClick;
    if (question.click)
        question.byClick = found(ofClick, keyOf(network, question.click->clickId.toString()));
    else if (named)
        question.byClick = found(ofClick, keyOf(network, named->toString()));
    MatchDecision decision = matchPostback(question);
    if (named)
        explainAbsence(decision, *named, question.time, m_clicks);
    if (decision.conversion)
        keep(id, decision, question, raw);
    return decision;
}

void SaleReplay::keep(PostbackId id, MatchDecision &decision, const MatchQuestion &question,
                      const RawPostback &raw)
{
    const auto isAmong = [&](ConversionId sale) {
        const auto &requests = m_sales[size_t(sale.value - 1)].requests;
        return std::any_of(requests.cbegin(), requests.cend(),
                           [&raw](const RawPostback &earlier) { return isSameRequest(earlier, raw); });
    };
    if (const Conversion *refunded = undoneRefund(decision, question)) {
        if (isAmong(refunded->id))
            decision = staysRefunded(decision, *refunded);
    } else if (const Conversion *partly = partlyRefunded(decision, question)) {
        if (!isAmong(partly->id))
            decision = refundedFurther(*partly, question);
    } else if (isNewsOfSale(decision) && isAmong(decision.conversion->id)) {
        decision = newsAgain(decision);
    }
    Conversion &conversion = *decision.conversion;
    if (!conversion.id.isValid()) {
        nameKept(conversion, id);
        conversion.id = {qint64(m_sales.size()) + 1};
        m_sales.push_back({conversion, {id}, {{id, question.time, conversion}}, {raw}});
    } else {
        Sale &sale = m_sales[size_t(conversion.id.value - 1)];
        if (question.signature == Signature::Unchecked && asksForFirstShape(decision, question.time)
            && !sale.postbacks.isEmpty())
            explainRepeat(decision, shapeOf(sale.requests.first()), shapeOf(raw));
        sale.conversion = conversion;
        sale.postbacks << id;
        sale.requests << raw;
        if (decision.outcome != PostbackOutcome::Repeated)
            sale.history << Step{id, question.time, conversion};
    }
    remember(int(conversion.id.value) - 1, conversion);
}

} // namespace Matchbook
