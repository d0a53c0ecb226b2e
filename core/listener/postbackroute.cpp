// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbackroute.h"

#include "answers.h"
#include "routecontext.h"
#include "tracking/requestreceiver.h"

#include <QHttpServer>

namespace Matchbook {

namespace {

constexpr QByteArrayView keylessPath = "/postback";
constexpr QByteArrayView beforeKey = "/postback/";

FutureAnswer answerPostback(RouteContext &context, const QHttpServerRequest &shown)
{
    return answerRequest(context, shown, [&context](const ReceivedRequest &request, auto answer) {
        const auto key = request.path == keylessPath ? QByteArray() : keyInPath(request.path, beforeKey);
        if (!key)
            return answer->give(notFoundAnswer());
        context.receiver.receivePostback(*key, false, request, [answer](const PostbackReply &reply) {
            answer->give(answerFor(reply));
        });
    });
}

} // namespace

void addPostbackRoutes(QHttpServer &server, RouteContext &context)
{
    const QString withKey = QStringLiteral("/postback/<arg>");
    server.route(withKey, postbackMethods(), [&context](const QString &, const QHttpServerRequest &shown) {
        return answerPostback(context, shown);
    });
    server.route(withKey, methodsOtherThan(postbackMethods()),
                 [](const QString &) { return wrongMethodAnswer(allowHeader(postbackMethods())); });

    const QString withoutKey = QStringLiteral("/postback");
    server.route(withoutKey, postbackMethods(),
                 [&context](const QHttpServerRequest &shown) { return answerPostback(context, shown); });
    server.route(withoutKey, methodsOtherThan(postbackMethods()),
                 [] { return wrongMethodAnswer(allowHeader(postbackMethods())); });
}

} // namespace Matchbook
