// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetcatalogue.h"

namespace Matchbook {

/// An ID for a new preset called \a name that none of \a catalogue has: `my-network`, `my-network-2`.
QString freePresetId(const QString &name, const PresetCatalogue &catalogue);

} // namespace Matchbook
