// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rereadingplan.h"

#include <QMultiHash>

namespace Matchbook {

/// Which postbacks the conversions of earlier plans were made of. A preview writes nothing, so a later piece of it cannot find
/// them in the store.
class PlannedSales
{
public:
    /// Under which keys postbacks are found. Two things may have one key: too much is found then, never too little.
    static size_t keyOfConversion(ConversionId id);
    static size_t keyOfTransaction(NetworkId network, const QString &transaction);
    static size_t keyOfClick(NetworkId network, const QString &click);

    void add(const RereadingPlan &plan);
    /// May name a postback more than once.
    QList<qint64> postbacks(size_t key) const { return m_postbacks.values(key); }

private:
    QMultiHash<size_t, qint64> m_postbacks;
};

} // namespace Matchbook
