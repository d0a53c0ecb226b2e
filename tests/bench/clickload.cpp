// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickload.h"

#include <QElapsedTimer>
#include <QStringBuilder>

#include <array>
#include <vector>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Matchbook {

namespace {

constexpr int connections = 32;
constexpr int clicksForPostback = 200;

struct Connection {
    int socket = -1;
    bool waits = false; ///< for an answer
    bool isPostback = false;
    QByteArray clickId; ///< to be sent back next
    QByteArray received;
};

int connectTo(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 ? descriptor
                                                                                              : -1;
}

class Load
{
public:
    explicit Load(const LoadPlan &plan) : m_plan(plan), m_connections(connections)
    {
        for (Connection &connection : m_connections)
            connection.socket = connectTo(plan.port);
    }

    LoadResult run()
    {
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < m_plan.seconds * 1000) {
            const qint64 due = time.elapsed() * m_plan.clicksPerSecond / 1000;
            for (Connection &connection : m_connections) {
                if (connection.socket >= 0 && !connection.waits)
                    ask(connection, due);
            }
            receive(1);
        }
        m_result.seconds = double(time.elapsed()) / 1000;
        for (const Connection &connection : m_connections)
            ::close(connection.socket);
        return m_result;
    }

private:
    void ask(Connection &connection, qint64 due)
    {
        QByteArray target;
        connection.isPostback = !connection.clickId.isEmpty();
        if (connection.isPostback) {
            target = m_plan.postbackPath + "?clickid=" + connection.clickId + "&payout=12.50&txid=W"
                    + QByteArray::number(m_result.postbacks);
            connection.clickId.clear();
        } else if (m_sent < due) {
            ++m_sent;
            target = m_plan.clickPath + "?sub1=ad7&externalid=" + QByteArray::number(m_sent, 36);
        } else {
            return;
        }
        const QByteArray request = "GET " + target
                + " HTTP/1.1\r\nHost: t\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0\r\n\r\n";
        connection.waits
                = ::send(connection.socket, request.constData(), size_t(request.size()), MSG_NOSIGNAL)
                == request.size();
    }

    void receive(int timeout)
    {
        std::array<pollfd, connections> polled{};
        for (size_t i = 0; i < polled.size(); ++i)
            polled[i] = {m_connections[i].waits ? m_connections[i].socket : -1, POLLIN, 0};
        if (::poll(polled.data(), polled.size(), timeout) <= 0)
            return;
        for (size_t i = 0; i < polled.size(); ++i) {
            if (polled[i].revents != 0)
                take(m_connections[i]);
        }
    }

    void take(Connection &connection)
    {
        std::array<char, 4096> buffer{};
        const auto count = ::recv(connection.socket, buffer.data(), buffer.size(), 0);
        if (count <= 0) {
            connection.socket = -1;
            connection.waits = false;
            return;
        }
        connection.received.append(buffer.data(), int(count));
        const qsizetype head = connection.received.indexOf("\r\n\r\n");
        const qsizetype length = bodyLength(connection.received);
        if (head < 0 || connection.received.size() < head + 4 + length)
            return;
        const QByteArray answer = connection.received;
        connection.received.clear();
        connection.waits = false;
        note(connection, answer);
    }

    static qsizetype bodyLength(const QByteArray &answer)
    {
        const QByteArray lower = answer.toLower();
        const qsizetype at = lower.indexOf("content-length:");
        return at < 0 ? 0 : lower.mid(at + 15, lower.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    }

    void note(Connection &connection, const QByteArray &answer)
    {
        if (connection.isPostback) {
            ++(answer.startsWith("HTTP/1.1 200") ? m_result.postbacks : m_result.refused);
            return;
        }
        if (!answer.startsWith("HTTP/1.1 302")) {
            ++m_result.refused;
            return;
        }
        if (++m_result.clicks % clicksForPostback == 0)
            connection.clickId = answer.mid(answer.indexOf("=m") + 1, 20);
    }

    const LoadPlan m_plan;
    std::vector<Connection> m_connections;
    LoadResult m_result;
    qint64 m_sent = 0;
};

} // namespace

LoadResult clickLoad(const LoadPlan &plan)
{
    return Load(plan).run();
}

} // namespace Matchbook
