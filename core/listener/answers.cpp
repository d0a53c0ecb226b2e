// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answers.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace Matchbook {

namespace {

using Status = QHttpServerResponse::StatusCode;
using Header = std::pair<const char *, QByteArray>;

constexpr char retrySeconds[] = "5";

// One transparent pixel, GIF89a.
constexpr char pixel[]
        = "GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
          "\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00;";

QHttpServerResponse withHeaders(QHttpServerResponse response, std::initializer_list<Header> headers)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders all = response.headers();
    for (const auto &[name, value] : headers)
        all.append(QByteArrayView(name), value);
    response.setHeaders(std::move(all));
#else
    for (const auto &[name, value] : headers)
        response.addHeader(QByteArray(name), value);
#endif
    return response;
}

QHttpServerResponse text(Status status, const QByteArray &body, std::initializer_list<Header> headers = {})
{
    return withHeaders(QHttpServerResponse("text/plain; charset=utf-8", body, status), headers);
}

QHttpServerResponse picture(Status status, std::initializer_list<Header> headers)
{
    static const QByteArray body(pixel, sizeof pixel - 1);
    return withHeaders(QHttpServerResponse("image/gif", body, status), headers);
}

/// A location comes from what people type and what visitors send; it must not end its own header.
QByteArray headerSafe(const QByteArray &location)
{
    const auto isUnsafe
            = [](char c) { return static_cast<uchar>(c) <= 0x20 || static_cast<uchar>(c) >= 0x7f; };
    if (std::none_of(location.begin(), location.end(), isUnsafe))
        return location;
    QByteArray safe;
    for (const char c : location) {
        if (isUnsafe(c))
            safe += '%' + QByteArray(1, c).toHex().toUpper();
        else
            safe += c;
    }
    return safe;
}

Status statusOf(PostbackReply::Kind kind)
{
    switch (kind) {
    case PostbackReply::Kind::Accepted:
        return Status::Ok;
    case PostbackReply::Kind::Refused:
        return Status::Forbidden;
    case PostbackReply::Kind::UnknownKey:
        return Status::NotFound;
    case PostbackReply::Kind::Busy:
        return Status::ServiceUnavailable;
    }
    return Status::InternalServerError;
}

QByteArray textOf(const PostbackReply &reply)
{
    if (!reply.text.isEmpty())
        return reply.text;
    switch (reply.kind) {
    case PostbackReply::Kind::Accepted:
        return "OK";
    case PostbackReply::Kind::Refused:
        return "Refused";
    case PostbackReply::Kind::UnknownKey:
        return "Unknown postback address";
    case PostbackReply::Kind::Busy:
        return "Busy";
    }
    return {};
}

} // namespace

QHttpServerResponse answerFor(const ClickReply &reply)
{
    switch (reply.kind) {
    case ClickReply::Kind::Redirect:
        // Without a type Qt would call the empty body application/x-empty, which means nothing to a browser.
        return text(Status::Found, {},
                    {{"Location", headerSafe(reply.location)}, {"Cache-Control", "no-store"}});
    case ClickReply::Kind::UnknownKey:
        return text(Status::NotFound, "Unknown link", {{"Cache-Control", "no-store"}});
    case ClickReply::Kind::NoOffer:
        return text(Status::NotFound, "This link leads nowhere at the moment",
                    {{"Cache-Control", "no-store"}});
    case ClickReply::Kind::Busy:
        return unavailableAnswer();
    }
    return failedAnswer();
}

QHttpServerResponse answerFor(const PostbackReply &reply)
{
    if (reply.kind == PostbackReply::Kind::Busy)
        return text(statusOf(reply.kind), textOf(reply), {{"Retry-After", retrySeconds}});
    return text(statusOf(reply.kind), textOf(reply));
}

QHttpServerResponse pixelAnswerFor(const PostbackReply &reply)
{
    if (reply.kind == PostbackReply::Kind::Busy)
        return picture(statusOf(reply.kind), {{"Cache-Control", "no-store"}, {"Retry-After", retrySeconds}});
    return picture(statusOf(reply.kind), {{"Cache-Control", "no-store"}});
}

QHttpServerResponse healthAnswer(bool isWell, qint64 lostClicks, const GuardStatistics &statistics)
{
    QByteArray body = isWell ? R"({"status":"ok")" : R"({"status":"trouble")";
    const std::pair<const char *, quint64> counts[] = {{"lost_clicks", quint64(qMax<qint64>(0, lostClicks))},
                                                       {"malformed_requests", statistics.malformed},
                                                       {"too_large_requests", statistics.tooLarge},
                                                       {"slow_requests", statistics.timedOut}};
    for (const auto &[name, count] : counts) {
        if (count > 0)
            body += R"(,")" + QByteArray(name) + R"(":)" + QByteArray::number(count);
    }
    body += '}';
    return withHeaders(QHttpServerResponse("application/json", body,
                                           isWell ? Status::Ok : Status::ServiceUnavailable),
                       {{"Cache-Control", "no-store"}});
}

QHttpServerResponse notFoundAnswer()
{
    return text(Status::NotFound, "Not found");
}

QHttpServerResponse wrongMethodAnswer(const QByteArray &allowed)
{
    return text(Status::MethodNotAllowed, "Method not allowed", {{"Allow", allowed}});
}

QHttpServerResponse failedAnswer()
{
    return text(Status::InternalServerError, "Internal error");
}

QHttpServerResponse unavailableAnswer()
{
    return text(Status::ServiceUnavailable, "Busy", {{"Retry-After", retrySeconds}});
}

} // namespace Matchbook
