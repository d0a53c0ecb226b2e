// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "openstore.h"
#include "store/clickpurge.h"
#include "vocabulary/clock.h"
#include "vocabulary/daterange.h"

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Expected<int> purge(const CommandLine &line)
{
    const auto zone = zoneOf(line);
    if (!zone)
        return unexpected(zone.error());
    const auto word = line.required(text("before"));
    if (!word)
        return unexpected(word.error());
    const auto before = timeFromIso(*word, *zone);
    if (!before)
        return unexpected(before.error());
    if (*before > SystemClock().now())
        return unexpected(Failure::Kind::BadUsage,
                          text("--before lies in the future; clicks can only be older than now."));
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    const auto purged = purgeClicks(**database, *before);
    if (!purged)
        return unexpected(purged.error());
    if (line.has(text("json")))
        printJson({{text("purged"), *purged}});
    else
        standardOutput() << *purged << " clicks removed; conversions and totals stay." << Qt::endl;
    return 0;
}

} // namespace

QList<Command> clickPurgeCommands()
{
    return {
            {{text("clicks"), text("purge")},
             text("--before DATE [--zone IANA]"),
             text("remove old clicks; conversions and totals stay"),
             {text("before"), text("zone")},
             purge},
    };
}

} // namespace Matchbook
