// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QHostAddress>

namespace Matchbook {

/// Owns one connected TCP socket of the operating system, non-blocking. Plain calls without a buffer in
/// between: the guard reads and writes whole requests and answers, for which a QTcpSocket only adds work.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(qintptr descriptor) : m_descriptor(descriptor) { }
    Descriptor(Descriptor &&other) noexcept;
    Descriptor &operator=(Descriptor &&other) noexcept;
    ~Descriptor() { close(); }

    bool isOpen() const { return m_descriptor != -1; }
    qintptr value() const { return m_descriptor; }
    /// Gives the socket away.
    qintptr release();
    /// Needed before anything else, except after acceptConnection(). False if the system refuses.
    bool makeNonBlocking();
    /// The other end; null if it has gone already.
    QHostAddress peer() const;

    enum : qint64 { NothingNow = -1, Broken = -2 };
    /// The number of bytes read into \a to, 0 at the end of input, NothingNow or Broken.
    qint64 receive(char *to, qint64 size);
    /// The number of bytes taken, NothingNow or Broken. Never raises a signal.
    qint64 send(const char *from, qint64 size);
    void finishSending();
    void close();
    /// Closes at once with a reset, leaving nothing behind in the system.
    void reset();

private:
    qintptr m_descriptor = -1;
};

/// What came of asking for the next waiting connection.
struct Accepted {
    enum class Outcome {
        Connection,
        NobodyWaits,
        TryAgain, ///< that one has gone already
        Exhausted, ///< out of descriptors or memory: asking again at once would turn in circles
    };
    Outcome outcome = Outcome::NobodyWaits;
    Descriptor descriptor; ///< non-blocking
};

/// Takes the next connection from the listening socket \a listening, which must be non-blocking.
Accepted acceptConnection(qintptr listening);

/// A listening socket that other sockets of this user may share, the system spreading connections over them
/// (SO_REUSEPORT). Fails with PortInUse or AddressUnavailable; always with the latter where the system cannot
/// do it.
Expected<qintptr> listenOnSharedPort(const QHostAddress &address, quint16 port, int backlog);

/// How many files and sockets this process may have open; 0 if nobody says.
qint64 descriptorLimit();

} // namespace Matchbook
