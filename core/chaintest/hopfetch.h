// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "followrules.h"
#include "hop.h"

#include <QList>
#include <QNetworkCookie>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace Matchbook {

/// What one address answered, as far as following needs it.
struct FetchedHop {
    int status = 0; ///< 0: no HTTP answer
    Hop::Trouble trouble = Hop::Trouble::None;
    QString detail;
    QByteArray location;
    QByteArray refresh; ///< the Refresh header
    QByteArray contentType;
    QByteArray body; ///< at most the rules' limit
    bool bodyIsWhole = false;
    QList<QNetworkCookie> cookies;
};

/// Fetches one address as a browser would, once, without following anything. The name is looked up first, every address it
/// stands for is checked, and the connection is made to the checked address itself, so that a name which changes its mind
/// between the two leads nowhere. Lives in one thread and never blocks it.
class HopFetch : public QObject
{
    Q_OBJECT
public:
    /// \a network must outlive the fetch. Its proxy is not used.
    HopFetch(QNetworkAccessManager &network, const FollowRules &rules, QObject *parent = nullptr);
    ~HopFetch() override;

    /// Begins; fetched() follows exactly once unless this is destroyed before.
    void fetch(const QUrl &url, const QByteArray &cookies);

Q_SIGNALS:
    void fetched(const Matchbook::FetchedHop &hop);

private:
    void takeAddresses(const QHostInfo &found);
    bool mayReach(const QHostAddress &address) const;
    void connectToNext();
    void look();
    void readBody();
    void replyEnded();
    void finish(Hop::Trouble trouble, const QString &detail);

    QNetworkAccessManager &m_network;
    const FollowRules &m_rules;
    QUrl m_url;
    QByteArray m_cookies;
    QList<QHostAddress> m_addresses;
    QPointer<QNetworkReply> m_reply;
    QStringList m_tlsErrors;
    QTimer m_deadline;
    FetchedHop m_hop;
    bool m_done = false;
};

} // namespace Matchbook
