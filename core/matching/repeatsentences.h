// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/postback.h"

namespace Matchbook {

/// What a further postback of a conversion did, or why it did nothing. For people, translated.
QString repeatSentence(PostbackCause cause, const QString &detail);
/// The same in a few words.
QString repeatReason(PostbackCause cause, const QString &detail);

} // namespace Matchbook
