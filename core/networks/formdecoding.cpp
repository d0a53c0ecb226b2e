// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formdecoding.h"

#include <algorithm>

namespace Matchbook {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

QByteArray decoded(QByteArrayView text, bool plusIsSpace)
{
    QByteArray out(text.size(), Qt::Uninitialized);
    char *to = out.data();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '+' && plusIsSpace) {
            *to++ = ' ';
            continue;
        }
        if (c == '%' && i + 2 < text.size()) {
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high >= 0 && low >= 0) {
                *to++ = char(high * 16 + low);
                i += 2;
                continue;
            }
        }
        *to++ = c;
    }
    out.truncate(to - out.constData());
    return out;
}

bool isContinuation(uchar c)
{
    return (c & 0xC0) == 0x80;
}

/// Length of the well-formed UTF-8 sequence at the start of \a bytes, 0 if there is none.
/// Overlong forms, surrogates and anything beyond U+10FFFF are not well-formed.
qsizetype sequenceLength(QByteArrayView bytes)
{
    const auto at = [bytes](qsizetype i) { return i < bytes.size() ? uchar(bytes[i]) : uchar(0); };
    const uchar lead = at(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return isContinuation(at(1)) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const uchar least = lead == 0xE0 ? 0xA0 : 0x80;
        const uchar most = lead == 0xED ? 0x9F : 0xBF;
        return at(1) >= least && at(1) <= most && isContinuation(at(2)) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const uchar least = lead == 0xF0 ? 0x90 : 0x80;
        const uchar most = lead == 0xF4 ? 0x8F : 0xBF;
        return at(1) >= least && at(1) <= most && isContinuation(at(2)) && isContinuation(at(3)) ? 4 : 0;
    }
    return 0;
}

bool isControl(QByteArrayView sequence)
{
    const uchar first = uchar(sequence[0]);
    if (sequence.size() == 1)
        return first < 0x20 || first == 0x7F;
    return sequence.size() == 2 && first == 0xC2 && uchar(sequence[1]) < 0xA0;
}

void appendEscaped(QString &out, uchar byte)
{
    static constexpr char16_t hex[] = u"0123456789ABCDEF";
    out += u'\\';
    out += u'x';
    out += QChar(hex[byte >> 4]);
    out += QChar(hex[byte & 15]);
}

bool isPlainAscii(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (uchar(c) < 0x20 || uchar(c) >= 0x7F || c == '\\')
            return false;
    }
    return true;
}

/// The value of a hexadecimal digit as appendEscaped() writes it; -1 for any other character.
int shownDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The byte that `\xHH` at the beginning of \a text stands for; -1 if there is none.
int escapedByte(QByteArrayView text)
{
    if (text.size() < 4 || text[0] != '\\' || text[1] != 'x')
        return -1;
    const int high = shownDigit(text[2]);
    const int low = shownDigit(text[3]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
            || c == '_' || c == '~';
}

} // namespace

QList<FormField> decodeForm(QByteArrayView raw, int limit)
{
    QList<FormField> fields;
    if (!raw.isEmpty())
        fields.reserve(std::min<qsizetype>(limit, std::count(raw.begin(), raw.end(), '&') + 1));
    qsizetype start = 0;
    while (start < raw.size() && fields.size() < limit) {
        qsizetype end = raw.indexOf('&', start);
        if (end < 0)
            end = raw.size();
        QByteArrayView item = raw.sliced(start, end - start);
        start = end + 1;
        while (item.startsWith('?'))
            item = item.sliced(1);
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        const QByteArrayView name = equals < 0 ? item : item.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : item.sliced(equals + 1);
        fields.append({decoded(name, true), decoded(value, true)});
    }
    return fields;
}

QByteArray percentDecoded(QByteArrayView text)
{
    return decoded(text, false);
}

QString displayText(QByteArrayView bytes)
{
    if (isPlainAscii(bytes))
        return QString::fromLatin1(bytes.data(), bytes.size());

    QString out;
    out.reserve(bytes.size());
    while (!bytes.isEmpty()) {
        const qsizetype length = sequenceLength(bytes);
        const qsizetype taken = std::max<qsizetype>(length, 1);
        const QByteArrayView piece = bytes.first(taken);
        if (length == 0 || isControl(piece) || escapedByte(bytes) >= 0) {
            for (const char c : piece)
                appendEscaped(out, uchar(c));
        } else {
            out += QString::fromUtf8(piece.data(), piece.size());
        }
        bytes = bytes.sliced(taken);
    }
    return out;
}

QByteArray shownBytes(const QString &shown)
{
    const QByteArray text = shown.toUtf8();
    if (!text.contains('\\'))
        return text;
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const int byte = escapedByte(QByteArrayView(text).sliced(i));
        bytes += byte < 0 ? text[i] : char(byte);
        i += byte < 0 ? 1 : 4;
    }
    return bytes;
}

QByteArray percentEncoded(QByteArrayView bytes)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    QByteArray out;
    out.reserve(bytes.size());
    for (const char c : bytes) {
        if (isUnreserved(c)) {
            out += c;
        } else {
            out += '%';
            out += hex[uchar(c) >> 4];
            out += hex[uchar(c) & 15];
        }
    }
    return out;
}

} // namespace Matchbook
