// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Matchbook {

/// Puts the many small writes of one HTTP response together. Pure.
class ResponseCollecting
{
public:
    /// Starts over. \a withoutBody: the answer to a HEAD request. \a closes: the client is to be told that
    /// the connection ends.
    void begin(bool withoutBody, bool closes);
    /// Takes the next piece; true once the response is whole, by its Content-Length. Further pieces are
    /// ignored.
    bool add(const char *piece, qint64 size);
    /// What is to be sent.
    const QByteArray &bytes() const { return m_bytes; }

private:
    void readHead();

    QByteArray m_bytes;
    qint64 m_headSize = -1; ///< -1: not known yet
    qint64 m_wholeSize = 0;
    bool m_withoutBody = false;
    bool m_closes = false;
    bool m_isWhole = false;
};

} // namespace Matchbook
