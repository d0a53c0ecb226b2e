// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QByteArray>

namespace Matchbook {

/// More bytes than any network's secret has.
constexpr qsizetype longestSecret = 4096;

/// The secret in what a person typed, piped or wrote into a file: one line of text. Its line end, also that of Windows, and blanks
/// around it are no part of it. Fails with BadUsage and a sentence that says what is wrong and never quotes it: empty, more than
/// one line, too long, not text.
Expected<QByteArray> secretFromText(const QByteArray &text);

/// The first line of the file with descriptor \a descriptor, and only that: waits for it, not for the end of the file. The
/// failures of secretFromText(), and FileTrouble if it cannot be read.
Expected<QByteArray> secretFromDescriptor(int descriptor);

} // namespace Matchbook
