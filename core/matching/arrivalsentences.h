// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/postback.h"

namespace Matchbook {

/// What explanation() and shortReason() say of a postback that is about neither click nor content: how it came in, with which
/// key and from whom, and what never counts. Translated; empty for other causes.
QString arrivalSentence(PostbackCause cause, const QString &detail);
QString arrivalReason(PostbackCause cause, const QString &detail);

} // namespace Matchbook
