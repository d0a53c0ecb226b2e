// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"

#include <QStringList>

namespace Matchbook {

/// `Facts confirmed, checked Nov 2026`: how well the preset is known. Translated.
QString presetConfidence(const NetworkPreset &preset, const QLocale &locale);

/// A sentence for each fact of \a preset that is not verified: what it is about, and why. Translated where it is ours.
QStringList presetDoubts(const NetworkPreset &preset);

} // namespace Matchbook
