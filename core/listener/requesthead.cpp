// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requesthead.h"

#include <algorithm>
#include <array>

namespace Matchbook {

namespace {

constexpr qsizetype longestMethod = 16;
constexpr qsizetype longestLength = 18; // digits that fit into qint64

constexpr std::array<uchar, 256> lowerTokenTable()
{
    std::array<uchar, 256> table{};
    for (uchar c = '0'; c <= '9'; ++c)
        table[c] = c;
    for (uchar c = 'a'; c <= 'z'; ++c) {
        table[c] = c;
        table[static_cast<uchar>(c - 0x20)] = c;
    }
    for (const char c : {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<uchar>(c)] = static_cast<uchar>(c);
    return table;
}

constexpr std::array<uchar, 256> lowerToken = lowerTokenTable();

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool equalsIgnoringCase(QByteArrayView value, QByteArrayView lowerCase)
{
    return value.compare(lowerCase, Qt::CaseInsensitive) == 0;
}

bool isHostByte(char c)
{
    const uchar lower = lowerToken[static_cast<uchar>(c)];
    return (lower >= 'a' && lower <= 'z') || isDigit(c) || c == '.' || c == '-' || c == '_' || c == ':'
            || c == '[' || c == ']';
}

QByteArrayView withoutBlanks(QByteArrayView value)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!value.isEmpty() && isBlank(value.front()))
        value = value.sliced(1);
    while (!value.isEmpty() && isBlank(value.back()))
        value.chop(1);
    return value;
}

int readContentLength(QByteArrayView value, RequestHead &head)
{
    if (value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigit))
        return 400;
    while (value.size() > 1 && value.front() == '0')
        value = value.sliced(1);
    if (value.size() > longestLength)
        return 413;
    qint64 length = 0;
    for (const char c : value)
        length = length * 10 + (c - '0');
    if (head.contentLength >= 0 && head.contentLength != length)
        return 400;
    head.contentLength = length;
    return 0;
}

void readConnection(QByteArrayView value, RequestHead &head)
{
    while (!value.isEmpty()) {
        const auto comma = value.indexOf(',');
        const QByteArrayView option = withoutBlanks(comma < 0 ? value : value.first(comma));
        if (equalsIgnoringCase(option, "close") || equalsIgnoringCase(option, "upgrade"))
            head.closesAfter = true;
        value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
    }
}

/// Takes note of the headers that say something about the framing.
int judgeHeader(const QByteArray &name, QByteArrayView value, RequestHead &head)
{
    switch (name.size()) {
    case 4:
        if (name == "host") {
            ++head.hosts;
            return std::all_of(value.begin(), value.end(), isHostByte) ? 0 : 400;
        }
        break;
    case 6:
        if (name == "expect") {
            if (!equalsIgnoringCase(value, "100-continue"))
                return 417;
            head.expectsContinue = true;
        }
        break;
    case 7:
        if (name == "upgrade")
            head.closesAfter = true;
        break;
    case 10:
        if (name == "connection")
            readConnection(value, head);
        break;
    case 14:
        if (name == "content-length")
            return readContentLength(value, head);
        break;
    case 17:
        if (name == "transfer-encoding") {
            if (head.isChunked || !equalsIgnoringCase(value, "chunked"))
                return 501;
            head.isChunked = true;
        }
        break;
    default:
        break;
    }
    return 0;
}

int readVersion(QByteArrayView version, RequestHead &head)
{
    if (version == "HTTP/1.1")
        return 0;
    if (version == "HTTP/1.0") {
        head.isHttp10 = true;
        head.closesAfter = true;
        return 0;
    }
    const bool wellFormed = version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5])
            && version[6] == '.' && isDigit(version[7]);
    return wellFormed ? 505 : 400;
}

} // namespace

uchar lowerTokenByte(uchar byte)
{
    return lowerToken[byte];
}

bool mayBecomeRequestLine(QByteArrayView beginning)
{
    qsizetype length = 0;
    while (length < beginning.size() && length <= longestMethod) {
        const char c = beginning[length];
        if (c == ' ')
            return length > 0;
        if ((c < 'A' || c > 'Z') && c != '-' && c != '_')
            return false;
        ++length;
    }
    return length <= longestMethod;
}

ReceivedRequest readBrokenRequestLine(QByteArrayView beginning)
{
    const auto end = beginning.indexOf('\n');
    QByteArrayView line = end < 0 ? beginning : beginning.first(end);
    if (line.endsWith('\r'))
        line.chop(1);
    const auto methodEnd = line.indexOf(' ');
    if (methodEnd <= 0 || !mayBecomeRequestLine(line))
        return {};
    QByteArrayView target = line.sliced(methodEnd + 1);
    if (const auto version = target.lastIndexOf(" HTTP/"); version >= 0)
        target = target.first(version);
    if (!target.startsWith('/'))
        return {};
    ReceivedRequest request;
    const auto question = target.indexOf('?');
    request.method = line.first(methodEnd).toByteArray();
    request.path = (question < 0 ? target : target.first(question)).toByteArray();
    if (question >= 0)
        request.query = target.sliced(question + 1).toByteArray();
    return request;
}

int readRequestLine(QByteArrayView line, RequestHead &head)
{
    const auto methodEnd = line.indexOf(' ');
    if (!mayBecomeRequestLine(line) || methodEnd < 0)
        return 400;
    const QByteArrayView rest = line.sliced(methodEnd + 1);
    const auto targetEnd = rest.indexOf(' ');
    if (targetEnd < 0)
        return 400;
    const QByteArrayView target = rest.first(targetEnd);
    if (!target.startsWith('/'))
        return 400;
    for (const char c : target) {
        if (static_cast<uchar>(c) <= 0x20 || c == 0x7f)
            return 400;
    }
    if (const int trouble = readVersion(rest.sliced(targetEnd + 1), head))
        return trouble;

    const auto question = target.indexOf('?');
    head.request.method = line.first(methodEnd).toByteArray();
    head.request.path = (question < 0 ? target : target.first(question)).toByteArray();
    if (question >= 0)
        head.request.query = target.sliced(question + 1).toByteArray();
    return 0;
}

int readHeaderLine(QByteArrayView line, RequestHead &head)
{
    const auto colon = line.indexOf(':');
    if (colon <= 0)
        return 400;
    QByteArray name(colon, Qt::Uninitialized);
    char *to = name.data();
    for (qsizetype i = 0; i < colon; ++i) {
        const uchar lower = lowerTokenByte(static_cast<uchar>(line[i]));
        if (lower == 0)
            return 400;
        to[i] = static_cast<char>(lower);
    }
    const QByteArrayView value = withoutBlanks(line.sliced(colon + 1));
    for (const char c : value) {
        if (!isFieldByte(static_cast<uchar>(c)))
            return 400;
    }
    if (const int trouble = judgeHeader(name, value, head))
        return trouble;
    head.request.headers.emplaceBack(std::move(name), value.toByteArray());
    return 0;
}

int completeHead(RequestHead &head, qint64 maximumBody)
{
    if (head.hosts > 1 || (head.hosts == 0 && !head.isHttp10))
        return 400;
    if (head.isChunked && (head.contentLength >= 0 || head.isHttp10))
        return 400;
    if (head.contentLength > maximumBody)
        return 413;
    if (head.isHttp10)
        head.expectsContinue = false;

    const bool saysLength = head.isChunked || head.contentLength >= 0;
    const QByteArray &method = head.request.method;
    if (!saysLength && method != "GET" && method != "HEAD") {
        // A body announced without its length would be taken for the next request.
        if (!head.request.header("content-type").isEmpty())
            return 411;
        head.closesAfter = true;
    }
    return 0;
}

} // namespace Matchbook
