// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace Matchbook {

/// An axis from \a low to \a high, whole steps apart.
struct NiceAxis {
    double low = 0;
    double high = 1;
    double step = 0.25;

    int ticks() const { return qRound((high - low) / step) + 1; }
};

/// An axis that contains 0, \a smallest and \a largest, with at most \a mostTicks ticks at 1, 2, 2.5 or 5 times a power
/// of ten. `niceAxis(0, 487)` is 0 … 500 in steps of 100.
NiceAxis niceAxis(double smallest, double largest, int mostTicks = 6);

} // namespace Matchbook
