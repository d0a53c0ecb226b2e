// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "refusals.h"

#include <QStringBuilder>

namespace Matchbook {

namespace {

QByteArray statusLine(int status)
{
    switch (status) {
    case 408:
        return "408 Request Timeout";
    case 411:
        return "411 Length Required";
    case 413:
        return "413 Content Too Large";
    case 414:
        return "414 URI Too Long";
    case 417:
        return "417 Expectation Failed";
    case 431:
        return "431 Request Header Fields Too Large";
    case 501:
        return "501 Not Implemented";
    case 505:
        return "505 HTTP Version Not Supported";
    case 503:
        return "503 Service Unavailable\r\nRetry-After: 5";
    default:
        return "400 Bad Request";
    }
}

} // namespace

QByteArray refusalResponse(int status)
{
    return "HTTP/1.1 " + statusLine(status) + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

} // namespace Matchbook
