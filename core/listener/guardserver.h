// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guardlimits.h"
#include "networks/addresslist.h"
#include "vocabulary/expected.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace Matchbook {

class Descriptor;
class GuardSocket;
struct ReceivedRequest;

/// Stands between the network and QHttpServer, which knows no limits of its own: caps connections, keeps
/// deadlines, and hands on whole, strictly checked requests one at a time (see GuardSocket). Give it to
/// QHttpServer::bind(). Lives in one thread.
class GuardServer final : public QTcpServer
{
public:
    /// \a exempt: who may have more connections than the cap per address allows.
    GuardServer(const GuardLimits &limits, const AddressList &exempt, QObject *parent = nullptr);
    ~GuardServer() override;

    /// Opens the port; 0 picks a free one. \a sharePort lets several servers of this process have the same
    /// one. Fails with PortInUse or AddressUnavailable.
    Expected<quint16> open(const QHostAddress &address, quint16 port, bool sharePort);

    /// Closes the port; connected clients stay.
    void stopAccepting();

    /// Whom QHttpServer was shown under \a id and who waits for the answer; null if there is nobody.
    const GuardSocket *pendingSocket(int id) const;
    GuardStatistics statistics() const;
    /// \a tell is called with the client, what is known of its request and the status whenever one was refused.
    void tellRefused(std::function<void(const GuardSocket &, const ReceivedRequest &, int)> tell)
    {
        m_tellRefused = std::move(tell);
    }
    const GuardLimits &limits() const { return m_limits; }
    /// Milliseconds since the server was made.
    qint64 elapsed() const { return m_time.elapsed(); }

    QTcpSocket *nextPendingConnection() override;

    // For GuardSocket.
    std::span<char> scratch() { return m_scratch; }
    void countRequest() { ++m_statistics.requests; }
    void countRefusal(int status);
    void refused(const GuardSocket &socket, const ReceivedRequest &request, int status) const
    {
        if (m_tellRefused)
            m_tellRefused(socket, request, status);
    }
    /// The descriptor is free again; the socket itself may have to wait for its answer.
    void connectionClosed(const GuardSocket &socket);
    void socketDestroyed(const GuardSocket &socket);

protected:
    void incomingConnection(qintptr accepted) override;

private:
    void takeOverAccepting();
    void acceptWaiting();
    void admit(Descriptor descriptor);
    bool makeRoom(const QHostAddress &client);
    GuardSocket *longestWaiting() const;
    int newId();
    void sweep();

    const GuardLimits m_limits;
    const AddressList m_exempt;
    QElapsedTimer m_time;
    std::unique_ptr<QSocketNotifier> m_acceptable;
    QTimer m_sweep;
    GuardStatistics m_statistics;
    std::vector<GuardSocket *> m_sockets; ///< by id; null where free
    std::vector<int> m_freeIds;
    QHash<quint64, int> m_perAddress;
    std::function<void(const GuardSocket &, const ReceivedRequest &, int)> m_tellRefused;
    std::vector<char> m_scratch; ///< into which all sockets read
};

} // namespace Matchbook
