// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "store/rows.h"

#include <QList>

#include <optional>

namespace Matchbook {

/// One meaning that a preset reads, and the parameter that carries it.
struct MappedField {
    QString comesAs; ///< the name it came as last, else the first one the preset knows
    QString otherNames; ///< every name the preset knows, separated by commas
    QString means; ///< translated
    QString lastValue; ///< of the newest postback; empty if it had none

    friend bool operator==(const MappedField &, const MappedField &) = default;
};

/// What \a preset reads from a postback, with the values of \a newest if there is one.
QList<MappedField> mappedFields(const NetworkPreset &preset, const std::optional<PostbackRow> &newest);

/// `clickid=…&payout=…&txid=…`: what to put behind a postback URL for which the preset has no macros of the network's own.
QString parameterPattern(const NetworkPreset &preset);

} // namespace Matchbook
