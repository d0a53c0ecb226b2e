// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline.h"
#include "runcommand.h"
#include "runwindow.h"
#include "secrets/oskeychain.h"
#include "version.h"
#include "wording.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>
#include <cstdlib>

namespace {

/// Without a word among the arguments it is the window that is wanted.
bool wantsWindow(const QStringList &arguments)
{
    const auto line = Matchbook::CommandLine::parse(arguments,
                                                    {QStringLiteral("demo"), QStringLiteral("tray"),
                                                     QStringLiteral("json"), QStringLiteral("help"),
                                                     QStringLiteral("version")});
    return line && line->words().isEmpty();
}

/// A bare machine has no locale set. Qt takes C.UTF-8 then by itself, but not without four lines of warning each time.
void useUtf8Locale()
{
    for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const QByteArray locale = qgetenv(name);
        if (locale.isEmpty())
            continue;
        if (locale == "C" || locale == "POSIX")
            qputenv(name, "C.UTF-8");
        return;
    }
    qputenv("LC_CTYPE", "C.UTF-8");
}

/// Qt would wait for a keychain that never answers.
int leave(int status)
{
    if (!Matchbook::isKeychainBusy())
        return status;
    std::fflush(nullptr);
    std::_Exit(status);
}

} // namespace

int main(int argc, char *argv[])
{
    useUtf8Locale();
    QCoreApplication::setApplicationName(QStringLiteral("matchbook"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MATCHBOOK_VERSION));
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);

    if (arguments == QStringList{QStringLiteral("--help")}
        || arguments == QStringList{QStringLiteral("-h")}) {
        QTextStream(stdout) << Matchbook::usageText();
        return 0;
    }
    if (arguments == QStringList{QStringLiteral("--version")}) {
        QTextStream(stdout) << "matchbook " << MATCHBOOK_VERSION
                            << (Matchbook::isKeychainBuiltIn() ? "\n" : ", built without QtKeychain\n");
        return 0;
    }
    if (wantsWindow(arguments))
        return leave(Matchbook::runWindow(argc, argv, arguments));
    QCoreApplication application(argc, argv);
    Matchbook::installWording();
    return leave(Matchbook::runCommand(arguments));
}
