// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pixelroute.h"

#include "answers.h"
#include "routecontext.h"
#include "tracking/requestreceiver.h"

#include <QHttpServer>

namespace Matchbook {

namespace {

FutureAnswer answerPixel(RouteContext &context, const QHttpServerRequest &shown)
{
    return answerRequest(context, shown, [&context](const ReceivedRequest &request, auto answer) {
        const auto key = keyInPath(request.path, "/pixel/", ".gif");
        if (!key)
            return answer->give(notFoundAnswer());
        context.receiver.receivePostback(*key, true, request, [answer](const PostbackReply &reply) {
            answer->give(pixelAnswerFor(reply));
        });
    });
}

} // namespace

void addPixelRoute(QHttpServer &server, RouteContext &context)
{
    const QString path = QStringLiteral("/pixel/<arg>");
    server.route(path, readingMethods(), [&context](const QString &, const QHttpServerRequest &shown) {
        return answerPixel(context, shown);
    });
    server.route(path, methodsOtherThan(readingMethods()),
                 [](const QString &) { return wrongMethodAnswer(allowHeader(readingMethods())); });
}

} // namespace Matchbook
