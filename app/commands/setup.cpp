// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "engine/datafolder.h"
#include "engine/secretneed.h"
#include "networks/effectivepreset.h"
#include "networks/newnetwork.h"
#include "networks/postbackurls.h"
#include "networks/presetcatalogue.h"
#include "networksecret.h"
#include "networkurls.h"
#include "openstore.h"
#include "preferences/preferences.h"
#include "vocabulary/clock.h"

#include <QJsonArray>

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QJsonObject networkJson(const AffiliateNetwork &network, const PresetCatalogue &presets,
                        const QString &baseUrl, const SecretStore &secrets)
{
    const QString receiver = baseUrl + QStringLiteral("/postback/") + network.key;
    const NetworkPreset preset = effectivePreset(network, presets);
    QJsonObject json{{text("id"), network.id.value},
                     {text("name"), network.name},
                     {text("preset"), network.preset},
                     {text("key"), network.key},
                     {text("postback_url"),
                      isReceived(preset.kind) ? firstPostbackUrl(receiver, preset) : QString()},
                     {text("pixel_url"), pixelUrl(baseUrl, network.key, preset)}};
    QJsonArray urls;
    const auto ready = postbackUrls(receiver, preset);
    for (const ReadyPostbackUrl &one : ready)
        urls << QJsonObject{{text("url"), one.url},
                            {text("purpose"), one.purpose},
                            {text("status"), one.status ? QString(statusWord(*one.status)) : QString()}};
    if (urls.size() > 1)
        json.insert(text("postback_urls"), urls);
    const QJsonArray perStatus = statusUrlsJson(statusUrls(receiver, preset));
    if (!perStatus.isEmpty())
        json.insert(text("status_urls"), perStatus);
    if (preset.kind == PresetKind::Native || takesSecret(preset)) {
        json.insert(text("needs_secret"), needsSecret(preset));
        json.insert(text("secret"), secretJson(secrets.placeOf(network.id)));
    }
    return json;
}

void printNetwork(const AffiliateNetwork &network, const NetworkPreset &preset, const QJsonObject &json)
{
    QTextStream &out = standardOutput();
    out << "Network " << network.id.value << ": " << network.name << '\n';
    const QJsonArray urls = json[text("postback_urls")].toArray();
    for (const QJsonValue &one : urls)
        out << "Postback URL (" << one[text("purpose")].toString() << "): " << one[text("url")].toString()
            << '\n';
    if (!isReceived(preset.kind))
        out << preset.advice << " matchbook import report " << network.id.value << " FILE\n";
    else if (urls.isEmpty())
        out << "Postback URL: " << json[text("postback_url")].toString() << '\n';
    printStatusUrls(json[text("status_urls")].toArray());
    if (!preset.postback.steps.isEmpty())
        out << "Paste it at: " << preset.postback.steps.join(text(" > ")) << '\n';
    if (const QString doubt = preset.doubtAbout(text("postback.templates")); !doubt.isEmpty())
        out << "Not verified: " << doubt << '\n';
    if (json[text("needs_secret")].toBool() && !json[text("secret")][text("set")].toBool())
        out << "It signs what it sends, and its secret is missing, so nothing would be believed. "
            << secretAdvice(network.id) << '\n';
    out.flush();
}

PresetCatalogue presetsOf(const CommandLine &line)
{
    return PresetCatalogue(DataFolder{dataFolderOf(line)}.networksFolder());
}

/// What --secret-stdin brings for a network with \a preset; empty without it. It is not asked for where it could not be kept.
Expected<QByteArray> secretFor(const CommandLine &line, const NetworkPreset &preset, SecretStore &secrets)
{
    if (!line.has(text("secret-stdin")))
        return line.has(text("store-in-file"))
                ? unexpected(Failure::Kind::BadUsage, text("--store-in-file goes with --secret-stdin"))
                : Expected<QByteArray>(QByteArray());
    if (!takesSecret(preset))
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("%1 calls plain postbacks, which need no secret").arg(preset.name));
    if (auto kept = checkPlaceForSecret(line, secrets); !kept)
        return unexpected(kept.error());
    return secretFromInput();
}

Expected<int> addNetwork(const CommandLine &line)
{
    if (line.words().size() != 3)
        return unexpected(Failure::Kind::BadUsage,
                          text("name one preset, for example: matchbook network add generic"));
    const PresetCatalogue presets = presetsOf(line);
    const NetworkPreset *preset = presets.find(line.words().at(2));
    if (!preset) {
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("there is no preset \"%1\"; see: matchbook network presets")
                                  .arg(line.words().at(2)));
    }
    auto network = newNetwork(*preset);
    if (!network)
        return unexpected(network.error());
    network->name = line.value(text("name"), preset->name);
    auto secrets = secretStoreOf(line);
    if (!secrets)
        return unexpected(secrets.error());
    const auto secret = secretFor(line, *preset, *secrets);
    if (!secret)
        return unexpected(secret.error());
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    const auto added = Catalogue(**database, clock).addNetwork(*network);
    if (!added)
        return unexpected(added.error());
    Expected<SecretPlace> kept = SecretPlace::Memory;
    if (!secret->isEmpty())
        kept = storeSecret(line, **database, *secrets, added->id, *secret);
    const QJsonObject json = networkJson(*added, presets, baseUrlOf(line), *secrets);
    if (line.has(text("json")))
        printJson(json);
    else
        printNetwork(*added, *preset, json);
    // The network is there, and whoever asked for it has to know its number.
    return kept ? Expected<int>(0) : unexpected(kept.error());
}

Expected<int> listNetworks(const CommandLine &line)
{
    const auto secrets = secretStoreOf(line);
    if (!secrets)
        return unexpected(secrets.error());
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    const auto networks = Catalogue(**database, clock).networks();
    if (!networks)
        return unexpected(networks.error());
    const PresetCatalogue presets = presetsOf(line);
    QJsonArray rows;
    for (const AffiliateNetwork &network : *networks)
        rows << networkJson(network, presets, baseUrlOf(line), *secrets);
    printRows(rows, {text("id"), text("name"), text("preset"), text("key"), text("postback_url")},
              line.has(text("json")));
    return 0;
}

Expected<int> listSettings(const CommandLine &line)
{
    QJsonObject json;
    const auto entries = Preferences::load(dataFolderOf(line)).entries();
    for (const auto &[key, value] : entries) {
        json.insert(key, value);
        if (!line.has(text("json")))
            standardOutput() << key << '\t' << value << '\n';
    }
    if (line.has(text("json")))
        printJson(json);
    standardOutput().flush();
    return 0;
}

Expected<int> setSetting(const CommandLine &line)
{
    if (line.words().size() != 4)
        return unexpected(Failure::Kind::BadUsage,
                          text("name a setting and its value, for example: matchbook settings set "
                               "public-url https://trk.example.net"));
    const DataFolder folder{dataFolderOf(line)};
    if (auto prepared = folder.prepare(); !prepared)
        return unexpected(prepared.error());
    Preferences preferences = Preferences::load(folder.path);
    if (auto set = preferences.set(line.words().at(2), line.words().at(3)); !set)
        return unexpected(set.error());
    if (auto saved = preferences.save(folder.path); !saved)
        return unexpected(saved.error());
    if (!folder.listeningAddress().isEmpty())
        QTextStream(stderr) << "matchbook: who listens now takes it at its next start" << Qt::endl;
    return 0;
}

} // namespace

QList<Command> setupCommands()
{
    return {
            {{text("network"), text("add")},
             text("PRESET [--name N] [--secret-stdin [--store-in-file]]"),
             text("add an affiliate network and print its postback URL. --secret-stdin takes its secret from standard\n"
                  "      input (one line) into the keychain; where there is none, nothing is added unless --store-in-file\n"
                  "      allows a file that only you can read"),
             {text("name")},
             addNetwork,
             {text("secret-stdin"), text("store-in-file")}},
            {{text("network"), text("list")}, {}, text("list the networks"), {}, listNetworks},
            {{text("settings"), text("list")}, {}, text("list the settings"), {}, listSettings},
            {{text("settings"), text("set")},
             text("KEY VALUE"),
             text("change a setting; a running serve takes it at its next start"),
             {},
             setSetting},
    };
}

} // namespace Matchbook
