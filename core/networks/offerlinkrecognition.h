// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkpreset.h"

namespace Matchbook {

/// A network, or the platform of a network, that an offer link may belong to.
struct RecognisedPreset {
    QString presetId;
    QString confidence; ///< confirmed, single, unsure
    QString why; ///< a sentence for people, translated
};

/// Whose offer link \a link is: by its host, by its path and parameters, or by a sub ID parameter that only one of
/// \a presets, or a platform, uses. The best candidate first; empty if nothing speaks for any. \a link is text and may hold macros.
QList<RecognisedPreset> recogniseOfferLink(const QString &link, const QList<NetworkPreset> &presets);

} // namespace Matchbook
