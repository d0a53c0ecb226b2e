// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace Matchbook {

/// What one run of the program gave.
struct Ran {
    int status = -1; ///< -1: it crashed, or did not end
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray rows() const { return json().value(QStringLiteral("rows")).toArray(); }
};

/// Runs the real program with \a arguments, split at blanks, and waits for it.
inline Ran runProgram(const QString &arguments, const QString &dataFolder = {})
{
    QStringList list;
    if (!dataFolder.isEmpty())
        list << QStringLiteral("--data-dir") << dataFolder;
    list << arguments.split(u' ', Qt::SkipEmptyParts);
    QProcess process;
    process.start(QStringLiteral(MATCHBOOK_PROGRAM), list);
    Ran ran;
    if (process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit)
        ran.status = process.exitCode();
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

/// `matchbook serve` on a free port.
class ServedFolder
{
public:
    explicit ServedFolder(const QString &dataFolder, const QString &more = QStringLiteral("--port 0"))
    {
        m_process.start(QStringLiteral(MATCHBOOK_PROGRAM), QStringList{QStringLiteral("serve")} + more.split(u' ')
                                + QStringList{QStringLiteral("--data-dir"), dataFolder});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000))
            continue;
        firstLine = m_process.readLine();
        const QByteArray address = firstLine.trimmed().mid(int(qstrlen("listening on ")));
        port = portOf(QString::fromLatin1(address));
    }
    ~ServedFolder()
    {
        if (m_process.state() != QProcess::NotRunning)
            m_process.kill();
        m_process.waitForFinished();
    }

    /// Sends SIGTERM and waits. The exit status; -1 after a crash.
    int terminate()
    {
        m_process.terminate();
        return waitForEnd();
    }
    int waitForEnd()
    {
        return m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    qint64 pid() const { return m_process.processId(); }
    QByteArray errors() { return m_process.readAllStandardError(); }

    QByteArray firstLine;
    quint16 port = 0; ///< 0: it did not come up

private:
    QProcess m_process;
};

} // namespace Matchbook
