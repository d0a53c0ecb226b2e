// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demomonth.h"
#include "vocabulary/clock.h"
#include "vocabulary/expected.h"

#include <QString>

namespace Matchbook {

/// Makes the demo's data folder ready: a month of invented traffic, made anew when it is not of today. \a folder empty: the
/// usual place, beside the real data folder. Returns the folder. A folder that holds data but was not made by the demo is left
/// alone: BadUsage.
Expected<QString> prepareDemoFolder(const QString &folder, const Clock &clock, int days = demoDays);

} // namespace Matchbook
