// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickid.h"

#include <algorithm>

namespace Matchbook {

namespace {

constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int timeDigits = 8;
constexpr int randomDigits = 10;
constexpr int checkModulus = 31;
constexpr quint64 maxTime = (quint64(1) << 40) - 1;
constexpr quint64 maxRandom = (quint64(1) << 50) - 1;
/// Shorter cuts say too little: they could be anybody's.
constexpr qsizetype shortestTruncated = 9;
/// No network's macro is longer; a longer text in brackets is somebody's value.
constexpr qsizetype longestToken = 200;

using DigitTable = std::array<signed char, 256>;

constexpr DigitTable makeDigitTable()
{
    DigitTable table{};
    for (auto &digit : table)
        digit = -1;
    for (int i = 0; i < 32; ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<signed char>(i);
    return table;
}

constexpr DigitTable digits = makeDigitTable();

int digitOf(char c)
{
    return digits[static_cast<unsigned char>(c)];
}

void spell(quint64 number, int count, char *out)
{
    for (int i = count - 1; i >= 0; --i) {
        out[i] = alphabet[number & 31];
        number >>= 5;
    }
}

char toLowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool isMissing(QByteArrayView text)
{
    return text.isEmpty() || text == "0";
}

bool sameText(QByteArrayView text, QByteArrayView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

bool enclosed(QByteArrayView text, QByteArrayView open, QByteArrayView close, qsizetype leastInside)
{
    return text.size() >= open.size() + close.size() + leastInside && sameText(text.first(open.size()), open)
            && sameText(text.last(close.size()), close);
}

} // namespace

ClickId ClickId::make(qint64 unixMs, quint64 random50)
{
    const quint64 time = unixMs <= epochMs ? 0 : std::min(quint64(unixMs - epochMs), maxTime);

    ClickId id;
    id.m_text[0] = 'm';
    spell(time, timeDigits, id.m_text.data() + 1);
    spell(random50 & maxRandom, randomDigits, id.m_text.data() + 1 + timeDigits);
    int sum = 0;
    for (int i = 1; i < length - 1; ++i)
        sum += i * digitOf(id.m_text[size_t(i)]);
    id.m_text[length - 1] = alphabet[sum % checkModulus];
    return id;
}

std::optional<ClickId> ClickId::parse(QByteArrayView text)
{
    if (text.size() != length || text[0] != 'm')
        return std::nullopt;
    int sum = 0;
    for (int i = 1; i < length - 1; ++i) {
        const int digit = digitOf(text[i]);
        if (digit < 0)
            return std::nullopt;
        sum += i * digit;
    }
    if (text[length - 1] != alphabet[sum % checkModulus])
        return std::nullopt;

    ClickId id;
    std::copy_n(text.data(), length, id.m_text.begin());
    return id;
}

qint64 ClickId::unixMs() const
{
    qint64 time = 0;
    for (int i = 1; i <= timeDigits; ++i)
        time = time * 32 + std::max(0, digitOf(m_text[size_t(i)]));
    return epochMs + time;
}

ClickIdShape clickIdShape(QByteArrayView text)
{
    if (ClickId::parse(text))
        return ClickIdShape::WellFormed;
    const QByteArrayView trimmed = text.trimmed();
    if (isMissing(trimmed))
        return ClickIdShape::Empty;
    if (looksLikeLiteralToken(trimmed))
        return ClickIdShape::LiteralToken;
    if (trimmed.size() > ClickId::length || trimmed.size() < shortestTruncated
        || toLowerAscii(trimmed[0]) != 'm')
        return ClickIdShape::Foreign;
    const bool ours = std::all_of(trimmed.begin(), trimmed.end(),
                                  [](char c) { return digitOf(toLowerAscii(c)) >= 0; });
    if (!ours)
        return ClickIdShape::Foreign;
    return trimmed.size() < ClickId::length ? ClickIdShape::Truncated : ClickIdShape::Damaged;
}

bool looksLikePlaceholder(QByteArrayView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > longestToken)
        return false;

    // The dialects seen at networks and traffic sources, braces also where a browser or redirector encoded them.
    const bool placeholder = enclosed(text, "{", "}", 0) || enclosed(text, "[", "]", 0)
            || enclosed(text, "<", ">", 1) || enclosed(text, "#", "#", 1) || enclosed(text, "%", "%", 1)
            || enclosed(text, "${", "}", 0) || enclosed(text, "@@", "@@", 1) || enclosed(text, "__", "__", 1);
    if (placeholder)
        return true;

    const bool encodedPlaceholder = enclosed(text, "%7b", "%7d", 0) || enclosed(text, "%5b", "%5d", 0)
            || enclosed(text, "%23", "%23", 1) || enclosed(text, "%24%7b", "%7d", 0)
            || enclosed(text, "$%7b", "%7d", 0) || enclosed(text, "%3c", "%3e", 1);
    return encodedPlaceholder;
}

bool looksLikeLiteralToken(QByteArrayView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > longestToken)
        return false;
    return looksLikePlaceholder(text) || sameText(text, "null") || sameText(text, "undefined")
            || (text.size() >= 7 && sameText(text.first(7), "replace"));
}

} // namespace Matchbook
