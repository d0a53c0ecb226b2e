// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetcatalogue.h"

namespace Matchbook {

/// Which users of a network the preset \a id is for, where the network has several: one short sentence. Empty where there
/// is nothing to confuse it with, and for an unknown ID.
QString forWhom(const PresetCatalogue &presets, const QString &id);

} // namespace Matchbook
