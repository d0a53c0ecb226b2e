// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkpreset.h"

namespace Matchbook {

/// True if a postback URL of \a preset says the status, by a macro or by a constant word.
bool tellsStatus(const NetworkPreset &preset);

/// What the status \a word means. Where the network's own URLs say none, our words mean themselves, as statusUrls() uses them.
/// Nothing for others that the preset does not list.
std::optional<ConversionStatus> statusMeant(const NetworkPreset &preset, const QString &word);

} // namespace Matchbook
