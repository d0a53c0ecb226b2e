// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Matchbook {

/// Removes the chunked transfer coding (RFC 9112, 7.1) from a body, one stretch of bytes after the other.
/// Extensions and trailer fields are checked for their form and dropped.
class ChunkedDecoding
{
public:
    ChunkedDecoding(qint64 maximumBody, qsizetype maximumTrailer);

    /// Appends what \a bytes decode to to \a body and returns how many of them belong to the body's coding:
    /// all, unless it ends among them or something is wrong.
    qsizetype decode(QByteArrayView bytes, QByteArray &body);
    bool isComplete() const { return m_part == Part::Complete; }
    /// 0, or the status to refuse with: 400, 413 or 431.
    int status() const { return m_status; }

private:
    enum class Part {
        FirstDigit,
        Digits,
        Extension,
        SizeLineFeed,
        Content,
        ContentReturn,
        ContentLineFeed,
        TrailerStart,
        TrailerName,
        TrailerValue,
        TrailerLineFeed,
        LastLineFeed,
        Complete,
    };

    void step(uchar byte);
    void digit(uchar byte);
    void endOfSize();
    void expectByte(uchar byte, char wanted, Part next);
    void reject(int status) { m_status = status; }

    qint64 m_maximumBody;
    qsizetype m_maximumTrailer;
    Part m_part = Part::FirstDigit;
    int m_status = 0;
    int m_digits = 0;
    qint64 m_chunk = 0; ///< what is left of this chunk
    qint64 m_decoded = 0; ///< chunks announced so far
    qint64 m_overhead = 0; ///< bytes that were not content
    qsizetype m_trailer = 0;
};

} // namespace Matchbook
