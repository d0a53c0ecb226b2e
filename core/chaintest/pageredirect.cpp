// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pageredirect.h"

#include <QRegularExpression>

namespace Matchbook {

namespace {

constexpr int longestDelay = 10; ///< seconds; a page that stays longer is one to read
/// A larger page does something with its scripts besides sending the visitor on, and nobody can tell when.
constexpr qsizetype largestScriptedPage = 16 * 1024;

/// Redirects stand at the top; the rest is text to read.
constexpr qsizetype lookedAt = 32 * 1024;

constexpr auto ignoringCase
        = QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption;

QByteArray withoutEntities(QByteArray text)
{
    // The ones that addresses need.
    const std::pair<const char *, const char *> entities[] = {
            {"&quot;", "\""}, {"&#34;", "\""}, {"&#39;", "'"}, {"&#x27;", "'"}, {"&apos;", "'"},
            {"&#38;", "&"},   {"&#x26;", "&"}, {"&#47;", "/"}, {"&#x2F;", "/"}, {"&amp;", "&"},
    };
    for (const auto &[entity, character] : entities)
        text.replace(entity, character);
    return text;
}

/// \a text with the escapes of a script's text resolved: `\/`, `\x26`, `\u0026`.
QByteArray withoutEscapes(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 >= text.size()) {
            out += text[i];
            continue;
        }
        const QChar kind = text[++i];
        const int digits = kind == u'x' ? 2 : kind == u'u' ? 4 : 0;
        bool isNumber = false;
        const uint code = digits > 0 ? text.mid(i + 1, digits).toUInt(&isNumber, 16) : 0;
        if (isNumber) {
            out += QChar(ushort(code));
            i += digits;
        } else {
            out += kind;
        }
    }
    return out.toUtf8();
}

QByteArray unquoted(QByteArray text)
{
    text = text.trimmed();
    if (text.startsWith('"') || text.startsWith('\'')) {
        const qsizetype end = text.indexOf(text.front(), 1);
        text = text.mid(1, end < 0 ? -1 : end - 1);
    }
    return text.trimmed();
}

QByteArray withoutComments(QByteArray html)
{
    for (qsizetype from = html.indexOf("<!--"); from >= 0; from = html.indexOf("<!--", from)) {
        const qsizetype end = html.indexOf("-->", from);
        html.remove(from, end < 0 ? html.size() - from : end + 3 - from);
    }
    return html;
}

QString attribute(const QString &element, const QString &name)
{
    const QRegularExpression pattern(
            QStringLiteral("[\\s\"'/]%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))").arg(name),
            ignoringCase);
    const auto found = pattern.match(element);
    for (int group = 1; group <= 3; ++group) {
        if (!found.captured(group).isEmpty())
            return found.captured(group);
    }
    return {};
}

std::optional<PageRedirect> metaRefresh(const QString &page)
{
    static const QRegularExpression element(QStringLiteral("<meta\\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>"),
                                            ignoringCase);
    auto elements = element.globalMatch(page);
    while (elements.hasNext()) {
        const QString text = elements.next().captured();
        if (attribute(text, QStringLiteral("http-equiv")).compare(u"refresh", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArray content = withoutEntities(attribute(text, QStringLiteral("content")).toUtf8());
        if (const auto target = refreshTarget(content))
            return PageRedirect{Hop::By::MetaRefresh, *target};
    }
    return std::nullopt;
}

std::optional<PageRedirect> scriptRedirect(const QString &page)
{
    static const QRegularExpression element(QStringLiteral("<script\\b[^>]*>(.*?)</script"), ignoringCase);
    // The address stands alone: what is put together from parts would have to be run.
    static const QRegularExpression going(
            QStringLiteral("(?<![\\w$.-])(?:(?:window|document|self|top|parent)\\s*\\.\\s*)*location"
                           "(?:\\s*\\.\\s*href)?"
                           "(?:\\s*=\\s*|\\s*\\.\\s*(?:replace|assign)\\s*\\(\\s*)"
                           "(?:\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\\n]|\\\\.)*)')\\s*(?=[;)}\\n]|$)"),
            ignoringCase);
    auto elements = element.globalMatch(page);
    while (elements.hasNext()) {
        const QString script = elements.next().captured(1);
        const auto found = going.match(script);
        if (!found.hasMatch())
            continue;
        const QByteArray target
                = withoutEscapes(found.captured(1).isEmpty() ? found.captured(2) : found.captured(1))
                          .trimmed();
        if (!target.isEmpty())
            return PageRedirect{Hop::By::JavaScript, target};
    }
    return std::nullopt;
}

} // namespace

std::optional<QByteArray> refreshTarget(QByteArrayView value)
{
    static const QRegularExpression pattern(
            QStringLiteral("^\\s*(\\d*)(?:\\.\\d*)?\\s*[;,\\s]\\s*(?:url\\s*=\\s*)?(.+)$"), ignoringCase);
    const auto found = pattern.match(QString::fromUtf8(value.data(), value.size()));
    if (!found.hasMatch() || found.captured(1).size() > 3 || found.captured(1).toInt() > longestDelay)
        return std::nullopt;
    const QByteArray target = unquoted(found.captured(2).toUtf8());
    return target.isEmpty() ? std::nullopt : std::optional(target);
}

std::optional<PageRedirect> redirectInPage(const QByteArray &html)
{
    // In a script such a mark is no comment, so scripts are looked for in the whole page.
    if (const auto meta = metaRefresh(QString::fromUtf8(withoutComments(html.left(lookedAt)))))
        return meta;
    const QString page = QString::fromUtf8(html);
    return html.size() <= largestScriptedPage ? scriptRedirect(page) : std::nullopt;
}

} // namespace Matchbook
