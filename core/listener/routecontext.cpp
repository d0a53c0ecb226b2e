// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routecontext.h"

#include "answers.h"
#include "clientaddress.h"
#include "guardserver.h"
#include "guardsocket.h"
#include "shownhead.h"
#include "tracking/requestreceiver.h"
#include "vocabulary/clock.h"

#include <QLoggingCategory>

#include <exception>

namespace Matchbook {

Q_LOGGING_CATEGORY(listenerLog, "matchbook.listener")

namespace {

using Method = QHttpServerRequest::Method;

constexpr struct {
    Method method;
    const char *name;
} methodNames[] = {{Method::Get, "GET"}, {Method::Head, "HEAD"}, {Method::Post, "POST"}};

/// The sender as text; the guard has the usual one ready.
QByteArray senderOf(const GuardSocket &socket, const ReceivedRequest &request,
                    const AddressList &trustedProxies)
{
    if (!trustedProxies.contains(socket.client()))
        return socket.clientText();
    return clientAddress(socket.client(), request, trustedProxies).toString().toLatin1();
}

/// Whoever floods the port with broken requests must not get at the store by it.
constexpr int mostReportedASecond = 50;

bool isWithin(BoundedRate &rate, qint64 second)
{
    if (rate.second != second)
        rate = {second, 0};
    return ++rate.count <= mostReportedASecond;
}

} // namespace

FutureAnswer answerRequest(
        RouteContext &context, const QHttpServerRequest &shown,
        const std::function<void(const ReceivedRequest &, std::shared_ptr<PromisedAnswer>)> &decide)
{
    auto [future, answer] = context.pending.open();
    const GuardSocket *socket = context.guard.pendingSocket(shown.value(guardHeader).toInt());
    if (!socket) {
        answer->give(failedAnswer());
        return future;
    }
    try {
        ReceivedRequest request = socket->request();
        request.sender = senderOf(*socket, request, context.trustedProxies);
        request.arrivedAt = context.clock.now();
        decide(request, answer);
    } catch (const std::exception &exception) {
        qCWarning(listenerLog) << "A request failed:" << exception.what();
        answer->give(failedAnswer());
    } catch (...) {
        qCWarning(listenerLog) << "A request failed";
        answer->give(failedAnswer());
    }
    return future;
}

void reportRefused(RouteContext &context, const GuardSocket &socket, const ReceivedRequest &known, int status)
{
    const bool pixel = known.path.startsWith("/pixel/");
    const auto key = pixel ? keyInPath(known.path, "/pixel/", ".gif") : keyInPath(known.path, "/postback/");
    if (!key || !isWithin(context.refusalRate, context.clock.now() / 1000))
        return;
    ReceivedRequest request = known;
    request.sender = senderOf(socket, request, context.trustedProxies);
    request.arrivedAt = context.clock.now();
    context.receiver.receiveRefused(*key, pixel, request, status);
}

std::optional<QByteArray> keyInPath(const QByteArray &path, QByteArrayView before, QByteArrayView after)
{
    const auto length = path.size() - before.size() - after.size();
    if (length <= 0 || !path.startsWith(before) || !path.endsWith(after))
        return {};
    const QByteArray key = path.mid(before.size(), length);
    return key.contains('%') ? QByteArray::fromPercentEncoding(key) : key;
}

QHttpServerRequest::Methods readingMethods()
{
    return Method::Get | Method::Head;
}

QHttpServerRequest::Methods postbackMethods()
{
    return readingMethods() | Method::Post;
}

QHttpServerRequest::Methods methodsOtherThan(QHttpServerRequest::Methods allowed)
{
    QHttpServerRequest::Methods others = Method::Options; // what the guard shows for all that no route allows
    for (const auto &[method, name] : methodNames) {
        if (!(allowed & method))
            others |= method;
    }
    return others;
}

QByteArray allowHeader(QHttpServerRequest::Methods allowed)
{
    QByteArray header;
    for (const auto &[method, name] : methodNames) {
        if (!(allowed & method))
            continue;
        if (!header.isEmpty())
            header += ", ";
        header += name;
    }
    return header;
}

} // namespace Matchbook
