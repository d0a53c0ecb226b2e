// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "engine/datafolder.h"
#include "engine/secretneed.h"
#include "networks/effectivepreset.h"
#include "networks/postbackurls.h"
#include "networks/presetcatalogue.h"
#include "networksecret.h"
#include "networkurls.h"
#include "openstore.h"
#include "store/lists.h"
#include "vocabulary/clock.h"
#include "vocabulary/daterange.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace Matchbook {

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr int usualKeepDays = 7;
constexpr int longestKeepDays = 365;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Expected<NetworkId> networkOf(const CommandLine &line)
{
    bool isNumber = false;
    const qint64 id = line.words().value(2).toLongLong(&isNumber);
    if (line.words().size() != 3 || !isNumber || id < 1)
        return unexpected(Failure::Kind::BadUsage,
                          text("name one network by its number; see: matchbook network list"));
    return NetworkId{id};
}

Expected<int> keepDaysOf(const CommandLine &line)
{
    if (!line.has(text("keep-days")))
        return usualKeepDays;
    bool isNumber = false;
    const int days = line.value(text("keep-days")).toInt(&isNumber);
    if (!isNumber || days < 0 || days > longestKeepDays)
        return unexpected(
                Failure::Kind::BadUsage,
                QStringLiteral("--keep-days takes a number of days from 0 to %1").arg(longestKeepDays));
    return days;
}

Expected<int> rotateKey(const CommandLine &line)
{
    const auto id = networkOf(line);
    if (!id)
        return unexpected(id.error());
    const auto days = keepDaysOf(line);
    if (!days)
        return unexpected(days.error());
    const auto zone = zoneOf(line);
    if (!zone)
        return unexpected(zone.error());
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    const qint64 until = clock.now() + *days * dayMs;
    const auto network = Catalogue(**database, clock).rotateKey(*id, *days * dayMs);
    if (!network)
        return unexpected(network.error());
    const PresetCatalogue presets(DataFolder{dataFolderOf(line)}.networksFolder());
    const QString receiver = baseUrlOf(line) + text("/postback/") + network->key;
    const NetworkPreset preset = effectivePreset(*network, presets);
    const auto urls = postbackUrls(receiver, preset);
    QJsonArray array;
    for (const ReadyPostbackUrl &one : urls)
        array << QJsonObject{{text("url"), one.url}, {text("purpose"), one.purpose}};
    const QJsonArray perStatus = statusUrlsJson(statusUrls(receiver, preset));
    const QString untilText = isoTime(until, *zone);
    if (line.has(text("json"))) {
        printJson({{text("id"), network->id.value},
                   {text("name"), network->name},
                   {text("key"), network->key},
                   {text("postback_urls"), array},
                   {text("status_urls"), perStatus},
                   {text("pixel_url"), pixelUrl(baseUrlOf(line), network->key, preset)},
                   {text("old_key_works_until"), untilText}});
        return 0;
    }
    QTextStream &out = standardOutput();
    out << network->name << " has a new key. Paste this into its dashboard:\n";
    for (const ReadyPostbackUrl &one : urls)
        out << (one.purpose.isEmpty() ? QString() : one.purpose + text(": ")) << one.url << '\n';
    printStatusUrls(perStatus);
    out << (*days > 0 ? text("The old one works until ") + untilText
                      : text("The old one has stopped working"))
        << Qt::endl;
    return 0;
}

QJsonObject jsonOf(const NetworkAlarm &alarm, const NetworkHealth &health, qint64 now, const QTimeZone &zone)
{
    QJsonObject json{{text("alarm"), QString(alarmWord(alarm.kind))},
                     {text("urgent"), alarm.isUrgent},
                     {text("sentence"), alarmTitle(alarm, health.network.name, now)},
                     {text("advice"), alarmAdvice(alarm)},
                     {text("count"), alarm.count}};
    if (alarm.cause != PostbackCause::None)
        json.insert(text("cause"), QString(causeWord(alarm.cause)));
    if (alarm.causeCount > 0)
        json.insert(text("cause_count"), alarm.causeCount);
    if (alarm.since > 0) {
        json.insert(text("since"), isoTime(alarm.since, zone));
        json.insert(text("expected"), std::round(alarm.expected * 10) / 10);
        json.insert(text("probability"), alarm.probability);
        json.insert(text("clicks"), alarm.clicks);
    }
    return json;
}

QJsonObject rowOf(const NetworkHealth &health, qint64 now, const QTimeZone &zone)
{
    QJsonArray alarms;
    for (const NetworkAlarm &alarm : health.alarms)
        alarms << jsonOf(alarm, health, now, zone);
    return {{text("id"), health.network.id.value},
            {text("name"), health.network.name},
            {text("last_postback"),
             health.lastPostback > 0 ? QJsonValue(isoTime(health.lastPostback, zone)) : QJsonValue()},
            {text("matched_today"), health.matchedToday},
            {text("unmatched_today"), health.unmatchedToday},
            {text("repeated_today"), health.repeatedToday},
            {text("approval_rate"),
             health.decided30 > 0 ? QJsonValue(double(health.approved30) / health.decided30) : QJsonValue()},
            {text("payout_30_days"), health.payout30.toDecimal()},
            {text("currency"), health.payout30.currency.code()},
            {text("alarms"), alarms}};
}

void printHealth(const QList<NetworkHealth> &networks, const QJsonArray &rows, qint64 now)
{
    printRows(rows,
              {text("id"), text("name"), text("last_postback"), text("matched_today"),
               text("unmatched_today"), text("repeated_today"), text("approval_rate"), text("payout_30_days"),
               text("currency")},
              false);
    QTextStream &out = standardOutput();
    for (const NetworkHealth &health : networks) {
        for (const NetworkAlarm &alarm : health.alarms)
            out << '\n'
                << alarmTitle(alarm, health.network.name, now) << "\n  -> " << alarmAdvice(alarm) << '\n';
    }
    out.flush();
}

bool isUnbelieved(const NetworkHealth &health)
{
    return std::any_of(health.alarms.cbegin(), health.alarms.cend(), [](const NetworkAlarm &alarm) {
        return alarm.kind == NetworkAlarm::Kind::SecretMissing;
    });
}

/// Asks for the secrets of those networks only that seem to have none: a keychain may want to be unlocked.
Expected<QList<NetworkHealth>> withoutSettled(const CommandLine &line, const QList<NetworkHealth> &networks)
{
    QList<NetworkId> unbelieved;
    for (const NetworkHealth &health : networks) {
        if (isUnbelieved(health))
            unbelieved << health.network.id;
    }
    if (unbelieved.isEmpty())
        return networks;
    auto store = secretStoreOf(line);
    if (!store)
        return unexpected(store.error());
    return withoutSettledAlarms(networks, store->read(unbelieved).secrets);
}

Expected<int> showHealth(const CommandLine &line)
{
    const auto zone = zoneOf(line);
    if (!zone)
        return unexpected(zone.error());
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    const qint64 now = clock.now();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, *zone).date();
    const auto stored
            = Lists(**database)
                      .networkHealth(now, dayStartMs(today, *zone), dayStartMs(today.addDays(-29), *zone));
    if (!stored)
        return unexpected(stored.error());
    const auto networks = withoutSettled(line, *stored);
    if (!networks)
        return unexpected(networks.error());
    QJsonArray rows;
    for (const NetworkHealth &health : *networks)
        rows << rowOf(health, now, *zone);
    if (line.has(text("json")))
        printJson({{text("rows"), rows}});
    else
        printHealth(*networks, rows, now);
    return 0;
}

} // namespace

QList<Command> networkCareCommands()
{
    return {{{text("network"), text("rotate-key")},
             text("ID [--keep-days N]"),
             text("give a network a new key and print its postback URLs; the old one works for 7 more days, or N"),
             {text("keep-days")},
             rotateKey},
            {{text("network"), text("health")},
             {},
             text("how each network is doing, what is wrong, the likely cause and what to do"),
             {text("zone")},
             showHealth}};
}

} // namespace Matchbook
