// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guardlimits.h"
#include "networks/addresslist.h"
#include "vocabulary/expected.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Matchbook {

class Clock;
class RequestReceiver;

struct ListenerSettings {
    GuardLimits limits;
    AddressList trustedProxies; ///< whose X-Forwarded-For is believed; exempt from the cap per address
    /// Exempt as well. A tunnel or web server on this computer brings everybody's requests over loopback, and who could
    /// open too many connections from here could do worse.
    AddressList alsoUncapped = AddressList::loopback();
    std::function<bool()> isWell; ///< for /healthz; called in the listener's thread; empty: always
    std::function<qint64()> lostClicks; ///< likewise; empty: none
};

/// What one listener thread contains: the guard, QHttpServer behind it and the routes. Made, used and
/// destroyed in that thread, which needs an event loop. \a receiver and \a clock must outlive it.
class Listener : public QObject
{
    Q_OBJECT
public:
    Listener(RequestReceiver &receiver, const Clock &clock, ListenerSettings settings,
             QObject *parent = nullptr);
    /// Whoever still waits for an answer gets 503. Answers that come later are ignored.
    ~Listener() override;

    /// Opens the port and returns it; 0 picks a free one. \a address is an IPv4 or IPv6 address, `localhost`,
    /// or `*` for all. \a sharePort: several listeners of this process have the same port. Asked once only.
    /// Fails with PortInUse or AddressUnavailable.
    Expected<quint16> listen(const QString &address, quint16 port, bool sharePort = false);
    /// Closes the port. Connected clients stay.
    void stopAccepting();
    /// Requests that the receiver has not answered yet.
    int pendingRequests() const;
    GuardStatistics statistics() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace Matchbook
