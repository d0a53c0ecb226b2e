// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settlement.h"

#include <QList>

namespace Matchbook {

/// Conversions and their history as the writer stores and finds them, in the caller's transaction.
class ConversionTable
{
public:
    explicit ConversionTable(const Database &database);

    /// A network's conversions with this transaction ID, oldest first.
    Expected<QList<Conversion>> byTransaction(NetworkId network, const QString &transactionId);
    /// A network's conversions of this click, oldest first.
    Expected<QList<Conversion>> byClick(NetworkId network, const QString &clickId);
    /// Those of them that came without a transaction ID. Looked up in the index that is at hand anyway, and few: a click with a
    /// hundred keyed conversions costs no more than one with none.
    Expected<QList<Conversion>> keylessOfClick(NetworkId network, const QString &clickId);
    /// Stores a new conversion and returns its ID. The dedup key must be new: the store enforces it. It waits to be settled.
    Expected<ConversionId> insert(Conversion conversion);
    /// Stores \a after in place of \a before, the same conversion as it was.
    Expected<void> update(const Conversion &before, const Conversion &after);
    /// True if the stored sums have the conversion, so that a change of it must be booked.
    bool isSettled(ConversionId id) const { return m_settlement.isSettled(id); }
    /// The line of the history for what this postback has made of \a before. The first one brings along the line of \a before
    /// itself: a conversion that never changed has none.
    Expected<void> addHistory(const Conversion &before, const Conversion &after, PostbackId postback,
                              qint64 time);
    /// What waits for its places in the sums and in the list by click; look() at it before anything else.
    Settlement &settlement() { return m_settlement; }

private:
    Expected<QList<Conversion>> readAll(Statement &statement, Expected<void> run);

    Statement m_byTransaction;
    Statement m_byClick;
    Statement m_keyless;
    Statement m_insert;
    Statement m_update;
    Statement m_firstHistory;
    Statement m_history;
    Settlement m_settlement;
};

/// Binds the columns of `conversion_insert` in their order.
Statement &bindConversion(Statement &statement, const Conversion &conversion);

/// The conversion in columns 0 to 29 of a statement that selects them in the table's usual order.
Conversion conversionFrom(const Statement &row);

} // namespace Matchbook
