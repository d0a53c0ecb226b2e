// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chunkeddecoding.h"

#include "requesthead.h"

namespace Matchbook {

namespace {

constexpr int maximumDigits = 15; // never overflows qint64
// One-byte chunks need five bytes more each; nobody honest needs more than that, and some room for
// extensions.
constexpr qint64 overheadPerByte = 8;
constexpr qint64 overheadAllowed = 16 * 1024;

int hexValue(uchar byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    const uchar lower = byte | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

ChunkedDecoding::ChunkedDecoding(qint64 maximumBody, qsizetype maximumTrailer)
    : m_maximumBody(maximumBody), m_maximumTrailer(maximumTrailer)
{ }

qsizetype ChunkedDecoding::decode(QByteArrayView bytes, QByteArray &body)
{
    qsizetype used = 0;
    while (used < bytes.size() && m_status == 0 && m_part != Part::Complete) {
        if (m_part == Part::Content) {
            const auto taken = qMin<qint64>(m_chunk, bytes.size() - used);
            body.append(bytes.data() + used, taken);
            used += taken;
            m_chunk -= taken;
            if (m_chunk == 0)
                m_part = Part::ContentReturn;
            continue;
        }
        step(static_cast<uchar>(bytes[used++]));
        if (++m_overhead > overheadAllowed + overheadPerByte * m_decoded + m_maximumTrailer)
            reject(400);
    }
    return used;
}

void ChunkedDecoding::step(uchar byte)
{
    switch (m_part) {
    case Part::FirstDigit:
    case Part::Digits:
        return digit(byte);
    case Part::Extension:
        if (byte == '\r')
            m_part = Part::SizeLineFeed;
        else if (!isFieldByte(byte))
            reject(400);
        return;
    case Part::SizeLineFeed:
        expectByte(byte, '\n', m_part);
        return endOfSize();
    case Part::ContentReturn:
        return expectByte(byte, '\r', Part::ContentLineFeed);
    case Part::ContentLineFeed:
        return expectByte(byte, '\n', Part::FirstDigit);
    case Part::TrailerStart:
        if (byte == '\r')
            m_part = Part::LastLineFeed;
        else if (!lowerTokenByte(byte))
            reject(400);
        else
            m_part = Part::TrailerName;
        break;
    case Part::TrailerName:
        if (byte == ':')
            m_part = Part::TrailerValue;
        else if (!lowerTokenByte(byte))
            reject(400);
        break;
    case Part::TrailerValue:
        if (byte == '\r')
            m_part = Part::TrailerLineFeed;
        else if (!isFieldByte(byte))
            reject(400);
        break;
    case Part::TrailerLineFeed:
        expectByte(byte, '\n', Part::TrailerStart);
        break;
    case Part::LastLineFeed:
        expectByte(byte, '\n', Part::Complete);
        break;
    case Part::Content:
    case Part::Complete:
        break;
    }
    if (++m_trailer > m_maximumTrailer && m_status == 0)
        reject(431);
}

void ChunkedDecoding::digit(uchar byte)
{
    const int value = hexValue(byte);
    if (value >= 0) {
        if (++m_digits > maximumDigits)
            return reject(400);
        m_chunk = m_chunk * 16 + value;
        m_part = Part::Digits;
    } else if (m_part == Part::Digits && byte == ';') {
        m_part = Part::Extension;
    } else if (m_part == Part::Digits && byte == '\r') {
        m_part = Part::SizeLineFeed;
    } else {
        reject(400);
    }
}

void ChunkedDecoding::endOfSize()
{
    if (m_status != 0)
        return;
    if (m_chunk > m_maximumBody - m_decoded)
        return reject(413);
    m_decoded += m_chunk;
    m_digits = 0;
    m_part = m_chunk > 0 ? Part::Content : Part::TrailerStart;
}

void ChunkedDecoding::expectByte(uchar byte, char wanted, Part next)
{
    if (byte == static_cast<uchar>(wanted))
        m_part = next;
    else
        reject(400);
}

} // namespace Matchbook
