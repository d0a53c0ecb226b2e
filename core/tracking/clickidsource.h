// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/clickid.h"
#include "vocabulary/clock.h"

#include <functional>

namespace Matchbook {

/// Makes click IDs. Those of one source ascend, also within a millisecond and when the clock goes backwards, which keeps
/// them in the order of arrival and the store's index growing at its edge. One for each thread.
class ClickIdSource
{
public:
    /// \a random gives 64 random bits; empty: the operating system's generator.
    explicit ClickIdSource(std::function<quint64()> random = {});

    /// The ID of a click at \a now, Unix ms.
    ClickId next(qint64 now);

private:
    std::function<quint64()> m_random;
    qint64 m_last = 0;
    quint64 m_lastRandom = 0;
};

} // namespace Matchbook
