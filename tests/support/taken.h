// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QtGlobal>

namespace Matchbook {

/// The value of something that a test only needs and does not test; a failure ends the program with its text.
template<typename T>
T taken(Expected<T> expected)
{
    if (!expected)
        qFatal("failure %d: %s", int(expected.error().kind), qPrintable(expected.error().detail));
    return *std::move(expected);
}

inline void taken(const Expected<void> &done)
{
    if (!done)
        qFatal("failure %d: %s", int(done.error().kind), qPrintable(done.error().detail));
}

} // namespace Matchbook
