// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"

namespace Matchbook {

/// What a pasted offer link looks like once the click ID is in it.
struct OfferSlot {
    QString url; ///< to be stored: the pasted link, with `{clickid}` where the network wants it more than once
    QString preview; ///< as a visitor gets it, with a made-up click ID
    QString sentence; ///< where the ID goes and whether it fits, translated
    QStringList remarks; ///< what is probably not meant so, translated; the link can be used all the same
    bool carries = false; ///< the click ID comes through, as far as is known
};

/// Looks at the link \a pasted, which must be one that an offer can have, for a network of \a preset whose offer links carry
/// the click ID in \a subIdParameter.
OfferSlot offerSlot(const QString &pasted, const NetworkPreset &preset, const QString &subIdParameter);

} // namespace Matchbook
