// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/receivedrequest.h"

namespace Matchbook {

/// A request's head while it is read, and what it says about its framing.
struct RequestHead {
    ReceivedRequest request;
    qint64 contentLength = -1; ///< -1: not said
    int hosts = 0;
    bool isHttp10 = false;
    bool isChunked = false;
    bool expectsContinue = false;
    bool closesAfter = false;
};

/// Whether what has arrived of a first line can still become a request line: refuses TLS and garbage early.
bool mayBecomeRequestLine(QByteArrayView beginning);

/// What a request line says that was cut off or refused: method, path and query as far as they go. All empty if it does not even
/// begin like one. Unlike readRequestLine(), takes blanks in the query.
ReceivedRequest readBrokenRequestLine(QByteArrayView beginning);

/// These three return 0, or the status to refuse with. Lines come without their CRLF.
int readRequestLine(QByteArrayView line, RequestHead &head);
int readHeaderLine(QByteArrayView line, RequestHead &head);
/// What can be judged only when the whole head is there.
int completeHead(RequestHead &head, qint64 maximumBody);

/// \a byte in lower case if it may stand in a header's name (RFC 9110, token), else 0.
uchar lowerTokenByte(uchar byte);

/// Whether \a byte may stand in a header's value: no control character but the tab.
inline bool isFieldByte(uchar byte)
{
    return (byte >= 0x20 && byte != 0x7f) || byte == '\t';
}

} // namespace Matchbook
