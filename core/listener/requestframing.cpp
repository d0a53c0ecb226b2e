// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestframing.h"

#include <cstring>
#include <utility>

namespace Matchbook {

namespace {

constexpr int emptyLinesTolerated = 8;
constexpr qsizetype capacityKept = 32 * 1024;

} // namespace

RequestFraming::RequestFraming(const FramingLimits &limits)
    : m_limits(limits), m_chunks(limits.body, limits.head)
{ }

RequestFraming::State RequestFraming::feed(QByteArrayView bytes)
{
    if (m_state == State::Rejected)
        return m_state;
    m_buffer.append(bytes.data(), bytes.size());
    bool goOn = true;
    while (goOn) {
        switch (m_state) {
        case State::Idle:
            goOn = skipEmptyLines();
            break;
        case State::Head:
            goOn = readLine();
            break;
        case State::Body:
            goOn = readBody();
            break;
        case State::Complete:
        case State::Rejected:
            goOn = false;
            break;
        }
    }
    dropConsumed();
    return m_state;
}

/// Some clients send a CRLF too much after a body.
bool RequestFraming::skipEmptyLines()
{
    while (waiting() > 0) {
        const char *next = m_buffer.constData() + m_position;
        if (*next != '\r' && *next != '\n') {
            m_state = State::Head;
            m_scanned = m_position;
            return true;
        }
        if (*next == '\n' || (waiting() > 1 && next[1] != '\n') || m_emptyLines == emptyLinesTolerated)
            return reject(400);
        if (waiting() == 1)
            return false;
        m_position += 2;
        ++m_emptyLines;
    }
    return false;
}

bool RequestFraming::readLine()
{
    const char *start = m_buffer.constData() + m_position;
    const char *unseen = m_buffer.constData() + m_scanned;
    const auto *end = static_cast<const char *>(
            std::memchr(unseen, '\n', static_cast<size_t>(m_buffer.size() - m_scanned)));
    const QByteArrayView held(start, end ? end - start + 1 : waiting());

    if (m_lines == 0 && !mayBecomeRequestLine(held))
        return reject(400);
    // Two more for the CRLF, of which the CR may already be here.
    if (held.size() > m_limits.line + (end ? 2 : 1))
        return reject(m_lines == 0 ? 414 : 431);
    if (m_headSize + held.size() > m_limits.head)
        return reject(431);
    if (!end) {
        m_scanned = m_buffer.size();
        return false;
    }
    if (held.size() < 2 || end[-1] != '\r')
        return reject(400);

    m_position += held.size();
    m_scanned = m_position;
    m_headSize += held.size();
    const QByteArrayView line = held.chopped(2);
    if (line.isEmpty())
        return endHead();
    if (m_lines > m_limits.headerCount)
        return reject(431);
    const bool isFirst = m_lines++ == 0;
    const int trouble = isFirst ? readRequestLine(line, m_head) : readHeaderLine(line, m_head);
    if (trouble == 0)
        return true;
    if (isFirst)
        m_head.request = readBrokenRequestLine(line);
    return reject(trouble);
}

bool RequestFraming::endHead()
{
    if (const int trouble = completeHead(m_head, m_limits.body))
        return reject(trouble);
    if (!m_head.isChunked && m_head.contentLength <= 0) {
        m_state = State::Complete;
        return false;
    }
    m_continueDue = m_head.expectsContinue;
    m_state = State::Body;
    return true;
}

bool RequestFraming::readBody()
{
    QByteArray &body = m_head.request.body;
    const QByteArrayView held = QByteArrayView(m_buffer).sliced(m_position);
    if (m_head.isChunked) {
        m_position += m_chunks.decode(held, body);
        if (m_chunks.status() != 0)
            return reject(m_chunks.status());
        if (!m_chunks.isComplete())
            return false;
    } else {
        const auto taken = qMin<qint64>(m_head.contentLength - body.size(), held.size());
        body.append(held.data(), taken);
        m_position += taken;
        if (body.size() < m_head.contentLength)
            return false;
    }
    m_continueDue = false;
    m_state = State::Complete;
    return false;
}

bool RequestFraming::takeContinue()
{
    return std::exchange(m_continueDue, false);
}

ReceivedRequest RequestFraming::takeRequest()
{
    Q_ASSERT(m_state == State::Complete);
    ReceivedRequest request = std::move(m_head.request);
    m_head = {};
    m_chunks = ChunkedDecoding(m_limits.body, m_limits.head);
    m_state = State::Idle;
    m_headSize = 0;
    m_lines = 0;
    m_emptyLines = 0;
    return request;
}

ReceivedRequest RequestFraming::takeBroken()
{
    if (m_state == State::Rejected)
        return std::exchange(m_broken, {});
    if (m_lines == 0)
        return readBrokenRequestLine(
                QByteArrayView(m_buffer).sliced(m_position).first(qMin(waiting(), m_limits.line)));
    ReceivedRequest broken = std::exchange(m_head.request, {});
    broken.body.clear();
    return broken;
}

bool RequestFraming::reject(int status)
{
    m_broken = takeBroken();
    m_state = State::Rejected;
    m_status = status;
    m_continueDue = false;
    m_head = {};
    m_buffer.clear();
    m_position = 0;
    m_scanned = 0;
    return false;
}

void RequestFraming::dropConsumed()
{
    if (m_position == m_buffer.size()) {
        if (m_buffer.capacity() > capacityKept)
            m_buffer.clear();
        else
            m_buffer.resize(0);
    } else if (m_position > m_buffer.size() / 2) {
        m_buffer.remove(0, m_position);
    } else {
        return;
    }
    m_scanned = qMax<qsizetype>(0, m_scanned - m_position);
    m_position = 0;
}

} // namespace Matchbook
