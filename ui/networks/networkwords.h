// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "vocabulary/affiliatenetwork.h"

#include <QString>

namespace Matchbook {

/// The choices of a network's rules in words for people, translated.
QString repeatPolicyText(RepeatPolicy policy);
QString decimalMarkText(DecimalMark mark);

/// What a parameter called \a name means to \a preset, in a word or two; empty if it is not read. Case does not matter.
QString fieldMeaning(const NetworkPreset &preset, const QString &name);

/// Splits \a text at commas and white space into the addresses and blocks that may send postbacks.
QStringList sendersFromText(const QString &text);
/// The first of \a senders that is neither an address nor a block such as 203.0.113.0/24; empty if all are.
QString wrongSender(const QStringList &senders);

} // namespace Matchbook
