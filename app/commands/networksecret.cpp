// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networksecret.h"

#include "command.h"
#include "engine/datafolder.h"
#include "engine/secretneed.h"
#include "networks/effectivepreset.h"
#include "openstore.h"
#include "secrets/environmentsecrets.h"
#include "secrets/oskeychain.h"
#include "vocabulary/clock.h"

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Expected<void> checkOptions(const CommandLine &line)
{
    const bool writes = line.has(text("secret-stdin"));
    if (writes && line.has(text("remove")))
        return unexpected(Failure::Kind::BadUsage, text("--secret-stdin and --remove exclude each other"));
    if (line.has(text("store-in-file")) && !writes)
        return unexpected(Failure::Kind::BadUsage, text("--store-in-file goes with --secret-stdin"));
    return {};
}

QJsonObject answerOf(const AffiliateNetwork &network, std::optional<SecretPlace> place)
{
    QJsonObject json = secretJson(place);
    json.insert(text("id"), network.id.value);
    return json;
}

void print(const CommandLine &line, const QJsonObject &json, const QString &sentence)
{
    if (line.has(text("json")))
        printJson(json);
    else
        standardOutput() << sentence << Qt::endl;
}

Expected<int> showSecret(const CommandLine &line, const AffiliateNetwork &network, SecretStore &store)
{
    const SecretsReading reading = store.read({network.id});
    const bool isOutOfReach = reading.outOfReach.contains(network.id);
    const auto place = isOutOfReach ? SecretPlace::Keychain : reading.secrets.placeOf(network.id);
    QJsonObject json = answerOf(network, place);
    QString sentence = place
            ? QStringLiteral("The secret of %1 is %2.").arg(network.name, secretPlaceText(*place))
            : QStringLiteral("%1 has no secret. ").arg(network.name) + secretAdvice(network.id);
    if (!reading.troubles.isEmpty() && (isOutOfReach || !place)) {
        const QString trouble = reading.troubles.join(QLatin1Char(' '));
        json.insert(text("trouble"), trouble);
        sentence += QLatin1Char(' ') + trouble;
    }
    print(line, json, sentence);
    return 0;
}

Expected<int> removeSecret(const CommandLine &line, const AffiliateNetwork &network, SecretStore &store,
                           Database &database)
{
    const auto removed = store.remove(network.id);
    if (auto noted = noteSecretsChanged(database); !noted)
        return unexpected(noted.error());
    if (!removed)
        return unexpected(removed.error());
    print(line, answerOf(network, std::nullopt),
          QStringLiteral("%1 has no secret any more.").arg(network.name));
    return 0;
}

Expected<int> secret(const CommandLine &line)
{
    if (auto fits = checkOptions(line); !fits)
        return unexpected(fits.error());
    auto store = secretStoreOf(line);
    if (!store)
        return unexpected(store.error());
    const bool writes = line.has(text("secret-stdin"));
    const bool removes = line.has(text("remove"));
    auto database = writes || removes ? openForWriting(line) : openForReading(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    Catalogue catalogue(**database, clock);
    const auto network = networkNamedBy(line, catalogue);
    if (!network)
        return unexpected(network.error());
    if (removes)
        return removeSecret(line, *network, *store, **database);
    const PresetCatalogue presets(DataFolder{dataFolderOf(line)}.networksFolder());
    const bool takes = takesSecret(effectivePreset(*network, presets));
    if (!writes && !takes) {
        print(line, answerOf(*network, std::nullopt),
              QStringLiteral("%1 signs nothing, so it needs no secret.").arg(network->name));
        return 0;
    }
    if (!writes)
        return showSecret(line, *network, *store);
    if (!takes)
        return unexpected(
                Failure::Kind::BadUsage,
                QStringLiteral("%1 calls plain postbacks, which need no secret").arg(network->name));
    const auto given = secretFromInput();
    if (!given)
        return unexpected(given.error());
    const auto place = storeSecret(line, **database, *store, network->id, *given);
    if (!place)
        return unexpected(place.error());
    print(line, answerOf(*network, *place),
          QStringLiteral("The secret of %1 is %2 now.").arg(network->name, secretPlaceText(*place)));
    return 0;
}

} // namespace

Expected<GivenSecrets> givenSecretsOf(const CommandLine &line)
{
    GivenSecrets given;
    auto environment = takeSecretsFromEnvironment();
    if (!environment)
        return unexpected(environment.error());
    given.environment = std::move(*environment);
    if (!line.has(text("secrets-file")))
        return given;
    auto file = readSecretFile(line.value(text("secrets-file")));
    if (!file)
        return unexpected(Failure::Kind::BadUsage, file.error().detail);
    given.file = std::move(*file);
    return given;
}

Expected<SecretStore> secretStoreOf(const CommandLine &line)
{
    auto given = givenSecretsOf(line);
    if (!given)
        return unexpected(given.error());
    return SecretStore(dataFolderOf(line), osKeychain(), std::move(*given));
}

Expected<void> checkPlaceForSecret(const CommandLine &line, SecretStore &store)
{
    const SecretPlace place = line.has(text("store-in-file")) ? SecretPlace::DataFile : SecretPlace::Keychain;
    auto writable = store.canWrite(place);
    if (writable || place == SecretPlace::DataFile || writable.error().kind != Failure::Kind::NotFound)
        return writable;
    return unexpected(
            Failure::Kind::NotFound,
            QStringLiteral(
                    "%1 Nothing was added. With --store-in-file the secret is kept in %2, which only you can "
                    "read. Or add the network without it, and give it to `matchbook serve` by "
                    "MATCHBOOK_SECRET_<ID> or --secrets-file.")
                    .arg(writable.error().detail, store.file()));
}

Expected<SecretPlace> storeSecret(const CommandLine &line, Database &database, SecretStore &store,
                                  NetworkId network, const QByteArray &secret)
{
    const SecretPlace place = line.has(text("store-in-file")) ? SecretPlace::DataFile : SecretPlace::Keychain;
    auto written = store.write(network, secret, place);
    if (!written && written.error().kind == Failure::Kind::NotFound)
        return unexpected(
                Failure::Kind::NotFound,
                QStringLiteral(
                        "%1 The secret was not stored. With --store-in-file it is kept in %2, which only "
                        "you can read. `matchbook serve` also takes it from MATCHBOOK_SECRET_%3 or "
                        "--secrets-file.")
                        .arg(written.error().detail, store.file(), QString::number(network.value)));
    if (!written)
        return unexpected(written.error());
    if (auto noted = noteSecretsChanged(database); !noted)
        return unexpected(noted.error());
    if (const auto found = store.placeOf(network); found && *found != place)
        QTextStream(stderr) << "matchbook: warning: the one " << secretPlaceText(*found) << " comes first."
                            << Qt::endl;
    return place;
}

QJsonObject secretJson(std::optional<SecretPlace> place)
{
    return {{text("set"), place.has_value()},
            {text("where"), place ? QJsonValue(QString(secretPlaceWord(*place))) : QJsonValue()}};
}

QString secretPlaceText(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Environment:
        return text("in the environment");
    case SecretPlace::GivenFile:
        return text("in the file named with --secrets-file");
    case SecretPlace::Keychain:
        return text("in the keychain");
    case SecretPlace::DataFile:
        return text("in secrets.json in the data folder");
    case SecretPlace::Memory:
        return text("in memory, until the program ends");
    }
    return {};
}

QString secretAdvice(NetworkId network)
{
    return QStringLiteral("Give it one by: matchbook network secret %1 --secret-stdin").arg(network.value);
}

QList<Command> networkSecretCommands()
{
    return {{{text("network"), text("secret")},
             text("ID [--secret-stdin [--store-in-file] | --remove]"),
             text("whether a network has its secret and where; with --secret-stdin, take it from standard input (one\n"
                  "      line) into the keychain, or into a file that only you can read"),
             {},
             secret,
             {text("secret-stdin"), text("store-in-file"), text("remove")},
             text("a secret is never an argument, because everybody on this computer can see those: pipe it with "
                  "--secret-stdin")}};
}

} // namespace Matchbook
