// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "newswords.h"

namespace Matchbook {

/// As readNews(), for a network whose transaction IDs are receipts and whose every message says what it is about: where \a reading
/// has found no such word, nothing is counted.
void readReceiptNews(const PostbackFields &fields, const NetworkPreset &preset, const NewsWords &words,
                     PostbackReading &reading);

/// Gives a word that the preset does not list the meaning that all words of its beginning have; \a status is Test or Ignored.
void takeAs(ConversionStatus status, PostbackReading &reading);

/// \a event as the account earned it: `vendor_sale` where it sold the product itself, `jv_sale` where it had a share in it. One
/// receipt can be told to an account in each of its roles, and each time with other money.
QString eventOfRole(const QString &role, const QString &event);

} // namespace Matchbook
