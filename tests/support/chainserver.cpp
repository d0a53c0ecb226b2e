// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chainserver.h"

#include <QHash>
#include <QMutexLocker>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace Matchbook {

namespace {

QByteArray answer(const char *status, const QByteArray &headers, const QByteArray &body)
{
    return QByteArray("HTTP/1.1 ") + status + "\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

QByteArray redirect(const QByteArray &location, const char *status = "302 Found")
{
    return answer(status, "Location: " + location + "\r\n", "moved");
}

QByteArray page(const QByteArray &body)
{
    return answer("200 OK", "Content-Type: text/html; charset=utf-8\r\n", body);
}

QByteArray encodedTwice(const QByteArray &value)
{
    QByteArray out;
    for (const char c : value)
        out += "%25" + QByteArray(1, c).toHex();
    return out;
}

QByteArray valueIn(const QByteArray &query)
{
    const qsizetype from = query.indexOf("s2=");
    return from < 0 ? QByteArray() : query.mid(from + 3).split('&').first();
}

} // namespace

ChainServer::ChainServer() : m_home(new QObject)
{
    m_home->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
            m_home,
            [this] {
                auto *server = new QTcpServer(m_home);
                server->listen(QHostAddress::LocalHost);
                m_port = server->serverPort();
                QObject::connect(server, &QTcpServer::newConnection, m_home, [this, server] {
                    while (QTcpSocket *socket = server->nextPendingConnection())
                        serve(socket);
                });
            },
            Qt::BlockingQueuedConnection);
}

ChainServer::~ChainServer()
{
    QMetaObject::invokeMethod(
            m_home,
            [this] {
                delete m_home;
                m_thread.quit();
            },
            Qt::QueuedConnection);
    m_thread.wait();
}

QByteArray ChainServer::url(const QByteArray &path) const
{
    return "http://127.0.0.1:" + QByteArray::number(m_port) + '/' + path;
}

QList<QByteArray> ChainServer::requests() const
{
    const QMutexLocker locked(&m_mutex);
    return m_requests;
}

void ChainServer::serve(QTcpSocket *socket)
{
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
        const QByteArray head = socket->peek(16 * 1024);
        constexpr char tlsHandshake = 0x16;
        if (head.startsWith(tlsHandshake)) {
            socket->write("no encryption here\r\n");
            return socket->disconnectFromHost();
        }
        if (!head.contains("\r\n\r\n"))
            return;
        socket->readAll();
        {
            const QMutexLocker locked(&m_mutex);
            m_requests << head;
        }
        const QByteArray target = head.mid(head.indexOf(' ') + 2).split(' ').first();
        if (target.startsWith("never"))
            return;
        if (target.startsWith("trickle")) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
            auto *timer = new QTimer(socket);
            QObject::connect(timer, &QTimer::timeout, socket, [socket] { socket->write("."); });
            return timer->start(50);
        }
        socket->write(answerTo(target, head));
        socket->disconnectFromHost();
    });
}

QByteArray ChainServer::answerTo(const QByteArray &target, const QByteArray &head)
{
    const qsizetype question = target.indexOf('?');
    const QByteArray path = question < 0 ? target : target.first(question);
    const QByteArray query = question < 0 ? QByteArray() : target.mid(question);
    const QByteArray what = path.split('/').first();
    const QByteArray rest = path.contains('/') ? path.mid(path.indexOf('/') + 1) : QByteArray("end");
    const QByteArray value = valueIn(query);
    const auto with = [&](const QByteArray &other) -> QByteArray {
        QByteArray changed = query;
        return url(rest) + changed.replace(value, other);
    };
    const QHash<QByteArray, QByteArray> answers{
            {"end", page("<html><body>Shoes</body></html>")},
            {"pass", redirect(url(rest) + query, "301 Moved Permanently")},
            {"relative", redirect('/' + rest + query, "307 Temporary Redirect")},
            {"meta", page("<meta http-equiv=\"refresh\" content=\"0; url=" + url(rest) + query + "\">")},
            {"script", page("<script>window.location.replace(\"" + url(rest) + query + "\");</script>")},
            {"refresh", answer("200 OK", "Refresh: 0;url=" + url(rest) + query + "\r\n", "wait")},
            {"move",
             redirect(url(rest) + QByteArray(QByteArray(query).replace("s2=", "sub=")), "303 See Other")},
            {"strip", redirect(url(rest))},
            {"change", redirect(with("organic"))},
            {"upper", redirect(with(value.toUpper()))},
            {"cut", redirect(with(value.left(12)))},
            {"twice", redirect(with(encodedTwice(value)))},
            {"macro", redirect(with("{aff_sub}"), "308 Permanent Redirect")},
            {"handover",
             redirect("http://shop.test:" + QByteArray::number(m_port) + "/end?transaction_id=102f4c81aa93")},
            {"loop", redirect(url("loop") + query)},
            {"garbage", "these are no headers\r\n\r\nat all\r\n"},
            {"close", QByteArray()},
            {"huge", page(QByteArray(8 * 1024 * 1024, 'x'))},
            {"nowhere", answer("302 Found", {}, {})},
            {"bad", redirect("http://")},
            {"app", redirect("intent://scan/#Intent;scheme=zxing;end")},
            {"private", redirect("http://10.1.2.3/inside" + query)},
            {"missing", answer("404 Not Found", {}, "gone")},
            {"forbidden", answer("403 Forbidden", {}, "no robots")},
    };
    if (what == "shield") {
        // Something before a listener that answers browsers with a page of its own.
        if (rest == "healthz")
            return answer("200 OK", {}, R"({"status":"ok"})");
        if (head.startsWith("HEAD "))
            return answer("405 Method Not Allowed", {}, {});
        return page("<script>window.location.href=\"" + url(path) + query + "&i=1\";</script>");
    }
    if (what == "to")
        return redirect(query.mid(1).split('&').first());
    if (what == "endless")
        return redirect(url("endless/" + QByteArray::number(rest.toInt() + 1)) + query);
    if (what == "cookie" && !head.contains("seen=1"))
        return answer("302 Found", "Set-Cookie: seen=1; Path=/\r\nLocation: " + url(path) + query + "\r\n",
                      {});
    if (what == "cookie")
        return redirect(url(rest) + query);
    return answers.value(what, answer("404 Not Found", {}, {}));
}

} // namespace Matchbook
