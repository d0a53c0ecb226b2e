// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "engine/datafolder.h"
#include "networks/presetfiles.h"
#include "networks/trafficsourcepreset.h"
#include "openstore.h"
#include "vocabulary/clock.h"

#include <QJsonArray>

#include <algorithm>

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QString ownFolderOf(const CommandLine &line)
{
    return DataFolder{dataFolderOf(line)}.networksFolder();
}

QString originOf(const QString &id, const PresetCatalogue &presets)
{
    if (presets.replacesBuiltIn(id))
        return text("replaces_built_in");
    return presets.isOwn(id) ? text("own") : text("built_in");
}

Expected<int> listPresets(const CommandLine &line)
{
    const PresetCatalogue presets(ownFolderOf(line));
    QJsonArray rows;
    for (const NetworkPreset &preset : presets.all())
        rows << QJsonObject{{text("id"), preset.id},
                            {text("name"), preset.name},
                            {text("platform"), preset.platform},
                            {text("kind"), QString(presetKindWord(preset.kind))},
                            {text("confidence"), preset.confidence},
                            {text("origin"), originOf(preset.id, presets)}};
    printRows(rows,
              {text("id"), text("name"), text("platform"), text("kind"), text("confidence"), text("origin")},
              line.has(text("json")));
    return 0;
}

/// How many networks read by \a id, be it over another preset. A folder without a store has none.
int networksOn(const CommandLine &line, const QString &id, const PresetCatalogue &presets)
{
    auto database = openForReading(line);
    if (!database)
        return 0;
    const SystemClock clock;
    const auto networks = Catalogue(**database, clock).networks();
    const QStringList on = presetsOn(id, presets);
    return !networks ? 0
                     : int(std::count_if(networks->cbegin(), networks->cend(),
                                         [&on](const auto &network) { return on.contains(network.preset); }));
}

QString usersText(int networks)
{
    return networks == 1 ? text("1 network uses it") : QStringLiteral("%1 networks use it").arg(networks);
}

void tell(const CommandLine &line, const QString &id, const QString &sentence)
{
    const PresetCatalogue presets(ownFolderOf(line));
    const bool isThere = presets.find(id);
    if (line.has(text("json")))
        printJson({{text("id"), id},
                   {text("origin"), isThere ? QJsonValue(originOf(id, presets)) : QJsonValue()}});
    else
        standardOutput() << sentence << Qt::endl;
}

Expected<int> takeIn(const CommandLine &line)
{
    if (line.words().size() != 4)
        return unexpected(Failure::Kind::BadUsage,
                          text("name one file, for example: matchbook network preset import acme.json"));
    const PresetCatalogue presets(ownFolderOf(line));
    const auto existing = line.has(text("replace")) ? ExistingFile::Replace : ExistingFile::Keep;
    const auto preset = importPreset(line.words().at(3), presets, ownFolderOf(line), existing);
    if (!preset && preset.error().kind == Failure::Kind::AlreadyExists) {
        const QString &id = preset.error().detail;
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral(
                                  "there is a preset \"%1\" already, and %2; --replace puts this one in "
                                  "its place")
                                  .arg(id, usersText(networksOn(line, id, presets))));
    }
    if (!preset)
        return unexpected(preset.error());
    tell(line, preset->id, QStringLiteral("%1 is among your presets now: %2").arg(preset->name, preset->id));
    return 0;
}

Expected<int> removeOwn(const CommandLine &line)
{
    const QString id = line.words().value(3);
    const PresetCatalogue presets(ownFolderOf(line));
    if (!presets.isOwn(id))
        return unexpected(
                Failure::Kind::BadUsage,
                QStringLiteral("\"%1\" is no preset of your own; see: matchbook network presets").arg(id));
    const bool restores = presets.replacesBuiltIn(id);
    const int networks = restores ? 0 : networksOn(line, id, presets);
    if (networks > 0)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("%1: choose another preset for it first").arg(usersText(networks)));
    const QStringList on = restores ? QStringList{id} : presetsOn(id, presets);
    if (on.size() > 1)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("the preset \"%1\" extends it").arg(on.at(1)));
    if (const auto removed = removePreset(id, presets, ownFolderOf(line)); !removed)
        return unexpected(removed.error());
    tell(line, id, restores ? text("The built-in preset is used again.") : text("Removed."));
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
            {{text("network"), text("preset"), text("import")},
             text("FILE [--replace]"),
             text("take a shared preset in; --replace if one of its ID is there already, also a built-in one"),
             {text("replace")},
             takeIn},
            {{text("network"), text("preset"), text("remove")},
             text("ID"),
             text("remove a preset of your own; a built-in one that it replaced is used again"),
             {},
             removeOwn},
            {{text("campaign"), text("sources")},
             {},
             text("list the traffic sources that campaign add --source knows"),
             {},
             listSources},
    };
}

} // namespace Matchbook
