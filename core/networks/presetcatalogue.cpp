// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetcatalogue.h"

#include "presetmembers.h"

#include <QDir>
#include <QLoggingCategory>

#include <algorithm>

namespace Matchbook {

namespace {

Q_LOGGING_CATEGORY(lcNetworks, "matchbook.networks")

QString genericId()
{
    return QStringLiteral("generic");
}

void readFolder(const QString &folder, QList<NetworkPreset> &presets)
{
    const QFileInfoList files
            = QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        const auto json = readPresetFile(file.filePath());
        const auto preset = json ? presetFromJson(*json) : Expected<NetworkPreset>(unexpected(json.error()));
        if (!preset) {
            qCWarning(lcNetworks).noquote()
                    << "The preset" << file.fileName() << "is left out:" << preset.error().detail;
            continue;
        }
        const auto same = std::find_if(presets.begin(), presets.end(),
                                       [&](const NetworkPreset &other) { return other.id == preset->id; });
        if (same != presets.end())
            *same = *preset;
        else
            presets.append(*preset);
    }
}

} // namespace

PresetCatalogue::PresetCatalogue(const QString &ownFolder)
{
    readFolder(QStringLiteral(":/networks"), m_presets);
    if (!ownFolder.isEmpty())
        readFolder(ownFolder, m_presets);
    Q_ASSERT_X(find(genericId()), "PresetCatalogue", "the generic preset is not compiled in");

    std::sort(m_presets.begin(), m_presets.end(), [](const NetworkPreset &a, const NetworkPreset &b) {
        const bool aIsGeneric = a.id == genericId();
        if (aIsGeneric != (b.id == genericId()))
            return aIsGeneric;
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
}

const NetworkPreset *PresetCatalogue::find(const QString &id) const
{
    const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                    [&](const NetworkPreset &preset) { return preset.id == id; });
    return found == m_presets.end() ? nullptr : &*found;
}

const NetworkPreset &PresetCatalogue::findOrGeneric(const QString &id) const
{
    const NetworkPreset *preset = find(id);
    return preset ? *preset : m_presets.first();
}

} // namespace Matchbook
