// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bystander.h"

#include "plainclient.h"

#include <QElapsedTimer>
#include <QThread>

namespace Matchbook {

Bystander::Bystander(quint16 port) : m_thread([this, port] { run(port); }) { }

void Bystander::stop()
{
    m_stopped = true;
    if (m_thread.joinable())
        m_thread.join();
}

void Bystander::run(quint16 port)
{
    while (!m_stopped) {
        QElapsedTimer time;
        time.start();
        PlainClient client(port);
        client.send("GET /c/bystander HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        if (client.readAnswer().status == 302)
            ++m_answered;
        else
            ++m_failed;
        m_worstTime = qMax(m_worstTime.load(), int(time.elapsed()));
        QThread::msleep(5);
    }
}

QByteArray Bystander::summary() const
{
    return QByteArray::number(m_answered) + " answered, " + QByteArray::number(m_failed) + " failed, worst "
            + QByteArray::number(m_worstTime) + " ms";
}

bool Bystander::wasServed(int longest) const
{
    return m_answered > 0 && m_failed == 0 && m_worstTime <= longest;
}

} // namespace Matchbook
