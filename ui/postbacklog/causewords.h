// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "forms/choicecombo.h"
#include "vocabulary/postback.h"

namespace Matchbook {

/// A cause in a few translated words, without what it is about: `Status unknown`.
QString causeText(PostbackCause cause);
/// Every cause by its word, those that wait for a person first.
QList<Choice> causeChoices();

} // namespace Matchbook
