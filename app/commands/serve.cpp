// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "demo/demofolder.h"
#include "demo/simulator.h"
#include "engine/datafolder.h"
#include "engine/engine.h"
#include "engine/secretneed.h"
#include "engine/secretsource.h"
#include "failuresentence.h"
#include "networksecret.h"
#include "secrets/oskeychain.h"
#include "signalwatch.h"
#include "store/catalogue.h"
#include "vocabulary/clock.h"

#include <QCoreApplication>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int secretPatienceMs = 6'000;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Expected<quint16> portOf(const CommandLine &line, quint16 otherwise)
{
    if (!line.has(text("port")))
        return otherwise;
    bool isNumber = false;
    const uint port = line.value(text("port")).toUInt(&isNumber);
    if (!isNumber || port > 65535)
        return unexpected(Failure::Kind::BadUsage, text("--port takes a number from 0 to 65535"));
    return quint16(port);
}

/// Says on standard error what goes wrong, once, not with every click that it concerns.
class TroubleReport
{
public:
    void take(const EngineState &state)
    {
        if (state.trouble && state.trouble != m_said.trouble)
            QTextStream(stderr) << "matchbook: " << failureSentence(*state.trouble) << Qt::endl;
        if (state.reserveTrouble && !m_said.reserveTrouble)
            QTextStream(stderr) << "matchbook: warning: there is no reserve for clicks while the store takes "
                                   "none; they would be lost ("
                                << state.reserveTrouble->detail << ')' << Qt::endl;
        m_said = state;
    }

private:
    EngineState m_said;
};

/// Says on standard error which networks cannot be believed, whenever that changes.
class SecretReport
{
public:
    explicit SecretReport(const SecretSource &source) : m_source(source) { }

    void take()
    {
        QStringList sentences = m_source.troubles();
        const auto missing = m_source.missing();
        for (const NetworkId network : missing)
            sentences << QStringLiteral("Network %1 has no secret, so nothing that it sends is believed. ")
                                    .arg(network.value)
                            + secretAdvice(network);
        for (const QString &sentence : sentences) {
            if (!m_said.contains(sentence))
                QTextStream(stderr) << "matchbook: warning: " << sentence << Qt::endl;
        }
        m_said = sentences;
    }

private:
    const SecretSource &m_source;
    QStringList m_said;
};

/// A slip in a number would otherwise show only when nothing is believed.
void warnOfUnused(const GivenSecrets &given, Engine &engine, const QString &folder)
{
    const SystemClock clock;
    auto database = Database::open(DataFolder{folder}.databaseFile(), Database::Access::ReadOnly);
    if (!database)
        return;
    const auto networks = Catalogue(**database, clock).networks();
    if (!networks)
        return;
    const auto takers = networksWithSecret(SecretNeed::Optional, *networks, *engine.presets());
    const auto warn = [&](const SecretsByNetwork &secrets, const char *place) {
        QList<NetworkId> numbers = secrets.keys();
        std::sort(numbers.begin(), numbers.end());
        for (const NetworkId number : std::as_const(numbers)) {
            if (takers.contains(number))
                continue;
            const bool isThere
                    = std::any_of(networks->cbegin(), networks->cend(),
                                  [number](const AffiliateNetwork &one) { return one.id == number; });
            QTextStream(stderr) << "matchbook: warning: the secret of network " << number.value << ' '
                                << place << " is not used: "
                                << (isThere ? "that network takes none." : "there is no such network.")
                                << Qt::endl;
        }
    };
    warn(given.environment, "in the environment");
    warn(given.file, "in the file named with --secrets-file");
}

Expected<int> serve(const CommandLine &line)
{
    const auto given = givenSecretsOf(line);
    if (!given)
        return unexpected(given.error());
    const SystemClock clock;
    QString folder = dataFolderOf(line);
    if (line.has(text("demo"))) {
        const auto demo = prepareDemoFolder(line.value(text("data-dir")), clock);
        if (!demo)
            return unexpected(demo.error());
        folder = *demo;
    }
    Engine engine(folder, clock);
    const Preferences preferences = engine.preferences();
    const auto port = portOf(line, preferences.port);
    if (!port)
        return unexpected(port.error());
    SignalWatch signalWatch;
    QObject::connect(&signalWatch, &SignalWatch::endWanted, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    if (auto started = engine.start(); !started)
        return unexpected(started.error());
    warnOfUnused(*given, engine, folder);
    SecretSource secrets(engine, SecretStore(folder, osKeychain(), *given));
    SecretReport secretReport(secrets);
    // The first notification may come as soon as somebody listens. A keychain that hangs must not keep everything else away.
    (void)secrets.waitUntilRead(secretPatienceMs);
    secretReport.take();
    QObject::connect(&secrets, &SecretSource::changed, &secrets, [&secretReport] { secretReport.take(); });
    if (auto listening = engine.listen(line.value(text("bind"), preferences.bindAddress), *port); !listening)
        return unexpected(listening.error());
    TroubleReport report;
    report.take(engine.state());
    QObject::connect(&engine, &Engine::stateChanged,
                     [&report](const EngineState &state) { report.take(state); });
    standardOutput() << "listening on " << engine.state().address << Qt::endl;
    Simulator simulator(engine);
    if (line.has(text("demo")))
        simulator.start();
    const int status = QCoreApplication::exec();
    engine.stop();
    return status;
}

} // namespace

QList<Command> serveCommands()
{
    return {{{text("serve")},
             text("[--port P] [--bind ADDR] [--demo] [--secrets-file FILE]"),
             text("listen without a window until SIGTERM or SIGINT. Secrets come from MATCHBOOK_SECRET_<network ID> in the\n"
                  "      environment, FILE (mode 0600, {\"3\": \"THE SECRET\"}), the keychain, the data folder.\n"
                  "      Those of networks that are not there or take none are named on standard error"),
             {text("port"), text("bind"), text("demo"), text("secrets-file")},
             serve}};
}

} // namespace Matchbook
