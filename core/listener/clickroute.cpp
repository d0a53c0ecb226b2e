// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickroute.h"

#include "answers.h"
#include "routecontext.h"
#include "tracking/requestreceiver.h"

#include <QHttpServer>

namespace Matchbook {

namespace {

FutureAnswer answerClick(RouteContext &context, const QHttpServerRequest &shown)
{
    return answerRequest(context, shown, [&context](const ReceivedRequest &request, auto answer) {
        const auto key = keyInPath(request.path, "/c/");
        if (!key)
            return answer->give(notFoundAnswer());
        context.receiver.receiveClick(*key, request,
                                      [answer](const ClickReply &reply) { answer->give(answerFor(reply)); });
    });
}

} // namespace

void addClickRoute(QHttpServer &server, RouteContext &context)
{
    const QString path = QStringLiteral("/c/<arg>");
    server.route(path, readingMethods(), [&context](const QString &, const QHttpServerRequest &shown) {
        return answerClick(context, shown);
    });
    server.route(path, methodsOtherThan(readingMethods()),
                 [](const QString &) { return wrongMethodAnswer(allowHeader(readingMethods())); });
}

} // namespace Matchbook
