// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"
#include "vocabulary/identifiers.h"

#include <QSet>

namespace Matchbook {

/// What `secret-places.json` in the data folder says: under which name this folder's entries are in the keychain, of which
/// networks, and which secrets are entered again at each start. It holds no secret. So nobody's keychain is unlocked for a folder
/// that has nothing in it, and a folder that was made anew does not find what was stored for another in its place.
struct SecretNote {
    QString service; ///< `matchbook-7f3k…`, made at random with the first secret
    QSet<NetworkId> inKeychain;
    QSet<NetworkId> askedAtStart;

    /// Empty if there is none, or none that can be read.
    static SecretNote load(const QString &name);
    /// Fails with FileTrouble.
    Expected<void> save(const QString &name) const;
    static QString newService();
};

} // namespace Matchbook
