// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networks/networkpreset.h"
#include "store/rows.h"
#include "tone.h"

#include <QList>

namespace Matchbook {

/// One parameter of a postback and what it was read as.
struct ArrivedField {
    QString name;
    QString value;
    QString meaning; ///< translated; empty: it is not read
    bool understood = true; ///< false where the value made no sense
};

/// Every parameter of \a postback as it arrived, decoded: first the query's, then those of a form or of a JSON object in
/// the body. \a preset says what they mean; without one nothing has a meaning.
QList<ArrivedField> arrivedFields(const PostbackRow &postback, const NetworkPreset *preset);

} // namespace Matchbook
