// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline.h"

#include <QJsonObject>
#include <QTextStream>
#include <QTimeZone>

#include <functional>

namespace Matchbook {

/// One thing the program can be told to do from a shell.
struct Command {
    QStringList words; ///< `network`, `add`
    QString usage; ///< what follows the words
    QString summary; ///< one line for the list of commands
    QSet<QString> options; ///< besides those that every command has
    std::function<Expected<int>(const CommandLine &)> run; ///< the exit status
    QSet<QString> switches = {}; ///< further options, without a value
    QString onExtraWord = {}; ///< what is said of a word too many instead of quoting it
};

/// Every command there is, in the order of the help.
const QList<Command> &allCommands();

QList<Command> setupCommands(); ///< network, settings
QList<Command> networkTestCommands(); ///< network test
QList<Command> networkSecretCommands(); ///< network secret
QList<Command> networkCareCommands(); ///< network rotate-key, network health
QList<Command> campaignCommands(); ///< campaign
QList<Command> presetCommands(); ///< network presets, network preset, campaign sources
QList<Command> listCommands(); ///< clicks, conversions, postbacks
QList<Command> clickPurgeCommands(); ///< clicks purge
QList<Command> postbackCommands(); ///< what is done to stored postbacks
QList<Command> mappingCommands(); ///< network map
QList<Command> networkSetCommands(); ///< network set
QList<Command> reportCommands(); ///< report, export, check
QList<Command> importCommands(); ///< import report
QList<Command> rateCommands(); ///< rates
QList<Command> serveCommands(); ///< serve

/// One JSON document and a line end on standard output.
void printJson(const QJsonObject &json);
/// Rows as `{"rows":[…]}`, or as a table with the keys as its head.
void printRows(const QJsonArray &rows, const QStringList &columns, bool asJson);
QTextStream &standardOutput();

/// The data folder that was asked for, or the standard one.
QString dataFolderOf(const CommandLine &line);
/// The words of --\a option, separated by commas. BadUsage, naming the word, if \a isKnown does not know one.
Expected<QStringList> knownWords(const CommandLine &line, const QString &option,
                                 const std::function<bool(const QString &)> &isKnown);
/// The time zone that was asked for with --zone, else the one in the preferences, else the computer's. BadUsage if unknown.
Expected<QTimeZone> zoneOf(const CommandLine &line);

} // namespace Matchbook
