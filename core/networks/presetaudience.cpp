// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetaudience.h"

namespace Matchbook {

QString forWhom(const PresetCatalogue &presets, const QString &id)
{
    // Another one's sentence would be wrong for a preset that builds on it.
    return presets.files().value(id).value(QStringLiteral("forWhom")).toString();
}

} // namespace Matchbook
