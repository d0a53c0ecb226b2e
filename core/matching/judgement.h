// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matchpostback.h"

namespace Matchbook {

/// The steps that matchPostback() is made of. All are pure.

/// The conversion that the question's postback begins, with the sent amount or else the offer's default payout.
/// \a sibling lends campaign, offer, click and the rest where the click itself is gone.
Conversion newConversion(const MatchQuestion &question, const Conversion *sibling);

/// Judges a further postback of \a existing by the network's repeat policy. Refunds are not for this function.
MatchDecision judgeRepeat(const MatchQuestion &question, const Conversion &existing);

/// Judges the sale whose refund came first and is stored as \a existing.
MatchDecision judgeAwaitedSale(const MatchQuestion &question, const Conversion &existing);

/// Judges a refund or charge-back. \a existing is the conversion it takes back; null if there is none yet.
MatchDecision judgeRefund(const MatchQuestion &question, const Conversion *existing);

/// Judges a postback of a click that a test made: it is read like any other, and its conversion counts nowhere. It has a key
/// of its own, so that neither a sale with the same transaction ID nor the test can be taken for the other's repeat.
MatchDecision judgeTest(const MatchQuestion &question);

/// A decision about \a conversion, which has been received once more.
MatchDecision decided(PostbackOutcome outcome, PostbackCause cause, const QString &detail,
                      const MatchQuestion &question, Conversion conversion);

/// What joins the question's postback to its conversion: the way the click ID was read, or the transaction ID.
MatchKind matchKindOf(const MatchQuestion &question);

/// `pending>approved`
QString statusStep(ConversionStatus before, ConversionStatus after);
/// `12.50>14.00 USD`; with both codes where the currency changes: `12.50 EUR>14.00 USD`
QString payoutStep(const Money &before, const Money &after);

/// True for the two verdicts that take money back.
bool takesMoneyBack(ConversionStatus status);

} // namespace Matchbook
