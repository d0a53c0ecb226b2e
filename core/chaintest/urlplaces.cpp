// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "urlplaces.h"

#include "networks/formdecoding.h"

#include <QHostAddress>

namespace Matchbook {

namespace {

constexpr qsizetype longestMacro = 42;

bool isMacroCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
            || c == '.';
}

/// The length of a macro such as #s2# or ##CLICKID## at \a at; 0 if there is none.
qsizetype hashMacroLength(const QByteArray &url, qsizetype at)
{
    qsizetype marks = 0;
    while (at + marks < url.size() && url[at + marks] == '#')
        ++marks;
    qsizetype end = at + marks;
    while (end < url.size() && end - at < longestMacro && isMacroCharacter(url[end]))
        ++end;
    const bool named = end > at + marks && marks > 0 && marks <= 2;
    return named && url.mid(end, marks) == QByteArray(marks, '#') ? end + marks - at : 0;
}

/// Where the fragment begins; the length of the address if there is none.
qsizetype fragmentOf(const QByteArray &url)
{
    qsizetype at = url.indexOf('#');
    while (at >= 0) {
        const qsizetype macro = hashMacroLength(url, at);
        if (macro == 0)
            return at;
        at = url.indexOf('#', at + macro);
    }
    return url.size();
}

void appendParameters(const QByteArray &query, QList<UrlPlace> &places, bool inFragment)
{
    for (const QByteArray &item : query.split('&')) {
        const qsizetype equals = item.indexOf('=');
        if (equals > 0)
            places.append(
                    {displayText(percentDecoded(item.first(equals))), item.sliced(equals + 1), inFragment});
        else if (inFragment && !item.isEmpty())
            places.append({QString(), item, true});
    }
}

QList<QByteArray> labelsOfSite(const QByteArray &host)
{
    const QList<QByteArray> labels = host.split('.');
    const qsizetype count = labels.size();
    if (count < 2)
        return labels;
    const bool shortSecond = count > 2 && labels.at(count - 2).size() <= 3 && labels.last().size() == 2;
    return labels.mid(count - (shortSecond ? 3 : 2));
}

} // namespace

QList<UrlPlace> placesOf(const QByteArray &url)
{
    const qsizetype fragment = fragmentOf(url);
    const QByteArray main = url.first(fragment);
    const qsizetype question = main.indexOf('?');
    QList<UrlPlace> places;
    if (question >= 0)
        appendParameters(main.sliced(question + 1), places, false);
    if (fragment < url.size())
        appendParameters(url.sliced(url.indexOf('?', fragment) < 0 ? fragment + 1
                                                                   : url.indexOf('?', fragment) + 1),
                         places, true);
    const qsizetype scheme = main.indexOf("://");
    const qsizetype path = main.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    if (path >= 0 && (question < 0 || path < question)) {
        for (const QByteArray &part :
             main.mid(path + 1, question < 0 ? -1 : question - path - 1).split('/')) {
            if (!part.isEmpty())
                places.append({QString(), part, false});
        }
    }
    return places;
}

QByteArray hostOf(const QByteArray &url)
{
    const qsizetype scheme = url.indexOf("://");
    if (scheme < 0)
        return {};
    qsizetype end = scheme + 3;
    while (end < url.size() && !QByteArrayView("/?#").contains(url[end]))
        ++end;
    QByteArray authority = url.mid(scheme + 3, end - scheme - 3);
    authority = authority.mid(authority.lastIndexOf('@') + 1);
    const qsizetype bracket = authority.indexOf(']');
    const qsizetype colon = authority.indexOf(':', bracket < 0 ? 0 : bracket);
    return (colon < 0 ? authority : authority.first(colon)).toLower();
}

bool isSameSite(const QByteArray &host, const QByteArray &other)
{
    if (host == other)
        return true;
    const bool isAddress = !QHostAddress(QString::fromLatin1(host)).isNull() || host.startsWith('[');
    return !isAddress && labelsOfSite(host) == labelsOfSite(other);
}

bool isDowngrade(const QByteArray &from, const QByteArray &to)
{
    return from.toLower().startsWith("https:") && to.toLower().startsWith("http:");
}

} // namespace Matchbook
