// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "healthroute.h"

#include "answers.h"
#include "guardserver.h"
#include "routecontext.h"

#include <QHttpServer>

namespace Matchbook {

void addHealthRoute(QHttpServer &server, RouteContext &context)
{
    const QString path = QStringLiteral("/healthz");
    server.route(path, readingMethods(), [&context](const QHttpServerRequest &shown) {
        return answerRequest(context, shown, [&context](const ReceivedRequest &, auto answer) {
            answer->give(healthAnswer(!context.isWell || context.isWell(),
                                      context.lostClicks ? context.lostClicks() : 0,
                                      context.guard.statistics()));
        });
    });
    server.route(path, methodsOtherThan(readingMethods()),
                 [] { return wrongMethodAnswer(allowHeader(readingMethods())); });
}

} // namespace Matchbook
