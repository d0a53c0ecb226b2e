// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/listener.h"
#include "tracking/requestreceiver.h"
#include "vocabulary/clock.h"

#include <QMutex>
#include <QObject>
#include <QThread>

#include <deque>
#include <memory>
#include <stdexcept>

namespace Matchbook {

class StoppedClock final : public Clock
{
public:
    qint64 now() const override { return 1700000000123; }
};

/// Remembers what it is asked and answers by key: `wait…` after 20 ms, `hold…` when release() is called,
/// `drop…` never, `throw…` with an exception, `none…` as an unknown key, `busy…`, `empty…` (no offer),
/// `refuse…`, anything else at once.
class AskedReceiver final : public RequestReceiver
{
public:
    struct Asked {
        QByteArray key;
        bool click = false;
        bool pixel = false;
        ReceivedRequest request;
        int refusedWith = 0;
    };

    void receiveClick(const QByteArray &campaignKey, const ReceivedRequest &request,
                      std::function<void(const ClickReply &)> answer) override;
    void receivePostback(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                         std::function<void(const PostbackReply &)> answer) override;
    void receiveRefused(const QByteArray &networkKey, bool pixel, const ReceivedRequest &request,
                        int status) override;

    QList<Asked> asked() const; ///< from any thread
    QList<Asked> refused() const; ///< what the listener refused by itself, from any thread
    Asked last() const;
    int count() const;
    void release(); ///< in the listener's thread: answers the oldest that is held
    void dropHeld(); ///< in any thread: forgets all that are held

private:
    void remember(Asked asked);
    void answerLater(const QByteArray &key, std::function<void()> answer);

    mutable QMutex m_mutex;
    QList<Asked> m_asked;
    QList<Asked> m_refused;
    std::deque<std::function<void()>> m_held;
};

/// A listener in a thread of its own, listening on a free port of the loopback interface.
class RunningListener
{
public:
    explicit RunningListener(const ListenerSettings &settings = {},
                             const QString &address = QStringLiteral("127.0.0.1"));
    ~RunningListener() { stop(); }

    quint16 port() const { return m_port; }
    AskedReceiver &receiver() { return m_receiver; }
    GuardStatistics statistics();
    int pendingRequests();
    /// Runs \a work in the listener's thread and waits for it.
    void inside(const std::function<void(Listener &)> &work);
    /// Destroys the listener.
    void stop();

private:
    AskedReceiver m_receiver;
    StoppedClock m_clock;
    QThread m_thread;
    QObject m_context; ///< lives in the thread
    std::unique_ptr<Listener> m_listener;
    quint16 m_port = 0;
};

} // namespace Matchbook
