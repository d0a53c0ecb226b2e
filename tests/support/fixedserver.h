// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMutex>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace Matchbook {

/// A web server on 127.0.0.1, in a thread of its own, that answers whatever is asked with the same thing.
class FixedServer
{
public:
    FixedServer()
    {
        m_home.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
                &m_home, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }
    ~FixedServer()
    {
        QMetaObject::invokeMethod(
                &m_home, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    void answerWith(const QByteArray &body, const QByteArray &status = "200 OK")
    {
        const QMutexLocker lock(&m_mutex);
        m_answer = "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\nConnection: close\r\n\r\n" + body;
    }
    /// The targets of all requests so far.
    QStringList targets() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_targets;
    }

private:
    void listen()
    {
        m_server = std::make_unique<QTcpServer>();
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
            QTcpSocket *socket = m_server->nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    void answer(QTcpSocket *socket)
    {
        if (!socket->peek(socket->bytesAvailable()).contains("\r\n\r\n"))
            return;
        const QString head = QString::fromLatin1(socket->readAll());
        const QMutexLocker lock(&m_mutex);
        m_targets << head.section(u' ', 1, 1);
        socket->write(m_answer);
        socket->disconnectFromHost();
    }

    QThread m_thread;
    QObject m_home;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QByteArray m_answer;
    QStringList m_targets;
};

/// A file of the European Central Bank: what one euro is worth in dollars.
inline QByteArray ratesXml(const QList<std::pair<QByteArray, QByteArray>> &dollars)
{
    QByteArray cubes;
    for (const auto &[day, rate] : dollars)
        cubes += "<Cube time=\"" + day + "\"><Cube currency=\"USD\" rate=\"" + rate + "\"/></Cube>";
    return "<?xml version=\"1.0\"?><Envelope><Cube>" + cubes + "</Cube></Envelope>";
}

} // namespace Matchbook
