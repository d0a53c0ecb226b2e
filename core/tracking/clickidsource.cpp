// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickidsource.h"

#include <QRandomGenerator>

namespace Matchbook {

ClickIdSource::ClickIdSource(std::function<quint64()> random) : m_random(std::move(random))
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::system()->generate64(); };
}

ClickId ClickIdSource::next(qint64 now)
{
    constexpr quint64 fiftyBits = (quint64(1) << 50) - 1;
    constexpr int stepBits
            = 32; // half a million IDs fit into a millisecond, and the next one cannot be guessed
    const quint64 random = m_random() & fiftyBits;
    const quint64 stepped = m_lastRandom + 1 + (random & ((quint64(1) << stepBits) - 1));
    if (now > m_last) {
        m_last = now;
        m_lastRandom = random;
    } else if (stepped <= fiftyBits) {
        m_lastRandom = stepped;
    } else {
        ++m_last;
        m_lastRandom = random;
    }
    return ClickId::make(m_last, m_lastRandom);
}

} // namespace Matchbook
