// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repeatkind.h"

#include "networks/formdecoding.h"

namespace Matchbook {

namespace {

/// A global postback and an offer's own one are sent in the same breath; what comes later is a repeat of its own.
constexpr qint64 sameBreathMs = 120'000;

} // namespace

PostbackShape shapeOf(const RawPostback &raw)
{
    PostbackShape shape{raw.request.arrivedAt, raw.pixel, raw.request.method};
    for (const QByteArray *part : {&raw.request.query, &raw.request.body}) {
        const QList<FormField> fields = decodeForm(*part);
        for (const FormField &field : fields)
            shape.names += '&' + field.name;
    }
    return shape;
}

bool asksForFirstShape(const MatchDecision &decision, qint64 time)
{
    return decision.cause == PostbackCause::SameAgain && decision.conversion
            && time - decision.conversion->time <= sameSaleMs;
}

void explainRepeat(MatchDecision &decision, const PostbackShape &first, const PostbackShape &again)
{
    if (first.pixel != again.pixel)
        decision.cause = PostbackCause::PixelAndPostback;
    else if (first.names != again.names && again.time - first.time <= sameBreathMs)
        decision.cause = PostbackCause::DuplicatePostback;
}

} // namespace Matchbook
