// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace Matchbook {

namespace {

constexpr int answerMs = 1000;

QString nameFor(const QString &dataFolder)
{
    const QByteArray path = QDir(dataFolder).absolutePath().toUtf8();
    return QStringLiteral("matchbook-")
            + QString::fromLatin1(
                    QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent), m_name(nameFor(dataFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QLocalSocket::deleteLater);
            caller->write("1");
            Q_EMIT bringUpWanted();
        }
    });
}

bool SingleInstance::isFirst()
{
    QLocalSocket first;
    first.connectToServer(m_name);
    if (first.waitForConnected(answerMs) && first.waitForReadyRead(answerMs))
        return false;
    // What a crash left behind would keep the name for ever.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true;
}

} // namespace Matchbook
