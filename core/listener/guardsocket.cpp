// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guardsocket.h"

#include "guardserver.h"
#include "refusals.h"
#include "shownhead.h"

#include <cstring>

namespace Matchbook {

static constexpr qint64 discardedAtMost = 1024 * 1024;

GuardSocket::GuardSocket(GuardServer &server, Descriptor descriptor, const QHostAddress &peer, int id)
    : QTcpSocket(&server), m_server(&server), m_descriptor(std::move(descriptor)),
      m_readable(m_descriptor.value(), QSocketNotifier::Read), m_writable(QSocketNotifier::Write),
      m_client(peer), m_clientText(peer.toString().toLatin1()), m_id(id), m_since(server.elapsed()),
      m_framing(server.limits().framing)
{
    setPeerAddress(peer);
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(ConnectedState);
    m_writable.setSocket(m_descriptor.value());
    connect(&m_readable, &QSocketNotifier::activated, this, [this] { readFromClient(); });
    connect(&m_writable, &QSocketNotifier::activated, this, [this] { sendAnswer(); });
}

GuardSocket::~GuardSocket()
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    if (m_server) {
        if (m_descriptor.isOpen())
            m_server->connectionClosed(*this);
        m_server->socketDestroyed(*this);
    }
    setSocketState(UnconnectedState);
    setOpenMode(QIODevice::NotOpen);
}

void GuardSocket::forgetServer()
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    m_descriptor.close();
    m_phase = Phase::Gone;
    m_server = nullptr;
}

void GuardSocket::setPhase(Phase phase)
{
    m_phase = phase;
    m_since = m_server->elapsed();
}

void GuardSocket::readFromClient()
{
    if (m_phase == Phase::Lingering)
        return discardFromClient();
    if (m_framing.waiting() > m_server->limits().readAhead) {
        m_readable.setEnabled(false); // until the pending answer is sent
        return;
    }
    const auto room = m_server->scratch();
    const qint64 count = m_descriptor.receive(room.data(), static_cast<qint64>(room.size()));
    if (count == Descriptor::NothingNow)
        return;
    if (count <= 0)
        return inputEnded();
    m_framing.feed(QByteArrayView(room.data(), count));
    advance();
}

void GuardSocket::discardFromClient()
{
    const auto room = m_server->scratch();
    const qint64 count = m_descriptor.receive(room.data(), static_cast<qint64>(room.size()));
    if (count == Descriptor::NothingNow)
        return;
    m_discarded += qMax<qint64>(0, count);
    if (count <= 0 || m_discarded > discardedAtMost)
        leave(count != 0);
}

/// A client may close its sending side after a request and still wait for the answer.
void GuardSocket::inputEnded()
{
    m_inputHasEnded = true;
    m_readable.setEnabled(false);
    if (m_phase != Phase::Pending && m_phase != Phase::Writing)
        leave();
}

void GuardSocket::advance()
{
    while (m_phase <= Phase::Body) {
        switch (m_framing.state()) {
        case RequestFraming::State::Idle:
            return waitForMore(Phase::Idle);
        case RequestFraming::State::Head:
            return waitForMore(Phase::Head);
        case RequestFraming::State::Body:
            return waitForMore(Phase::Body);
        case RequestFraming::State::Complete:
            showRequest();
            break;
        case RequestFraming::State::Rejected:
            return refuse(m_framing.status());
        }
    }
}

void GuardSocket::waitForMore(Phase phase)
{
    if (m_inputHasEnded)
        return leave();
    if (m_phase != phase)
        setPhase(phase); // not otherwise: the deadline counts from the first byte
    if (m_framing.takeContinue())
        sendPlain("HTTP/1.1 100 Continue\r\n\r\n");
}

void GuardSocket::showRequest()
{
    m_closesAfter = m_framing.closesAfter();
    m_request = m_framing.takeRequest();
    writeShownHead(m_request, m_id, m_shown);
    m_shownRead = 0;
    m_answer.begin(m_request.method == "HEAD", m_closesAfter);
    m_sent = 0;
    m_server->countRequest();
    setPhase(Phase::Pending);

    m_isShowing = true;
    Q_EMIT readyRead();
    m_isShowing = false;
    if (m_phase == Phase::Idle)
        m_framing.feed({});
}

qint64 GuardSocket::readData(char *to, qint64 size)
{
    const qint64 count = qMin<qint64>(size, m_shown.size() - m_shownRead);
    if (count <= 0)
        return 0;
    std::memcpy(to, m_shown.constData() + m_shownRead, static_cast<size_t>(count));
    m_shownRead += count;
    return count;
}

qint64 GuardSocket::writeData(const char *from, qint64 size)
{
    if (m_phase == Phase::Pending && m_answer.add(from, size))
        answerIsWhole();
    return size;
}

void GuardSocket::answerIsWhole()
{
    m_request = {};
    if (!m_descriptor.isOpen())
        return leave();
    sendAnswer();
}

void GuardSocket::sendAnswer()
{
    const QByteArray &bytes = m_answer.bytes();
    const qint64 count = m_descriptor.send(bytes.constData() + m_sent, bytes.size() - m_sent);
    if (count == Descriptor::Broken)
        return leave();
    m_sent += qMax<qint64>(0, count);
    if (m_sent == bytes.size())
        return answerIsSent();
    if (m_phase != Phase::Writing) {
        setPhase(Phase::Writing);
        m_writable.setEnabled(true);
    }
}

void GuardSocket::answerIsSent()
{
    if (m_writable.isEnabled())
        m_writable.setEnabled(false);
    if (m_closesAfter)
        return m_framing.waiting() > 0 && !m_inputHasEnded ? linger() : leave();

    setPhase(Phase::Idle);
    if (!m_inputHasEnded && !m_readable.isEnabled())
        m_readable.setEnabled(true);
    // What came meanwhile must wait until QHttpServer has returned from this request.
    const bool hasMore = m_framing.waiting() > 0 || m_framing.state() != RequestFraming::State::Idle;
    if (!m_isShowing && (hasMore || m_inputHasEnded)) {
        QMetaObject::invokeMethod(
                this,
                [this] {
                    if (m_phase > Phase::Body)
                        return;
                    m_framing.feed({});
                    advance();
                },
                Qt::QueuedConnection);
    }
}

void GuardSocket::refuse(int status)
{
    m_server->countRefusal(status);
    sendPlain(refusalResponse(status));
    m_server->refused(*this, m_framing.takeBroken(), status);
    linger();
}

/// Closing with unread input would make the system send a reset, which may overtake the answer.
void GuardSocket::linger()
{
    if (m_inputHasEnded)
        return leave();
    m_descriptor.finishSending();
    setPhase(Phase::Lingering);
    m_readable.setEnabled(true);
}

void GuardSocket::disconnectFromHost()
{
    if (m_phase != Phase::Gone)
        leave();
}

void GuardSocket::leave(bool reset)
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    const bool wasOpen = m_descriptor.isOpen();
    if (reset)
        m_descriptor.reset();
    else
        m_descriptor.close();
    if (wasOpen)
        m_server->connectionClosed(*this);
    m_phase = Phase::Gone;
    m_request = {};
    setSocketState(UnconnectedState);
    // QHttpServer deletes this object then, and may be on the stack now.
    QMetaObject::invokeMethod(
            this,
            [this] {
                setOpenMode(QIODevice::NotOpen);
                Q_EMIT disconnected();
            },
            Qt::QueuedConnection);
}

void GuardSocket::checkDeadline(qint64 now)
{
    const GuardLimits &limits = m_server->limits();
    const qint64 age = now - m_since;
    switch (m_phase) {
    case Phase::Idle:
        if (age > limits.idleTime)
            leave();
        break;
    case Phase::Head:
    case Phase::Body:
        if (age > (m_phase == Phase::Head ? limits.headerTime : limits.bodyTime))
            refuse(408);
        break;
    case Phase::Pending:
        if (age > limits.responseTime && m_descriptor.isOpen()) {
            m_server->countRefusal(503);
            sendPlain(refusalResponse(503));
            m_readable.setEnabled(false);
            m_descriptor.close();
            m_server->connectionClosed(*this);
        }
        break;
    case Phase::Writing:
        if (age > limits.writeTime) {
            m_server->countRefusal(408);
            leave(true);
        }
        break;
    case Phase::Lingering:
        if (age > limits.lingerTime)
            leave();
        break;
    case Phase::Gone:
        break;
    }
}

} // namespace Matchbook
