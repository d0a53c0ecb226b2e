// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plannedsales.h"

namespace Matchbook {

size_t PlannedSales::keyOfConversion(ConversionId id)
{
    return qHashMulti(1, id.value);
}

size_t PlannedSales::keyOfTransaction(NetworkId network, const QString &transaction)
{
    return qHashMulti(2, network.value, transaction);
}

size_t PlannedSales::keyOfClick(NetworkId network, const QString &click)
{
    return qHashMulti(3, network.value, click);
}

void PlannedSales::add(const RereadingPlan &plan)
{
    for (const PlannedPostback &postback : plan.postbacks) {
        if (postback.sale < 0 || !plan.sales[size_t(postback.sale)].written)
            continue;
        const Conversion &sale = *plan.sales[size_t(postback.sale)].after;
        const qint64 id = postback.id.value;
        if (sale.id.isValid())
            m_postbacks.insert(keyOfConversion(sale.id), id);
        if (!sale.transactionId.isEmpty())
            m_postbacks.insert(keyOfTransaction(sale.network, sale.transactionId), id);
        if (!sale.clickId.isEmpty())
            m_postbacks.insert(keyOfClick(sale.network, sale.clickId), id);
    }
}

} // namespace Matchbook
