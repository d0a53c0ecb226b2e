// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statement.h"
#include "vocabulary/click.h"

namespace Matchbook {

/// The parameter of a tracking link that says "this is a test": `matchbook_test=TOKEN`. It never goes on to the offer.
inline constexpr QByteArrayView testParameter = "matchbook_test";

/// Makes a secret that marks clicks as tests for \a validMs from \a now (Unix ms) on, in every process that writes to this
/// store. Forgets those that are no longer valid.
Expected<QByteArray> openTestToken(Database &database, qint64 now, qint64 validMs);
/// From now on \a token marks nothing.
Expected<void> closeTestToken(Database &database, const QByteArray &token);

/// Tells our own test clicks from a stranger's who only knows the parameter's name. Used where clicks are written, so that it
/// holds at once, beside a listener of another process, and for clicks that come out of the spill file.
class TestTokens
{
public:
    explicit TestTokens(const Database &database) : m_find(database, "test_token_find") { }

    /// A cheap look at whether asking is worth while.
    static bool mayMark(const NewClick &click) { return click.query.contains(testParameter); }
    /// \a click as it is to be stored: with a valid token it is a Test, costs nothing and has lost the token.
    Expected<NewClick> marked(NewClick click);

private:
    Statement m_find;
};

} // namespace Matchbook
