// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QThread>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Matchbook {

/// A web server on 127.0.0.1, in a thread of its own, that plays the redirects between an offer link and its page. What it does
/// is the path's first part; the query goes on where the name does not say otherwise:
/// `pass`, `relative`, `meta`, `script`, `refresh`, `move` (s2 becomes sub), `strip`, `change`, `upper`, `cut` (12 characters),
/// `twice`, `macro`, `handover` (to a named site), `loop`, `cookie` (once round with a cookie), `endless`, `never`, `trickle`,
/// `shield` (before a listener), `garbage`, `close`, `huge`, `nowhere`, `bad`, `app`, `private`, `missing`, `forbidden`, and `end`, the page.
class ChainServer
{
public:
    ChainServer();
    ~ChainServer();
    ChainServer(const ChainServer &) = delete;
    ChainServer &operator=(const ChainServer &) = delete;

    quint16 port() const { return m_port; }
    /// http://127.0.0.1:PORT/ with \a path behind.
    QByteArray url(const QByteArray &path) const;
    /// The heads of all requests so far.
    QList<QByteArray> requests() const;

private:
    QByteArray answerTo(const QByteArray &target, const QByteArray &head);
    void serve(QTcpSocket *socket);

    QThread m_thread;
    QObject *m_home = nullptr; ///< lives in the thread
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QList<QByteArray> m_requests;
};

} // namespace Matchbook
