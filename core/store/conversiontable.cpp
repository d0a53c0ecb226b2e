// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversiontable.h"

#include "matching/matchpostback.h"

namespace Matchbook {

ConversionTable::ConversionTable(const Database &database)
    : m_byTransaction(database, "conversion_by_transaction"), m_byClick(database, "conversion_by_click"),
      m_keyless(database, "conversion_keyless_of_click"), m_insert(database, "conversion_insert"),
      m_update(database, "conversion_update"), m_firstHistory(database, "history_first"),
      m_history(database, "history_insert"), m_settlement(database)
{ }

Conversion conversionFrom(const Statement &row)
{
    Conversion conversion;
    conversion.id = {row.number(0)};
    conversion.network = {row.number(1)};
    conversion.dedupKey = row.text(2);
    conversion.campaign = {row.number(3)};
    conversion.offer = {row.number(4)};
    conversion.transactionId = row.text(5);
    conversion.clickId = row.text(6);
    conversion.clickTime = row.number(7);
    conversion.time = row.number(8);
    conversion.statusTime = row.number(9);
    conversion.event = row.text(10);
    conversion.status = ConversionStatus(row.number(11));
    conversion.payout = {row.number(12), Currency::fromCode(row.text(13)).value_or(Currency())};
    conversion.refundedMicros = row.number(14);
    conversion.costMicros = row.number(15);
    conversion.match = MatchKind(row.number(16));
    conversion.timesReceived = int(row.number(17));
    conversion.saleSeen = row.number(18) != 0;
    conversion.externalId = row.text(19);
    conversion.subIds = subIdsFrom(row, 20);
    return conversion;
}

Expected<QList<Conversion>> ConversionTable::readAll(Statement &statement, Expected<void> run)
{
    if (!run)
        return unexpected(run.error());
    QList<Conversion> conversions;
    while (statement.next())
        conversions << conversionFrom(statement);
    if (const auto failure = statement.failure())
        return unexpected(*failure);
    return conversions;
}

Expected<QList<Conversion>> ConversionTable::byTransaction(NetworkId network, const QString &transactionId)
{
    // Every key of a transaction begins with it, so the unique index serves as its index.
    const QString first = dedupKey(transactionId, QString(), QString());
    const QString afterLast = first.chopped(1) + QLatin1Char(';');
    return readAll(m_byTransaction, m_byTransaction.run(network.value, first, afterLast, transactionId));
}

Expected<QList<Conversion>> ConversionTable::byClick(NetworkId network, const QString &clickId)
{
    return readAll(m_byClick, m_byClick.run(clickId, network.value, m_settlement.waitingOfClick(clickId)));
}

Expected<QList<Conversion>> ConversionTable::keylessOfClick(NetworkId network, const QString &clickId)
{
    const QString first = dedupKey(QString(), clickId, QString());
    const QString afterLast = first.chopped(1) + QLatin1Char(';');
    return readAll(m_keyless, m_keyless.run(network.value, first, afterLast));
}

Statement &bindConversion(Statement &statement, const Conversion &conversion)
{
    return statement.bind(conversion.id.value)
            .bind(conversion.network.value)
            .bind(conversion.dedupKey)
            .bind(conversion.campaign.value)
            .bind(conversion.offer.value)
            .bind(textOrNull(conversion.transactionId))
            .bind(textOrNull(conversion.clickId))
            .bind(conversion.clickTime)
            .bind(conversion.time)
            .bind(conversion.statusTime)
            .bind(conversion.event)
            .bind(int(conversion.status))
            .bind(conversion.payout.micros)
            .bind(conversion.payout.currency.code())
            .bind(conversion.refundedMicros)
            .bind(conversion.costMicros)
            .bind(int(conversion.match))
            .bind(conversion.timesReceived)
            .bind(conversion.saleSeen ? 1 : 0)
            .bind(textOrNull(conversion.externalId))
            .bind(conversion.subIds);
}

Expected<ConversionId> ConversionTable::insert(Conversion conversion)
{
    conversion.id = m_settlement.nextId();
    if (auto done = bindConversion(m_insert, conversion).runBound(); !done)
        return unexpected(done.error());
    m_settlement.remember(conversion);
    return conversion.id;
}

Expected<void> ConversionTable::update(const Conversion &before, const Conversion &after)
{
    if (auto done = m_settlement.clickChanged(before, after); !done)
        return done;
    return m_update.run(after.dedupKey, textOrNull(after.transactionId), textOrNull(after.clickId),
                        after.statusTime, after.event, int(after.status), after.payout.micros,
                        after.payout.currency.code(), after.refundedMicros, after.timesReceived,
                        after.saleSeen ? 1 : 0, after.id.value);
}

Expected<void> ConversionTable::addHistory(const Conversion &before, const Conversion &after,
                                           PostbackId postback, qint64 time)
{
    auto done = m_firstHistory.runNamed({{"conversion", before.id.value},
                                         {"time", before.time},
                                         {"status", int(before.status)},
                                         {"payout", before.payout.micros},
                                         {"currency", before.payout.currency.code()},
                                         {"refunded", before.refundedMicros}});
    if (!done)
        return done;
    return m_history.run(after.id.value, postback.value, time, int(after.status), after.payout.micros,
                         after.payout.currency.code(), after.refundedMicros);
}

} // namespace Matchbook
