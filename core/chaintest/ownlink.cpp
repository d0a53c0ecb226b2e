// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ownlink.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace Matchbook {

namespace {

/// One word for all names of this computer.
QString hostIn(const QUrl &url)
{
    const QString host = url.host().toLower();
    const bool isHere = host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
    return isHere ? QStringLiteral("localhost") : host;
}

int portIn(const QUrl &url)
{
    return url.port(url.scheme() == QStringLiteral("https") ? 443 : 80);
}

} // namespace

bool isOwnTrackingLink(const QUrl &url, const QList<QByteArray> &bases)
{
    return std::any_of(bases.cbegin(), bases.cend(), [&](const QByteArray &base) {
        const QUrl own = QUrl::fromEncoded(base);
        // A tunnel or proxy answers by http and https alike.
        const bool isDefault = url.port() < 0 && own.port() < 0;
        return !base.isEmpty() && hostIn(url) == hostIn(own) && (isDefault || portIn(url) == portIn(own))
                && url.path().startsWith(own.path() + QStringLiteral("/c/"));
    });
}

bool isOwnTrackingLink(const QString &url, const QList<QByteArray> &bases)
{
    const QString text = url.trimmed();
    const qsizetype question = text.indexOf(u'?');
    return isOwnTrackingLink(QUrl(question < 0 ? text : text.first(question)), bases);
}

} // namespace Matchbook
