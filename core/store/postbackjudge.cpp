// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackjudge.h"

#include "matching/matchpostback.h"
#include "matching/repeatkind.h"
#include "networks/formdecoding.h"

namespace Matchbook {

namespace {

constexpr qint64 quarantineLimit = 2000;
constexpr qint64 quarantineTrim = 500;
constexpr qint64 refusedLimit = 500;
constexpr qint64 refusedTrim = 100;

/// A stranger's megabyte has no place in the detail of a cause.
constexpr qsizetype longestShownKey = 200;

} // namespace

PostbackJudge::PostbackJudge(const Database &database, std::shared_ptr<const PresetCatalogue> presets)
    : m_presets(std::move(presets)), m_clicks(database), m_conversions(database), m_postbacks(database),
      m_history(database)
{ }

void PostbackJudge::setNetworks(const QList<AffiliateNetwork> &networks, const QList<RetiredKey> &retiredKeys)
{
    m_retired.clear();
    for (const RetiredKey &retired : retiredKeys) {
        const auto network = std::find_if(networks.cbegin(), networks.cend(),
                                          [&](const auto &one) { return one.id == retired.network; });
        if (network != networks.cend())
            m_retired.insert(retired.key.toLatin1(),
                             {network->key.toLatin1(), network->id, retired.validUntil});
    }
    JudgedNetworks byKey;
    for (const AffiliateNetwork &network : networks)
        byKey.insert(network.key.toLatin1(), judgedNetwork(network, *m_presets, *m_opening));
    m_byKey = std::make_shared<const JudgedNetworks>(std::move(byKey));
}

void PostbackJudge::forget()
{
    m_quarantineSize.reset();
    begin();
}

Expected<void> PostbackJudge::addHistory(PostbackId postback, qint64 time)
{
    return m_changed ? m_conversions.addHistory(m_changed->before, m_changed->after, postback, time)
                     : Expected<void>();
}

Expected<JudgedPostback> PostbackJudge::receive(const RawPostback &raw, RollupSums &sums,
                                                const ReadAhead *ahead)
{
    const auto retired = m_retired.constFind(raw.key);
    const bool isOld = retired != m_retired.constEnd();
    if (raw.refusedWith != 0)
        return noteRefused(raw, m_byKey->value(isOld ? retired->presentKey : raw.key).network.id);
    if (isOld && raw.request.arrivedAt >= retired->validUntil)
        return quarantine(raw, PostbackCause::ExpiredKey, u'#' + QString::number(retired->network.value));
    const auto known = m_byKey->constFind(isOld ? retired->presentKey : raw.key);
    if (known == m_byKey->constEnd())
        return quarantine(raw, PostbackCause::UnknownKey, displayText(raw.key).left(longestShownKey));
    const bool holds = ahead && ahead->by == m_byKey;
    AskedQuestion asked = holds ? ahead->asked : questionOf(raw, *known);
    RawPostback kept = asked.opened ? *asked.opened : raw;
    if (isOld)
        kept.oldKeyUntil = retired->validUntil;
    // Here and never again: a list that is made later says nothing about what was let in before.
    m_changed.reset();
    auto judgement
            = isRefused(raw, *known) ? Expected<Judgement>(refusal(raw, asked)) : judge(kept, asked, sums);
    if (!judgement)
        return unexpected(judgement.error());
    noteOldKey(kept, *judgement);
    const auto id = m_postbacks.insert(kept, known->network.id, *judgement);
    if (!id)
        return unexpected(id.error());
    if (auto done = addHistory(*id, asked.question.time); !done)
        return unexpected(done.error());
    return JudgedPostback{judgement->outcome, judgement->cause, known->network.answerText.toUtf8()};
}

Expected<JudgedPostback> PostbackJudge::quarantine(const RawPostback &raw, PostbackCause cause,
                                                   const QString &detail)
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
    judgement.cause = cause;
    judgement.detail = detail;
    if (const auto id = m_postbacks.insert(raw, {}, judgement); !id)
        return unexpected(id.error());
    ++*m_quarantineSize;
    return JudgedPostback{judgement.outcome, judgement.cause, {}};
}

/// A stranger's broken requests are nobody's business; those of a network show why nothing comes of it.
Expected<JudgedPostback> PostbackJudge::noteRefused(const RawPostback &raw, NetworkId network)
{
    if (!network.isValid())
        return JudgedPostback();
    const auto size = m_postbacks.refusedSize();
    if (!size)
        return unexpected(size.error());
    if (*size >= refusedLimit) {
        if (auto trimmed = m_postbacks.trimRefused(refusedTrim); !trimmed)
            return unexpected(trimmed.error());
    }
    Judgement judgement;
    judgement.outcome = PostbackOutcome::Refused;
    judgement.cause = PostbackCause::RefusedRequest;
    judgement.detail = QString::number(raw.refusedWith);
    if (const auto id = m_postbacks.insert(raw, network, judgement); !id)
        return unexpected(id.error());
    return JudgedPostback{judgement.outcome, judgement.cause, {}};
}

Expected<Judgement> PostbackJudge::judge(const RawPostback &raw, AskedQuestion &asked, RollupSums &sums)
{
    m_changed.reset();
    if (auto looked = m_conversions.settlement().look(); !looked)
        return unexpected(looked.error());
    if (auto found = lookUp(asked); !found)
        return unexpected(found.error());
    const MatchQuestion &question = asked.question;
    MatchDecision decision = matchPostback(question);
    if (auto explained = explain(decision, asked, raw); !explained)
        return unexpected(explained.error());
    const auto conversion = carryOut(question, decision, sums);
    if (!conversion)
        return unexpected(conversion.error());
    Judgement judgement = judgementOf(question, decision);
    judgement.conversion = *conversion;
    return judgement;
}

QString PostbackJudge::nameOf(NetworkId network) const
{
    const auto known = std::find_if(m_byKey->cbegin(), m_byKey->cend(), [&](const JudgedNetwork &candidate) {
        return candidate.network.id == network;
    });
    return known == m_byKey->cend() ? QString() : known->network.name;
}

Expected<void> PostbackJudge::lookUp(AskedQuestion &asked)
{
    MatchQuestion &question = asked.question;
    if (auto told = m_clicks.answerPiece(asked); !told)
        return told;
    if (asked.named) {
        auto click = m_clicks.find(*asked.named);
        if (!click)
            return unexpected(click.error());
        if (*click && (*click)->network != question.network.id)
            (*click)->networkName = nameOf((*click)->network);
        answerClick(asked, *std::move(click));
        auto found = conversionsOfClick(question, *asked.named);
        if (!found)
            return unexpected(found.error());
        question.byClick = *std::move(found);
    }
    if (!question.reading.transactionId.isEmpty()) {
        auto found = m_conversions.byTransaction(question.network.id, question.reading.transactionId);
        if (!found)
            return unexpected(found.error());
        question.byTransaction = *std::move(found);
    }
    return {};
}

Expected<void> PostbackJudge::explain(MatchDecision &decision, const AskedQuestion &asked,
                                      const RawPostback &raw)
{
    if (decision.cause == PostbackCause::UnknownClick && asked.named) {
        const auto history = m_history.read();
        if (!history)
            return unexpected(history.error());
        explainAbsence(decision, *asked.named, asked.question.time, *history);
    } else if (isNewsOfSale(decision)) {
        const auto same = m_postbacks.hasSame(decision.conversion->id, raw);
        if (!same)
            return unexpected(same.error());
        if (*same)
            decision = newsAgain(decision);
    } else if (const Conversion *partly = partlyRefunded(decision, asked.question)) {
        const auto same = m_postbacks.hasSame(partly->id, raw);
        if (!same)
            return unexpected(same.error());
        if (!*same)
            decision = refundedFurther(*partly, asked.question);
    } else if (const Conversion *refunded = undoneRefund(decision, asked.question)) {
        const auto same = m_postbacks.hasSame(refunded->id, raw);
        if (!same)
            return unexpected(same.error());
        if (*same)
            decision = staysRefunded(decision, *refunded);
    } else if (asked.question.signature == Signature::Unchecked
               && asksForFirstShape(decision, asked.question.time)) {
        const auto first = m_postbacks.firstOf(decision.conversion->id);
        if (!first)
            return unexpected(first.error());
        if (*first)
            explainRepeat(decision, shapeOf(**first), shapeOf(raw));
    }
    return {};
}

Expected<QList<Conversion>> PostbackJudge::conversionsOfClick(const MatchQuestion &question,
                                                              const ClickId &clickId)
{
    const QString id = clickId.toString();
    return asksOnlyForKeyless(question) ? m_conversions.keylessOfClick(question.network.id, id)
                                        : m_conversions.byClick(question.network.id, id);
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
        if (auto done = judgeAgain(postback, sums); !done)
            return done;
    }
    return {};
}

Expected<void> PostbackJudge::judgeAgain(const WaitingPostback &postback, RollupSums &sums)
{
    const auto known = std::find_if(m_byKey->cbegin(), m_byKey->cend(), [&](const JudgedNetwork &candidate) {
        return candidate.network.id == postback.network;
    });
    if (known == m_byKey->cend())
        return {};
    AskedQuestion asked = questionOf(postback.raw, *known);
    auto judgement = judge(asked.opened ? *asked.opened : postback.raw, asked, sums);
    if (!judgement)
        return unexpected(judgement.error());
    if (asked.opened) {
        if (auto done = m_postbacks.opened(postback.id, *asked.opened); !done)
            return done;
    }
    noteOldKey(postback.raw, *judgement);
    if (auto done = m_postbacks.rejudged(postback.id, *judgement); !done)
        return done;
    return addHistory(postback.id, asked.question.time);
}

} // namespace Matchbook
