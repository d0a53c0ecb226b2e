// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkpreset.h"

#include <QList>

namespace Matchbook {

/// Every preset there is: those compiled in, replaced or joined by those in a folder of the person's own.
/// Immutable once made, so it can be shared between threads.
class PresetCatalogue
{
public:
    /// A file that cannot be understood is left out, with a warning in the log. \a ownFolder may be missing or empty.
    explicit PresetCatalogue(const QString &ownFolder = {});

    /// The preset called \a id; nothing if there is none.
    const NetworkPreset *find(const QString &id) const;
    /// Like find(), but the generic one for an ID that is unknown.
    const NetworkPreset &findOrGeneric(const QString &id) const;
    const QList<NetworkPreset> &all() const { return m_presets; } ///< by name, the generic one first

private:
    QList<NetworkPreset> m_presets;
};

} // namespace Matchbook
