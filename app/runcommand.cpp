// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcommand.h"

#include "commands/command.h"
#include "failuresentence.h"

#include <algorithm>

namespace Matchbook {

namespace {

const QSet<QString> &switches()
{
    static const QSet<QString> names{QStringLiteral("json"),   QStringLiteral("demo"),
                                     QStringLiteral("help"),   QStringLiteral("purge"),
                                     QStringLiteral("apply"),  QStringLiteral("undo"),
                                     QStringLiteral("replace")};
    return names;
}

const Command *commandFor(const QStringList &words)
{
    const Command *best = nullptr;
    for (const Command &command : allCommands()) {
        const bool fits = words.size() >= command.words.size()
                && std::equal(command.words.cbegin(), command.words.cend(), words.cbegin());
        if (fits && (!best || command.words.size() > best->words.size()))
            best = &command;
    }
    return best;
}

/// How many words a command takes besides its own, from its usage: those in capitals that stand before the options.
qsizetype wordsTaken(const Command &command)
{
    qsizetype count = 0;
    for (const QString &word : command.usage.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word.startsWith(QLatin1Char('-')) || word.startsWith(QLatin1Char('[')))
            break;
        ++count;
    }
    return count;
}

/// What could be meant by words that are no command: those commands that begin with the first of them.
QString nearCommands(const QStringList &words)
{
    QStringList near;
    for (const Command &command : allCommands()) {
        if (!words.isEmpty() && command.words.constFirst() == words.constFirst())
            near << QStringLiteral("matchbook ") + command.words.join(QLatin1Char(' '));
    }
    return near.isEmpty() ? QStringLiteral("matchbook --help lists them")
                          : QStringLiteral("there are: ") + near.join(QStringLiteral(", "));
}

int complain(const Failure &failure)
{
    QTextStream(stderr) << "matchbook: " << failureSentence(failure) << Qt::endl;
    return failure.kind == Failure::Kind::BadUsage ? 2 : 1;
}

QString usageOf(const Command &command)
{
    return QStringLiteral("  matchbook ") + command.words.join(QLatin1Char(' '))
            + (command.usage.isEmpty() ? QString() : QLatin1Char(' ') + command.usage)
            + QStringLiteral("\n      ") + command.summary + QLatin1Char('\n');
}

} // namespace

QString usageText()
{
    QString text
            = QStringLiteral("Matchbook tracks clicks and conversions on your own computer.\n\n"
                             "  matchbook [--demo] [--tray]\n      open the window, or wait in the tray\n");
    for (const Command &command : allCommands())
        text += usageOf(command);
    return text
            + QStringLiteral(
                    "\nEvery command takes --data-dir DIR (the standard one is ~/.local/share/matchbook) and --json.\n"
                    "Exit status: 0 done, 2 bad usage, 1 anything else.\n");
}

int runCommand(const QStringList &arguments)
{
    auto line = CommandLine::parse(arguments, switches());
    if (!line)
        return complain(line.error());
    const Command *command = commandFor(line->words());
    if (command && !command->switches.isEmpty())
        line = CommandLine::parse(arguments, switches() + command->switches);
    if (!line)
        return complain(line.error());
    if (!command)
        return complain({Failure::Kind::BadUsage,
                         QStringLiteral("\"%1\" is not a command; %2")
                                 .arg(line->words().join(QLatin1Char(' ')), nearCommands(line->words()))});
    if (line->has(QStringLiteral("help"))) {
        standardOutput() << usageOf(*command) << Qt::flush;
        return 0;
    }
    const QSet<QString> everywhere{QStringLiteral("data-dir"), QStringLiteral("json")};
    if (auto known = line->onlyKnown(command->options + command->switches + everywhere); !known)
        return complain(known.error());
    if (line->words().size() > command->words.size() + wordsTaken(*command))
        return complain(
                {Failure::Kind::BadUsage,
                 command->onExtraWord.isEmpty()
                         ? QStringLiteral("\"%1\" is one word too many").arg(line->words().constLast())
                         : command->onExtraWord});
    const auto status = command->run(*line);
    return status ? *status : complain(status.error());
}

} // namespace Matchbook
