// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vocabulary/expected.h"

#include <QString>

namespace Matchbook {

/// Where everything lives. Names only; nothing is created but by prepare().
struct DataFolder {
    QString path;

    QString databaseFile() const { return path + QStringLiteral("/matchbook.sqlite"); }
    QString spillFile() const { return path + QStringLiteral("/spilled-clicks.bin"); }
    QString listenerLock() const { return path + QStringLiteral("/listener.lock"); }
    QString addressFile() const { return path + QStringLiteral("/listener-address"); }
    QString networksFolder() const { return path + QStringLiteral("/networks"); }

    /// Creates the folder, for its owner only. Fails with StoreReadOnly, the detail naming the folder.
    Expected<void> prepare() const;
    /// `matchbook` in the XDG data folder.
    static QString standardPath();

    /// The address that a listening process of this folder has written down; empty if none listens.
    QString listeningAddress() const;
};

} // namespace Matchbook
