// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/secretsource.h"
#include "networks/networkpreset.h"
#include "tone.h"

namespace Matchbook {

/// What the network's dashboard calls its secret; in words for people.
QString secretLabel(const NetworkPreset &preset);
/// Where the person finds it, as a sentence.
QString secretWhere(const NetworkPreset &preset);

/// Whether a network with \a preset has its secret, and where: `in the keychain`, `missing`.
QString standingText(const NetworkPreset &preset, const SecretStanding &standing);
Tone standingTone(const NetworkPreset &preset, const SecretStanding &standing);

} // namespace Matchbook
