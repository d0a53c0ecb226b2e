// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linkfollower.h"

#include "hopfetch.h"
#include "networks/formdecoding.h"
#include "ownlink.h"
#include "pageredirect.h"
#include "urlplaces.h"

#include <QNetworkCookieJar>
#include <QNetworkProxy>

#include <utility>

namespace Matchbook {

using Trouble = Hop::Trouble;

namespace {

constexpr qsizetype longestUrl = 16 * 1024;

/// \a target as seen from \a url. An absolute address keeps its text: macros in it are no URLs.
QByteArray absolute(const QByteArray &target, const QUrl &url)
{
    const QByteArray text = target.trimmed();
    const QUrl parsed = QUrl::fromEncoded(text);
    if (!parsed.isValid() || !parsed.isRelative())
        return text;
    return url.resolved(parsed).toEncoded();
}

bool isWeb(const QUrl &url)
{
    return url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
}

} // namespace

LinkFollower::LinkFollower(FollowRules rules, QObject *parent) : QObject(parent), m_rules(std::move(rules))
{
    // A proxy would look names up itself, and nobody could say which address it reaches.
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(Trouble::TooLong, {}); });
}

LinkFollower::~LinkFollower()
{
    // Replies belong to the network, which goes before the children do.
    delete m_fetch;
}

void LinkFollower::follow(const QByteArray &url)
{
    m_hops.clear();
    m_visited.clear();
    m_cookies = std::make_unique<QNetworkCookieJar>();
    m_running = true;
    m_url.clear();
    m_deadline.start(m_rules.totalMs);
    QMetaObject::invokeMethod(
            this,
            [this, url] {
                if (m_running)
                    goTo(url, Hop::By::Start);
            },
            Qt::QueuedConnection);
}

void LinkFollower::cancel()
{
    if (m_running)
        end(Trouble::Cancelled, {});
}

bool LinkFollower::hasArrived() const
{
    return !m_running && !m_hops.isEmpty() && m_hops.last().trouble == Trouble::None;
}

/// What is asked for: \a text, and a link of our own with its mark.
QUrl LinkFollower::addressed(const QByteArray &text) const
{
    QUrl url = QUrl::fromEncoded(text);
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    if (m_rules.ownMark.isEmpty() || query.contains(m_rules.ownMark)
        || !isOwnTrackingLink(url, m_rules.ownBases))
        return url;
    url.setQuery(QString::fromLatin1(query.isEmpty() ? m_rules.ownMark : query + '&' + m_rules.ownMark));
    return url;
}

void LinkFollower::goTo(const QByteArray &text, Hop::By by)
{
    const QUrl before = m_url;
    m_hop = {};
    m_hop.by = by;
    m_hop.url = before.isEmpty() ? text.trimmed() : absolute(text, before);
    m_hopTime.start();
    m_url = addressed(m_hop.url);
    const bool isAddress
            = m_url.isValid() && !m_url.scheme().isEmpty() && (!isWeb(m_url) || !m_url.host().isEmpty());
    if (!isAddress || m_hop.url.size() > longestUrl)
        return end(Trouble::BadTarget, displayText(text.left(200)));
    if (!isWeb(m_url))
        return end(Trouble::NotWeb, m_url.scheme());
    m_hop.downgraded = isDowngrade(before.toEncoded(), m_hop.url);
    if (m_hops.size() >= m_rules.hopLimit)
        return end(Trouble::TooManyHops, QString::number(m_rules.hopLimit));
    // The same address with other cookies may well answer something else.
    const QByteArray visit = m_url.toEncoded(QUrl::RemoveFragment) + '\n' + cookiesFor(m_url);
    if (m_visited.contains(visit))
        return end(Trouble::Loop, {});
    m_visited.insert(visit);
    fetchHop();
}

void LinkFollower::fetchHop()
{
    m_fetch = new HopFetch(m_network, m_rules, this);
    connect(m_fetch, &HopFetch::fetched, this, [this](const FetchedHop &fetched) {
        m_fetch->deleteLater();
        m_fetch = nullptr;
        takeFetched(fetched);
    });
    m_fetch->fetch(m_url, cookiesFor(m_url));
}

QByteArray LinkFollower::cookiesFor(const QUrl &url) const
{
    QByteArray header;
    for (const QNetworkCookie &cookie : m_cookies->cookiesForUrl(url))
        header += (header.isEmpty() ? "" : "; ") + cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
    return header;
}

LinkFollower::Next LinkFollower::nextOf(const FetchedHop &fetched) const
{
    if (fetched.status >= 300 && fetched.status < 400)
        return {Hop::By::Redirect, fetched.location};
    if (const auto target = refreshTarget(fetched.refresh))
        return {Hop::By::RefreshHeader, *target};
    const bool isPage = fetched.contentType.isEmpty() || fetched.contentType.toLower().contains("html");
    if (!isPage || fetched.status >= 300)
        return {};
    const auto inPage = redirectInPage(fetched.body);
    if (!inPage || (inPage->by == Hop::By::JavaScript && !fetched.bodyIsWhole))
        return {};
    return {inPage->by, inPage->target};
}

void LinkFollower::takeFetched(const FetchedHop &fetched)
{
    if (!m_running)
        return;
    m_hop.status = fetched.status;
    if (fetched.trouble != Trouble::None)
        return end(fetched.trouble, fetched.detail);
    m_cookies->setCookiesFromUrl(fetched.cookies, m_url);
    if (fetched.status >= 400)
        return end(Trouble::ErrorStatus, QString::number(fetched.status));
    const Next next = nextOf(fetched);
    const bool leadsNowhere
            = fetched.status >= 300 && fetched.status < 400 && next.target.trimmed().isEmpty();
    if (leadsNowhere)
        return end(Trouble::BadTarget, {});
    tell(m_hop);
    if (!m_running)
        return;
    if (next.target.isEmpty())
        return finishRun();
    goTo(next.target, next.by);
}

void LinkFollower::tell(const Hop &hop)
{
    Hop told = hop;
    told.tookMs = m_hopTime.isValid() ? m_hopTime.elapsed() : 0;
    m_hops << told;
    Q_EMIT hopFollowed(told);
}

void LinkFollower::end(Trouble trouble, const QString &detail)
{
    if (!m_running)
        return;
    m_hop.trouble = trouble;
    m_hop.detail = detail;
    m_running = false;
    tell(m_hop);
    finishRun();
}

void LinkFollower::finishRun()
{
    m_running = false;
    m_deadline.stop();
    // One that has answered is not here any more, so it is never deleted by its own signal.
    delete std::exchange(m_fetch, nullptr);
    Q_EMIT finished();
}

} // namespace Matchbook
