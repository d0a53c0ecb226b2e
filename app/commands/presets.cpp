// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "engine/datafolder.h"
#include "networks/presetcatalogue.h"
#include "networks/trafficsourcepreset.h"

#include <QJsonArray>

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Expected<int> listPresets(const CommandLine &line)
{
    const PresetCatalogue presets(DataFolder{dataFolderOf(line)}.networksFolder());
    QJsonArray rows;
    for (const NetworkPreset &preset : presets.all())
        rows << QJsonObject{{text("id"), preset.id},
                            {text("name"), preset.name},
                            {text("platform"), preset.platform},
                            {text("kind"), QString(presetKindWord(preset.kind))},
                            {text("confidence"), preset.confidence}};
    printRows(rows, {text("id"), text("name"), text("platform"), text("kind"), text("confidence")},
              line.has(text("json")));
    return 0;
}

Expected<int> listSources(const CommandLine &line)
{
    QJsonArray rows;
    const QList<TrafficSourcePreset> sources = trafficSourcePresets();
    for (const TrafficSourcePreset &source : sources)
        rows << QJsonObject{{text("id"), source.id},
                            {text("name"), source.name},
                            {text("confidence"), source.confidence}};
    printRows(rows, {text("id"), text("name"), text("confidence")}, line.has(text("json")));
    return 0;
}

} // namespace

QList<Command> presetCommands()
{
    return {
            {{text("network"), text("presets")},
             {},
             text("list the presets that network add knows"),
             {},
             listPresets},
            {{text("campaign"), text("sources")},
             {},
             text("list the traffic sources that campaign add --source knows"),
             {},
             listSources},
    };
}

} // namespace Matchbook
