// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "receivedrequest.h"

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace Matchbook {

/// How a postback was judged. The words are stable: scripts read them.
enum class PostbackOutcome { Matched, Repeated, Changed, Unmatched, NotUnderstood, Refused };

/// Why it was judged so. The words are stable: scripts read them.
enum class PostbackCause {
    None, ///< matched, nothing to explain
    NoClickId,
    LiteralToken,
    ClickIdTruncated,
    ClickIdDamaged,
    ForeignClickId,
    UnknownClick, ///< well-formed, but no such click is stored
    PurgedClick, ///< from a time of which the clicks were purged
    WrongNetwork, ///< the click went to an offer of another network
    BadAmount,
    AmbiguousAmount,
    UnknownCurrency,
    UnknownStatus,
    SameAgain, ///< nothing new in a repeat
    DuplicatePostback, ///< the same sale by two postback URLs, a global one and an offer's
    PixelAndPostback, ///< the same sale by a pixel and by a postback
    RepeatsIgnored, ///< the network's repeat policy
    OlderNews, ///< a pending after a decision, or a status that was not sent at all
    StatusChanged,
    PayoutChanged,
    AmountAdded,
    WaitsForSale, ///< a refund whose sale has not been seen
    Late, ///< matched, long after its click
    IgnoredStatus, ///< a word mapped to test or ignored
    UnknownKey, ///< no network has this key, or there was none: quarantine
    SenderNotAllowed,
    TestClick, ///< belongs to a click of a test: counts nowhere
    OldKey, ///< matched, but it came with the network's key of before, which still works
    ExpiredKey, ///< came with a key of before that has run out: refused like an unknown one
    OtherClick, ///< its transaction is that of a conversion of another click
    ContradictoryFields, ///< one parameter with two values; the first counts
    ClickIdElsewhere, ///< one of our click IDs, in a parameter that the network's mapping does not read as such
    RefusedRequest, ///< not taken in whole by the listener: too large, not valid HTTP, or not finished in time
    SignatureWrong, ///< a notification that was not made with this network's secret: nothing in it is believed
    SecretMissing, ///< a signed notification, and no secret to check it with
    UnreadableNotification, ///< a native network's request that is no notification of its protocol
    SetupTest, ///< the network's own test of the URL: its signature is right, and there is nothing to count
    EventWithoutMoney, ///< news of a sale or subscription that moves no money
};

QLatin1StringView outcomeWord(PostbackOutcome outcome); ///< matched, not_understood, …
std::optional<PostbackOutcome> outcomeFromWord(QStringView word);
QLatin1StringView causeWord(PostbackCause cause); ///< unknown_click, …; empty for None
PostbackCause causeFromWord(QStringView word);
/// What is believed and understood, and no conversion by its nature: a network's test of the URL, news without money. It is in no
/// count of matched postbacks.
constexpr bool movesNoMoney(PostbackCause cause)
{
    return cause == PostbackCause::SetupTest || cause == PostbackCause::EventWithoutMoney;
}

/// What became of a notification's signature, or of its encryption. Stored with it: what is kept can no longer be checked,
/// because the buyer's personal data is taken out. The numbers are stored.
enum class Signature {
    Unchecked, ///< not the request of a native protocol, or one that has no signature
    Right,
    Wrong,
    NoSecret, ///< there was nothing to check it with
    Unreadable, ///< no notification at all
};

/// A postback as it arrived, before anybody tried to understand it.
struct RawPostback {
    ReceivedRequest request;
    QByteArray key; ///< the last part of the path; empty when there was none
    bool pixel = false;
    Signature signature = Signature::Unchecked; ///< of a notification that has been opened
    std::optional<qint64> oldKeyUntil; ///< it came with a key of before, which works until then, Unix ms
    bool isStored = false; ///< read from the store; a notification has been opened before then
    int refusedWith = 0; ///< the status with which the listener refused it before it was whole; 0: it did not
};

} // namespace Matchbook
