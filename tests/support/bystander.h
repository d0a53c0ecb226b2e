// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <atomic>
#include <thread>

namespace Matchbook {

/// An ordinary visitor who keeps clicking while something bad happens: each click on a new connection, in a
/// thread of its own, until stop().
class Bystander
{
public:
    explicit Bystander(quint16 port);
    ~Bystander() { stop(); }

    void stop();
    int answered() const { return m_answered; }
    int failed() const { return m_failed; }
    int worstTime() const { return m_worstTime; } ///< of one click, in ms
    QByteArray summary() const;
    /// Whether every click was answered, and none took longer than \a longest ms.
    bool wasServed(int longest = 2000) const;

private:
    void run(quint16 port);

    std::atomic<bool> m_stopped = false;
    std::atomic<int> m_answered = 0;
    std::atomic<int> m_failed = 0;
    std::atomic<int> m_worstTime = 0;
    std::thread m_thread;
};

} // namespace Matchbook
