// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judging.h"

#include "networks/effectivepreset.h"
#include "networks/formdecoding.h"
#include "networks/importedrow.h"
#include "networks/protocols/strangemessage.h"

#include <QHostAddress>

#include <algorithm>

namespace Matchbook {

namespace {

/// A click ID column holds what was sent when nothing better is known; a stranger's megabyte has no place there.
constexpr qsizetype longestShownClickId = 200;

/// From this length on the shape of a piece says that it was cut.
constexpr qsizetype longestUntoldPiece = 9;

QString shownClickId(const MatchQuestion &question)
{
    if (question.click)
        return question.click->clickId.toString();
    return displayText(question.clickIdText).left(longestShownClickId);
}

} // namespace

namespace {

bool mustBeOpened(const RawPostback &raw, const JudgedNetwork &by)
{
    if (!by.protocol || isImportedRow(raw.request))
        return false;
    const bool isBelieved = raw.signature == Signature::Right || raw.signature == Signature::Unchecked;
    return !raw.isStored || (!isBelieved && !by.secret.isEmpty());
}

/// Of one that is stored already, only what is right says anything new: without the buyer's data the others cannot be checked.
std::optional<RawPostback> opened(const RawPostback &raw, const JudgedNetwork &by)
{
    OpenedNotification notification = by.protocol->open(raw.request, by.secret, by.buyer);
    if (raw.isStored && notification.signature != Signature::Right)
        return std::nullopt;
    RawPostback kept = raw;
    // The protocol takes out what its own network calls the buyer; somebody else's message calls it otherwise.
    kept.request = notification.signature == Signature::Unreadable && by.buyer != BuyerData::Clear
            ? withoutContents(notification.kept)
            : std::move(notification.kept);
    kept.signature = notification.signature;
    return kept;
}

} // namespace

JudgedNetwork judgedNetwork(const AffiliateNetwork &network, const PresetCatalogue &presets,
                            const OpeningSettings &opening)
{
    // An entry that cannot be read allows nobody rather than everybody, and takes nothing away from the others.
    AddressList allowed;
    for (const QString &entry : network.allowedSenders) {
        if (const auto one = AddressList::parse({entry}))
            allowed.add(*one);
    }
    JudgedNetwork judged;
    judged.network = network;
    judged.preset = effectivePreset(network, presets);
    judged.allowedSenders = allowed;
    judged.protocol = protocolOf(judged.preset);
    judged.secret = opening.secrets.value(network.id);
    judged.buyer = opening.buyer;
    return judged;
}

void noteOldKey(const RawPostback &raw, Judgement &judgement)
{
    if (!raw.oldKeyUntil || judgement.cause != PostbackCause::None)
        return;
    judgement.cause = PostbackCause::OldKey;
    judgement.detail = QString::number(*raw.oldKeyUntil);
}

bool isRefused(const RawPostback &raw, const JudgedNetwork &by)
{
    return !by.network.allowedSenders.isEmpty()
            && !by.allowedSenders.contains(QHostAddress(QString::fromLatin1(raw.request.sender)));
}

Judgement refusal(const RawPostback &raw, const AskedQuestion &asked)
{
    Judgement judgement;
    judgement.cause = PostbackCause::SenderNotAllowed;
    judgement.detail = QString::fromLatin1(raw.request.sender);
    judgement.clickId = shownClickId(asked.question);
    return judgement;
}

AskedQuestion questionOf(const RawPostback &raw, const JudgedNetwork &by)
{
    AskedQuestion asked;
    MatchQuestion &question = asked.question;
    question.network = by.network;
    question.documentedDelay = by.preset.postback.delay;
    question.time = raw.request.arrivedAt;
    if (mustBeOpened(raw, by))
        asked.opened = opened(raw, by);
    const RawPostback &stored = asked.opened ? *asked.opened : raw;
    question.signature = stored.signature;
    question.reading = readStored(stored.request, by.preset, by.network);
    // A sale of a report is dated as the report says, and never later than it could be known.
    question.time = std::min(question.reading.happenedAt.value_or(question.time), question.time);
    question.clickIdText = question.reading.clickIdText;
    const RepairedClickId repaired = clickIdOf(question.reading);
    question.match = repaired.match;
    question.clickCause = repaired.cause;
    question.clickDetail = repaired.detail;
    question.repairSteps = repaired.steps;
    asked.named = repaired.id;
    return asked;
}

std::shared_ptr<const ReadAhead> readAhead(const RawPostback &raw,
                                           const std::shared_ptr<const JudgedNetworks> &by)
{
    const auto known = by->constFind(raw.key);
    if (known == by->cend() || isRefused(raw, *known))
        return nullptr;
    return std::make_shared<const ReadAhead>(ReadAhead{by, questionOf(raw, *known)});
}

void answerClick(AskedQuestion &asked, std::optional<MatchedClick> click)
{
    MatchQuestion &question = asked.question;
    question.click = std::move(click);
    if (question.click || !asked.named)
        return;
    question.clickCause = PostbackCause::UnknownClick;
    question.clickDetail = asked.named->toString();
    // What waits for a click is found by the ID that the click will have.
    question.clickIdText = asked.named->bytes().toByteArray();
}

QByteArray askedBeginning(const AskedQuestion &asked)
{
    const bool isOpen = !asked.named && asked.question.clickCause == PostbackCause::ForeignClickId;
    return isOpen ? possibleBeginning(asked.question.clickIdText) : QByteArray();
}

void answerBeginning(AskedQuestion &asked, qsizetype length)
{
    MatchQuestion &question = asked.question;
    if (length < longestUntoldPiece) {
        question.clickCause = PostbackCause::ClickIdTruncated;
        question.clickDetail = QString::number(length);
    } else {
        question.clickCause = PostbackCause::ClickIdDamaged;
    }
}

Judgement judgementOf(const MatchQuestion &question, const MatchDecision &decision)
{
    Judgement judgement;
    judgement.outcome = decision.outcome;
    judgement.cause = decision.cause;
    judgement.detail = decision.detail;
    judgement.clickId = shownClickId(question);
    judgement.transactionId = question.reading.transactionId;
    judgement.match = decision.match;
    if (question.reading.kind != NewsKind::Money)
        return judgement; // the conversion's payout is none of theirs
    if (question.reading.payoutMicros) {
        judgement.payout = Money{*question.reading.payoutMicros,
                                 question.reading.currency.value_or(question.network.defaultCurrency)};
    } else if (decision.conversion) {
        judgement.payout = decision.conversion->payout;
    }
    return judgement;
}

} // namespace Matchbook
