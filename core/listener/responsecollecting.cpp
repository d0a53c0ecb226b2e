// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responsecollecting.h"

#include <cstring>

namespace Matchbook {

namespace {

constexpr QByteArrayView headEnd = "\r\n\r\n";

qint64 contentLength(QByteArrayView head)
{
    constexpr QByteArrayView name = "content-length:";
    qsizetype line = head.indexOf('\n');
    while (line >= 0) {
        const QByteArrayView rest = head.sliced(line + 1);
        if (rest.size() > name.size() && rest.first(name.size()).compare(name, Qt::CaseInsensitive) == 0) {
            const QByteArrayView value = rest.sliced(name.size());
            return value.first(value.indexOf('\r')).trimmed().toLongLong();
        }
        line = head.indexOf('\n', line + 1);
    }
    return 0;
}

} // namespace

void ResponseCollecting::begin(bool withoutBody, bool closes)
{
    m_bytes.resize(0);
    m_headSize = -1;
    m_wholeSize = 0;
    m_withoutBody = withoutBody;
    m_closes = closes;
    m_isWhole = false;
}

bool ResponseCollecting::add(const char *piece, qint64 size)
{
    if (m_isWhole || size <= 0)
        return false;
    const qsizetype before = m_bytes.size();
    m_bytes.resize(before + size);
    std::memcpy(m_bytes.data() + before, piece, static_cast<size_t>(size));
    if (m_headSize < 0) {
        // The end of the head comes with the end of a line, hence most pieces need no search.
        if (!std::memchr(piece, '\n', static_cast<size_t>(size)))
            return false;
        const auto end = m_bytes.indexOf(headEnd, qMax<qsizetype>(0, before - headEnd.size() + 1));
        if (end < 0)
            return false;
        m_headSize = end + headEnd.size();
        readHead();
    }
    if (m_bytes.size() < m_wholeSize)
        return false;
    m_isWhole = true;
    m_bytes.truncate(m_withoutBody ? m_headSize : m_wholeSize);
    return true;
}

void ResponseCollecting::readHead()
{
    m_wholeSize = m_headSize + contentLength(QByteArrayView(m_bytes).first(m_headSize));
    if (!m_closes)
        return;
    constexpr QByteArrayView closing = "Connection: close\r\n";
    m_bytes.insert(m_headSize - 2, closing);
    m_headSize += closing.size();
    m_wholeSize += closing.size();
}

} // namespace Matchbook
