// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest.h"
#include "networks/effectivepreset.h"
#include "networks/protocols/protocol.h"
#include "notificationsteps.h"
#include "postbackverdict.h"
#include "presetmacros.h"
#include "redirectverdict.h"
#include "simulatedpostback.h"
#include "stepsentences.h"
#include "testdesk.h"
#include "testremarks.h"

#include <algorithm>

namespace Matchbook {

using Kind = ChainStep::Kind;
using State = ChainStep::State;

void ChainTest::judgeRedirects()
{
    QList<QByteArray> urls;
    for (const Hop &hop : std::as_const(m_hops))
        urls << hop.url;
    m_trace = traceClickId(m_click->clickId.toLatin1(), urls, m_firstWithId);
    set(redirectVerdict(m_hops, m_trace, m_presets->findOrGeneric(m_subject.network.preset),
                        m_subject.network));
    tryPostback();
}

void ChainTest::tryPostback()
{
    if (m_over)
        return;
    run(Kind::Postback);
    auto *trial = new PostbackTrial(m_network, *m_desk, this);
    connect(trial, &PostbackTrial::tried, this, [this](const TriedPostback &tried) { takePostback(tried); });
    connect(trial, &PostbackTrial::strayArrived, this, [this](const PostbackRow &row) {
        set({Kind::Postback, State::Running, strayCause(row), straySentence(row), {}});
    });
    if (m_wish.waitSeconds > 0)
        return trial->waitFor(m_subject, m_click->clickId, m_wish.waitSeconds);
    const NetworkPreset preset = effectivePreset(m_subject.network, *m_presets);
    if (preset.kind == PresetKind::Native) {
        set(onlyTheNetworkSignsStep());
        return finish();
    }
    const SampleConversion sample = sampleFor(m_click->clickId.toLatin1(), preset, m_subject.network);
    QByteArray query = simulatedQuery(templateOf(preset), preset, sample);
    const Protocol *protocol = protocolOf(preset);
    if (protocol && protocol->proved && !m_wish.secret.isEmpty())
        query = protocol->proved(query, m_wish.secret);
    trial->simulate(m_subject, (m_base + QStringLiteral("/postback/") + m_subject.network.key).toUtf8(),
                    query, m_click->clickId);
}

void ChainTest::takePostback(const TriedPostback &tried)
{
    if (m_over)
        return;
    m_tried = tried;
    judge(tried);
    finish();
}

void ChainTest::judge(const TriedPostback &tried)
{
    const AffiliateNetwork &network = m_subject.network;
    const NetworkPreset preset = effectivePreset(network, *m_presets);
    const bool isSimulated = m_wish.waitSeconds == 0;
    const bool isVerified
            = !isSimulated || areMacrosVerified(preset, m_presets->findOrGeneric(network.preset));
    QList<ChainStep> steps{postbackStep(tried, network, isSimulated)};
    if (!isVerified && steps.constFirst().state == State::Passed)
        steps.first().sentence = unverifiedSentence();
    if (tried.row)
        steps << verdictOf(*tried.row, tried.repeats, m_click->clickId, preset, network);
    const QString &ownParameter = network.subIdParameter;
    const auto mismatch = subIdMismatch(preset, offerUrl(),
                                        ownParameter.isEmpty() ? preset.subIdParameter : ownParameter);
    for (ChainStep &step : steps) {
        const bool isInOrder = step.state == State::Passed || step.waitsForSale();
        if (mismatch && step.kind == Kind::ClickMatch && isInOrder)
            step = wrongSubIdStep(*mismatch, network.id);
        step.isSimulated = isSimulated;
        step.isVerified = isVerified;
        set(step);
    }
}

bool ChainTest::isProven() const
{
    return std::none_of(m_steps.cbegin(), m_steps.cend(),
                        [](const ChainStep &step) { return step.isUnproven(); });
}

bool ChainTest::canJudgeAgain() const
{
    return m_over && m_tried.row && m_wish.waitSeconds > 0;
}

void ChainTest::judgeAgain(const AffiliateNetwork &mended)
{
    if (!canJudgeAgain())
        return;
    m_subject.network = mended;
    TriedPostback again = m_tried;
    again.row = judgedUnder(*m_tried.row, effectivePreset(mended, *m_presets), mended);
    if (!again.row->payout && m_subject.offer)
        again.row->payout = m_subject.offer->defaultPayout;
    m_over = false;
    judge(again);
    m_over = true;
    Q_EMIT finished(hasPassed());
}

} // namespace Matchbook
