// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "networkpreset.h"

#include <QHash>
#include <QList>

namespace Matchbook {

/// Every preset there is: those compiled in, replaced or joined by those in a folder of the person's own.
/// Immutable once made, so it can be shared between threads.
class PresetCatalogue
{
public:
    /// A file that was left out, and why.
    struct Problem {
        QString file;
        QString detail;
    };

    /// A file that cannot be understood is left out, with a warning in the log. \a ownFolder may be missing or empty.
    explicit PresetCatalogue(const QString &ownFolder = {});

    /// The preset called \a id; nothing if there is none.
    const NetworkPreset *find(const QString &id) const;
    /// Like find(), but the generic one for an ID that is unknown.
    const NetworkPreset &findOrGeneric(const QString &id) const;
    const QList<NetworkPreset> &all() const { return m_presets; } ///< by name, the generic one first
    /// The preset \a id with every inherited member written out, as presetFromJson() reads it; empty for an unknown ID.
    QJsonObject wholeJson(const QString &id) const;
    /// Every file by its ID, as it stands, without what it inherits.
    const QHash<QString, QJsonObject> &files() const { return m_files; }
    /// True if \a id comes from the person's own folder.
    bool isOwn(const QString &id) const { return m_own.contains(id); }
    /// True if \a id is the person's own and stands in front of a built-in one of the same ID.
    bool replacesBuiltIn(const QString &id) const { return isOwn(id) && m_builtIn.contains(id); }
    /// The file of \a id in its folder; empty if unknown.
    QString fileNameOf(const QString &id) const { return m_fileNames.value(id); }
    const QList<Problem> &problems() const { return m_problems; }

private:
    Expected<NetworkPreset> read(const QString &id) const;
    QHash<QString, QJsonObject> filesIn(const QString &folder);
    void leaveOutBrokenOnes(const QHash<QString, QJsonObject> &builtIn);
    void leaveOut(const QString &file, const Failure &failure);

    QHash<QString, QJsonObject> m_files;
    QHash<QString, QString> m_fileNames; ///< by ID, as they are called in their folder
    QList<NetworkPreset> m_presets;
    QStringList m_own;
    QStringList m_builtIn;
    QList<Problem> m_problems;
};

} // namespace Matchbook
