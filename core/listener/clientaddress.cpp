// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientaddress.h"

namespace Matchbook {

namespace {

constexpr qsizetype longestNode = 64;

/// An address as proxies write it: bare, `192.0.2.1:80`, `[2001:db8::1]` or `[2001:db8::1]:80`.
std::optional<QHostAddress> parseNode(QByteArrayView node)
{
    node = node.trimmed();
    if (node.isEmpty() || node.size() > longestNode)
        return {};
    if (node.startsWith('[')) {
        const auto end = node.indexOf(']');
        if (end < 0 || (end + 1 < node.size() && node[end + 1] != ':'))
            return {};
        node = node.sliced(1, end - 1);
    } else if (node.count(':') == 1) {
        node = node.first(node.indexOf(':'));
    }
    const auto address = parseAddress(QString::fromLatin1(node));
    return address ? std::optional(plainAddress(*address)) : std::nullopt;
}

/// Splits at \a separator outside quoted strings.
QList<QByteArrayView> splitOutsideQuotes(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    bool isQuoted = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isQuoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && text[i] == separator) {
            parts.append(text.sliced(start, i - start));
            start = i + 1;
        }
    }
    parts.append(text.sliced(start));
    return parts;
}

QByteArray unquoted(QByteArrayView value)
{
    if (value.size() < 2 || !value.startsWith('"') || !value.endsWith('"'))
        return value.toByteArray();
    QByteArray text = value.sliced(1, value.size() - 2).toByteArray();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\')
            text.remove(i, 1);
    }
    return text;
}

/// The `for` of one element of Forwarded; empty if it has none.
QByteArray forwardedFor(QByteArrayView element)
{
    for (const QByteArrayView pair : splitOutsideQuotes(element, ';')) {
        const auto equals = pair.indexOf('=');
        if (equals > 0 && pair.first(equals).trimmed().compare("for", Qt::CaseInsensitive) == 0)
            return unquoted(pair.sliced(equals + 1).trimmed());
    }
    return {};
}

/// The values of all headers called \a lowerCaseName, as the one list that they are.
QByteArray joinedHeaders(const ReceivedRequest &request, QByteArrayView lowerCaseName)
{
    QByteArray joined;
    for (const auto &[name, value] : request.headers) {
        if (name != lowerCaseName)
            continue;
        if (!joined.isEmpty())
            joined += ',';
        joined += value;
    }
    return joined;
}

/// The nodes that the request passed, the client first.
QList<QByteArray> passedNodes(const ReceivedRequest &request)
{
    QList<QByteArray> nodes;
    const QByteArray forwardedForList = joinedHeaders(request, "x-forwarded-for");
    if (!forwardedForList.isEmpty())
        return forwardedForList.split(',');
    const QByteArray forwarded = joinedHeaders(request, "forwarded");
    if (!forwarded.isEmpty()) {
        for (const QByteArrayView element : splitOutsideQuotes(forwarded, ','))
            nodes.append(forwardedFor(element));
        return nodes;
    }
    const QByteArray cloudflare = request.header("cf-connecting-ip");
    if (!cloudflare.isEmpty())
        nodes.append(cloudflare);
    return nodes;
}

} // namespace

QHostAddress clientAddress(const QHostAddress &peer, const ReceivedRequest &request,
                           const AddressList &trustedProxies)
{
    const QHostAddress plainPeer = plainAddress(peer);
    if (!trustedProxies.contains(plainPeer))
        return plainPeer;

    QHostAddress client = plainPeer;
    const QList<QByteArray> nodes = passedNodes(request);
    for (auto node = nodes.crbegin(); node != nodes.crend(); ++node) {
        const auto address = parseNode(*node);
        if (!address)
            return plainPeer;
        client = *address;
        if (!trustedProxies.contains(client))
            break;
    }
    return client;
}

} // namespace Matchbook
