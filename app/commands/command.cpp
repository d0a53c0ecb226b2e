// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "engine/datafolder.h"
#include "preferences/preferences.h"
#include "vocabulary/daterange.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace Matchbook {

const QList<Command> &allCommands()
{
    static const QList<Command> commands = serveCommands() + setupCommands() + campaignCommands()
            + presetCommands() + mappingCommands() + networkSetCommands() + networkTestCommands()
            + networkSecretCommands() + networkCareCommands() + listCommands() + postbackCommands()
            + clickPurgeCommands() + importCommands() + reportCommands() + rateCommands();
    return commands;
}

QTextStream &standardOutput()
{
    static QTextStream out(stdout);
    return out;
}

void printJson(const QJsonObject &json)
{
    standardOutput() << QJsonDocument(json).toJson(QJsonDocument::Compact) << Qt::endl;
}

namespace {

QString cellText(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return QStringLiteral("-");
    return value.isString() ? value.toString() : value.toVariant().toString();
}

} // namespace

void printRows(const QJsonArray &rows, const QStringList &columns, bool asJson)
{
    if (asJson)
        return printJson({{QStringLiteral("rows"), rows}});
    QTextStream &out = standardOutput();
    out << columns.join(QLatin1Char('\t')) << '\n';
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (const QString &column : columns)
            cells << cellText(row[column]);
        out << cells.join(QLatin1Char('\t')) << '\n';
    }
    out.flush();
}

QString dataFolderOf(const CommandLine &line)
{
    return line.value(QStringLiteral("data-dir"), DataFolder::standardPath());
}

Expected<QStringList> knownWords(const CommandLine &line, const QString &option,
                                 const std::function<bool(const QString &)> &isKnown)
{
    const QStringList words = line.value(option).split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!isKnown(word))
            return unexpected(Failure::Kind::BadUsage,
                              QStringLiteral("--%1 does not know the word \"%2\"").arg(option, word));
    }
    return words;
}

Expected<QTimeZone> zoneOf(const CommandLine &line)
{
    QString name = line.value(QStringLiteral("zone"));
    if (name.isEmpty())
        name = Preferences::load(dataFolderOf(line)).timeZone;
    if (name.isEmpty())
        return QTimeZone::systemTimeZone();
    const auto zone = timeZoneFromId(name);
    if (!zone)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("\"%1\" is not a time zone such as Europe/Lisbon").arg(name));
    return *zone;
}

} // namespace Matchbook
