// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repeatkind.h"

#include "judgement.h"
#include "networks/formdecoding.h"
#include "networks/importedrow.h"

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
