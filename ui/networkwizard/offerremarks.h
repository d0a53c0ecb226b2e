// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"

namespace Matchbook {

/// What is probably not meant so in the offer link \a url of a network of \a preset, whose links carry the click ID in \a
/// subIdParameter: tokens that nobody fills, a parameter that is overwritten or stands twice, a link pasted twice, a sub ID
/// that the postback does not give back. Sentences, translated; none if all is well.
QStringList offerRemarks(const QString &url, const NetworkPreset &preset, const QString &subIdParameter);

} // namespace Matchbook
