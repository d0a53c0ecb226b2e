// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presetcatalogue.h"

namespace Matchbook {

/// Whether a file that is there already may be replaced.
enum class ExistingFile { Keep, Replace };

/// Checks \a json as a preset that may lean on those of \a catalogue. Fails with BadInput; the detail says what is wrong.
Expected<NetworkPreset> checkedPreset(const QJsonObject &json, const PresetCatalogue &catalogue);

/// Writes \a json as `<id>.json` into \a ownFolder, which is made if it is missing, whole or not at all. Fails with
/// BadInput if it is no valid preset, with AlreadyExists if there is a file of that ID and \a existing is Keep, with
/// FileTrouble. Gives the path. Blocks on the disk.
Expected<QString> savePreset(const QJsonObject &json, const PresetCatalogue &catalogue,
                             const QString &ownFolder, ExistingFile existing = ExistingFile::Keep);

/// The preset \a id under a new ID and name, with everything it inherits written out, ready to be edited and saved.
/// Fails with NotFound, or BadInput for an ID that cannot name a file.
Expected<QJsonObject> copiedPreset(const PresetCatalogue &catalogue, const QString &id, const QString &newId,
                                   const QString &newName);

/// Writes the preset \a id, whole, into the file \a path, to be shared. Fails with NotFound, AlreadyExists, FileTrouble.
Expected<void> exportPreset(const PresetCatalogue &catalogue, const QString &id, const QString &path,
                            ExistingFile existing = ExistingFile::Keep);

/// Reads the shared file \a path and saves it into \a ownFolder, as savePreset(). Gives the preset. With Keep it fails with
/// AlreadyExists also where \a catalogue knows the ID from the program itself or from a file of another name; the detail is
/// the ID.
Expected<NetworkPreset> importPreset(const QString &path, const PresetCatalogue &catalogue,
                                     const QString &ownFolder, ExistingFile existing = ExistingFile::Keep);
/// The same under a new ID, so that nothing is replaced. Its name becomes \a namePattern with the file's in place of %1.
Expected<NetworkPreset> importPresetBeside(const QString &path, const PresetCatalogue &catalogue,
                                           const QString &ownFolder, const QString &namePattern);

/// Removes the person's own preset \a id from \a ownFolder; a built-in one that it stood in front of is there again.
/// Fails with NotFound if it is none of their own, with FileTrouble.
Expected<void> removePreset(const QString &id, const PresetCatalogue &catalogue, const QString &ownFolder);

/// The presets that read by \a id: itself, and those that extend it, be it over others.
QStringList presetsOn(const QString &id, const PresetCatalogue &catalogue);

/// Differs from before if a file of \a ownFolder came, went or was written. Looks at the disk.
QByteArray presetsVersion(const QString &ownFolder);

} // namespace Matchbook
