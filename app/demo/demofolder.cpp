// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demofolder.h"

#include "demo/demomonth.h"
#include "engine/datafolder.h"
#include "preferences/preferences.h"
#include "store/migrations.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>

namespace Matchbook {

namespace {

QString markOf(const QString &folder)
{
    return folder + QStringLiteral("/this-is-the-demo");
}

QString today(const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(clock.now()).date().toString(Qt::ISODate);
}

bool isOfToday(const QString &folder, const Clock &clock)
{
    QFile mark(markOf(folder));
    return mark.open(QIODevice::ReadOnly) && QString::fromLatin1(mark.readAll()).trimmed() == today(clock);
}

/// Beside the usual one, so that the demo and a person's own Matchbook run together.
constexpr quint16 demoPort = 8131;

Expected<void> makeAnew(const DataFolder &folder, const Clock &clock, int days)
{
    QDir(folder.path).removeRecursively();
    if (auto prepared = folder.prepare(); !prepared)
        return prepared;
    auto database = Database::open(folder.databaseFile(), Database::Access::ReadWrite);
    if (!database)
        return unexpected(database.error());
    if (auto migrated = migrate(**database); !migrated)
        return migrated;
    // The mark comes first, so that a half-made demo is known as one.
    QFile mark(markOf(folder.path));
    if (!mark.open(QIODevice::WriteOnly))
        return unexpected(Failure::Kind::FileTrouble,
                          mark.fileName() + QStringLiteral(": ") + mark.errorString());
    if (auto filled = fillDemoMonth(**database, clock, days); !filled)
        return filled;
    Preferences preferences;
    preferences.port = demoPort;
    if (auto saved = preferences.save(folder.path); !saved)
        return saved;
    mark.write(today(clock).toLatin1());
    return {};
}

} // namespace

Expected<QString> prepareDemoFolder(const QString &folder, const Clock &clock, int days)
{
    const DataFolder demo{folder.isEmpty() ? DataFolder::standardPath() + QStringLiteral("-demo") : folder};
    const bool isEmpty = !QDir(demo.path).exists() || QDir(demo.path).isEmpty();
    if (!isEmpty && !QFile::exists(markOf(demo.path)))
        return unexpected(
                Failure::Kind::BadUsage,
                QStringLiteral("%1 holds real data; the demo needs a folder of its own").arg(demo.path));
    if (!isOfToday(demo.path, clock) && demo.listeningAddress().isEmpty()) {
        if (auto made = makeAnew(demo, clock, days); !made)
            return unexpected(made.error());
    }
    return demo.path;
}

} // namespace Matchbook
