// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"
#include "vocabulary/identifiers.h"

#include <QSet>

namespace Matchbook {

/// What `keychain.json` in the data folder says: under which name this folder's entries are in the keychain, and of which networks.
/// It holds no secret. So nobody's keychain is unlocked for a folder that has nothing in it, and a folder that was
/// made anew does not find what was stored for another in its place.
struct KeychainNote {
    QString service; ///< `matchbook-7f3k…`, made at random with the first secret
    QSet<NetworkId> networks;

    /// Empty if there is none, or none that can be read.
    static KeychainNote load(const QString &name);
    /// Fails with FileTrouble.
    Expected<void> save(const QString &name) const;
    static QString newService();
};

} // namespace Matchbook
