// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plainclient.h"

#include <QUrl>

namespace Matchbook {

/// One request on a connection of its own, as a telephone's browser sends it, and its answer; its status is 0 if nobody answers.
/// Redirects are not followed.
inline PlainAnswer request(quint16 port, const QByteArray &method, const QByteArray &target)
{
    PlainClient client(port);
    const bool sent = client.isConnected()
            && client.send(
                    method + ' ' + target
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Mozilla/5.0 (iPhone) Safari/604.1\r\n"
                      "Connection: close\r\n\r\n");
    return sent ? client.readAnswer(method != "HEAD") : PlainAnswer();
}

inline PlainAnswer get(quint16 port, const QByteArray &target)
{
    return request(port, "GET", target);
}

/// The click ID that a redirect carries at the end of its address; empty if there is none.
inline QByteArray clickIdOf(const PlainAnswer &answer)
{
    const QByteArray location = answer.header("location");
    const qsizetype from = location.lastIndexOf("=m") + 1;
    return from > 0 ? location.mid(from, 20) : QByteArray();
}

inline quint16 portOf(const QString &address)
{
    return quint16(QUrl(address).port(0));
}

} // namespace Matchbook
