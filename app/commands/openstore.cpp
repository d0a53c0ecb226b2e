// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openstore.h"

#include "command.h"
#include "engine/datafolder.h"
#include "preferences/preferences.h"
#include "store/migrations.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace Matchbook {

Expected<std::unique_ptr<Database>> openForWriting(const CommandLine &line)
{
    const DataFolder folder{dataFolderOf(line)};
    if (auto prepared = folder.prepare(); !prepared)
        return unexpected(prepared.error());
    auto database = Database::open(folder.databaseFile(), Database::Access::ReadWrite);
    if (!database)
        return database;
    if (auto migrated = migrate(**database); !migrated)
        return unexpected(migrated.error());
    return database;
}

Expected<std::unique_ptr<Database>> openForReading(const CommandLine &line)
{
    const DataFolder folder{dataFolderOf(line)};
    // Who only looks makes nothing; least of all where a folder's name was mistyped.
    if (!QFileInfo::exists(folder.databaseFile()))
        return unexpected(
                Failure::Kind::NotFound,
                QCoreApplication::translate("Command", "There is no Matchbook data in %1.").arg(folder.path));
    // A store of an older version is brought up to date first.
    if (auto made = openForWriting(line); !made)
        return made;
    return Database::open(folder.databaseFile(), Database::Access::ReadOnly);
}

Expected<AffiliateNetwork> networkNamedBy(const CommandLine &line, Catalogue &catalogue)
{
    const auto networks = catalogue.networks();
    if (!networks)
        return unexpected(networks.error());
    const auto found = std::find_if(networks->cbegin(), networks->cend(), [&](const AffiliateNetwork &one) {
        return QString::number(one.id.value) == line.words().value(2);
    });
    if (found == networks->cend())
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("name one network by its number; see: matchbook network list"));
    return *found;
}

QList<QByteArray> ownBasesOf(const CommandLine &line)
{
    const DataFolder folder{dataFolderOf(line)};
    const Preferences preferences = Preferences::load(folder.path);
    return {preferences.publicUrl.toUtf8(), folder.listeningAddress().toUtf8(),
            QStringLiteral("http://%1:%2").arg(preferences.bindAddress).arg(preferences.port).toUtf8()};
}

QString baseUrlOf(const CommandLine &line)
{
    const DataFolder folder{dataFolderOf(line)};
    const Preferences preferences = Preferences::load(folder.path);
    if (!preferences.publicUrl.isEmpty())
        return preferences.publicUrl;
    const QString listening = folder.listeningAddress();
    if (!listening.isEmpty())
        return listening;
    return QStringLiteral("http://%1:%2").arg(preferences.bindAddress).arg(preferences.port);
}

} // namespace Matchbook
