// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/requestframing.h"

#include <QRandomGenerator>

namespace Matchbook {

/// Everything that happened to the bytes so far, in a line: `GET /path ?query =body close; waits in head`.
class FramingProtocol
{
public:
    explicit FramingProtocol(const FramingLimits &limits) : m_framing(limits) { }

    void feed(QByteArrayView bytes)
    {
        m_framing.feed(bytes);
        while (m_framing.state() == RequestFraming::State::Complete) {
            const bool closes = m_framing.closesAfter();
            const ReceivedRequest request = m_framing.takeRequest();
            m_text += request.method + ' ' + request.path;
            if (!request.query.isNull())
                m_text += " ?" + request.query;
            if (!request.body.isEmpty())
                m_text += " =" + request.body;
            m_text += closes ? " close; " : "; ";
            m_framing.feed({});
        }
    }

    QByteArray text() const
    {
        switch (m_framing.state()) {
        case RequestFraming::State::Idle:
            return m_text + "idle";
        case RequestFraming::State::Head:
            return m_text + "head";
        case RequestFraming::State::Body:
            return m_text + "body";
        case RequestFraming::State::Rejected:
            return m_text + "rejected " + QByteArray::number(m_framing.status());
        case RequestFraming::State::Complete:
            break;
        }
        return m_text + "?";
    }

private:
    RequestFraming m_framing;
    QByteArray m_text;
};

inline FramingLimits smallLimits()
{
    return {200, 600, 10, 100};
}

/// What becomes of \a input when it arrives in pieces of at most \a longest bytes; 0: all at once.
inline QByteArray framed(const QByteArray &input, int longest, QRandomGenerator &random)
{
    FramingProtocol protocol(smallLimits());
    for (qsizetype i = 0; i < input.size();) {
        const qsizetype piece = longest > 1 ? random.bounded(1, longest) : longest;
        const qsizetype size = piece == 0 ? input.size() : qMin(piece, input.size() - i);
        protocol.feed(QByteArrayView(input).sliced(i, size));
        i += size;
    }
    return protocol.text();
}

} // namespace Matchbook

/// Whole, byte by byte and in random pieces the same must come out.
#define VERIFY_FRAMING(input, expected)                                                                      \
    do {                                                                                                     \
        QRandomGenerator random(20261123);                                                                   \
        QCOMPARE(framed(input, 0, random), expected);                                                        \
        QCOMPARE(framed(input, 1, random), expected);                                                        \
        for (int round = 0; round < 50; ++round)                                                             \
            QCOMPARE(framed(input, 40, random), expected);                                                   \
    } while (false)
