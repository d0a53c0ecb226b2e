// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matchpostback.h"

#include "judgement.h"
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

/// The conversion that a refund takes back: the transaction's, else the click's; the one of the same event if there is
/// one, else the newest.
const Conversion *refundTarget(const MatchQuestion &question)
{
    for (const auto *list : {&question.byTransaction, &question.byClick}) {
        if (list->isEmpty())
            continue;
        const Conversion *same
                = newest(*list, [&](const Conversion &c) { return sameEvent(c, question.reading.event); });
        return same ? same : &list->last();
    }
    return nullptr;
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

/// The conversion that a sale, lead or other event belongs to, if it has been seen before.
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

MatchDecision withoutClick(const MatchQuestion &question)
{
    PostbackCause cause = question.clickCause;
    if (cause == PostbackCause::None)
        cause = question.clickIdText.isEmpty() ? PostbackCause::NoClickId : PostbackCause::UnknownClick;
    const bool missing = cause == PostbackCause::NoClickId || cause == PostbackCause::ClickIdElsewhere;
    return {missing ? PostbackOutcome::NotUnderstood : PostbackOutcome::Unmatched, cause,
            question.clickDetail, MatchKind::None, std::nullopt};
}

const Conversion *sibling(const MatchQuestion &question)
{
    if (!question.byTransaction.isEmpty())
        return &question.byTransaction.last();
    return question.byClick.isEmpty() ? nullptr : &question.byClick.last();
}

bool isOfAnotherNetwork(const MatchQuestion &question)
{
    const NetworkId own = question.network.id;
    return question.click && question.match != MatchKind::Attached && own.isValid()
            && question.click->network.isValid() && question.click->network != own && !sibling(question);
}

MatchDecision firstHit(const MatchQuestion &question)
{
    MatchDecision decision{PostbackOutcome::Matched,
                           PostbackCause::None,
                           {},
                           matchKindOf(question),
                           newConversion(question, sibling(question))};
    const qint64 after = question.time - decision.conversion->clickTime;
    if (after > lateAfterMs) {
        decision.cause = PostbackCause::Late;
        decision.detail = QString::number(after / 86'400'000);
        if (!question.documentedDelay.isEmpty())
            decision.detail += u' ' + question.documentedDelay;
    }
    return decision;
}

/// \a text with the characters that part a key written as escapes, so that no two conversions share a key by accident.
QString keyPart(QString text, QChar separator)
{
    text.replace(u'%', QStringLiteral("%25"));
    const QString escape = separator == u':' ? QStringLiteral("%3A") : QStringLiteral("%23");
    return text.replace(separator, escape);
}

} // namespace

bool asksOnlyForKeyless(const MatchQuestion &question)
{
    const auto status = question.reading.status;
    const bool takesBack = status == ConversionStatus::Refunded || status == ConversionStatus::ChargedBack;
    return question.click && !question.click->isTest && !question.reading.transactionId.isEmpty()
            && !takesBack && !question.network.mapping.report.hasUnnamedSales
            && question.network.repeatPolicy != RepeatPolicy::CountEveryHit;
}

namespace {

MatchDecision decide(const MatchQuestion &question)
{
    // Purged clicks leave their conversions behind, and those know all that is needed of the click.
    if (!question.click && !sibling(question) && question.match != MatchKind::Kept)
        return withoutClick(question);
    if (question.click && question.click->isTest)
        return judgeTest(question);
    if (isOfAnotherNetwork(question))
        return {PostbackOutcome::Unmatched, PostbackCause::WrongNetwork, question.click->networkName,
                MatchKind::None, std::nullopt};

    const PostbackReading &reading = question.reading;
    if (reading.problem != PostbackCause::None)
        return {PostbackOutcome::NotUnderstood, reading.problem, reading.problemDetail, matchKindOf(question),
                std::nullopt};

    const ConversionStatus status = reading.status.value_or(question.network.defaultStatus);
    if (status == ConversionStatus::Test || status == ConversionStatus::Ignored)
        return {PostbackOutcome::Matched, PostbackCause::IgnoredStatus, statusWord(status),
                matchKindOf(question), std::nullopt};

    if (reading.status && takesMoneyBack(*reading.status))
        return judgeRefund(question, refundTarget(question));

    const Conversion *target = repeatTarget(question);
    if (!target)
        return firstHit(question);
    return target->saleSeen ? judgeRepeat(question, *target) : judgeAwaitedSale(question, *target);
}

/// The click of the transaction's conversion, where the postback names another one; else empty.
QString clickOfTransaction(const MatchQuestion &question, const Conversion &conversion)
{
    if (question.byTransaction.isEmpty() || question.match == MatchKind::Attached)
        return {};
    const auto named
            = question.click ? std::optional(question.click->clickId) : ClickId::parse(question.clickIdText);
    const Conversion &known = conversion.id.isValid() ? conversion : question.byTransaction.last();
    return named && named->toString() != known.clickId ? known.clickId : QString();
}

/// Adds what else there is to say of a postback of which there is nothing more urgent to say.
void remark(MatchDecision &decision, const MatchQuestion &question)
{
    const bool isFree = decision.cause == PostbackCause::None;
    if (!decision.conversion || (!isFree && decision.cause != PostbackCause::SameAgain))
        return;
    const QString other = clickOfTransaction(question, *decision.conversion);
    if (!other.isEmpty()) {
        decision.cause = PostbackCause::OtherClick;
        decision.detail = other;
    } else if (isFree && !question.reading.contradiction.isEmpty()) {
        decision.cause = PostbackCause::ContradictoryFields;
        decision.detail = question.reading.contradiction;
    } else if (isFree && decision.match == question.match) {
        decision.detail = question.repairSteps;
    }
}

} // namespace

MatchDecision matchPostback(const MatchQuestion &question)
{
    MatchDecision decision = decide(question);
    remark(decision, question);
    return decision;
}

QString dedupKey(const QString &transactionId, const QString &clickId, const QString &event)
{
    const bool keyed = !transactionId.isEmpty();
    const QString owner = keyed ? keyPart(transactionId, u':') : clickId;
    return (keyed ? QStringLiteral("t:") : QStringLiteral("c:")) + owner + u':' + keyPart(event, u'#');
}

RevenueShares revenueShares(const Conversion &conversion)
{
    RevenueShares shares;
    if (!conversion.saleSeen) {
        shares.refunded = conversion.refundedMicros;
        return shares;
    }
    const qint64 kept = conversion.payout.micros - conversion.refundedMicros;
    switch (conversion.status) {
    case ConversionStatus::Approved:
    case ConversionStatus::Refunded:
    case ConversionStatus::ChargedBack:
        shares.confirmed = kept;
        shares.refunded = conversion.refundedMicros;
        break;
    case ConversionStatus::Pending:
        shares.pending = kept;
        shares.refunded = conversion.refundedMicros;
        break;
    case ConversionStatus::Rejected:
        shares.rejected = conversion.payout.micros;
        break;
    case ConversionStatus::Test:
    case ConversionStatus::Ignored:
        break;
    }
    return shares;
}

} // namespace Matchbook
