// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listenerthread.h"

#include <QDeadlineTimer>

namespace Matchbook {

ListenerThread::ListenerThread(Writer &writer, const SnapshotShelf &snapshots, const Clock &clock,
                               ListenerSettings settings)
    : m_home(new QObject)
{
    m_thread.setObjectName(QStringLiteral("matchbook listener"));
    m_home->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
            m_home,
            [&, settings = std::move(settings)] {
                m_tracker = new Tracker(writer, snapshots, m_home);
                m_listener = new Listener(*m_tracker, clock, settings);
            },
            Qt::BlockingQueuedConnection);
}

ListenerThread::~ListenerThread()
{
    QMetaObject::invokeMethod(
            m_home,
            [this] {
                // The listener's routes call the tracker, so it goes first.
                delete m_listener;
                delete m_home;
                m_thread.quit();
            },
            Qt::QueuedConnection);
    m_thread.wait();
}

Expected<quint16> ListenerThread::listen(const QString &address, quint16 port, bool sharePort)
{
    Expected<quint16> result = quint16(0);
    QMetaObject::invokeMethod(
            m_home, [&] { result = m_listener->listen(address, port, sharePort); },
            Qt::BlockingQueuedConnection);
    return result;
}

void ListenerThread::stopAccepting()
{
    QMetaObject::invokeMethod(
            m_home, [this] { m_listener->stopAccepting(); }, Qt::BlockingQueuedConnection);
}

void ListenerThread::flush()
{
    const QDeadlineTimer deadline(2000);
    int pending = 1;
    while (pending > 0 && !deadline.hasExpired()) {
        QMetaObject::invokeMethod(
                m_home, [&] { pending = m_listener->pendingRequests(); }, Qt::BlockingQueuedConnection);
        QThread::msleep(5);
    }
    // The last answers are in their sockets' buffers; one more round of the thread's loop sends them.
    QThread::msleep(20);
}

} // namespace Matchbook
