// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repeatkind.h"

#include "judgement.h"
#include "networks/formdecoding.h"
#include "networks/importedrow.h"

#include <algorithm>

namespace Matchbook {

namespace {

/// A global postback and an offer's own one are sent in the same breath; what comes later is a repeat of its own.
constexpr qint64 sameBreathMs = 120'000;

} // namespace

PostbackShape shapeOf(const RawPostback &raw)
{
    PostbackShape shape{raw.request.arrivedAt, raw.pixel, isImportedRow(raw.request), raw.request.method};
    for (const QByteArray *part : {&raw.request.query, &raw.request.body}) {
        const QList<FormField> fields = decodeBody(*part);
        for (const FormField &field : fields)
            shape.names += '&' + field.name;
    }
    return shape;
}

bool isSameRequest(const RawPostback &one, const RawPostback &other)
{
    return one.request.method == other.request.method && one.request.query == other.request.query
            && one.request.body == other.request.body;
}

const Conversion *undoneRefund(const MatchDecision &decision, const MatchQuestion &question)
{
    if (decision.outcome != PostbackOutcome::Changed || !decision.conversion
        || takesMoneyBack(decision.conversion->status))
        return nullptr;
    for (const auto *list : {&question.byTransaction, &question.byClick}) {
        for (const Conversion &before : *list) {
            if (before.id == decision.conversion->id && before.saleSeen && takesMoneyBack(before.status))
                return &before;
        }
    }
    return nullptr;
}

MatchDecision staysRefunded(const MatchDecision &decision, const Conversion &refunded)
{
    MatchDecision stays = decision;
    stays.outcome = PostbackOutcome::Repeated;
    stays.cause = PostbackCause::OlderNews;
    stays.detail = statusStep(refunded.status, decision.conversion->status);
    stays.conversion = refunded;
    stays.conversion->timesReceived = decision.conversion->timesReceived;
    return stays;
}

const Conversion *partlyRefunded(const MatchDecision &decision, const MatchQuestion &question)
{
    const PostbackReading &reading = question.reading;
    if (!reading.isReceipt || !decision.conversion || !reading.status || !takesMoneyBack(*reading.status)
        || reading.payoutMicros.value_or(0) <= 0)
        return nullptr;
    for (const Conversion &before : question.byTransaction) {
        const bool isPart = before.refundedMicros > 0 && before.refundedMicros < before.payout.micros;
        const bool isComparable = !reading.currency || *reading.currency == before.payout.currency;
        if (before.id == decision.conversion->id && before.saleSeen && isPart && isComparable)
            return &before;
    }
    return nullptr;
}

MatchDecision refundedFurther(const Conversion &before, const MatchQuestion &question)
{
    Conversion changed = before;
    const qint64 left = before.payout.micros - before.refundedMicros;
    changed.refundedMicros += std::min(left, question.reading.payoutMicros.value_or(0));
    if (changed.refundedMicros == before.payout.micros) {
        changed.status = *question.reading.status;
        changed.statusTime = question.time;
        return decided(PostbackOutcome::Changed, PostbackCause::StatusChanged,
                       statusStep(before.status, changed.status), question, changed);
    }
    const Money after{changed.payout.micros - changed.refundedMicros, before.payout.currency};
    return decided(PostbackOutcome::Changed, PostbackCause::PayoutChanged,
                   payoutStep({left, before.payout.currency}, after), question, changed);
}

bool isNewsOfSale(const MatchDecision &decision)
{
    return decision.cause == PostbackCause::EventWithoutMoney && decision.conversion;
}

MatchDecision newsAgain(const MatchDecision &decision)
{
    MatchDecision again = decision;
    again.outcome = PostbackOutcome::Repeated;
    again.cause = PostbackCause::SameAgain;
    again.detail = QString::number(decision.conversion->time);
    return again;
}

bool asksForFirstShape(const MatchDecision &decision, qint64 time)
{
    return decision.cause == PostbackCause::SameAgain && decision.conversion
            && time - decision.conversion->time <= sameSaleMs;
}

void explainRepeat(MatchDecision &decision, const PostbackShape &first, const PostbackShape &again)
{
    // A report tells a sale again by its nature, and its dates are the sales' own.
    if (first.imported || again.imported)
        return;
    if (first.pixel != again.pixel)
        decision.cause = PostbackCause::PixelAndPostback;
    else if (first.names != again.names && again.time - first.time <= sameBreathMs)
        decision.cause = PostbackCause::DuplicatePostback;
}

} // namespace Matchbook
