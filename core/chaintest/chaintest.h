// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chainstep.h"
#include "clickidtrace.h"
#include "followrules.h"
#include "listenerprobe.h"
#include "networks/presetcatalogue.h"
#include "postbacktrial.h"
#include "testsubject.h"

#include <QNetworkAccessManager>

#include <memory>

namespace Matchbook {

class Clock;
class LinkFollower;
class TestDesk;

/// What is to be tested, and how. A value.
struct ChainTestWish {
    QString databaseFile;
    NetworkId network;
    QString publicUrl; ///< without a slash at the end; empty: none is set
    bool listensForTestOnly
            = false; ///< nobody listened, so whoever tests has opened \a localUrl until the end of the test
    QString localUrl; ///< where this computer listens: http://127.0.0.1:8130
    QString offerUrl; ///< to be followed in place of a campaign's tracking link; may hold {clickid}
    QByteArray secret; ///< of the network, where it is at hand: what is simulated is proved by it
    int waitSeconds = 0; ///< wait for the network's own postback; 0: simulate one
    FollowRules rules;
};

/// Tests the whole chain of one network: listener, click, redirects, postback, match, payout, status, duplicate; each step is
/// told as it ticks. What it makes in the store is marked as a test and counts nowhere; purgeTests() removes it. Lives in the
/// thread it is made in and never blocks it.
class ChainTest : public QObject
{
    Q_OBJECT
public:
    /// \a clock is the one that the listener of the store goes by.
    ChainTest(ChainTestWish wish, std::shared_ptr<const PresetCatalogue> presets, const Clock &clock,
              QObject *parent = nullptr);
    ~ChainTest() override;

    /// Begins; finished() follows once, never before this returns. Once only.
    void start();
    /// Ends soon: steps that have not ended are skipped.
    void cancel();

    /// True once the network's own postback has come and the test is over.
    bool canJudgeAgain() const;
    /// Judges that postback by the settings \a mended, as if it arrived now; the other steps stay as they are. finished()
    /// follows before this returns.
    void judgeAgain(const AffiliateNetwork &mended);

    const QList<ChainStep> &steps() const { return m_steps; }
    const QList<Hop> &hops() const { return m_hops; }
    const IdTrace &trace() const { return m_trace; }
    QString clickId() const { return m_click ? m_click->clickId : QString(); }
    bool isProven() const; ///< no step has only passed by macros that are not verified
    bool hasPassed() const; ///< nothing failed, and nothing was left out that could be tried
    bool waitsForSale() const; ///< a step is left that only the first real sale can show

Q_SIGNALS:
    void stepChanged(const Matchbook::ChainStep &step);
    void hopFollowed(const Matchbook::Hop &hop, const Matchbook::IdAtHop &id);
    void finished(bool allPassed);

private:
    void set(const ChainStep &step);
    void run(ChainStep::Kind kind);
    void takeSubject(Expected<TestSubject> subject);
    void takeListener(const FoundListener &listener);
    QString offerUrl() const; ///< with its tokens; empty if there is none
    QList<QByteArray> ownBases() const;
    QByteArray markedLink(const QString &base, const QString &campaignKey) const;
    void makeClick();
    void clickDirectly();
    void followLink(const QByteArray &link, qsizetype firstWithId);
    void takeHop(const Hop &hop);
    void takeEndOfWay();
    void lookUpClick();
    void takeClick(const Expected<std::optional<ClickRow>> &click, bool direct);
    void judgeRedirects();
    void tryPostback();
    void judge(const TriedPostback &tried);
    void takePostback(const TriedPostback &tried);
    void finish();
    void closeToken();

    const ChainTestWish m_wish;
    const std::shared_ptr<const PresetCatalogue> m_presets;
    const Clock &m_clock;
    QNetworkAccessManager m_network;
    std::unique_ptr<TestDesk> m_desk;
    LinkFollower *m_follower = nullptr;
    TestSubject m_subject;
    QString m_base; ///< of tracking link and postback URL
    QList<ChainStep> m_steps;
    QList<Hop> m_hops;
    IdTrace m_trace;
    qsizetype m_firstWithId = 1;
    std::optional<ClickRow> m_click;
    TriedPostback m_tried;
    bool m_followed = false; ///< the link, to its end
    bool m_asked = false; ///< for the subject
    bool m_lookingUp = false; ///< our own link has answered: the click is asked for
    bool m_over = false;
};

} // namespace Matchbook
