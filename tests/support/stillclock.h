// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/clock.h"

#include <atomic>

namespace Matchbook {

/// A clock that stands still until it is told otherwise. Safe to read from any thread.
class StillClock final : public Clock
{
public:
    /// 2026-11-02 10:00:00 UTC, a Monday.
    static constexpr qint64 usual = 1'793'613'600'000;

    explicit StillClock(qint64 now = usual) : m_now(now) { }
    qint64 now() const override { return m_now; }
    void set(qint64 now) { m_now = now; }
    void pass(qint64 ms) { m_now += ms; }

private:
    std::atomic<qint64> m_now;
};

} // namespace Matchbook
