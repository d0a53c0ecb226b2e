// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainclient.h"

#include <QElapsedTimer>

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace Matchbook {

QByteArray PlainAnswer::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

PlainClient::PlainClient(quint16 port, const Way &way)
{
    m_socket = ::socket(way.useIPv6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0);
    if (m_socket < 0)
        return;
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (way.receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &way.receiveBuffer, sizeof way.receiveBuffer);
    int result = -1;
    if (way.useIPv6) {
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_port = htons(port);
        address.sin6_addr = in6addr_loopback;
        result = ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address);
    } else {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        if (way.source != 1) {
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK - 1 + quint32(way.source));
            ::bind(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address);
        }
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        result = ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address);
    }
    if (result != 0)
        close();
}

PlainClient::PlainClient(PlainClient &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_received(std::move(other.m_received))
{ }

PlainClient &PlainClient::operator=(PlainClient &&other) noexcept
{
    std::swap(m_socket, other.m_socket);
    std::swap(m_received, other.m_received);
    return *this;
}

bool PlainClient::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto count
                = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

qint64 PlainClient::sendSome(const QByteArray &bytes)
{
    const auto count = ::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0)
        return count;
    return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -1;
}

qint64 PlainClient::receive(int timeout)
{
    pollfd waiting{m_socket, POLLIN, 0};
    if (::poll(&waiting, 1, timeout) <= 0)
        return -2;
    char bytes[16 * 1024];
    const auto count = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (count > 0)
        m_received.append(bytes, count);
    return count;
}

PlainAnswer PlainClient::readAnswer(bool hasBody, int timeout)
{
    PlainAnswer answer;
    QElapsedTimer time;
    time.start();
    const auto more = [&] { return receive(qMax(0, timeout - int(time.elapsed()))) > 0; };
    qsizetype headEnd = -1;
    while ((headEnd = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!more())
            return answer;
    }
    QList<QByteArray> lines = m_received.first(headEnd).split('\n');
    const int status = lines.takeFirst().mid(9, 3).toInt();
    for (const QByteArray &line : std::as_const(lines)) {
        const auto colon = line.indexOf(':');
        answer.headers.append({line.first(colon).toLower(), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype size = hasBody ? answer.header("content-length").toLongLong() : 0;
    while (m_received.size() < headEnd + 4 + size) {
        if (!more())
            return answer;
    }
    answer.status = status;
    answer.body = m_received.mid(headEnd + 4, size);
    m_received.remove(0, headEnd + 4 + size);
    return answer;
}

QByteArray PlainClient::readToEnd(int timeout)
{
    QElapsedTimer time;
    time.start();
    while (receive(qMax(0, timeout - int(time.elapsed()))) > 0)
        continue;
    return std::exchange(m_received, {});
}

bool PlainClient::isClosedWithin(int timeout)
{
    QElapsedTimer time;
    time.start();
    for (;;) {
        const qint64 count = receive(qMax(0, timeout - int(time.elapsed())));
        if (count <= 0)
            return count != -2;
        m_received.clear();
    }
}

void PlainClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

void PlainClient::close()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

void PlainClient::reset()
{
    const linger atOnce{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close();
}

} // namespace Matchbook
