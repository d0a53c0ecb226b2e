// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickidrepair.h"

#include "networks/formdecoding.h"

#include <QStringList>

#include <algorithm>

namespace Matchbook {

namespace {

/// What is kept of a text that could not be read.
constexpr qsizetype longestDetail = 200;

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isEscape(QByteArrayView text)
{
    return text.size() >= 3 && text[0] == '%' && isHexDigit(text[1]) && isHexDigit(text[2]);
}

bool hasEscape(QByteArrayView text)
{
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
        if (isEscape(text.sliced(i)))
            return true;
    }
    return false;
}

/// \a text in lower case, and with Crockford's look-alikes where an ID has no such letters: i, l → 1 and o → 0.
QByteArray folded(QByteArrayView text)
{
    QByteArray out = text.toByteArray().toLower();
    out.replace('i', '1').replace('l', '1').replace('o', '0');
    return out;
}

/// \a text without what is no letter or digit in front: white space, quotes, `=`, brackets, an escape left over.
QByteArrayView withoutLeadingJunk(QByteArrayView text)
{
    while (!text.isEmpty() && !isAlphanumeric(text[0]))
        text = text.sliced(isEscape(text) ? 3 : 1);
    return text;
}

/// The letters and digits that \a text begins with, behind any junk.
QByteArrayView core(QByteArrayView text)
{
    text = withoutLeadingJunk(text);
    qsizetype end = 0;
    while (end < text.size() && isAlphanumeric(text[end]))
        ++end;
    return text.first(end);
}

/// The ID that \a text begins with behind any junk, whatever is attached to it.
std::optional<ClickId> trimmedId(QByteArrayView text)
{
    const QByteArray letters = folded(core(text));
    return ClickId::parse(
            QByteArrayView(letters).first(std::min<qsizetype>(letters.size(), ClickId::length)));
}

RepairedClickId found(const ClickId &id, const QList<MatchKind> &steps)
{
    RepairedClickId result;
    result.id = id;
    result.match = steps.last();
    if (steps.size() == 1)
        return result;
    QStringList words;
    for (const MatchKind step : steps)
        words << QString(matchWord(step));
    result.steps = words.join(u' ');
    return result;
}

/// Why \a text is no click ID, seen without junk and in one case.
RepairedClickId refused(QByteArrayView original, const QByteArray &text)
{
    RepairedClickId result;
    const QString shown = displayText(original.first(std::min(original.size(), longestDetail)));
    const QByteArrayView inner = core(text);
    if (clickIdShape(text) == ClickIdShape::Empty || (inner.isEmpty() && !looksLikeLiteralToken(text))) {
        result.cause = PostbackCause::NoClickId;
        return result;
    }
    result.detail = shown;
    if (looksLikeLiteralToken(original) || looksLikeLiteralToken(text)) {
        result.cause = PostbackCause::LiteralToken;
        return result;
    }
    switch (clickIdShape(inner)) {
    case ClickIdShape::Truncated:
        result.cause = PostbackCause::ClickIdTruncated;
        result.detail = QString::number(inner.size());
        break;
    case ClickIdShape::Damaged:
    case ClickIdShape::WellFormed:
        result.cause = PostbackCause::ClickIdDamaged;
        break;
    case ClickIdShape::LiteralToken:
        result.cause = PostbackCause::LiteralToken;
        break;
    case ClickIdShape::Empty:
        result.cause = PostbackCause::NoClickId;
        result.detail.clear();
        break;
    case ClickIdShape::Foreign:
        result.cause = PostbackCause::ForeignClickId;
        break;
    }
    return result;
}

} // namespace

RepairedClickId repairClickId(QByteArrayView text)
{
    if (const auto id = ClickId::parse(text))
        return found(*id, {MatchKind::Exact});

    QByteArray current = text.toByteArray();
    const bool escaped = hasEscape(text);
    if (escaped) {
        current = percentDecoded(text);
        if (const auto id = ClickId::parse(current))
            return found(*id, {MatchKind::Decoded});
    }
    if (const auto id = ClickId::parse(folded(current)))
        return found(*id,
                     escaped ? QList{MatchKind::Decoded, MatchKind::CaseFolded}
                             : QList{MatchKind::CaseFolded});

    if (const auto id = trimmedId(current)) {
        QList<MatchKind> steps;
        // An escape that is trimmed away with the rest need not have been decoded.
        if (escaped && trimmedId(text) != id)
            steps << MatchKind::Decoded;
        if (!core(current).startsWith(id->bytes()))
            steps << MatchKind::CaseFolded;
        return found(*id, steps << MatchKind::Trimmed);
    }
    return refused(text, current);
}

} // namespace Matchbook
