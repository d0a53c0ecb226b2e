// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptor.h"

#include <QtEndian>

#include <cstring>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace Matchbook {

namespace {

#ifdef Q_OS_WIN
using Handle = SOCKET;
using Length = int;
constexpr int sendFlags = 0;
constexpr int sendingSide = SD_SEND;

bool isTemporary()
{
    return WSAGetLastError() == WSAEWOULDBLOCK;
}

bool isAborted()
{
    return WSAGetLastError() == WSAECONNRESET;
}

void closeHandle(Handle handle)
{
    closesocket(handle);
}
#else
using Handle = int;
using Length = size_t;
#ifdef MSG_NOSIGNAL
constexpr int sendFlags = MSG_NOSIGNAL;
#else
constexpr int sendFlags = 0;
#endif
constexpr int sendingSide = SHUT_WR;

bool isTemporary()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

bool isAborted()
{
    return errno == ECONNABORTED || errno == EPROTO;
}

void closeHandle(Handle handle)
{
    ::close(handle);
}
#endif

template<typename T>
bool setOption(Handle handle, int level, int name, const T &value)
{
    return ::setsockopt(handle, level, name, reinterpret_cast<const char *>(&value), sizeof value) == 0;
}

} // namespace

Descriptor::Descriptor(Descriptor &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept
{
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

qintptr Descriptor::release()
{
    return std::exchange(m_descriptor, -1);
}

bool Descriptor::makeNonBlocking()
{
    const auto handle = static_cast<Handle>(m_descriptor);
    const int on = 1;
    setOption(handle, IPPROTO_TCP, TCP_NODELAY, on);
#ifdef SO_NOSIGPIPE
    setOption(handle, SOL_SOCKET, SO_NOSIGPIPE, on);
#endif
#ifdef Q_OS_WIN
    u_long nonBlocking = 1;
    return ioctlsocket(handle, FIONBIO, &nonBlocking) == 0;
#else
    return ::fcntl(handle, F_SETFD, FD_CLOEXEC) == 0 && ::fcntl(handle, F_SETFL, O_NONBLOCK) == 0;
#endif
}

QHostAddress Descriptor::peer() const
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(static_cast<Handle>(m_descriptor), address, &size) != 0)
        return {};
    return QHostAddress(address);
}

qint64 Descriptor::receive(char *to, qint64 size)
{
    const auto count = ::recv(static_cast<Handle>(m_descriptor), to, static_cast<Length>(size), 0);
    if (count >= 0)
        return count;
    return isTemporary() ? NothingNow : Broken;
}

qint64 Descriptor::send(const char *from, qint64 size)
{
    const auto count = ::send(static_cast<Handle>(m_descriptor), from, static_cast<Length>(size), sendFlags);
    if (count >= 0)
        return count;
    return isTemporary() ? NothingNow : Broken;
}

void Descriptor::finishSending()
{
    ::shutdown(static_cast<Handle>(m_descriptor), sendingSide);
}

void Descriptor::close()
{
    if (isOpen())
        closeHandle(static_cast<Handle>(release()));
}

void Descriptor::reset()
{
    if (!isOpen())
        return;
    linger atOnce{};
    atOnce.l_onoff = 1;
    setOption(static_cast<Handle>(m_descriptor), SOL_SOCKET, SO_LINGER, atOnce);
    close();
}

Accepted acceptConnection(qintptr listening)
{
    using Outcome = Accepted::Outcome;
    Descriptor descriptor(static_cast<qintptr>(::accept(static_cast<Handle>(listening), nullptr, nullptr)));
    if (descriptor.isOpen()) {
        const bool isReady = descriptor.makeNonBlocking();
        return {isReady ? Outcome::Connection : Outcome::TryAgain, std::move(descriptor)};
    }
    if (isTemporary())
        return {Outcome::NobodyWaits, {}};
    return {isAborted() ? Outcome::TryAgain : Outcome::Exhausted, {}};
}

#ifdef SO_REUSEPORT
Expected<qintptr> listenOnSharedPort(const QHostAddress &address, quint16 port, int backlog)
{
    sockaddr_storage storage{};
    socklen_t size = 0;
    const bool isIPv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    if (isIPv4) {
        auto *to = reinterpret_cast<sockaddr_in *>(&storage);
        to->sin_family = AF_INET;
        to->sin_port = qToBigEndian(port);
        to->sin_addr.s_addr = qToBigEndian(address.toIPv4Address());
        size = sizeof *to;
    } else {
        auto *to = reinterpret_cast<sockaddr_in6 *>(&storage);
        to->sin6_family = AF_INET6;
        to->sin6_port = qToBigEndian(port);
        to->sin6_scope_id = address.scopeId().toUInt();
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&to->sin6_addr, &bytes, sizeof bytes);
        size = sizeof *to;
    }

    Descriptor socket(::socket(storage.ss_family, SOCK_STREAM, 0));
    const auto fail = [] {
        const int error = errno;
        return unexpected(error == EADDRINUSE ? Failure::Kind::PortInUse : Failure::Kind::AddressUnavailable,
                          QString::fromLocal8Bit(std::strerror(error)));
    };
    if (!socket.isOpen() || !socket.makeNonBlocking())
        return fail();
    const auto handle = static_cast<Handle>(socket.value());
    const int on = 1;
    setOption(handle, SOL_SOCKET, SO_REUSEADDR, on);
    if (!setOption(handle, SOL_SOCKET, SO_REUSEPORT, on))
        return fail();
    if (!isIPv4) {
        const int onlyIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol ? 1 : 0;
        setOption(handle, IPPROTO_IPV6, IPV6_V6ONLY, onlyIPv6);
    }
    if (::bind(handle, reinterpret_cast<sockaddr *>(&storage), size) != 0 || ::listen(handle, backlog) != 0)
        return fail();
    return socket.release();
}
#else
Expected<qintptr> listenOnSharedPort(const QHostAddress &, quint16, int)
{
    return unexpected(Failure::Kind::AddressUnavailable, QStringLiteral("this system cannot share a port"));
}
#endif

qint64 descriptorLimit()
{
#ifdef Q_OS_WIN
    return 0;
#else
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return 0;
    return static_cast<qint64>(limit.rlim_cur);
#endif
}

} // namespace Matchbook
