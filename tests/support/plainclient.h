// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace Matchbook {

/// One HTTP answer as it came over the wire.
struct PlainAnswer {
    int status = 0; ///< 0: none came
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    QByteArray header(QByteArrayView lowerCaseName) const;
};

/// A blocking TCP client that can misbehave in every way that a test needs. Loopback only.
class PlainClient
{
public:
    struct Way {
        bool useIPv6 = false; ///< to ::1 instead of 127.0.0.1
        int source = 1; ///< IPv4: from 127.0.0.SOURCE, so that there can be many clients
        int receiveBuffer = 0; ///< bytes; 0: the system's
    };

    explicit PlainClient(quint16 port) : PlainClient(port, Way()) { }
    PlainClient(quint16 port, const Way &way);
    PlainClient(PlainClient &&other) noexcept;
    PlainClient &operator=(PlainClient &&other) noexcept;
    ~PlainClient() { close(); }

    bool isConnected() const { return m_socket >= 0; }
    /// Sends all of it; false if the server would not take it.
    bool send(const QByteArray &bytes);
    /// Sends what fits without waiting; -1 if the connection is gone.
    qint64 sendSome(const QByteArray &bytes);
    /// The next answer; \a hasBody is false for one to HEAD.
    PlainAnswer readAnswer(bool hasBody = true, int timeout = 5000);
    /// All that comes until the server closes or \a timeout ms have passed.
    QByteArray readToEnd(int timeout = 5000);
    /// Whether the server closes within \a timeout ms. Drops what it sends.
    bool isClosedWithin(int timeout);
    void finishSending();
    void close();
    void reset(); ///< closes with a TCP reset

private:
    qint64 receive(int timeout); ///< as recv(); -2 at the timeout

    int m_socket = -1;
    QByteArray m_received;
};

} // namespace Matchbook
