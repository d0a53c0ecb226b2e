// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "identifiers.h"
#include "money.h"

#include <QString>

namespace Matchbook {

/// What a network pays for, with its link. The URL is text, never a QUrl: it holds tokens.
struct Offer {
    OfferId id;
    QString name;
    NetworkId network;
    QString url;
    Money defaultPayout; ///< used when a postback brings no amount
    qint64 createdAt = 0; ///< Unix ms

    friend bool operator==(const Offer &, const Offer &) = default;
};

} // namespace Matchbook
