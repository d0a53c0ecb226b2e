// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matchpostback.h"

#include "conversiontarget.h"
#include "judgement.h"
#include "networks/importedrow.h"

namespace Matchbook {

namespace {

MatchDecision withoutClick(const MatchQuestion &question)
{
    PostbackCause cause = question.clickCause;
    if (cause == PostbackCause::None)
        cause = question.clickIdText.isEmpty() ? PostbackCause::NoClickId : PostbackCause::UnknownClick;
    const bool missing = cause == PostbackCause::NoClickId || cause == PostbackCause::ClickIdElsewhere;
    return {missing ? PostbackOutcome::NotUnderstood : PostbackOutcome::Unmatched, cause,
            question.clickDetail, MatchKind::None, std::nullopt};
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

PostbackCause causeOf(Signature signature)
{
    switch (signature) {
    case Signature::Unchecked:
    case Signature::Right:
        break;
    case Signature::Wrong:
        return PostbackCause::SignatureWrong;
    case Signature::NoSecret:
        return PostbackCause::SecretMissing;
    case Signature::Unreadable:
        return PostbackCause::UnreadableNotification;
    }
    return PostbackCause::None;
}

bool asksOnlyForKeyless(const MatchQuestion &question)
{
    const auto status = question.reading.status;
    const bool takesBack = status == ConversionStatus::Refunded || status == ConversionStatus::ChargedBack;
    return question.click && !question.click->isTest && question.reading.kind == NewsKind::Money
            && !question.reading.transactionId.isEmpty() && !takesBack
            && !question.network.mapping.report.hasUnnamedSales
            && question.network.repeatPolicy != RepeatPolicy::CountEveryHit;
}

namespace {

/// Nothing in a message is believed whose signature is not right, unless a person says so.
std::optional<MatchDecision> judgeSignature(const MatchQuestion &question)
{
    if (question.match == MatchKind::Attached || question.match == MatchKind::Kept)
        return std::nullopt;
    const PostbackCause cause = causeOf(question.signature);
    if (cause == PostbackCause::None)
        return std::nullopt;
    const bool isUnreadable = cause == PostbackCause::UnreadableNotification;
    return MatchDecision{isUnreadable ? PostbackOutcome::NotUnderstood : PostbackOutcome::Refused, cause,
                         cause == PostbackCause::SignatureWrong ? question.reading.oldSignature : QString(),
                         MatchKind::None, std::nullopt};
}

/// A message that moves no money: a line in the history of its sale, if that is known.
MatchDecision judgeNews(const MatchQuestion &question)
{
    const PostbackReading &reading = question.reading;
    if (reading.kind == NewsKind::SetupTest)
        return {PostbackOutcome::Matched, PostbackCause::SetupTest, reading.newsWord, MatchKind::None,
                std::nullopt};
    MatchDecision decision{PostbackOutcome::Matched, PostbackCause::EventWithoutMoney, reading.newsWord,
                           MatchKind::None, std::nullopt};
    if (reading.kind != NewsKind::Event)
        return decision;
    if (const Conversion *known = sibling(question)) {
        decision.outcome = PostbackOutcome::Changed;
        decision.match = matchKindOf(question);
        decision.conversion = *known;
    }
    return decision;
}

MatchDecision decide(const MatchQuestion &question)
{
    if (auto unbelieved = judgeSignature(question))
        return *std::move(unbelieved);
    if (question.reading.kind != NewsKind::Money)
        return judgeNews(question);
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
