// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runwindow.h"

#include "commands/command.h"
#include "demo/demofolder.h"
#include "demo/simulator.h"
#include "desktop.h"
#include "engine/engine.h"
#include "engine/secretsource.h"
#include "failuresentence.h"
#include "failuretext.h"
#include "mainwindow.h"
#include "networks/secretasking.h"
#include "secrets/environmentsecrets.h"
#include "secrets/oskeychain.h"
#include "signalwatch.h"
#include "singleinstance.h"
#include "vocabulary/clock.h"
#include "wording.h"

#include <QApplication>
#include <QMessageBox>
#include <QTextStream>

namespace Matchbook {

namespace {

constexpr int secretPatienceMs = 500;

Expected<QString> folderFor(const CommandLine &line, const Clock &clock)
{
    if (line.has(QStringLiteral("demo")))
        return prepareDemoFolder(line.value(QStringLiteral("data-dir")), clock);
    return dataFolderOf(line);
}

/// Without a display, Qt would abort the program.
bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    }
    return false;
#else
    return true;
#endif
}

int complain(const Failure &failure)
{
    QTextStream(stderr) << "matchbook: " << failureSentence(failure) << Qt::endl;
    QMessageBox::critical(nullptr, QCoreApplication::translate("Window", "Matchbook cannot start"),
                          failureSentence(failure));
    return 1;
}

} // namespace

int runWindow(int argc, char *argv[], const QStringList &arguments)
{
    const QSet<QString> switches{QStringLiteral("demo"), QStringLiteral("tray")};
    const auto line = CommandLine::parse(arguments, switches);
    const auto known = line ? line->onlyKnown(switches + QSet<QString>{QStringLiteral("data-dir")})
                            : unexpected(line.error());
    if (!known) {
        QTextStream(stderr) << "matchbook: " << failureSentence(known.error()) << Qt::endl;
        return 2;
    }
    if (!hasDisplay()) {
        QTextStream(stderr) << "matchbook: There is no display. `matchbook serve` runs without one."
                            << Qt::endl;
        return 1;
    }
    // Before there is a second thread.
    const auto environment = takeSecretsFromEnvironment();
    QApplication application(argc, argv);
    installWording();
    if (!environment)
        return complain(environment.error());
    const SystemClock clock;
    const auto folder = folderFor(*line, clock);
    if (!folder)
        return complain(folder.error());
    SingleInstance instance(*folder);
    if (!instance.isFirst())
        return 0;

    Engine engine(*folder, clock);
    if (auto started = engine.start(); !started)
        return complain(started.error());
    SecretSource secrets(engine, SecretStore(*folder, osKeychain(), {*environment, {}}));
    // Almost always at once. A keychain that waits for its password must not keep the window away.
    (void)secrets.waitUntilRead(secretPatienceMs);
    const Preferences preferences = engine.preferences();
    // A port in use, or another process that listens, is shown in the status bar: the window works all the same.
    (void)engine.listen(preferences.bindAddress, preferences.port);

    Simulator simulator(engine);
    if (line->has(QStringLiteral("demo")))
        simulator.start();
    Desktop desktop(application, engine);
    if (line->has(QStringLiteral("demo")))
        desktop.window().setWindowTitle(
                QCoreApplication::translate("Window", "Matchbook – demo with invented figures"));
    const SecretAsking asking(engine, &desktop.window());
    QObject::connect(&instance, &SingleInstance::bringUpWanted, &desktop, &Desktop::show);
    SignalWatch signalWatch;
    // quit() would ask about the tray first; whoever sends a signal has decided.
    QObject::connect(&signalWatch, &SignalWatch::endWanted, &application, [] { QApplication::exit(0); });
    if (line->has(QStringLiteral("tray")))
        desktop.waitInTray();
    else
        desktop.show();
    const int status = QApplication::exec();
    engine.stop();
    return status;
}

} // namespace Matchbook
