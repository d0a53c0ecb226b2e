// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QHash>
#include <QJsonObject>

namespace Matchbook {

/// The preset \a id of \a files (by ID) with all that it inherits through `extends` written out. The child's members
/// replace those of the same name; inside objects likewise, member by member; lists are replaced whole. Not inherited are
/// `$schema`, `isPlatform` and `notes`. Fails with BadInput for an unknown parent, a cycle, or more than eight
/// generations; the detail names the chain.
Expected<QJsonObject> inherited(const QString &id, const QHash<QString, QJsonObject> &files);

} // namespace Matchbook
