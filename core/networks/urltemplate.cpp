// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "urltemplate.h"

#include "formdecoding.h"

#include <QUrl>

#include <algorithm>
#include <cstring>
#include <optional>

namespace Matchbook {

namespace {

constexpr qsizetype longestTokenName = 64;

/// A token in the template: what lies between the braces, and where the text goes on behind them.
struct Token {
    QByteArrayView name;
    qsizetype end = 0;
};

qsizetype braceLength(QByteArrayView text, qsizetype at, char brace, QByteArrayView encoded)
{
    if (at < text.size() && text[at] == brace)
        return 1;
    // A template copied from a browser's address bar has its braces encoded.
    const bool isEncoded = at + 3 <= text.size() && text[at] == '%'
            && text.sliced(at, 3).compare(encoded, Qt::CaseInsensitive) == 0;
    return isEncoded ? 3 : 0;
}

qsizetype openBrace(QByteArrayView text, qsizetype at)
{
    return braceLength(text, at, '{', "%7B");
}

qsizetype closeBrace(QByteArrayView text, qsizetype at)
{
    return braceLength(text, at, '}', "%7D");
}

bool mayNameToken(char c)
{
    const uchar byte = uchar(c);
    return byte > 0x20 && byte < 0x7F && !QByteArrayView("{}\"'&?/\\<>").contains(c);
}

/// The token at \a start, in single or double braces.
std::optional<Token> tokenAt(QByteArrayView text, qsizetype start)
{
    const qsizetype outer = openBrace(text, start);
    if (outer == 0)
        return std::nullopt;
    const qsizetype inner = openBrace(text, start + outer);
    const qsizetype nameStart = start + outer + inner;
    qsizetype at = nameStart;
    while (at < text.size() && at - nameStart <= longestTokenName) {
        qsizetype close = closeBrace(text, at);
        if (close == 0) {
            if (!mayNameToken(text[at]))
                return std::nullopt;
            ++at;
            continue;
        }
        const QByteArrayView name = text.sliced(nameStart, at - nameStart);
        if (inner > 0) {
            const qsizetype second = closeBrace(text, at + close);
            if (second == 0)
                return std::nullopt;
            close += second;
        }
        return Token{name, at + close};
    }
    return std::nullopt;
}

bool isNamed(QByteArrayView name, QByteArrayView wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

/// The number of `sub1` … `sub10`, counted from 0; -1 for any other name.
int subIdNumber(QByteArrayView name)
{
    if (name.size() < 4 || !isNamed(name.first(3), "sub"))
        return -1;
    for (int i = 0; i < subIdCount; ++i) {
        if (name.sliced(3) == QByteArray::number(i + 1))
            return i;
    }
    return -1;
}

bool isKnown(QByteArrayView name)
{
    return isNamed(name, "clickid") || isNamed(name, "externalid") || isNamed(name, "campaign")
            || subIdNumber(name) >= 0;
}

QByteArray valueOf(QByteArrayView name, const UrlTokens &tokens)
{
    if (isNamed(name, "clickid"))
        return tokens.clickId.bytes().toByteArray();
    if (isNamed(name, "externalid"))
        return percentEncoded(shownBytes(tokens.externalId));
    if (isNamed(name, "campaign"))
        return percentEncoded(tokens.campaign.toUtf8());
    const int number = subIdNumber(name);
    return number < 0 ? QByteArray() : percentEncoded(shownBytes(tokens.subIds[size_t(number)]));
}

bool mayStandInLocation(char c)
{
    const uchar byte = uchar(c);
    return byte > 0x20 && byte < 0x7F && !std::strchr("\"'<>\\^`{|}", c);
}

void appendSafely(QByteArray &out, char c)
{
    if (mayStandInLocation(c))
        out += c;
    else
        out += percentEncoded(QByteArrayView(&c, 1));
}

struct Filled {
    QByteArray url; ///< up to the fragment
    QByteArray fragment; ///< with its `#`, or empty
    bool hasClickId = false;
};

/// \a url with its server's name as DNS has it. What cannot be written so stays.
QString withAsciiHost(const QString &url)
{
    const QStringView authority = authorityOf(url);
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (std::all_of(authority.begin(), authority.end(), isAscii))
        return url;
    const qsizetype host = authority.lastIndexOf(u'@') + 1;
    const qsizetype colon = authority.indexOf(u':', host);
    const qsizetype length = (colon < 0 ? authority.size() : colon) - host;
    const QByteArray ascii = QUrl::toAce(authority.mid(host, length).toString());
    if (ascii.isEmpty())
        return url;
    const qsizetype start = authority.data() - url.constData() + host;
    return url.first(start) + QString::fromLatin1(ascii) + url.sliced(start + length);
}

/// Replaces the tokens behind the first \a serverEnd bytes, heals question marks and sets the fragment apart.
Filled fill(QByteArrayView text, qsizetype serverEnd, const UrlTokens &tokens)
{
    Filled filled;
    bool queryBegun = false;
    bool inFragment = false;
    for (qsizetype i = 0; i < text.size();) {
        QByteArray &out = inFragment ? filled.fragment : filled.url;
        if (const auto token = tokenAt(text, i)) {
            filled.hasClickId = filled.hasClickId || isNamed(token->name, "clickid");
            if (i >= serverEnd)
                out += valueOf(token->name, tokens);
            i = token->end;
            continue;
        }
        const char c = text[i++];
        if (c == '#') {
            filled.fragment += inFragment ? "%23" : "#";
            inFragment = true;
        } else if (c == '?' && !inFragment) {
            out += queryBegun ? '&' : '?';
            queryBegun = true;
        } else {
            appendSafely(out, c);
        }
    }
    return filled;
}

/// \a url with the parameter \a name set to \a value: replaced wherever it is, or else appended.
QByteArray withParameter(const QByteArray &url, const QByteArray &name, QByteArrayView value)
{
    const qsizetype question = url.indexOf('?');
    if (question < 0)
        return url + '?' + name + '=' + value.toByteArray();

    const QByteArray assignment = name + '=';
    QByteArray out = url.first(question + 1);
    bool found = false;
    const QList<QByteArray> items = url.sliced(question + 1).split('&');
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (i > 0)
            out += '&';
        const bool isIt = items[i] == name || items[i].startsWith(assignment);
        found = found || isIt;
        out += isIt ? QByteArray(assignment + value.toByteArray()) : items[i];
    }
    if (found)
        return out;
    if (!out.endsWith('?') && !out.endsWith('&'))
        out += '&';
    return out + assignment + value.toByteArray();
}

} // namespace

QStringView authorityOf(QStringView urlTemplate)
{
    const qsizetype mark = urlTemplate.indexOf(QLatin1StringView("://"));
    if (mark < 0)
        return {};
    const QStringView rest = urlTemplate.sliced(mark + 3);
    qsizetype end = 0;
    while (end < rest.size() && rest[end] != u'/' && rest[end] != u'?' && rest[end] != u'#')
        ++end;
    return rest.first(end);
}

QStringList unknownTokens(const QString &urlTemplate)
{
    QStringList unknown;
    const QByteArray text = urlTemplate.toUtf8();
    for (qsizetype i = 0; i < text.size();) {
        const auto token = tokenAt(text, i);
        if (token && !isKnown(token->name))
            unknown << QLatin1Char('{') + QString::fromLatin1(token->name) + QLatin1Char('}');
        i = token ? token->end : i + 1;
    }
    unknown.removeDuplicates();
    return unknown;
}

QByteArray offerUrlFor(const QString &urlTemplate, const QString &subIdParameter, const UrlTokens &tokens)
{
    const QString wanted = withAsciiHost(urlTemplate.trimmed());
    const QStringView authority = authorityOf(wanted);
    const qsizetype serverEnd
            = authority.isNull() ? 0 : authority.data() - wanted.constData() + authority.size();
    const QByteArray text = wanted.toUtf8();
    const Filled filled = fill(text, QStringView(wanted).first(serverEnd).toUtf8().size(), tokens);
    const QByteArray parameter = percentEncoded(subIdParameter.trimmed().toUtf8());
    if (filled.hasClickId || parameter.isEmpty())
        return filled.url + filled.fragment;
    return withParameter(filled.url, parameter, tokens.clickId.bytes()) + filled.fragment;
}

} // namespace Matchbook
