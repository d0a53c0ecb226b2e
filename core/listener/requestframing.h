// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chunkeddecoding.h"
#include "requesthead.h"

#include <QByteArray>

namespace Matchbook {

/// Sizes in bytes.
struct FramingLimits {
    qsizetype line = 8 * 1024; ///< request line or one header field, without CRLF
    qsizetype head = 16 * 1024; ///< request line and all header fields; also all trailer fields
    int headerCount = 64;
    qint64 body = 256 * 1024; ///< after removal of the chunked coding
};

/// Cuts a stream of bytes into HTTP/1.1 requests, strictly: whatever two programs could read differently is
/// rejected. Pure: no socket, no clock. The result does not depend on how the bytes were cut; the work is
/// linear in them.
class RequestFraming
{
public:
    enum class State {
        Idle, ///< no byte of a request yet
        Head,
        Body,
        Complete, ///< takeRequest() is due; bytes of the next request wait
        Rejected, ///< status() says why; nothing further is read
    };

    explicit RequestFraming(const FramingLimits &limits);

    /// Takes \a bytes and goes as far as it can; with nothing new after takeRequest(), looks at what had
    /// waited.
    State feed(QByteArrayView bytes);
    State state() const { return m_state; }
    /// The status to refuse with, once Rejected: 400, 411, 413, 414, 417, 431, 501 or 505.
    int status() const { return m_status; }
    /// Whether no request may follow on this connection. For the request that is Complete.
    bool closesAfter() const { return m_head.closesAfter; }
    /// True once, when the client waits for "100 Continue" before it sends the body.
    bool takeContinue();
    /// The Complete request, without sender and time. Bytes that follow it stay for the next feed().
    ReceivedRequest takeRequest();
    /// What is known of a request that was Rejected or has not arrived whole, without body, sender and time.
    ReceivedRequest takeBroken();
    /// Bytes held that no request has taken yet.
    qsizetype waiting() const { return m_buffer.size() - m_position; }

private:
    bool skipEmptyLines();
    bool readLine();
    bool endHead();
    bool readBody();
    bool reject(int status);
    void dropConsumed();

    const FramingLimits m_limits;
    State m_state = State::Idle;
    int m_status = 0;
    QByteArray m_buffer;
    qsizetype m_position = 0; ///< start of what is not consumed yet
    qsizetype m_scanned = 0; ///< up to here there is no end of line
    qsizetype m_headSize = 0; ///< of the lines consumed
    int m_lines = 0; ///< of this head, consumed
    int m_emptyLines = 0; ///< before this request
    bool m_continueDue = false;
    RequestHead m_head;
    ReceivedRequest m_broken; ///< once Rejected
    ChunkedDecoding m_chunks;
};

} // namespace Matchbook
