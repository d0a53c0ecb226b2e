// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shownhead.h"

#include <algorithm>
#include <cstring>

namespace Matchbook {

namespace {

constexpr qsizetype longestPath = 512;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

bool isPlainPathByte(uchar c)
{
    return isLetterOrDigit(static_cast<char>(c)) || (c != 0 && std::strchr("/-._~:@!$&'()*+,;=", c));
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/// Routes look at the real path for the key behind the first segment, and whichever it is, it has the same route.
QByteArrayView withShortKey(QByteArrayView path)
{
    const auto slash = path.indexOf('/', 1);
    if (slash < 0 || slash + 2 > path.size())
        return path;
    const QByteArrayView key = path.sliced(slash + 1);
    return std::all_of(key.begin(), key.end(), isLetterOrDigit) ? path.first(slash + 2) : path;
}

void appendPath(QByteArrayView path, QByteArray &head)
{
    if (path.size() > longestPath) {
        head += '/';
        return;
    }
    path = withShortKey(path);
    for (qsizetype i = 0; i < path.size(); ++i) {
        const char c = path[i];
        const bool isEscape
                = c == '%' && i + 2 < path.size() && isHexDigit(path[i + 1]) && isHexDigit(path[i + 2]);
        // A second slash at the start would make the rest an authority.
        const bool looksLikeAuthority = i == 1 && c == '/';
        if ((isPlainPathByte(static_cast<uchar>(c)) || isEscape) && !looksLikeAuthority) {
            head += c;
        } else {
            constexpr char digits[] = "0123456789ABCDEF";
            head += '%';
            head += digits[static_cast<uchar>(c) >> 4];
            head += digits[static_cast<uchar>(c) & 15];
        }
    }
}

} // namespace

void writeShownHead(const ReceivedRequest &request, int id, QByteArray &head)
{
    const QByteArray &method = request.method;
    head.resize(0);
    if (method == "GET" || method == "POST" || method == "HEAD")
        head += method;
    else
        head += "OPTIONS";
    head += ' ';
    appendPath(request.path, head);
    head += " HTTP/1.1\r\nHost:h\r\n";
    head += guardHeader;
    head += ':';
    head += QByteArray::number(id);
    head += "\r\n\r\n";
}

} // namespace Matchbook
