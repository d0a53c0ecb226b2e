// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/listener.h"
#include "tracking/tracker.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace Matchbook {

/// One listener with its tracker in a thread of its own. Made and asked in the main thread.
class ListenerThread
{
public:
    ListenerThread(Writer &writer, const SnapshotShelf &snapshots, const Clock &clock,
                   ListenerSettings settings);
    /// Ends the thread; whoever still waits for an answer gets 503.
    ~ListenerThread();

    /// Waits for the port to be open.
    Expected<quint16> listen(const QString &address, quint16 port, bool sharePort);
    /// Waits until no new connection is accepted.
    void stopAccepting();
    /// Lets answers that were given reach their sockets. Waits, at most two seconds.
    void flush();

private:
    QThread m_thread;
    QObject *m_home = nullptr; ///< lives in the thread, owns what is in it
    Tracker *m_tracker = nullptr;
    Listener *m_listener = nullptr;
};

} // namespace Matchbook
