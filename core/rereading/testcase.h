// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"
#include "vocabulary/expected.h"

namespace Matchbook {

class Database;

/// A stored postback as a test can use it: nothing in it is secret or personal.
struct TestCase {
    QByteArray request; ///< `request.http`: the request line, its headers and its body
    QByteArray expected; ///< `request.json`: how it is judged, in the form of the files in `tests/networks/`
};

/// Replaces the network's key, addresses, e-mail addresses and what parameters such as `email`, `ip` or `first_name` carry;
/// everything else stays byte for byte. \a conversion is what became of it.
TestCase testCaseOf(const PostbackRow &postback, const std::optional<ConversionRow> &conversion);

/// The case of a stored request. What became of it is told as it stood after this request, whatever came later. Fails with NotFound or a
/// Store kind.
Expected<TestCase> storedTestCase(Database &database, PostbackId id);

/// Writes both files into \a folder, which is made if need be. Fails with FileTrouble.
Expected<void> saveTestCase(const TestCase &testCase, const QString &folder);

} // namespace Matchbook
