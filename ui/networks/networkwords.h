// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/affiliatenetwork.h"

#include <QString>

namespace Matchbook {

/// The choices of a network's rules in words for people, translated.
QString repeatPolicyText(RepeatPolicy policy);
QString decimalMarkText(DecimalMark mark);

/// \a steps below each other, numbered: `1.  Integrations`.
QString numberedSteps(const QStringList &steps);

/// Splits \a text at commas, semicolons and white space: addresses that may send, names of parameters.
QStringList wordsOfList(const QString &text);
/// The first of \a senders that is neither an address nor a block such as 203.0.113.0/24; empty if all are.
QString wrongSender(const QStringList &senders);

} // namespace Matchbook
