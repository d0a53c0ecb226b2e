// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/addresslist.h"
#include "pendinganswers.h"
#include "vocabulary/receivedrequest.h"

#include <QHttpServerRequest>

#include <functional>
#include <optional>

class QHttpServer;

namespace Matchbook {

class Clock;
class GuardServer;
class GuardSocket;
class RequestReceiver;

/// So many a second and no more.
struct BoundedRate {
    qint64 second = 0; ///< Unix time in seconds
    int count = 0;
};

/// What the routes share. Outlived by nothing that uses it: the listener owns both.
struct RouteContext {
    const GuardServer &guard;
    RequestReceiver &receiver;
    const Clock &clock;
    AddressList trustedProxies;
    std::function<bool()> isWell;
    std::function<qint64()> lostClicks;
    PendingAnswers pending;
    BoundedRate refusalRate = {}; ///< of reportRefused()
};

using FutureAnswer = QFuture<QHttpServerResponse>;

/// Finds the real request behind what QHttpServer was \a shown, fills in sender and time and hands it to \a
/// decide, which gives the answer now or later. The one place where exceptions end: one that reached
/// QHttpServer would end the program; here it becomes 500.
FutureAnswer answerRequest(
        RouteContext &context, const QHttpServerRequest &shown,
        const std::function<void(const ReceivedRequest &, std::shared_ptr<PromisedAnswer>)> &decide);

/// Hands on what is known of a request to a postback URL or pixel that the guard refused with \a status. Others nobody misses.
void reportRefused(RouteContext &context, const GuardSocket &socket, const ReceivedRequest &known,
                   int status);

/// The key between \a before and \a after in a raw \a path, escapes decoded; nothing if the path is a
/// different one.
std::optional<QByteArray> keyInPath(const QByteArray &path, QByteArrayView before, QByteArrayView after = {});

/// The methods that a route allows, and all others.
QHttpServerRequest::Methods readingMethods(); ///< GET and HEAD
QHttpServerRequest::Methods postbackMethods(); ///< GET, HEAD and POST
QHttpServerRequest::Methods methodsOtherThan(QHttpServerRequest::Methods allowed);
/// The Allow header for \a allowed.
QByteArray allowHeader(QHttpServerRequest::Methods allowed);

} // namespace Matchbook
