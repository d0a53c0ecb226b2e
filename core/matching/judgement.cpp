// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgement.h"

#include <limits>

namespace Matchbook {

namespace {

void copyClick(const MatchedClick &click, Conversion &conversion)
{
    conversion.clickId = click.clickId.toString();
    conversion.clickTime = click.time;
    conversion.campaign = click.campaign;
    conversion.offer = click.offer;
    conversion.costMicros = click.costMicros;
    conversion.externalId = click.externalId;
    conversion.subIds = click.subIds;
}

void copySibling(const Conversion &sibling, Conversion &conversion)
{
    conversion.clickId = sibling.clickId;
    conversion.clickTime = sibling.clickTime;
    conversion.campaign = sibling.campaign;
    conversion.offer = sibling.offer;
    conversion.costMicros = sibling.costMicros;
    conversion.externalId = sibling.externalId;
    conversion.subIds = sibling.subIds;
}

/// A default payout keeps its own currency: 5 EUR do not become 5 USD because the network named a currency without an amount.
Money firstPayout(const MatchQuestion &question)
{
    const PostbackReading &reading = question.reading;
    const Currency fallback = reading.currency.value_or(question.network.defaultCurrency);
    if (reading.payoutMicros)
        return {*reading.payoutMicros, fallback};
    if (question.click && question.click->offerPayout.currency.isValid())
        return question.click->offerPayout;
    return {0, fallback};
}

} // namespace

Conversion newConversion(const MatchQuestion &question, const Conversion *sibling)
{
    Conversion conversion;
    if (question.click)
        copyClick(*question.click, conversion);
    else if (sibling)
        copySibling(*sibling, conversion);
    else
        conversion.clickTime = question.time; // kept without a click: every date is the postback's
    conversion.network = question.network.id;
    conversion.transactionId = question.reading.transactionId;
    conversion.event = question.reading.event;
    conversion.dedupKey = dedupKey(conversion.transactionId, conversion.clickId, conversion.event);
    conversion.time = question.time;
    conversion.statusTime = question.time;
    conversion.status = question.reading.status.value_or(question.network.defaultStatus);
    conversion.payout = firstPayout(question);
    conversion.match = matchKindOf(question);
    return conversion;
}

MatchDecision decided(PostbackOutcome outcome, PostbackCause cause, const QString &detail,
                      const MatchQuestion &question, Conversion conversion)
{
    if (conversion.timesReceived < std::numeric_limits<int>::max())
        ++conversion.timesReceived;
    return {outcome, cause, detail, matchKindOf(question), std::move(conversion)};
}

MatchKind matchKindOf(const MatchQuestion &question)
{
    if (!question.click && !question.byTransaction.isEmpty())
        return MatchKind::Transaction;
    return question.match == MatchKind::None ? MatchKind::Exact : question.match;
}

QString statusStep(ConversionStatus before, ConversionStatus after)
{
    return QString(statusWord(before)) + u'>' + statusWord(after);
}

QString payoutStep(const Money &before, const Money &after)
{
    QString text = before.toDecimal();
    if (before.currency != after.currency)
        text += u' ' + before.currency.code();
    text += u'>' + after.toDecimal() + u' ' + after.currency.code();
    return text;
}

bool takesMoneyBack(ConversionStatus status)
{
    return status == ConversionStatus::Refunded || status == ConversionStatus::ChargedBack;
}

} // namespace Matchbook
