// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clickidsource.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Matchbook {

ClickIdSource::ClickIdSource(std::function<quint64()> random) : m_random(std::move(random))
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::system()->generate64(); };
}

ClickId ClickIdSource::next(qint64 now)
{
    constexpr quint64 fiftyBits = (quint64(1) << 50) - 1;
    m_last = std::max(m_last, now);
    return ClickId::make(m_last, m_random() & fiftyBits);
}

} // namespace Matchbook
