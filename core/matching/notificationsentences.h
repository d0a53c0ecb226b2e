// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/postback.h"

namespace Matchbook {

/// What a cause that only native notifications have means and what to do about it. For people, translated.
QString notificationSentence(PostbackCause cause, const QString &detail);
/// The same in a few words.
QString notificationReason(PostbackCause cause, const QString &detail);

} // namespace Matchbook
