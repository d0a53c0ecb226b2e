// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matchpostback.h"

#include <QByteArray>

namespace Matchbook {

/// By what two postbacks of one sale show that they came from two different places of the network's dashboard.
struct PostbackShape {
    qint64 time = 0; ///< Unix ms
    bool pixel = false;
    bool imported = false; ///< a row of a report
    QByteArray names; ///< the method and the parameters' names in the order sent

    friend bool operator==(const PostbackShape &, const PostbackShape &) = default;
};

PostbackShape shapeOf(const RawPostback &raw);

/// Longer than this after its conversion a repeat needs no closer look.
constexpr qint64 sameSaleMs = 3'600'000;

/// True for what arrived in the very same words: method, query and body.
bool isSameRequest(const RawPostback &one, const RawPostback &other);

/// The refunded or charged back conversion that \a decision would make an earning one again; null if it does not.
/// The pointer is into \a question.
const Conversion *undoneRefund(const MatchDecision &decision, const MatchQuestion &question);

/// What is decided instead where the postback is one of \a refunded over again: it is older than the refund.
MatchDecision staysRefunded(const MatchDecision &decision, const Conversion &refunded);

/// The sale, partly taken back before, of which \a decision takes back a part again, by its receipt; null if it is not so. Whoever finds
/// the very same message among those of the sale leaves the decision as it is; otherwise refundedFurther() is right: the parts add
/// up. The pointer is into \a question.
const Conversion *partlyRefunded(const MatchDecision &decision, const MatchQuestion &question);
MatchDecision refundedFurther(const Conversion &before, const MatchQuestion &question);

/// True for news without money of a sale that is known: whoever finds the very same message among those of the sale says
/// newsAgain().
bool isNewsOfSale(const MatchDecision &decision);
MatchDecision newsAgain(const MatchDecision &decision);

/// True where it matters how the conversion that \a decision repeats was told first.
bool asksForFirstShape(const MatchDecision &decision, qint64 time);

/// Makes the cause of \a decision more exact, which is one that asksForFirstShape().
void explainRepeat(MatchDecision &decision, const PostbackShape &first, const PostbackShape &again);

} // namespace Matchbook
