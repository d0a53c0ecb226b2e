// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgement.h"

#include <algorithm>

namespace Matchbook {

namespace {

MatchDecision refundBeforeSale(const MatchQuestion &question)
{
    Conversion conversion = newConversion(question, nullptr);
    conversion.refundedMicros = conversion.payout.micros;
    conversion.saleSeen = false;
    return {PostbackOutcome::Matched, PostbackCause::WaitsForSale, {}, matchKindOf(question), conversion};
}

/// The same refund told again, or more of it, while its sale is still to come.
MatchDecision refundStillWaiting(const MatchQuestion &question, const Conversion &existing)
{
    Conversion changed = existing;
    const ConversionStatus status = *question.reading.status;
    const qint64 amount = question.reading.payoutMicros.value_or(0);
    if (amount > existing.payout.micros) {
        changed.payout = {amount, question.reading.currency.value_or(existing.payout.currency)};
        changed.refundedMicros = amount;
    }
    if (status != existing.status) {
        changed.status = status;
        changed.statusTime = question.time;
        return decided(PostbackOutcome::Changed, PostbackCause::StatusChanged,
                       statusStep(existing.status, status), question, changed);
    }
    if (changed.payout != existing.payout)
        return decided(PostbackOutcome::Changed, PostbackCause::PayoutChanged,
                       payoutStep(existing.payout, changed.payout), question, changed);
    return decided(PostbackOutcome::Repeated, PostbackCause::SameAgain, QString::number(existing.time),
                   question, changed);
}

} // namespace

MatchDecision judgeRefund(const MatchQuestion &question, const Conversion *existing)
{
    if (!existing)
        return refundBeforeSale(question);
    if (!existing->saleSeen)
        return refundStillWaiting(question, *existing);

    const PostbackReading &reading = question.reading;
    // A refund that says 0 means that the sale is worth nothing any more, not that nothing went back.
    const qint64 told = reading.payoutMicros.value_or(0);
    if (told != 0 && reading.currency && *reading.currency != existing->payout.currency)
        return {PostbackOutcome::NotUnderstood, PostbackCause::UnknownCurrency, reading.currency->code(),
                matchKindOf(question), std::nullopt};

    const qint64 payout = existing->payout.micros;
    const qint64 amount = told == 0 ? payout : std::min(told, payout);
    Conversion changed = *existing;
    // Two part refunds cannot be told from one that is repeated, so the larger counts and not their sum.
    changed.refundedMicros = std::max(existing->refundedMicros, amount);
    if (changed.refundedMicros >= payout)
        changed.status = *reading.status;

    if (changed.status != existing->status) {
        changed.statusTime = question.time;
        return decided(PostbackOutcome::Changed, PostbackCause::StatusChanged,
                       statusStep(existing->status, changed.status), question, changed);
    }
    if (changed.refundedMicros != existing->refundedMicros) {
        const Money before{payout - existing->refundedMicros, existing->payout.currency};
        const Money after{payout - changed.refundedMicros, existing->payout.currency};
        return decided(PostbackOutcome::Changed, PostbackCause::PayoutChanged, payoutStep(before, after),
                       question, changed);
    }
    return decided(PostbackOutcome::Repeated, PostbackCause::SameAgain, QString::number(existing->time),
                   question, changed);
}

MatchDecision judgeAwaitedSale(const MatchQuestion &question, const Conversion &existing)
{
    Conversion changed = existing;
    const Conversion sale = newConversion(question, &existing);
    const bool amountKnown = question.reading.payoutMicros || question.click;
    changed.saleSeen = true;
    changed.event = sale.event;
    if (!sale.transactionId.isEmpty())
        changed.transactionId = sale.transactionId;
    changed.dedupKey = dedupKey(changed.transactionId, changed.clickId, changed.event);
    if (amountKnown)
        changed.payout = sale.payout;

    // A refund that named no amount was booked with the offer's default payout or nothing: all of the sale went back.
    const bool unnamed = existing.refundedMicros == 0
            || (question.click && existing.payout == question.click->offerPayout)
            || existing.payout.currency != changed.payout.currency;
    changed.refundedMicros
            = unnamed ? changed.payout.micros : std::min(existing.refundedMicros, changed.payout.micros);
    // Part of the money stays, so the sale stands as it was told; the same as if the refund had come second.
    if (changed.refundedMicros < changed.payout.micros) {
        changed.status = sale.status;
        changed.statusTime = question.time;
        QString detail = statusStep(existing.status, changed.status);
        if (changed.payout != existing.payout)
            detail += u' ' + payoutStep(existing.payout, changed.payout);
        return decided(PostbackOutcome::Changed, PostbackCause::StatusChanged, detail, question, changed);
    }
    if (changed.payout != existing.payout)
        return decided(PostbackOutcome::Changed, PostbackCause::PayoutChanged,
                       payoutStep(existing.payout, changed.payout), question, changed);
    const QString detail = QStringLiteral("waits_for_sale>") + statusWord(changed.status);
    return decided(PostbackOutcome::Changed, PostbackCause::StatusChanged, detail, question, changed);
}

} // namespace Matchbook
