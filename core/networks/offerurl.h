// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QString>

namespace Matchbook {

/// What keeps a text from being an offer's URL.
enum class OfferUrlFlaw {
    None,
    NotWeb, ///< begins with neither https:// nor http://
    NoHost,
    TokenInHost, ///< a visitor's request would say which server the redirect goes to
    Space,
    ControlCharacter,
    TooLong,
};

/// The first flaw of \a url, which is a template with tokens such as `{clickid}`. Pure.
OfferUrlFlaw offerUrlFlaw(const QString &url);

/// As offerUrlFlaw(), for whoever reports failures: Failure::Kind::BadUsage with a sentence.
Expected<void> checkOfferUrl(const QString &url);

} // namespace Matchbook
