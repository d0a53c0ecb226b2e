// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "tone.h"

namespace Matchbook {

/// How well a network is known, in words for people, translated: `Confirmed`, `Single source`, `Unsure`.
QString confidenceText(const QString &confidence);
/// The same as a sentence, with what to make of it.
QString confidenceSentence(const QString &confidence);
Tone confidenceTone(const QString &confidence);

/// Why nothing can be received from networks of this kind, in a few words; empty if it can.
QString obstacleText(PresetKind kind);
/// A title for the network's own advice.
QString obstacleTitle(const NetworkPreset &preset);

/// What a test of the network does, what it proves, and how the network's own one is started; in sentences. \a name is what
/// the person calls the network, \a macrosVerified whether its postbacks can be simulated faithfully.
QString testSentence(const NetworkPreset &preset, const QString &name, bool macrosVerified);

/// Sentences about the network that spare people a mistake: its hints, what it does when we do not answer, how long it waits.
QStringList goodToKnow(const NetworkPreset &preset);

} // namespace Matchbook
