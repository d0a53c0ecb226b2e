// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest.h"

#include "hopsentences.h"
#include "linkfollower.h"
#include "networks/urltemplate.h"
#include "ownlink.h"
#include "stepsentences.h"
#include "store/testtokens.h"
#include "testdesk.h"
#include "testremarks.h"
#include "vocabulary/clock.h"

#include <algorithm>

namespace Matchbook {

using Kind = ChainStep::Kind;
using State = ChainStep::State;

namespace {

/// Long enough for a slow chain, short enough that a token in somebody's log is soon worth nothing.
constexpr qint64 tokenValidMs = 10 * 60'000;

bool isOver(const ChainStep &step)
{
    return step.state != State::Waiting && step.state != State::Running;
}

} // namespace

ChainTest::ChainTest(ChainTestWish wish, std::shared_ptr<const PresetCatalogue> presets, const Clock &clock,
                     QObject *parent)
    : QObject(parent), m_wish(std::move(wish)), m_presets(std::move(presets)), m_clock(clock),
      m_desk(std::make_unique<TestDesk>(m_wish.databaseFile))
{
    for (int i = 0; i < chainStepCount; ++i)
        m_steps << ChainStep{Kind(i), State::Waiting, {}, {}, {}};
}

ChainTest::~ChainTest() = default;

bool ChainTest::hasPassed() const
{
    return std::all_of(m_steps.cbegin(), m_steps.cend(), [](const ChainStep &step) {
        return step.state == State::Passed || step.state == State::Warning || step.waitsForSale();
    });
}

bool ChainTest::waitsForSale() const
{
    return std::any_of(m_steps.cbegin(), m_steps.cend(),
                       [](const ChainStep &step) { return step.waitsForSale(); });
}

void ChainTest::set(const ChainStep &step)
{
    if (m_over)
        return;
    m_steps[int(step.kind)] = step;
    Q_EMIT stepChanged(step);
}

void ChainTest::run(Kind kind)
{
    set({kind, State::Running, {}, {}, {}});
}

void ChainTest::start()
{
    run(Kind::Listener);
    m_asked = true;
    m_desk->ask<TestSubject>(
            this,
            [&clock = m_clock, id = m_wish.network, wait = m_wish.waitSeconds](Database &database) {
                return beginTest(database, clock, id, tokenValidMs + wait * 1000);
            },
            [this](Expected<TestSubject> subject) { takeSubject(std::move(subject)); });
}

void ChainTest::cancel()
{
    if (m_over)
        return;
    finish();
}

void ChainTest::takeSubject(Expected<TestSubject> subject)
{
    m_asked = false;
    if (!subject) {
        set(storeTroubleStep(Kind::Listener, subject.error()));
        if (m_over)
            closeToken();
        return finish();
    }
    m_subject = *std::move(subject);
    if (m_over)
        return closeToken();
    auto *probe = new ListenerProbe(m_network, this);
    connect(probe, &ListenerProbe::found, this,
            [this](const FoundListener &listener) { takeListener(listener); });
    QByteArray ownPath;
    if (!m_subject.anyCampaignKey.isEmpty())
        ownPath = markedLink({}, m_subject.anyCampaignKey);
    probe->ask(m_wish.publicUrl, m_wish.localUrl, ownPath);
}

void ChainTest::takeListener(const FoundListener &listener)
{
    if (m_over)
        return;
    m_base = listener.base;
    const ChainStep step = listenerStep(listener, m_wish.publicUrl, m_wish.localUrl);
    set(m_wish.listensForTestOnly && step.state == State::Passed ? startedForTest(step) : step);
    if (m_base.isEmpty())
        return finish();
    makeClick();
}

void ChainTest::makeClick()
{
    run(Kind::Click);
    const bool leadsInACircle = isOwnTrackingLink(offerUrl(), ownBases());
    if (!m_wish.offerUrl.isEmpty() || m_subject.campaignKey.isEmpty() || leadsInACircle)
        return clickDirectly();
    followLink(markedLink(m_base, m_subject.campaignKey), 1);
}

QString ChainTest::offerUrl() const
{
    if (!m_wish.offerUrl.isEmpty())
        return m_wish.offerUrl;
    return m_subject.offer ? m_subject.offer->url : QString();
}

QList<QByteArray> ChainTest::ownBases() const
{
    QList<QByteArray> bases = m_wish.rules.ownBases;
    bases << m_wish.localUrl.toUtf8();
    if (!m_wish.publicUrl.isEmpty())
        bases << m_wish.publicUrl.toUtf8();
    return bases;
}

QByteArray ChainTest::markedLink(const QString &base, const QString &campaignKey) const
{
    return (base + QStringLiteral("/c/") + campaignKey).toUtf8() + '?' + testParameter.toByteArray() + '='
            + m_subject.token;
}

void ChainTest::clickDirectly()
{
    m_desk->ask<ClickRow>(
            this,
            [subject = m_subject, now = m_clock.now()](Database &database) {
                return storeDirectClick(database, subject, now);
            },
            [this](Expected<ClickRow> click) {
                if (!click)
                    return takeClick(unexpected(click.error()), true);
                takeClick(std::optional(*click), true);
            });
}

void ChainTest::takeClick(const Expected<std::optional<ClickRow>> &click, bool direct)
{
    if (m_over)
        return;
    if (!click) {
        set(storeTroubleStep(Kind::Click, click.error()));
        return finish();
    }
    const ChainStep step = clickStep(*click, m_subject.campaignName, direct);
    set(step);
    if (step.state != State::Passed)
        return finish();
    m_click = *click;
    if (!direct) {
        run(Kind::Redirects);
        return m_followed ? judgeRedirects() : void();
    }
    const QString offer = offerUrl();
    const auto id = ClickId::parse(m_click->clickId.toLatin1());
    const bool leadsInACircle = isOwnTrackingLink(offer, ownBases());
    if (offer.isEmpty() || !id || leadsInACircle) {
        set(leadsInACircle ? ownLinkStep(offer) : noOfferLinkStep());
        return tryPostback();
    }
    const NetworkPreset &preset = m_presets->findOrGeneric(m_subject.network.preset);
    const QString &own = m_subject.network.subIdParameter;
    followLink(offerUrlFor(offer, own.isEmpty() ? preset.subIdParameter : own, {*id, {}, {}, {}}), 0);
}

void ChainTest::followLink(const QByteArray &link, qsizetype firstWithId)
{
    m_firstWithId = firstWithId;
    if (m_click)
        run(Kind::Redirects);
    FollowRules rules = m_wish.rules;
    rules.ownBases = ownBases();
    rules.ownMark = testParameter.toByteArray() + '=' + m_subject.token;
    m_follower = new LinkFollower(std::move(rules), this);
    connect(m_follower, &LinkFollower::hopFollowed, this, [this](const Hop &hop) { takeHop(hop); });
    connect(m_follower, &LinkFollower::finished, this, [this] { takeEndOfWay(); });
    m_follower->follow(link);
}

void ChainTest::takeHop(const Hop &hop)
{
    m_hops << hop;
    // The token is nobody's business, and worth something for some minutes yet.
    m_hops.last().url.replace(m_subject.token, "...");
    QByteArray id = m_click ? m_click->clickId.toLatin1() : QByteArray();
    QList<QByteArray> urls;
    for (const Hop &one : std::as_const(m_hops))
        urls << one.url;
    if (id.isEmpty() && urls.size() > 1)
        id = clickIdIn(urls.at(1));
    m_trace = traceClickId(id, urls, m_firstWithId);
    Q_EMIT hopFollowed(m_hops.last(), m_trace.hops.last());
    // Our own link has answered, so the click is stored by now.
    const bool isOwnLink = m_hops.size() == 1 && m_firstWithId == 1;
    if (isOwnLink && hop.trouble == Hop::Trouble::None && hop.status >= 300)
        lookUpClick();
}

void ChainTest::takeEndOfWay()
{
    m_followed = true;
    if (m_click)
        return judgeRedirects();
    if (m_lookingUp)
        return;
    const Hop &own = m_hops.first();
    const QString cause = hopTroubleWord(own.trouble);
    set({Kind::Click,
         State::Failed,
         cause.isEmpty() ? QStringLiteral("no_redirect") : cause,
         noRedirectSentence(m_hops),
         {}});
    finish();
}

void ChainTest::lookUpClick()
{
    m_lookingUp = true;
    m_desk->ask<std::optional<ClickRow>>(
            this, [subject = m_subject](Database &database) { return newestClick(database, subject); },
            [this](Expected<std::optional<ClickRow>> click) { takeClick(click, false); });
}

void ChainTest::finish()
{
    if (m_over)
        return;
    for (int i = 0; i < chainStepCount; ++i) {
        if (!isOver(m_steps.at(i)))
            set(skippedStep(Kind(i)));
    }
    m_over = true;
    if (m_follower) {
        m_follower->disconnect(this);
        m_follower->cancel();
    }
    // A token that is still on its way is closed when it arrives.
    if (!m_subject.token.isEmpty() || !m_asked)
        closeToken();
}

void ChainTest::closeToken()
{
    m_desk->ask<bool>(
            this,
            [token = m_subject.token](Database &database) -> Expected<bool> {
                if (token.isEmpty())
                    return true;
                const auto closed = closeTestToken(database, token);
                return closed ? Expected<bool>(true) : unexpected(closed.error());
            },
            // A token that could not be forgotten ends by itself after a while.
            [this](const Expected<bool> &) { Q_EMIT finished(hasPassed()); });
}

} // namespace Matchbook
