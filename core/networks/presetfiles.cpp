// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetfiles.h"

#include "presetid.h"
#include "presetinheritance.h"
#include "presetmembers.h"
#include "vocabulary/outputfile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace Matchbook {

namespace {

Expected<void> write(const QJsonObject &json, const QString &path, ExistingFile existing)
{
    if (existing == ExistingFile::Keep && QFileInfo::exists(path))
        return unexpected(Failure::Kind::AlreadyExists,
                          QStringLiteral("there is a file %1 already").arg(QDir::toNativeSeparators(path)));
    return OutputFile::writeWhole(path, QJsonDocument(json).toJson(QJsonDocument::Indented));
}

Failure noSuchPreset(const QString &id)
{
    return {Failure::Kind::NotFound, QStringLiteral("there is no preset \"%1\"").arg(id)};
}

/// What another Matchbook, which may know other presets, can read.
QJsonObject standingAlone(const PresetCatalogue &catalogue, const QString &id)
{
    QJsonObject json = catalogue.wholeJson(id);
    json.remove(QStringLiteral("extends"));
    json.remove(QStringLiteral("$schema"));
    return json;
}

} // namespace

Expected<NetworkPreset> checkedPreset(const QJsonObject &json, const PresetCatalogue &catalogue)
{
    const QString id = json.value(QStringLiteral("id")).toString();
    if (!isPresetId(id))
        return unexpected(Failure::Kind::BadInput,
                          QStringLiteral("\"id\" may hold only lower-case letters, digits, - and _"));
    QHash<QString, QJsonObject> files = catalogue.files();
    files.insert(id, json);
    const auto whole = inherited(id, files);
    return whole ? presetFromJson(*whole) : Expected<NetworkPreset>(unexpected(whole.error()));
}

Expected<QString> savePreset(const QJsonObject &json, const PresetCatalogue &catalogue,
                             const QString &ownFolder, ExistingFile existing)
{
    const auto preset = checkedPreset(json, catalogue);
    if (!preset)
        return unexpected(preset.error());
    if (!QDir().mkpath(ownFolder))
        return unexpected(Failure::Kind::FileTrouble,
                          QStringLiteral("%1 cannot be made").arg(QDir::toNativeSeparators(ownFolder)));
    const QString path = QDir(ownFolder).filePath(preset->id + QStringLiteral(".json"));
    if (const auto written = write(json, path, existing); !written)
        return unexpected(written.error());
    // Two files of one ID would leave it to chance which of them holds.
    const QString before = catalogue.isOwn(preset->id) ? catalogue.fileNameOf(preset->id) : QString();
    if (!before.isEmpty() && before != QFileInfo(path).fileName())
        QFile::remove(QDir(ownFolder).filePath(before));
    return path;
}

Expected<QJsonObject> copiedPreset(const PresetCatalogue &catalogue, const QString &id, const QString &newId,
                                   const QString &newName)
{
    if (!catalogue.find(id))
        return unexpected(noSuchPreset(id));
    if (!isPresetId(newId))
        return unexpected(
                Failure::Kind::BadInput,
                QStringLiteral("\"%1\" may hold only lower-case letters, digits, - and _").arg(newId));
    QJsonObject json = standingAlone(catalogue, id);
    json.insert(QStringLiteral("id"), newId);
    json.insert(QStringLiteral("name"), newName);
    json.remove(QStringLiteral("isPlatform"));
    return json;
}

Expected<void> exportPreset(const PresetCatalogue &catalogue, const QString &id, const QString &path,
                            ExistingFile existing)
{
    if (!catalogue.find(id))
        return unexpected(noSuchPreset(id));
    return write(standingAlone(catalogue, id), path, existing);
}

Expected<NetworkPreset> importPreset(const QString &path, const PresetCatalogue &catalogue,
                                     const QString &ownFolder, ExistingFile existing)
{
    const auto json = readPresetFile(path);
    if (!json)
        return unexpected(json.error());
    const auto preset = checkedPreset(*json, catalogue);
    if (!preset)
        return preset;
    if (existing == ExistingFile::Keep && catalogue.files().contains(preset->id))
        return unexpected(Failure::Kind::AlreadyExists, preset->id);
    if (const auto saved = savePreset(*json, catalogue, ownFolder, existing); !saved) {
        // A file of that name that could not be read is no preset, but is in the way all the same.
        if (saved.error().kind == Failure::Kind::AlreadyExists)
            return unexpected(Failure::Kind::AlreadyExists, preset->id);
        return unexpected(saved.error());
    }
    return preset;
}

Expected<NetworkPreset> importPresetBeside(const QString &path, const PresetCatalogue &catalogue,
                                           const QString &ownFolder, const QString &namePattern)
{
    auto json = readPresetFile(path);
    if (!json)
        return unexpected(json.error());
    const QString name = namePattern.arg(json->value(QStringLiteral("name")).toString());
    json->insert(QStringLiteral("id"), freePresetId(name, catalogue));
    json->insert(QStringLiteral("name"), name);
    json->remove(QStringLiteral("isPlatform"));
    if (const auto saved = savePreset(*json, catalogue, ownFolder); !saved)
        return unexpected(saved.error());
    return checkedPreset(*json, catalogue);
}

Expected<void> removePreset(const QString &id, const PresetCatalogue &catalogue, const QString &ownFolder)
{
    if (!catalogue.isOwn(id))
        return unexpected(noSuchPreset(id));
    QFile file(QDir(ownFolder).filePath(catalogue.fileNameOf(id)));
    if (!file.remove())
        return unexpected(Failure::Kind::FileTrouble, file.errorString());
    return {};
}

QStringList presetsOn(const QString &id, const PresetCatalogue &catalogue)
{
    QStringList found{id};
    // Each round finds one more generation.
    for (qsizetype before = 0; before != found.size();) {
        before = found.size();
        for (const NetworkPreset &preset : catalogue.all()) {
            if (found.contains(preset.extends) && !found.contains(preset.id))
                found.append(preset.id);
        }
    }
    return found;
}

QByteArray presetsVersion(const QString &ownFolder)
{
    QByteArray version;
    const QFileInfoList entries
            = QDir(ownFolder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo &entry : entries)
        version += entry.fileName().toUtf8() + '/' + QByteArray::number(entry.size()) + '/'
                + QByteArray::number(entry.lastModified().toMSecsSinceEpoch()) + '\n';
    return version;
}

} // namespace Matchbook
