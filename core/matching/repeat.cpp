// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgement.h"
#include "networks/importedrow.h"

#include <algorithm>

namespace Matchbook {

namespace {

bool isDecided(ConversionStatus status)
{
    return status != ConversionStatus::Pending;
}

/// A late pending is older than the decision, and so is the amount it brings. A payment is older than its refund where that
/// took back this very payment.
bool isOlderNews(const MatchQuestion &question, const Conversion &existing)
{
    const auto told = question.reading.status;
    const bool isTakenBack
            = (question.reading.isReceipt || question.reading.imported) && takesMoneyBack(existing.status);
    return (told == ConversionStatus::Pending && isDecided(existing.status))
            || (told == ConversionStatus::Approved && isTakenBack);
}

/// The payout that \a existing has after the postback, where it sent one.
Money newPayout(const MatchQuestion &question, const Conversion &existing)
{
    const PostbackReading &reading = question.reading;
    const bool sameNumber = reading.payoutMicros == existing.payout.micros;
    if (!reading.payoutMicros || (sameNumber && !reading.currency))
        return existing.payout;
    // Where the offer's default stood in until now, it says nothing about the currency the network pays in.
    const bool wasDefault = question.click && existing.payout == question.click->offerPayout;
    const Currency unsaid = wasDefault ? question.network.defaultCurrency : existing.payout.currency;
    return {*reading.payoutMicros, reading.currency.value_or(unsaid)};
}

void changeStatus(Conversion &conversion, ConversionStatus status, qint64 time)
{
    // Approved again: the money came back. Rejected: there never was any. Neither leaves a refund behind.
    conversion.refundedMicros = 0;
    conversion.status = status;
    conversion.statusTime = time;
}

void changePayout(Conversion &conversion, const Money &payout)
{
    const bool whole
            = conversion.refundedMicros == conversion.payout.micros && takesMoneyBack(conversion.status);
    conversion.payout = payout;
    conversion.refundedMicros = whole ? payout.micros : std::min(conversion.refundedMicros, payout.micros);
}

MatchDecision update(const MatchQuestion &question, const Conversion &existing)
{
    if (isOlderNews(question, existing))
        return decided(PostbackOutcome::Repeated, PostbackCause::OlderNews,
                       statusStep(existing.status, *question.reading.status), question, existing);

    Conversion changed = existing;
    const ConversionStatus told = question.reading.status.value_or(existing.status);
    const bool newStatus = told != existing.status;
    if (newStatus)
        changeStatus(changed, told, question.time);
    const Money payout = newPayout(question, existing);
    const bool differs = payout != existing.payout;
    if (differs)
        changePayout(changed, payout);

    if (newStatus) {
        QString detail = statusStep(existing.status, told);
        if (differs)
            detail += u' ' + payoutStep(existing.payout, payout);
        return decided(PostbackOutcome::Changed, PostbackCause::StatusChanged, detail, question, changed);
    }
    if (differs)
        return decided(PostbackOutcome::Changed, PostbackCause::PayoutChanged,
                       payoutStep(existing.payout, payout), question, changed);
    const bool onlyAssumed = !question.reading.status && question.network.defaultStatus != existing.status;
    if (onlyAssumed)
        return decided(PostbackOutcome::Repeated, PostbackCause::OlderNews,
                       statusStep(existing.status, question.network.defaultStatus), question, changed);
    return decided(PostbackOutcome::Repeated, PostbackCause::SameAgain, QString::number(existing.time),
                   question, changed);
}

MatchDecision addAmount(const MatchQuestion &question, const Conversion &existing)
{
    const PostbackReading &reading = question.reading;
    const qint64 added = reading.payoutMicros.value_or(0);
    const bool nothingToAdd
            = added == 0 || reading.status == ConversionStatus::Rejected || isOlderNews(question, existing);
    if (nothingToAdd) {
        MatchQuestion withoutAmount = question;
        withoutAmount.reading.payoutMicros.reset();
        return update(withoutAmount, existing);
    }
    if (reading.currency && *reading.currency != existing.payout.currency)
        return {PostbackOutcome::NotUnderstood, PostbackCause::UnknownCurrency, reading.currency->code(),
                matchKindOf(question), std::nullopt};

    Conversion changed = existing;
    if (reading.status && *reading.status != existing.status)
        changeStatus(changed, *reading.status, question.time);
    const Money sum{saturatedSum(existing.payout.micros, added), existing.payout.currency};
    if (sum.micros > largestAmountMicros || sum.micros < -largestAmountMicros)
        return {PostbackOutcome::NotUnderstood, PostbackCause::BadAmount, microsToDecimal(sum.micros),
                matchKindOf(question), std::nullopt};
    changed.payout = sum; // what went back earlier is not more for it
    return decided(PostbackOutcome::Changed, PostbackCause::AmountAdded, payoutStep(existing.payout, sum),
                   question, changed);
}

MatchDecision countAgain(const MatchQuestion &question, const Conversion &existing)
{
    Conversion conversion = newConversion(question, &existing);
    const QList<Conversion> known = question.byTransaction + question.byClick;
    const auto isTaken = [&known](const QString &key) {
        return std::any_of(known.begin(), known.end(),
                           [&](const Conversion &other) { return other.dedupKey == key; });
    };
    const QString key = conversion.dedupKey;
    for (int hit = 2; isTaken(conversion.dedupKey); ++hit)
        conversion.dedupKey = key + u'#' + QString::number(hit);
    return {PostbackOutcome::Matched, PostbackCause::None, {}, matchKindOf(question), conversion};
}

} // namespace

MatchDecision judgeRepeat(const MatchQuestion &question, const Conversion &existing)
{
    const RepeatPolicy policy
            = question.reading.imported ? RepeatPolicy::Update : question.network.repeatPolicy;
    if (policy == RepeatPolicy::CountEveryHit)
        return countAgain(question, existing);

    Conversion joined = existing;
    const bool unnamed = joined.transactionId.isEmpty() || isMadeUpTransaction(joined.transactionId);
    if (unnamed && !question.reading.transactionId.isEmpty()) {
        joined.transactionId = question.reading.transactionId;
        joined.dedupKey = dedupKey(joined.transactionId, joined.clickId, joined.event);
    }
    switch (policy) {
    case RepeatPolicy::Ignore:
        return decided(PostbackOutcome::Repeated, PostbackCause::RepeatsIgnored,
                       QString::number(existing.time), question, joined);
    case RepeatPolicy::AddAmounts:
        return addAmount(question, joined);
    case RepeatPolicy::Update:
    case RepeatPolicy::CountEveryHit:
        break;
    }
    return update(question, joined);
}

} // namespace Matchbook
