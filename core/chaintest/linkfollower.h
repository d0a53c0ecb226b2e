// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "followrules.h"
#include "hop.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QSet>
#include <QTimer>
#include <QUrl>

namespace Matchbook {

class HopFetch;
struct FetchedHop;

/// Follows a link hop by hop as a browser would, and tells each hop. Private addresses are not reached, cookies live as long
/// as the run, and of the page where it ends only the beginning is fetched. Lives in the thread it is made in and never
/// blocks it; one run at a time.
class LinkFollower : public QObject
{
    Q_OBJECT
public:
    explicit LinkFollower(FollowRules rules, QObject *parent = nullptr);
    ~LinkFollower() override;

    /// Begins with \a url, which is text; finished() follows exactly once, never before this returns.
    void follow(const QByteArray &url);
    /// Ends the run with a hop of trouble Cancelled. Nothing if none runs.
    void cancel();

    const QList<Hop> &hops() const { return m_hops; }
    bool isRunning() const { return m_running; }
    /// True if the last hop is a page that answered in order.
    bool hasArrived() const;

Q_SIGNALS:
    void hopFollowed(const Matchbook::Hop &hop);
    void finished();

private:
    /// Where an answer leads; empty if it is the end.
    struct Next {
        Hop::By by = Hop::By::Redirect;
        QByteArray target;
    };
    Next nextOf(const FetchedHop &fetched) const;

    QUrl addressed(const QByteArray &text) const;
    void goTo(const QByteArray &text, Hop::By by);
    void fetchHop();
    void takeFetched(const FetchedHop &fetched);
    QByteArray cookiesFor(const QUrl &url) const;
    void tell(const Hop &hop);
    void end(Hop::Trouble trouble, const QString &detail);
    void finishRun();

    const FollowRules m_rules;
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkCookieJar> m_cookies;
    HopFetch *m_fetch = nullptr;
    QTimer m_deadline;
    QElapsedTimer m_hopTime;
    QSet<QByteArray> m_visited; ///< each address with the cookies it was asked with
    QList<Hop> m_hops;
    Hop m_hop; ///< the one at work
    QUrl m_url;
    bool m_running = false;
};

} // namespace Matchbook
