// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainanswer.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <memory>

namespace Matchbook {

using Trouble = Hop::Trouble;

namespace {

constexpr qint64 largestBody = 4096;

} // namespace

Trouble replyTrouble(const QNetworkReply &reply)
{
    switch (reply.error()) {
    case QNetworkReply::NoError:
        return Trouble::None;
    case QNetworkReply::HostNotFoundError:
        return Trouble::NameNotFound;
    case QNetworkReply::SslHandshakeFailedError:
        return Trouble::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return Trouble::NoAnswer;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::UnknownNetworkError:
        return Trouble::Refused;
    default:
        return Trouble::Broken;
    }
}

void fetchPlainly(QNetworkAccessManager &network, const QUrl &url, int timeoutMs, QObject *asker,
                  std::function<void(const PlainlyFetched &)> then, PlainMethod method)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent", "Matchbook test");
    request.setTransferTimeout(timeoutMs);
    QNetworkReply *reply = method == PlainMethod::Head ? network.head(request) : network.get(request);
    // An answer that trickles in would outlive the transfer's own limit.
    QTimer::singleShot(timeoutMs, reply, [reply] { reply->abort(); });
    // What answers may be anybody's program, with a download of any size.
    reply->setReadBufferSize(largestBody);
    const auto body = std::make_shared<QByteArray>();
    const auto readOn = [reply, body] { body->append(reply->read(largestBody - body->size())); };
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply, body, readOn] {
        readOn();
        if (body->size() >= largestBody)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, asker, [reply, body, readOn, then = std::move(then)] {
        PlainlyFetched fetched;
        fetched.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        fetched.trouble = fetched.status > 0 ? Trouble::None : replyTrouble(*reply);
        if (fetched.status == 0 && fetched.trouble == Trouble::None)
            fetched.trouble = Trouble::Broken;
        if (fetched.trouble != Trouble::None)
            fetched.detail = reply->errorString();
        if (reply->isOpen())
            readOn();
        fetched.body = *body;
        reply->deleteLater();
        then(fetched);
    });
}

} // namespace Matchbook
