// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "descriptor.h"
#include "requestframing.h"
#include "responsecollecting.h"

#include <QSocketNotifier>
#include <QTcpSocket>

namespace Matchbook {

class GuardServer;

/// One client, as QHttpServer gets to see it: a QTcpSocket that is never attached to a descriptor. It frames
/// requests itself and shows QHttpServer one at a time, and of that only a harmless head: method, path and
/// the id under which GuardServer::request() has the real one. It stays "connected" until the pending answer
/// has come, whatever the client does, because Qt 6.4 keeps raw pointers to socket and request until then.
class GuardSocket final : public QTcpSocket
{
public:
    enum class Phase {
        Idle,
        Head,
        Body,
        Pending, ///< QHttpServer has a request of ours
        Writing, ///< the client is slow to take the answer
        Lingering, ///< refused; reading on so that the client sees why
        Gone,
    };

    /// \a descriptor is non-blocking; \a id is this socket's alone.
    GuardSocket(GuardServer &server, Descriptor descriptor, const QHostAddress &peer, int id);
    ~GuardSocket() override;

    Phase phase() const { return m_phase; }
    qint64 phaseSince() const { return m_since; } ///< in ms of the server's own time
    int id() const { return m_id; }
    const ReceivedRequest &request() const { return m_request; }
    const QHostAddress &client() const { return m_client; }
    const QByteArray &clientText() const { return m_clientText; }

    /// Enforces the deadline of the phase.
    void checkDeadline(qint64 now);
    /// Gives up on a client without a whole request, to make room for another.
    void evict() { leave(true); }
    /// The server is going first; nothing more is done with the network.
    void forgetServer();

    qint64 bytesAvailable() const override
    {
        return QIODevice::bytesAvailable() + m_shown.size() - m_shownRead;
    }
    bool isSequential() const override { return true; }
    void disconnectFromHost() override;
    void close() override { disconnectFromHost(); }

protected:
    qint64 readData(char *to, qint64 size) override;
    qint64 writeData(const char *from, qint64 size) override;

private:
    void readFromClient();
    void discardFromClient();
    void inputEnded();
    void advance();
    void waitForMore(Phase phase);
    void showRequest();
    void answerIsWhole();
    void sendAnswer();
    void answerIsSent();
    void refuse(int status);
    /// A client that leaves no room for a few bytes gets none of them.
    void sendPlain(QByteArrayView response) { m_descriptor.send(response.data(), response.size()); }
    void linger();
    void leave(bool reset = false);
    void setPhase(Phase phase);

    GuardServer *m_server;
    Descriptor m_descriptor;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    const QHostAddress m_client;
    const QByteArray m_clientText;
    const int m_id;
    Phase m_phase = Phase::Idle;
    qint64 m_since = 0;
    RequestFraming m_framing;
    ReceivedRequest m_request;
    QByteArray m_shown; ///< what QHttpServer may read
    qint64 m_shownRead = 0;
    ResponseCollecting m_answer;
    qint64 m_sent = 0; ///< of the answer
    qint64 m_discarded = 0;
    bool m_isShowing = false; ///< inside readyRead()
    bool m_inputHasEnded = false;
    bool m_closesAfter = false;
};

} // namespace Matchbook
