// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presetcatalogue.h"

#include "presetinheritance.h"
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

} // namespace

PresetCatalogue::PresetCatalogue(const QString &ownFolder)
{
    m_files = filesIn(QStringLiteral(":/networks"));
    const QHash<QString, QJsonObject> builtIn = m_files;
    m_builtIn = builtIn.keys();
    if (!ownFolder.isEmpty()) {
        const QHash<QString, QJsonObject> own = filesIn(ownFolder);
        m_files.insert(own);
        m_own = own.keys();
        m_own.sort();
        leaveOutBrokenOnes(builtIn);
    }
    QStringList ids = m_files.keys();
    ids.sort();
    for (const QString &id : std::as_const(ids)) {
        const auto preset = read(id);
        if (preset)
            m_presets.append(*preset);
        else
            leaveOut(m_fileNames.value(id), preset.error());
    }
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

QJsonObject PresetCatalogue::wholeJson(const QString &id) const
{
    const auto whole = inherited(id, m_files);
    return whole ? *whole : QJsonObject();
}

Expected<NetworkPreset> PresetCatalogue::read(const QString &id) const
{
    const auto whole = inherited(id, m_files);
    return whole ? presetFromJson(*whole) : Expected<NetworkPreset>(unexpected(whole.error()));
}

QHash<QString, QJsonObject> PresetCatalogue::filesIn(const QString &folder)
{
    QHash<QString, QJsonObject> files;
    const QFileInfoList entries
            = QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo &entry : entries) {
        const auto json = readPresetFile(entry.filePath());
        const QString id = json ? json->value(QStringLiteral("id")).toString() : QString();
        if (json && isPresetId(id)) {
            files.insert(id, *json);
            m_fileNames.insert(id, entry.fileName());
        } else if (json) {
            leaveOut(entry.fileName(), {Failure::Kind::BadInput, QStringLiteral("\"id\" names no preset")});
        } else {
            leaveOut(entry.fileName(), json.error());
        }
    }
    return files;
}

void PresetCatalogue::leaveOutBrokenOnes(const QHash<QString, QJsonObject> &builtIn)
{
    // One that is left out may have been another one's parent, so every loss is followed by one more look.
    for (bool lostOne = true; lostOne;) {
        lostOne = false;
        const QStringList ids = m_own;
        for (const QString &id : ids) {
            const auto preset = read(id);
            if (preset)
                continue;
            leaveOut(m_fileNames.value(id), preset.error());
            m_own.removeOne(id);
            m_files.remove(id);
            if (builtIn.contains(id))
                m_files.insert(id, builtIn.value(id));
            lostOne = true;
        }
    }
}

void PresetCatalogue::leaveOut(const QString &file, const Failure &failure)
{
    qCWarning(lcNetworks).noquote() << "The preset" << file << "is left out:" << failure.detail;
    m_problems.append({file, failure.detail});
}

} // namespace Matchbook
