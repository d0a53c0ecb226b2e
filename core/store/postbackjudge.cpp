// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackjudge.h"

#include "matching/clickidrepair.h"
#include "matching/matchpostback.h"
#include "networks/formdecoding.h"
#include "networks/postbackreader.h"

#include <QHostAddress>

namespace Matchbook {

namespace {

constexpr qint64 quarantineLimit = 2000;
constexpr qint64 quarantineTrim = 500;

/// A click ID column holds what was sent when nothing better is known; a stranger's megabyte has no place there.
constexpr qsizetype longestShownClickId = 200;

QString shownClickId(const MatchQuestion &question)
{
    if (question.click)
        return question.click->clickId.toString();
    return displayText(question.clickIdText).left(longestShownClickId);
}

} // namespace

PostbackJudge::PostbackJudge(const Database &database, std::shared_ptr<const PresetCatalogue> presets)
    : m_presets(std::move(presets)), m_clicks(database), m_conversions(database), m_postbacks(database)
{ }

void PostbackJudge::setNetworks(const QList<AffiliateNetwork> &networks)
{
    m_byKey.clear();
    for (const AffiliateNetwork &network : networks) {
        // An entry that cannot be read allows nobody rather than everybody.
        auto allowed = AddressList::parse(network.allowedSenders);
        m_byKey.insert(network.key.toLatin1(), Known{network, allowed ? *allowed : AddressList()});
    }
}

void PostbackJudge::forget()
{
    m_quarantineSize.reset();
    begin();
}

Expected<void> PostbackJudge::settleIfDue(RollupSums &sums)
{
    return m_conversions.settlement().isDue() ? settle(sums) : Expected<void>();
}

Expected<void> PostbackJudge::addHistory(PostbackId postback, qint64 time)
{
    return m_changed ? m_conversions.addHistory(m_changed->before, m_changed->after, postback, time)
                     : Expected<void>();
}

Expected<JudgedPostback> PostbackJudge::receive(const RawPostback &raw, RollupSums &sums)
{
    const auto known = m_byKey.constFind(raw.key);
    if (known == m_byKey.constEnd())
        return quarantine(raw);
    const auto judgement = judge(raw, *known, sums);
    if (!judgement)
        return unexpected(judgement.error());
    const auto id = m_postbacks.insert(raw, known->network.id, *judgement);
    if (!id)
        return unexpected(id.error());
    if (auto done = addHistory(*id, raw.request.arrivedAt); !done)
        return unexpected(done.error());
    return JudgedPostback{judgement->outcome, judgement->cause, known->network.answerText.toUtf8()};
}

Expected<JudgedPostback> PostbackJudge::quarantine(const RawPostback &raw)
{
    if (!m_quarantineSize) {
        const auto size = m_postbacks.quarantineSize();
        if (!size)
            return unexpected(size.error());
        m_quarantineSize = *size;
    }
    if (*m_quarantineSize >= quarantineLimit) {
        if (auto trimmed = m_postbacks.trimQuarantine(quarantineTrim); !trimmed)
            return unexpected(trimmed.error());
        *m_quarantineSize -= quarantineTrim;
    }
    Judgement judgement;
    judgement.detail = displayText(raw.key).left(longestShownClickId);
    if (const auto id = m_postbacks.insert(raw, {}, judgement); !id)
        return unexpected(id.error());
    ++*m_quarantineSize;
    return JudgedPostback{judgement.outcome, judgement.cause, {}};
}

Expected<Judgement> PostbackJudge::judge(const RawPostback &raw, const Known &known, RollupSums &sums)
{
    m_changed.reset();
    if (auto looked = m_conversions.settlement().look(); !looked)
        return unexpected(looked.error());
    Judgement judgement;
    if (!known.network.allowedSenders.isEmpty()
        && !known.allowedSenders.contains(QHostAddress(QString::fromLatin1(raw.request.sender)))) {
        judgement.cause = PostbackCause::SenderNotAllowed;
        judgement.detail = QString::fromLatin1(raw.request.sender);
        return judgement;
    }
    const auto question = questionFor(raw, known.network);
    if (!question)
        return unexpected(question.error());
    const MatchDecision decision = matchPostback(*question);
    const auto conversion = carryOut(*question, decision, sums);
    if (!conversion)
        return unexpected(conversion.error());
    judgement.outcome = decision.outcome;
    judgement.cause = decision.cause;
    judgement.detail = decision.detail;
    judgement.conversion = *conversion;
    judgement.clickId = shownClickId(*question);
    judgement.transactionId = question->reading.transactionId;
    judgement.match = decision.match;
    if (question->reading.payoutMicros) {
        judgement.payout = Money{*question->reading.payoutMicros,
                                 question->reading.currency.value_or(known.network.defaultCurrency)};
    } else if (decision.conversion) {
        judgement.payout = decision.conversion->payout;
    }
    return judgement;
}

Expected<MatchQuestion> PostbackJudge::questionFor(const RawPostback &raw, const AffiliateNetwork &network)
{
    MatchQuestion question;
    question.network = network;
    question.time = raw.request.arrivedAt;
    question.reading = readPostback(raw.request, m_presets->findOrGeneric(network.preset), network);
    question.clickIdText = question.reading.clickIdText;
    const RepairedClickId repaired = repairClickId(question.clickIdText);
    question.match = repaired.match;
    question.clickCause = repaired.cause;
    question.clickDetail = repaired.detail;
    if (repaired.id) {
        auto click = m_clicks.find(*repaired.id);
        if (!click)
            return unexpected(click.error());
        question.click = *std::move(click);
        auto found = conversionsOfClick(question, *repaired.id);
        if (!found)
            return unexpected(found.error());
        question.byClick = *std::move(found);
        if (!question.click) {
            question.clickCause = PostbackCause::UnknownClick;
            question.clickDetail = repaired.id->toString();
            // What waits for a click is found by the ID that the click will have.
            question.clickIdText = repaired.id->bytes().toByteArray();
        }
    }
    if (!question.reading.transactionId.isEmpty()) {
        auto found = m_conversions.byTransaction(network.id, question.reading.transactionId);
        if (!found)
            return unexpected(found.error());
        question.byTransaction = *std::move(found);
    }
    return question;
}

Expected<QList<Conversion>> PostbackJudge::conversionsOfClick(const MatchQuestion &question,
                                                              const ClickId &clickId)
{
    const auto status = question.reading.status;
    const bool takesBack = status == ConversionStatus::Refunded || status == ConversionStatus::ChargedBack;
    // A sale with a transaction ID of its own can only join a conversion that has none. Everything else is decided by all of
    // the click's conversions, which outlive the click itself.
    const bool onlyKeyless = question.click && !question.click->isTest
            && !question.reading.transactionId.isEmpty() && !takesBack
            && question.network.repeatPolicy != RepeatPolicy::CountEveryHit;
    return onlyKeyless ? m_conversions.keylessOfClick(question.network.id, clickId.toString())
                       : m_conversions.byClick(question.network.id, clickId.toString());
}

Expected<ConversionId> PostbackJudge::carryOut(const MatchQuestion &question, const MatchDecision &decision,
                                               RollupSums &sums)
{
    if (!decision.conversion)
        return ConversionId{};
    const Conversion &conversion = *decision.conversion;
    if (!conversion.id.isValid()) {
        // Not booked: it is part of every sum from the moment it is stored, and settled with others later.
        return m_conversions.insert(conversion);
    }
    const QList<Conversion> candidates = question.byTransaction + question.byClick;
    for (const Conversion &before : candidates) {
        if (before.id != conversion.id)
            continue;
        if (auto done = m_conversions.update(before, conversion); !done)
            return unexpected(done.error());
        if (m_conversions.isSettled(conversion.id)) {
            sums.removeConversion(before);
            sums.addConversion(conversion);
        }
        if (decision.outcome != PostbackOutcome::Repeated)
            m_changed = Change{before, conversion};
        return conversion.id;
    }
    Q_ASSERT_X(false, "PostbackJudge::carryOut",
               "a decision about a conversion that was not in the question");
    return ConversionId{};
}

Expected<void> PostbackJudge::clickArrived(const ClickId &clickId, RollupSums &sums)
{
    const auto waiting = m_postbacks.waitingFor(clickId.toString());
    if (!waiting)
        return unexpected(waiting.error());
    for (const WaitingPostback &postback : *waiting) {
        const auto known = std::find_if(m_byKey.cbegin(), m_byKey.cend(), [&](const Known &candidate) {
            return candidate.network.id == postback.network;
        });
        if (known == m_byKey.cend())
            continue;
        const auto judgement = judge(postback.raw, *known, sums);
        if (!judgement)
            return unexpected(judgement.error());
        if (auto done = m_postbacks.rejudged(postback.id, *judgement); !done)
            return done;
        if (auto done = addHistory(postback.id, postback.raw.request.arrivedAt); !done)
            return done;
    }
    return {};
}

} // namespace Matchbook
