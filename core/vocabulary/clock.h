// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace Matchbook {

/// Where the time comes from. Handed over in constructors, so that tests can stop it. Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Unix time in milliseconds, UTC.
    virtual qint64 now() const = 0;
};

class SystemClock final : public Clock
{
public:
    qint64 now() const override;
};

} // namespace Matchbook
