// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener.h"

#include "clickroute.h"
#include "guardserver.h"
#include "healthroute.h"
#include "pixelroute.h"
#include "postbackroute.h"
#include "routecontext.h"

#include <QHttpServer>
#include <QStringBuilder>

namespace Matchbook {

struct Listener::Parts {
    Parts(GuardServer *guardServer, RequestReceiver &receiver, const Clock &clock, ListenerSettings &settings)
        : guard(guardServer), context{*guardServer,
                                      receiver,
                                      clock,
                                      std::move(settings.trustedProxies),
                                      std::move(settings.isWell),
                                      std::move(settings.lostClicks),
                                      {}}
    {
        guard->tellRefused([this](const GuardSocket &socket, const ReceivedRequest &known, int status) {
            reportRefused(context, socket, known, status);
        });
        addClickRoute(server, context);
        addPostbackRoutes(server, context);
        addPixelRoute(server, context);
        addHealthRoute(server, context);
    }

    GuardServer *guard; ///< owned by \a server once it is bound, by the listener before
    RouteContext context;
    QHttpServer server; ///< goes before what its routes refer to
};

namespace {

std::optional<QHostAddress> bindAddress(const QString &text)
{
    if (text == QLatin1Char('*'))
        return QHostAddress(QHostAddress::Any);
    if (text == QLatin1String("localhost"))
        return QHostAddress(QHostAddress::LocalHost);
    return parseAddress(text);
}

} // namespace

Listener::Listener(RequestReceiver &receiver, const Clock &clock, ListenerSettings settings, QObject *parent)
    : QObject(parent)
{
    AddressList uncapped = settings.trustedProxies;
    uncapped.add(settings.alsoUncapped);
    auto *guard = new GuardServer(settings.limits, uncapped, this);
    m_parts = std::make_unique<Parts>(guard, receiver, clock, settings);
}

Listener::~Listener()
{
    stopAccepting();
    m_parts->context.pending.refuseAll();
}

Expected<quint16> Listener::listen(const QString &address, quint16 port, bool sharePort)
{
    Q_ASSERT(!m_parts->guard->isListening());
    const auto where = bindAddress(address.trimmed());
    if (!where)
        return unexpected(Failure::Kind::AddressUnavailable,
                          address % QLatin1String(" is not an IP address"));
    auto opened = m_parts->guard->open(*where, port, sharePort);
    if (opened)
        m_parts->server.bind(m_parts->guard);
    return opened;
}

void Listener::stopAccepting()
{
    m_parts->guard->stopAccepting();
}

int Listener::pendingRequests() const
{
    return m_parts->context.pending.count();
}

GuardStatistics Listener::statistics() const
{
    return m_parts->guard->statistics();
}

} // namespace Matchbook
