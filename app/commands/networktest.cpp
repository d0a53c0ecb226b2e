// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest/chaintest.h"
#include "chaintest/hopsentences.h"
#include "chaintest/stepsentences.h"
#include "command.h"
#include "engine/datafolder.h"
#include "engine/engine.h"
#include "engine/secretneed.h"
#include "networks/effectivepreset.h"
#include "networks/formdecoding.h"
#include "networks/presetfacts.h"
#include "networksecret.h"
#include "openstore.h"
#include "store/testpurge.h"
#include "vocabulary/clock.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int longestWait = 3600;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QJsonValue orNull(const QString &value)
{
    return value.isEmpty() ? QJsonValue() : QJsonValue(value);
}

Expected<AffiliateNetwork> networkOf(const CommandLine &line, Database &database)
{
    if (line.words().size() != 3)
        return unexpected(Failure::Kind::BadUsage,
                          text("name one network, for example: matchbook network test 1"));
    const SystemClock clock;
    const auto networks = Catalogue(database, clock).networks();
    if (!networks)
        return unexpected(networks.error());
    for (const AffiliateNetwork &network : *networks) {
        if (QString::number(network.id.value) == line.words().at(2))
            return network;
    }
    return unexpected(
            Failure::Kind::BadUsage,
            QStringLiteral("there is no network %1; see: matchbook network list").arg(line.words().at(2)));
}

Expected<int> secondsOf(const CommandLine &line)
{
    if (!line.has(text("wait")))
        return 0;
    bool isNumber = false;
    const int seconds = line.value(text("wait")).toInt(&isNumber);
    if (!isNumber || seconds < 1 || seconds > longestWait)
        return unexpected(Failure::Kind::BadUsage, text("--wait takes a number of seconds from 1 to 3600"));
    return seconds;
}

Expected<QString> offerUrlOf(const CommandLine &line)
{
    const QString url = line.value(text("url"));
    const bool isWeb = url.startsWith(text("https://"), Qt::CaseInsensitive)
            || url.startsWith(text("http://"), Qt::CaseInsensitive);
    if (line.has(text("url")) && !isWeb)
        return unexpected(Failure::Kind::BadUsage,
                          text("--url takes an offer link that begins with https:// or http://"));
    return url;
}

QJsonObject jsonOf(const ChainStep &step)
{
    QJsonArray repairs;
    for (const Repair &repair : step.repairs) {
        repairs << QJsonObject{{text("repair"), QString(repairWord(repair))},
                               {text("value"), orNull(repairValue(repair))},
                               {text("text"), repairText(repair)}};
    }
    return {{text("step"), QString(stepWord(step.kind))},
            {text("state"), QString(stepStateWord(step.state))},
            {text("cause"), orNull(step.cause)},
            {text("simulated"), step.isSimulated},
            {text("verified"), step.isSimulated ? QJsonValue(step.isVerified) : QJsonValue()},
            {text("sentence"), step.sentence},
            {text("repairs"), repairs}};
}

QJsonObject jsonOf(const Hop &hop, const IdAtHop &id)
{
    return {{text("url"), displayText(hop.url)},
            {text("by"), QString(hopByWord(hop.by))},
            {text("status"), hop.status > 0 ? QJsonValue(hop.status) : QJsonValue()},
            {text("trouble"), orNull(hopTroubleWord(hop.trouble))},
            {text("downgraded"), hop.downgraded},
            {text("took_ms"), hop.tookMs},
            {text("click_id"),
             QJsonObject{{text("form"), QString(idFormWord(id.form))},
                         {text("parameter"), orNull(id.parameter)},
                         {text("moved_from"), orNull(id.movedFrom)},
                         {text("kept"), id.form == IdAtHop::Form::Cut ? QJsonValue(id.kept) : QJsonValue()},
                         {text("found"), orNull(id.found)}}}};
}

QJsonObject jsonOf(const ChainTest &test, NetworkId network)
{
    QJsonArray steps;
    for (const ChainStep &step : test.steps())
        steps << jsonOf(step);
    QJsonArray hops;
    for (qsizetype i = 0; i < test.hops().size(); ++i)
        hops << jsonOf(test.hops().at(i), test.trace().hops.value(i));
    return {{text("network"), network.value},
            {text("passed"), test.hasPassed()},
            {text("click_id"), orNull(test.clickId())},
            {text("steps"), steps},
            {text("hops"), hops}};
}

void printStep(const ChainStep &step)
{
    if (step.state == ChainStep::State::Waiting || step.state == ChainStep::State::Running)
        return;
    QTextStream &out = standardOutput();
    const QString state = step.isUnproven() ? text("unproven") : QString(stepStateWord(step.state));
    out << state.leftJustified(9) << stepTitle(step.kind) << ": " << step.sentence << '\n';
    for (const Repair &repair : step.repairs)
        out << "           -> " << repairText(repair) << '\n';
    out.flush();
}

void printHop(const Hop &hop, const IdAtHop &id)
{
    const QString status
            = hop.status > 0 ? QString::number(hop.status) : QString(hopTroubleWord(hop.trouble));
    standardOutput() << "           " << status << "  " << displayText(hop.url.left(300)) << "  ["
                     << idWords(id) << ']' << Qt::endl;
}

/// Listens for the time of the test where nobody does. The address; empty if somebody listens already.
Expected<QString> listenIfNeeded(Engine &engine, const QString &listening)
{
    if (!listening.isEmpty())
        return listening;
    if (auto started = engine.start(); !started)
        return unexpected(started.error());
    const Preferences preferences = engine.preferences();
    auto opened = engine.listen(preferences.bindAddress, preferences.port);
    // A public address leads to that port and no other; without one, any will do.
    if (!opened && preferences.publicUrl.isEmpty() && opened.error().kind == Failure::Kind::PortInUse)
        opened = engine.listen(text("127.0.0.1"), 0);
    if (!opened)
        return unexpected(opened.error());
    return engine.state().address;
}

/// The network's secret to the test, and to \a engine if that listens for it. A keychain is asked only if the network takes one.
Expected<void> giveSecret(const CommandLine &line, const PresetCatalogue &presets, Engine &engine,
                          ChainTestWish &wish)
{
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    const auto networks = Catalogue(**database, clock).networks();
    if (!networks)
        return unexpected(networks.error());
    const auto takers = networksWithSecret(SecretNeed::Optional, *networks, presets);
    if (!takers.contains(wish.network))
        return {};
    auto store = secretStoreOf(line);
    if (!store)
        return unexpected(store.error());
    const auto secrets = std::make_shared<const Secrets>(store->read({wish.network}).secrets);
    wish.secret = secrets->of(wish.network);
    if (wish.listensForTestOnly)
        engine.useSecrets(secrets);
    return {};
}

Expected<int> purge(Database &database, NetworkId network, bool asJson)
{
    const auto purged = purgeTests(database, network);
    if (!purged)
        return unexpected(purged.error());
    if (asJson) {
        printJson({{text("clicks"), purged->clicks},
                   {text("conversions"), purged->conversions},
                   {text("postbacks"), purged->postbacks}});
    } else {
        standardOutput() << "Removed of tests: clicks " << purged->clicks << ", conversions "
                         << purged->conversions << ", postbacks " << purged->postbacks << Qt::endl;
    }
    return 0;
}

Expected<int> runTest(const CommandLine &line, ChainTestWish wish)
{
    const SystemClock clock;
    const DataFolder folder{dataFolderOf(line)};
    Engine engine(folder.path, clock);
    const QString listening = folder.listeningAddress();
    const auto address = listenIfNeeded(engine, listening);
    if (!address)
        return unexpected(address.error());
    wish.databaseFile = folder.databaseFile();
    wish.localUrl = *address;
    wish.listensForTestOnly = listening.isEmpty();
    wish.publicUrl = engine.preferences().publicUrl;
    const NetworkId network = wish.network;
    const auto presets = std::make_shared<const PresetCatalogue>(folder.networksFolder());
    if (auto given = giveSecret(line, *presets, engine, wish); !given)
        return unexpected(given.error());
    ChainTest test(std::move(wish), presets, clock);
    if (!line.has(text("json"))) {
        QObject::connect(&test, &ChainTest::stepChanged, &test, printStep);
        QObject::connect(&test, &ChainTest::hopFollowed, &test, printHop);
    }
    QObject::connect(&test, &ChainTest::finished, QCoreApplication::instance(), &QCoreApplication::quit);
    test.start();
    QCoreApplication::exec();
    if (line.has(text("json")))
        printJson(jsonOf(test, network));
    return test.hasPassed() ? 0 : 1;
}

/// BadUsage for a network that tells no single sale.
Expected<void> canBeTested(const CommandLine &line, const AffiliateNetwork &network)
{
    const PresetCatalogue presets(DataFolder{dataFolderOf(line)}.networksFolder());
    if (isReceived(effectivePreset(network, presets).kind))
        return {};
    return unexpected(
            Failure::Kind::BadUsage,
            QStringLiteral("%1 tells no single sale in real time, so there is no chain to test. Import its "
                           "report instead: matchbook import report %2 FILE")
                    .arg(network.name)
                    .arg(network.id.value));
}

Expected<int> testNetwork(const CommandLine &line)
{
    ChainTestWish wish;
    {
        auto database = openForWriting(line);
        if (!database)
            return unexpected(database.error());
        const auto network = networkOf(line, **database);
        if (!network)
            return unexpected(network.error());
        if (line.has(text("purge")))
            return purge(**database, network->id, line.has(text("json")));
        if (auto tested = canBeTested(line, *network); !tested)
            return unexpected(tested.error());
        wish.network = network->id;
    }
    const auto seconds = secondsOf(line);
    if (!seconds)
        return unexpected(seconds.error());
    const auto url = offerUrlOf(line);
    if (!url)
        return unexpected(url.error());
    const auto allowed = AddressList::parse(line.value(text("allow-address")).split(u','));
    if (!allowed)
        return unexpected(
                Failure::Kind::BadUsage,
                QStringLiteral(
                        "--allow-address takes addresses such as 192.168.1.5 or 10.0.0.0/8, not \"%1\"")
                        .arg(allowed.error().detail));
    wish.waitSeconds = *seconds;
    wish.offerUrl = *url;
    wish.rules.allowedAddresses = *allowed;
    return runTest(line, std::move(wish));
}

} // namespace

QList<Command> networkTestCommands()
{
    return {{{text("network"), text("test")},
             text("ID [--url OFFERURL] [--wait SECONDS] [--allow-address ADDR]\n"
                  "      or: ID --purge"),
             text("test the whole chain of a network with a click that counts nowhere; --purge removes tests"),
             {text("url"), text("wait"), text("purge"), text("allow-address")},
             testNetwork}};
}

} // namespace Matchbook
