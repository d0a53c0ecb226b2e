// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guardserver.h"

#include "descriptor.h"
#include "guardsocket.h"

#include <QtEndian>

namespace Matchbook {

namespace {

constexpr int backlog = 4096;
constexpr qsizetype scratchSize = 64 * 1024;
constexpr int acceptPause = 200; // ms
constexpr int acceptedAtOnce = 64; // before clients already here get their turn
// Kept for the store, its temporary files and whatever else the program opens.
constexpr qint64 descriptorsKept = 64;
constexpr int fewestConnections = 16;

/// What the cap per address counts by: an IPv4 address, or the /64 that one IPv6 site owns.
quint64 addressKey(const QHostAddress &client)
{
    if (client.protocol() == QAbstractSocket::IPv4Protocol)
        return (quint64(0xffff) << 32) | client.toIPv4Address();
    const Q_IPV6ADDR bytes = client.toIPv6Address();
    return qFromBigEndian<quint64>(bytes.c);
}

int connectionCap(int wanted)
{
    const qint64 descriptors = descriptorLimit();
    if (descriptors == 0)
        return wanted;
    return static_cast<int>(
            qMin<qint64>(wanted, qMax<qint64>(fewestConnections, descriptors - descriptorsKept)));
}

Failure listenFailure(QAbstractSocket::SocketError error, const QString &detail)
{
    return {error == QAbstractSocket::AddressInUseError ? Failure::Kind::PortInUse
                                                        : Failure::Kind::AddressUnavailable,
            detail};
}

GuardLimits withConnectionCap(GuardLimits limits)
{
    limits.connections = connectionCap(limits.connections);
    return limits;
}

} // namespace

GuardServer::GuardServer(const GuardLimits &limits, const AddressList &exempt, QObject *parent)
    : QTcpServer(parent), m_limits(withConnectionCap(limits)), m_exempt(exempt), m_scratch(scratchSize)
{
    m_time.start();
    m_sweep.setInterval(m_limits.sweepInterval);
    connect(&m_sweep, &QTimer::timeout, this, [this] { sweep(); });
    setListenBacklogSize(backlog);
}

GuardServer::~GuardServer()
{
    stopAccepting();
    for (GuardSocket *socket : m_sockets) {
        if (socket)
            socket->forgetServer();
    }
}

Expected<quint16> GuardServer::open(const QHostAddress &address, quint16 port, bool sharePort)
{
    if (!sharePort) {
        if (!listen(address, port))
            return unexpected(listenFailure(serverError(), errorString()));
        takeOverAccepting();
        return serverPort();
    }
    const auto descriptor = listenOnSharedPort(address, port, backlog);
    if (!descriptor)
        return unexpected(descriptor.error());
    if (!setSocketDescriptor(*descriptor)) {
        Descriptor(*descriptor).close();
        return unexpected(Failure::Kind::AddressUnavailable, errorString());
    }
    takeOverAccepting();
    return serverPort();
}

/// Out of descriptors, QTcpServer of Qt 6.4 would try to accept again and again without a pause and without a
/// word.
void GuardServer::takeOverAccepting()
{
    pauseAccepting();
    m_acceptable = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
    connect(m_acceptable.get(), &QSocketNotifier::activated, this, [this] { acceptWaiting(); });
}

QTcpSocket *GuardServer::nextPendingConnection()
{
    QTcpSocket *socket = QTcpServer::nextPendingConnection();
    pauseAccepting(); // QTcpServer has just ended the pause
    return socket;
}

/// Should QTcpServer accept a client all the same, it must not get past the guard.
void GuardServer::incomingConnection(qintptr accepted)
{
    Descriptor descriptor(accepted);
    if (descriptor.makeNonBlocking())
        admit(std::move(descriptor));
}

void GuardServer::stopAccepting()
{
    m_acceptable.reset();
    close();
}

void GuardServer::acceptWaiting()
{
    for (int i = 0; i < acceptedAtOnce; ++i) {
        Accepted next = acceptConnection(socketDescriptor());
        switch (next.outcome) {
        case Accepted::Outcome::Connection:
            admit(std::move(next.descriptor));
            break;
        case Accepted::Outcome::TryAgain:
            break;
        case Accepted::Outcome::NobodyWaits:
            return;
        case Accepted::Outcome::Exhausted:
            ++m_statistics.acceptErrors;
            m_acceptable->setEnabled(false);
            QTimer::singleShot(acceptPause, m_acceptable.get(), [this] { m_acceptable->setEnabled(true); });
            return;
        }
    }
}

const GuardSocket *GuardServer::pendingSocket(int id) const
{
    if (id < 0 || static_cast<size_t>(id) >= m_sockets.size())
        return nullptr;
    const GuardSocket *socket = m_sockets[static_cast<size_t>(id)];
    return socket && socket->phase() == GuardSocket::Phase::Pending ? socket : nullptr;
}

GuardStatistics GuardServer::statistics() const
{
    return m_statistics;
}

void GuardServer::countRefusal(int status)
{
    switch (status) {
    case 408:
        ++m_statistics.timedOut;
        break;
    case 413:
    case 414:
    case 431:
        ++m_statistics.tooLarge;
        break;
    case 503:
        ++m_statistics.unanswered;
        break;
    default:
        ++m_statistics.malformed;
        break;
    }
}

void GuardServer::admit(Descriptor descriptor)
{
    const QHostAddress client = plainAddress(descriptor.peer());
    if (client.isNull())
        return;
    if (!makeRoom(client))
        return descriptor.reset();

    const int id = newId();
    auto *socket = new GuardSocket(*this, std::move(descriptor), client, id);
    m_sockets[static_cast<size_t>(id)] = socket;
    ++m_perAddress[addressKey(client)];
    ++m_statistics.accepted;
    ++m_statistics.connections;
    if (!m_sweep.isActive())
        m_sweep.start();
    addPendingConnection(socket);
}

bool GuardServer::makeRoom(const QHostAddress &client)
{
    if (m_perAddress.value(addressKey(client)) >= m_limits.connectionsPerAddress
        && !m_exempt.contains(client)) {
        ++m_statistics.refusedAddress;
        return false;
    }
    if (m_statistics.connections < m_limits.connections)
        return true;
    GuardSocket *oldest = longestWaiting();
    if (!oldest || elapsed() - oldest->phaseSince() < m_limits.evictionAge) {
        ++m_statistics.refusedFull;
        return false;
    }
    ++m_statistics.evicted;
    oldest->evict();
    return true;
}

GuardSocket *GuardServer::longestWaiting() const
{
    GuardSocket *oldest = nullptr;
    for (GuardSocket *socket : m_sockets) {
        if (!socket)
            continue;
        const GuardSocket::Phase phase = socket->phase();
        const bool hasNoRequest = phase <= GuardSocket::Phase::Body || phase == GuardSocket::Phase::Lingering;
        if (hasNoRequest && (!oldest || socket->phaseSince() < oldest->phaseSince()))
            oldest = socket;
    }
    return oldest;
}

int GuardServer::newId()
{
    if (m_freeIds.empty()) {
        m_sockets.push_back(nullptr);
        return static_cast<int>(m_sockets.size()) - 1;
    }
    const int id = m_freeIds.back();
    m_freeIds.pop_back();
    return id;
}

void GuardServer::connectionClosed(const GuardSocket &socket)
{
    --m_statistics.connections;
    const auto count = m_perAddress.find(addressKey(socket.client()));
    if (count != m_perAddress.end() && --*count <= 0)
        m_perAddress.erase(count);
}

void GuardServer::socketDestroyed(const GuardSocket &socket)
{
    m_sockets[static_cast<size_t>(socket.id())] = nullptr;
    m_freeIds.push_back(socket.id());
}

void GuardServer::sweep()
{
    const qint64 now = elapsed();
    // By index: nothing is deleted in here, but a deadline may let QHttpServer run code of ours.
    for (size_t i = 0; i < m_sockets.size(); ++i) {
        if (m_sockets[i])
            m_sockets[i]->checkDeadline(now);
    }
    if (m_statistics.connections == 0)
        m_sweep.stop();
}

} // namespace Matchbook
