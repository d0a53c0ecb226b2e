// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/postbackreader.h"
#include "vocabulary/affiliatenetwork.h"
#include "vocabulary/conversion.h"
#include "vocabulary/postback.h"

#include <QList>

#include <optional>

namespace Matchbook {

/// What matching must know of a stored click.
struct MatchedClick {
    ClickId clickId;
    qint64 time = 0; ///< Unix ms
    NetworkId network;
    QString networkName; ///< for people; may be empty
    CampaignId campaign;
    OfferId offer;
    Money offerPayout; ///< the offer's default payout; its currency may be invalid: none set
    qint64 costMicros = 0;
    QString externalId;
    SubIds subIds;
    bool isTest = false; ///< made by a test of the chain
};

/// Everything a decision depends on.
struct MatchQuestion {
    PostbackReading reading;
    Signature signature = Signature::Unchecked; ///< of a notification
    AffiliateNetwork network;
    QByteArray clickIdText; ///< as in the reading
    std::optional<MatchedClick> click; ///< the stored click that the repaired ID names
    MatchKind match = MatchKind::None; ///< how the ID was read; Attached or Kept if a person said so
    PostbackCause clickCause = PostbackCause::None; ///< why there is no click
    QString clickDetail;
    QString repairSteps; ///< of the click ID, where it needed more than one: `decoded case_folded trimmed`
    QList<Conversion> byTransaction; ///< this network's conversions with this transaction ID, oldest first
    QList<Conversion> byClick; ///< this network's conversions of this click, oldest first
    qint64 time = 0; ///< when the postback arrived, or the date of a report's row; Unix ms
    QString documentedDelay; ///< how long the network says that it holds postbacks back; may be empty
};

/// A postback that arrives later than this after its click is matched and remarked upon.
constexpr qint64 lateAfterMs = qint64(30) * 86'400'000;

/// What is to be done. Exactly one of "nothing", "insert" and "change" follows from \a conversion and its ID.
struct MatchDecision {
    PostbackOutcome outcome = PostbackOutcome::Unmatched;
    PostbackCause cause = PostbackCause::None;
    /// By cause. StatusChanged: `pending>approved`, followed by ` 12.50>14.00 USD` where the payout changed too.
    /// PayoutChanged, AmountAdded: `12.50>14.00 USD`. OlderNews: `approved>pending`. SameAgain, RepeatsIgnored: the
    /// conversion's time, Unix ms; so DuplicatePostback and PixelAndPostback. ClickIdTruncated: the number of characters.
    /// WrongNetwork: the name of the network that the click went to. Late: the days since the click, followed by a blank and
    /// the network's own words about its delay where it has any. None: the steps that mended the click ID, where they were
    /// several. SignatureWrong: the parameter with the signature of an old form, if that is why. NoClickId: the parameter that was empty, if there was one. ClickIdElsewhere: the parameter that has it. OtherClick: the click ID of the conversion. ContradictoryFields: `payout=5 payout=7`. TestClick: the status it would have had. EventWithoutMoney, SetupTest: the network's own word. Otherwise
    /// the text in question.
    QString detail;
    MatchKind match = MatchKind::None;
    std::optional<Conversion> conversion; ///< as it is to be stored; without a valid ID it is new
};

/// Why nothing in a message with this signature is believed; None if it is.
PostbackCause causeOf(Signature signature);

/// True if \a question needs only those of its click's conversions that have no transaction ID: a sale with an ID of its own can
/// join no other. Everything else is decided by all of them, which outlive the click itself.
bool asksOnlyForKeyless(const MatchQuestion &question);

/// Judges one postback. Pure: the same question has the same answer, nothing is read or written.
///
/// The key of a conversion is (transaction ID, event) where a transaction ID is sent, otherwise (click, event). A pixel and a
/// postback of the same sale are one conversion: a keyed hit joins the click's keyless conversion of that event and gives
/// it its transaction ID; a keyless hit joins the click's newest conversion of that event. A conversion whose ID was made up for a
/// row of a report is taken up by the keyed hit with the same amount.
///
/// A click of another network's offer is no match, unless a person attached it or the click's conversion is there already.
MatchDecision matchPostback(const MatchQuestion &question);

/// `t:TXN:event` or `c:CLICKID:event`, the value of Conversion::dedupKey. A colon in the transaction ID and a number sign
/// in the event are escaped, since `#2` and so on tell hits of the same key apart that are all counted.
QString dedupKey(const QString &transactionId, const QString &clickId, const QString &event);

/// How much of a conversion counts in which revenue column. Micros.
struct RevenueShares {
    qint64 confirmed = 0;
    qint64 pending = 0;
    qint64 rejected = 0;
    qint64 refunded = 0;
};
RevenueShares revenueShares(const Conversion &conversion);

} // namespace Matchbook
