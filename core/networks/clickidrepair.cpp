// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickidrepair.h"

#include "formdecoding.h"

#include <QStringList>

#include <algorithm>

namespace Matchbook {

namespace {

/// What is kept of a text that could not be read.
constexpr qsizetype longestDetail = 200;

/// Whoever encodes once more for each of several redirects comes no further than this.
constexpr qsizetype mostDecodings = 4;

/// The part of an ID that tells its time, with the letter before it.
constexpr qsizetype timeLength = 9;
/// Shorter pieces fit to hours of clicks, and to words.
constexpr qsizetype shortestPiece = 4;

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

/// The ID at either end of the letters and digits \a run.
std::optional<ClickId> idIn(QByteArrayView run)
{
    if (run.size() < ClickId::length)
        return std::nullopt;
    for (const QByteArrayView end : {run.first(ClickId::length), run.last(ClickId::length)}) {
        if (end[0] != 'm' && end[0] != 'M')
            continue;
        if (const auto id = ClickId::parse(folded(end)))
            return id;
    }
    return std::nullopt;
}

/// The first ID in \a text, whatever is attached to it. Within letters and digits without a gap it stands at one end: in the
/// middle of somebody's long value, chance makes too many right check characters.
std::optional<ClickId> trimmedId(QByteArrayView text)
{
    for (text = withoutLeadingJunk(text); !text.isEmpty(); text = withoutLeadingJunk(text)) {
        const QByteArrayView run = core(text);
        if (const auto id = idIn(run))
            return id;
        text = text.sliced(run.size());
    }
    return std::nullopt;
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
    QList<MatchKind> steps;
    while (steps.size() < mostDecodings && hasEscape(current)) {
        current = percentDecoded(current);
        steps << MatchKind::Decoded;
        if (const auto id = ClickId::parse(current))
            return found(*id, steps);
    }
    if (const auto id = ClickId::parse(folded(current)))
        return found(*id, steps << MatchKind::CaseFolded);

    if (const auto id = trimmedId(current)) {
        // An escape that is trimmed away with the rest need not have been decoded.
        if (trimmedId(text) == id)
            steps.clear();
        if (!current.contains(id->bytes()))
            steps << MatchKind::CaseFolded;
        return found(*id, steps << MatchKind::Trimmed);
    }
    return refused(text, current);
}

QByteArray possibleBeginning(QByteArrayView text)
{
    QByteArray current = text.toByteArray();
    for (int i = 0; i < mostDecodings && hasEscape(current); ++i)
        current = percentDecoded(current);
    const QByteArray letters = folded(core(current).first(std::min(core(current).size(), timeLength)));
    if (letters.size() < shortestPiece || letters.at(0) != 'm' || letters.contains('u'))
        return {};
    return letters;
}

} // namespace Matchbook
