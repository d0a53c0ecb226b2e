// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "niceaxis.h"

#include <cmath>

namespace Matchbook {

NiceAxis niceAxis(double smallest, double largest, int mostTicks)
{
    const double low = std::fmin(0.0, smallest);
    double high = std::fmax(0.0, largest);
    if (!std::isfinite(low) || !std::isfinite(high))
        return {};
    if (high - low < 1e-9)
        high = low + 1;
    double power = std::pow(10.0, std::floor(std::log10((high - low) / mostTicks)));
    for (;; power *= 10) {
        for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
            NiceAxis axis;
            axis.step = factor * power;
            axis.low = std::floor(low / axis.step + 1e-9) * axis.step;
            axis.high = std::ceil(high / axis.step - 1e-9) * axis.step;
            if (axis.ticks() <= mostTicks)
                return axis;
        }
    }
}

} // namespace Matchbook
