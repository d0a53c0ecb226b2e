// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chainstep.h"
#include "presetmacros.h"
#include "store/rows.h"

namespace Matchbook {

/// What is to be said of a postback that a test did not wait for, because it came to another network's URL or with a key
/// that nobody has. Translated.
QString straySentence(const PostbackRow &row);
/// unknown_key, expired_key or other_network
QString strayCause(const PostbackRow &row);

/// \a step, which has passed, where nobody listened before the test and nobody will after it.
ChainStep startedForTest(ChainStep step);

/// The step that says that the offer link \a url is a tracking link of our own.
ChainStep ownLinkStep(const QString &url);
/// The step that says that the click ID is put into another sub ID than the postback gives back.
ChainStep wrongSubIdStep(const SubIdMismatch &mismatch, NetworkId network);
/// What is to be said of a simulated postback whose macros are not known to be the network's.
QString unverifiedSentence();

} // namespace Matchbook
