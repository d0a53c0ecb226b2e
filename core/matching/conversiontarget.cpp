// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversiontarget.h"

#include "networks/importedrow.h"

namespace Matchbook {

namespace {

bool sameEvent(const Conversion &conversion, const QString &event)
{
    return conversion.event.compare(event, Qt::CaseInsensitive) == 0;
}

template<typename Condition>
const Conversion *newest(const QList<Conversion> &conversions, Condition condition)
{
    for (auto it = conversions.crbegin(); it != conversions.crend(); ++it) {
        if (condition(*it))
            return &*it;
    }
    return nullptr;
}

const Conversion *newestOfEvent(const QList<Conversion> &conversions, const QString &event)
{
    return newest(conversions, [&](const Conversion &c) { return sameEvent(c, event) && c.saleSeen; });
}

/// The refund in \a conversions whose sale has not been seen. Its event says little: refunds seldom name the sale's.
const Conversion *awaitingSale(const QList<Conversion> &conversions)
{
    return newest(conversions, [](const Conversion &c) { return !c.saleSeen; });
}

/// The sale as a report told it that names no transaction. Only the same amount shows that it is the same one.
const Conversion *importedBefore(const MatchQuestion &question)
{
    const PostbackReading &reading = question.reading;
    const Currency currency = reading.currency.value_or(question.network.defaultCurrency);
    return newest(question.byClick, [&](const Conversion &c) {
        return isMadeUpTransaction(c.transactionId) && sameEvent(c, reading.event)
                && reading.payoutMicros == c.payout.micros && c.payout.currency == currency;
    });
}

} // namespace

const Conversion *refundTarget(const MatchQuestion &question)
{
    const auto ofEvent = [&](const Conversion &c) { return sameEvent(c, question.reading.event); };
    if (!question.byTransaction.isEmpty()) {
        const Conversion *same = newest(question.byTransaction, ofEvent);
        return same ? same : &question.byTransaction.last();
    }
    // One that names its own sale, which has not been seen, is not about another one that is worth less.
    const qint64 told
            = question.reading.transactionId.isEmpty() ? 0 : question.reading.payoutMicros.value_or(0);
    const auto mayBe = [&](const Conversion &c) {
        return c.transactionId.isEmpty() || (!question.reading.isReceipt && told <= c.payout.micros);
    };
    const Conversion *same
            = newest(question.byClick, [&](const Conversion &c) { return mayBe(c) && ofEvent(c); });
    return same ? same : newest(question.byClick, mayBe);
}

const Conversion *repeatTarget(const MatchQuestion &question)
{
    const QString &event = question.reading.event;
    if (question.reading.transactionId.isEmpty()) {
        const Conversion *same = newestOfEvent(question.byClick, event);
        return same ? same : awaitingSale(question.byClick);
    }
    if (const Conversion *same = newestOfEvent(question.byTransaction, event))
        return same;
    if (const Conversion *awaiting = awaitingSale(question.byTransaction))
        return awaiting;
    // What a pixel has told already, without a transaction ID.
    const auto keyless = [&](const Conversion &c) {
        return c.transactionId.isEmpty() && (sameEvent(c, event) || !c.saleSeen);
    };
    if (const Conversion *told = newest(question.byClick, keyless))
        return told;
    return isMadeUpTransaction(question.reading.transactionId) ? nullptr : importedBefore(question);
}

const Conversion *sibling(const MatchQuestion &question)
{
    if (!question.byTransaction.isEmpty())
        return &question.byTransaction.last();
    return question.byClick.isEmpty() ? nullptr : &question.byClick.last();
}

} // namespace Matchbook
