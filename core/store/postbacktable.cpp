// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbacktable.h"

namespace Matchbook {

WaitingPostback waitingPostbackFrom(const Statement &row)
{
    WaitingPostback postback;
    postback.id = {row.number(0)};
    postback.raw.request.arrivedAt = row.number(1);
    postback.network = {row.number(2)};
    postback.raw.pixel = row.number(3) != 0;
    postback.raw.request.method = row.bytes(4);
    postback.raw.request.sender = row.bytes(5);
    postback.raw.request.path = row.bytes(6);
    postback.raw.request.query = row.bytes(7);
    postback.raw.request.body = row.bytes(8);
    postback.raw.request.headers = {{"content-type", row.bytes(9)}, {"user-agent", row.bytes(10)}};
    postback.raw.signature = Signature(row.number(11));
    if (!row.isNull(12))
        postback.raw.oldKeyUntil = row.number(12);
    postback.raw.isStored = true;
    return postback;
}

PostbackTable::PostbackTable(const Database &database)
    : m_insert(database, "postback_insert"), m_rejudged(database, "postback_rejudged"),
      m_opened(database, "postback_opened"), m_waiting(database, "postback_waiting_for_click"),
      m_firstOf(database, "postback_first_of_conversion"), m_sameOf(database, "postback_same_of_conversion"),
      m_quarantineSize(database, "quarantine_size"), m_quarantineTrim(database, "quarantine_trim"),
      m_quarantineDropped(database, "quarantine_dropped_add"), m_refusedSize(database, "refused_size"),
      m_refusedTrim(database, "refused_trim")
{ }

void PostbackTable::bindJudgement(Statement &statement, const Judgement &judgement)
{
    statement.bind(int(judgement.outcome))
            .bind(judgement.conversion.isValid() ? std::optional(judgement.conversion.value) : std::nullopt)
            .bind(textOrNull(QString(causeWord(judgement.cause))))
            .bind(textOrNull(judgement.detail))
            .bind(textOrNull(judgement.clickId))
            .bind(textOrNull(judgement.transactionId))
            .bind(judgement.payout ? std::optional(judgement.payout->micros) : std::nullopt)
            .bind(judgement.payout ? textOrNull(judgement.payout->currency.code()) : QString())
            .bind(int(judgement.match));
}

Expected<PostbackId> PostbackTable::insert(const RawPostback &raw, NetworkId network,
                                           const Judgement &judgement)
{
    const ReceivedRequest &request = raw.request;
    m_insert.bind(request.arrivedAt).bind(network.value);
    bindJudgement(m_insert, judgement);
    auto done = m_insert.bind(raw.pixel ? 1 : 0)
                        .bind(QString::fromLatin1(request.method))
                        .bind(QString::fromLatin1(request.sender))
                        .bind(request.path)
                        .bind(bytesOrNull(request.query))
                        .bind(bytesOrNull(request.body))
                        .bind(textOrNull(QString::fromUtf8(request.header("content-type"))))
                        .bind(textOrNull(QString::fromUtf8(request.header("user-agent"))))
                        .bind(int(raw.signature))
                        .bind(raw.oldKeyUntil)
                        .runBound();
    if (!done)
        return unexpected(done.error());
    return PostbackId{m_insert.lastInsertId()};
}

Expected<void> PostbackTable::rejudged(PostbackId id, const Judgement &judgement)
{
    bindJudgement(m_rejudged, judgement);
    return m_rejudged.bind(id.value).runBound();
}

Expected<void> PostbackTable::opened(PostbackId id, const RawPostback &raw)
{
    return m_opened.bind(bytesOrNull(raw.request.query))
            .bind(bytesOrNull(raw.request.body))
            .bind(textOrNull(QString::fromUtf8(raw.request.header("content-type"))))
            .bind(int(raw.signature))
            .bind(id.value)
            .runBound();
}

Expected<QList<WaitingPostback>> PostbackTable::waitingFor(const QString &clickId)
{
    if (auto done = m_waiting.run(clickId); !done)
        return unexpected(done.error());
    QList<WaitingPostback> waiting;
    while (m_waiting.next())
        waiting << waitingPostbackFrom(m_waiting);
    if (const auto failure = m_waiting.failure())
        return unexpected(*failure);
    return waiting;
}

Expected<std::optional<RawPostback>> PostbackTable::firstOf(ConversionId conversion)
{
    if (auto done = m_firstOf.run(conversion.value); !done)
        return unexpected(done.error());
    std::optional<RawPostback> first;
    if (m_firstOf.next()) {
        first.emplace();
        first->request.arrivedAt = m_firstOf.number(0);
        first->pixel = m_firstOf.number(1) != 0;
        first->request.method = m_firstOf.bytes(2);
        first->request.query = m_firstOf.bytes(3);
        first->request.body = m_firstOf.bytes(4);
    }
    m_firstOf.finish();
    return first;
}

Expected<bool> PostbackTable::hasSame(ConversionId conversion, const RawPostback &raw)
{
    auto done = m_sameOf.bind(conversion.value)
                        .bind(QString::fromLatin1(raw.request.method))
                        .bind(bytesOrNull(raw.request.query))
                        .bind(bytesOrNull(raw.request.body))
                        .runBound();
    if (!done)
        return unexpected(done.error());
    const bool found = m_sameOf.next();
    m_sameOf.finish();
    return found;
}

Expected<qint64> PostbackTable::quarantineSize()
{
    if (auto done = m_quarantineSize.run(); !done)
        return unexpected(done.error());
    const qint64 size = m_quarantineSize.next() ? m_quarantineSize.number(0) : 0;
    m_quarantineSize.finish();
    return size;
}

Expected<void> PostbackTable::trimQuarantine(qint64 rows)
{
    if (auto done = m_quarantineTrim.run(rows); !done)
        return done;
    return m_quarantineDropped.run(rows);
}

Expected<qint64> PostbackTable::refusedSize()
{
    if (auto done = m_refusedSize.run(); !done)
        return unexpected(done.error());
    const qint64 size = m_refusedSize.next() ? m_refusedSize.number(0) : 0;
    m_refusedSize.finish();
    return size;
}

Expected<void> PostbackTable::trimRefused(qint64 rows)
{
    if (auto done = m_refusedTrim.run(rows); !done)
        return done;
    return m_quarantineDropped.run(rows);
}

} // namespace Matchbook
