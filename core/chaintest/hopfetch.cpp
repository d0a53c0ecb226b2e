// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hopfetch.h"

#include "plainanswer.h"
#include "publicaddress.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>

#include <algorithm>

namespace Matchbook {

using Trouble = Hop::Trouble;

namespace {

/// True for \a path that is a campaign's key below \a base and nothing else: what stands behind a private address might make
/// another path of dots and escapes.
bool isTrackingPath(const QString &path, const QString &base)
{
    const QString start = base + QStringLiteral("/c/");
    const QStringView key = QStringView(path).sliced(std::min(start.size(), path.size()));
    const auto mayBeInKey = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    };
    return path.startsWith(start) && std::all_of(key.begin(), key.end(), mayBeInKey);
}

/// Another address of a name is tried when nobody listens on one, as browsers do.
constexpr qsizetype mostAddresses = 4;

constexpr const char *browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
                                "Chrome/131.0.0.0 Safari/537.36";

void lookUpBySystem(const QString &name, QObject *asker, std::function<void(const QHostInfo &)> answer)
{
    QHostInfo::lookupHost(name, asker, std::move(answer));
}

QNetworkRequest requestFor(const QUrl &url, const QHostAddress &address, const QByteArray &cookies, int hopMs)
{
    QUrl direct = url;
    direct.setHost(address.toString());
    direct.setUserInfo({});
    direct.setFragment({});
    QNetworkRequest request(direct);
    const QString host = url.host(QUrl::FullyEncoded);
    QByteArray hostHeader = host.contains(u':') ? '[' + host.toLatin1() + ']' : host.toLatin1();
    if (url.port() > 0)
        hostHeader += ':' + QByteArray::number(url.port());
    request.setRawHeader("Host", hostHeader);
    request.setPeerVerifyName(host);
    request.setRawHeader("User-Agent", browser);
    request.setRawHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    request.setRawHeader("Accept-Language", "en-US,en;q=0.9");
    request.setRawHeader("Upgrade-Insecure-Requests", "1");
    if (!cookies.isEmpty())
        request.setRawHeader("Cookie", cookies);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // HTTP/2 would name the host by the address.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setTransferTimeout(hopMs);
    return request;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

HopFetch::HopFetch(QNetworkAccessManager &network, const FollowRules &rules, QObject *parent)
    : QObject(parent), m_network(network), m_rules(rules)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { finish(Trouble::NoAnswer, {}); });
}

HopFetch::~HopFetch()
{
    m_done = true;
    delete m_reply;
}

void HopFetch::fetch(const QUrl &url, const QByteArray &cookies)
{
    m_url = url;
    m_cookies = cookies;
    m_deadline.start(m_rules.hopMs);
    const QString host = url.host(QUrl::FullyEncoded);
    const QHostAddress literal(host);
    if (!literal.isNull()) {
        QHostInfo itself;
        itself.setAddresses({literal});
        // Never before fetch() has returned.
        QMetaObject::invokeMethod(
                this, [this, itself] { takeAddresses(itself); }, Qt::QueuedConnection);
        return;
    }
    const NameLookup &lookUp = m_rules.lookUp ? m_rules.lookUp : NameLookup(lookUpBySystem);
    lookUp(host, this, [this](const QHostInfo &found) { takeAddresses(found); });
}

bool HopFetch::mayReach(const QHostAddress &address) const
{
    if (isPublicAddress(address) || m_rules.allowedAddresses.contains(address))
        return true;
    for (const QByteArray &base : m_rules.ownBases) {
        const QUrl own = QUrl::fromEncoded(base);
        const bool same = own.scheme() == m_url.scheme() && own.host() == m_url.host()
                && own.port(-1) == m_url.port(-1);
        if (same && isTrackingPath(m_url.path(QUrl::FullyEncoded), own.path(QUrl::FullyEncoded)))
            return true;
    }
    return false;
}

void HopFetch::takeAddresses(const QHostInfo &found)
{
    if (m_done)
        return;
    const QList<QHostAddress> addresses = found.addresses();
    if (found.error() != QHostInfo::NoError || addresses.isEmpty())
        return finish(Trouble::NameNotFound, m_url.host());
    for (const QHostAddress &address : addresses) {
        // A name with one private address among public ones is up to something.
        if (!mayReach(address))
            return finish(Trouble::PrivateAddress, address.toString());
    }
    m_addresses = addresses.first(std::min(addresses.size(), mostAddresses));
    connectToNext();
}

void HopFetch::connectToNext()
{
    m_tlsErrors.clear();
    m_reply = m_network.get(requestFor(m_url, m_addresses.takeFirst(), m_cookies, m_rules.hopMs));
    m_reply->setReadBufferSize(m_rules.bodyLimit);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { look(); });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { readBody(); });
    connect(m_reply, &QNetworkReply::finished, this, [this] { replyEnded(); });
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsErrors << error.errorString();
    });
}

void HopFetch::look()
{
    if (m_done)
        return;
    m_hop.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_hop.location = m_reply->rawHeader("Location");
    m_hop.refresh = m_reply->rawHeader("Refresh");
    m_hop.contentType = m_reply->rawHeader("Content-Type");
    m_hop.cookies = m_reply->header(QNetworkRequest::SetCookieHeader).value<QList<QNetworkCookie>>();
    // What stands below a redirect is for nobody.
    if (isRedirect(m_hop.status) && !m_hop.location.isEmpty())
        finish(Trouble::None, {});
}

void HopFetch::readBody()
{
    if (m_done)
        return;
    m_hop.body += m_reply->read(m_rules.bodyLimit - m_hop.body.size());
    if (m_hop.body.size() >= m_rules.bodyLimit)
        finish(Trouble::None, {});
}

void HopFetch::replyEnded()
{
    if (m_done)
        return;
    look();
    readBody();
    if (m_done)
        return;
    const Trouble trouble = replyTrouble(*m_reply);
    if (m_hop.status == 0 && trouble == Trouble::Refused && !m_addresses.isEmpty()) {
        m_reply->deleteLater();
        return connectToNext();
    }
    // An answer with a status is one, also where its body broke off.
    m_hop.bodyIsWhole = trouble == Trouble::None;
    if (m_hop.status > 0)
        return finish(Trouble::None, {});
    const QString named
            = m_tlsErrors.isEmpty() ? m_reply->errorString() : m_tlsErrors.join(QStringLiteral("; "));
    finish(trouble == Trouble::None ? Trouble::Broken : trouble, trouble == Trouble::Tls ? named : QString());
}

void HopFetch::finish(Trouble trouble, const QString &detail)
{
    if (m_done)
        return;
    m_done = true;
    m_deadline.stop();
    m_hop.trouble = trouble;
    m_hop.detail = detail;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
    Q_EMIT fetched(m_hop);
}

} // namespace Matchbook
