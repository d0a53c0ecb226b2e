// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "matching/matchpostback.h"
#include "networks/addresslist.h"
#include "networks/presetcatalogue.h"
#include "networks/protocols/protocol.h"
#include "postbacktable.h"

#include <QHash>

#include <memory>

namespace Matchbook {

/// A network with all that is worked out once, when the settings change, so that each postback need not.
struct JudgedNetwork {
    AffiliateNetwork network;
    NetworkPreset preset; ///< with the network's own mapping
    AddressList allowedSenders;
    const Protocol *protocol = nullptr; ///< null where plain postbacks are called
    QByteArray secret; ///< of notifications; empty if there is none at hand
    BuyerData buyer = BuyerData::Left;
};
/// All of them by their keys, as the settings are at a time. Immutable and shared between threads; swapped whole.
using JudgedNetworks = QHash<QByteArray, JudgedNetwork>;
JudgedNetwork judgedNetwork(const AffiliateNetwork &network, const PresetCatalogue &presets,
                            const OpeningSettings &opening = {});

/// Where there is nothing more urgent to say of \a raw: that it came with the key of before.
void noteOldKey(const RawPostback &raw, Judgement &judgement);

/// True if the network takes postbacks from certain addresses only, and \a raw is from another.
bool isRefused(const RawPostback &raw, const JudgedNetwork &by);

/// What a postback asks, as far as nothing has to be looked up for it.
struct AskedQuestion {
    MatchQuestion question; ///< without click and conversions
    std::optional<ClickId> named; ///< the click ID in it
    std::optional<Money>
            bookedDefault; ///< the offer's default payout that stood in for its amount when it was judged before
    std::optional<RawPostback> opened; ///< a notification as it is to be stored, where it had to be opened
};
/// A notification that could not be believed is opened once more: its secret may be known by now.
AskedQuestion questionOf(const RawPostback &raw, const JudgedNetwork &by);
/// It keeps the click ID as it was sent: what became of a test is known by that.
Judgement refusal(const RawPostback &raw, const AskedQuestion &asked);
/// A question that was worked out before the writer's turn, in the thread that received the postback. It holds as long as
/// the writer judges by the same networks.
struct ReadAhead {
    std::shared_ptr<const JudgedNetworks> by;
    AskedQuestion asked;
};
/// Nothing for a key that no network has.
std::shared_ptr<const ReadAhead> readAhead(const RawPostback &raw,
                                           const std::shared_ptr<const JudgedNetworks> &by);
/// Puts the click that was looked up, or its absence, into \a asked.
void answerClick(AskedQuestion &asked, std::optional<MatchedClick> click);

/// What an issued click ID would have to begin with for what was sent to be a piece of one; empty where nothing depends on it.
QByteArray askedBeginning(const AskedQuestion &asked);
/// Says that there is an issued click ID which begins with the \a length characters of askedBeginning().
void answerBeginning(AskedQuestion &asked, qsizetype length);

/// What the postback's row keeps of a decision. The conversion is left to the caller.
Judgement judgementOf(const MatchQuestion &question, const MatchDecision &decision);

} // namespace Matchbook
