// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"

#include <optional>

namespace Matchbook {

/// A click ID that is put into one sub ID parameter while another is given back.
struct SubIdMismatch {
    QString givenBack; ///< by the postback URL: `sub1`
    QString filled; ///< by the offer link: `sub4`
    bool byToken = false; ///< {clickid} stands in the link itself, so no setting of the network moves it
};

/// Compares the parameter in which the offer link \a offerUrl (with {clickid}, or by \a subIdParameter) carries the click ID
/// with the one whose macro stands in the postback URL's click ID field. Nothing where both are the same, and where \a preset
/// (with the network's own queries in it) does not know both of them as sub ID parameters: then nobody can say.
std::optional<SubIdMismatch> subIdMismatch(const NetworkPreset &preset, const QString &offerUrl,
                                           const QString &subIdParameter);

/// True if every macro in the postback URLs of \a used is one that \a known, the preset as it was delivered, vouches for. A
/// postback simulated by others proves nothing about the network.
bool areMacrosVerified(const NetworkPreset &used, const NetworkPreset &known);

} // namespace Matchbook
