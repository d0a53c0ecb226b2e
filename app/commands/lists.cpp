// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/lists.h"
#include "command.h"
#include "matching/diagnosis.h"
#include "networks/formdecoding.h"
#include "openstore.h"
#include "vocabulary/daterange.h"

#include <QJsonArray>

namespace Matchbook {

namespace {

constexpr int usualLimit = 50;
constexpr int largestLimit = 1'000'000;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QJsonValue orNull(const QString &value)
{
    return value.isEmpty() ? QJsonValue() : QJsonValue(value);
}

/// What --since and --limit say.
struct Excerpt {
    RowFilter filter;
    int limit = usualLimit;
    QTimeZone zone;
};

Expected<Excerpt> excerptOf(const CommandLine &line)
{
    const auto zone = zoneOf(line);
    if (!zone)
        return unexpected(zone.error());
    Excerpt excerpt;
    excerpt.zone = *zone;
    if (line.has(text("since"))) {
        const auto since = timeFromIso(line.value(text("since")), *zone);
        if (!since)
            return unexpected(since.error());
        excerpt.filter.since = *since;
    }
    if (line.has(text("network")))
        excerpt.filter.network = {line.value(text("network")).toLongLong()};
    if (line.has(text("outcome"))) {
        const auto words = knownWords(line, text("outcome"),
                                      [](const QString &word) { return outcomeFromWord(word).has_value(); });
        if (!words)
            return unexpected(words.error());
        excerpt.filter.words = *words;
    }
    if (line.has(text("cause"))) {
        const auto words = knownWords(line, text("cause"), [](const QString &word) {
            return causeFromWord(word) != PostbackCause::None || isRepair(matchFromWord(word));
        });
        if (!words)
            return unexpected(words.error());
        excerpt.filter.causes = *words;
    }
    if (line.has(text("limit"))) {
        bool isNumber = false;
        excerpt.limit = line.value(text("limit")).toInt(&isNumber);
        if (!isNumber || excerpt.limit < 1 || excerpt.limit > largestLimit)
            return unexpected(Failure::Kind::BadUsage, text("--limit takes a number from 1 to 1000000"));
    }
    return excerpt;
}

QJsonObject rowOf(const ClickRow &click, const QTimeZone &zone)
{
    static const char *const kinds[] = {"visitor", "bot", "probe", "test"};
    QJsonObject row{{text("click_id"), click.clickId},
                    {text("time"), isoTime(click.time, zone)},
                    {text("campaign"), click.campaign},
                    {text("offer"), click.offer},
                    {text("network"), click.network},
                    {text("kind"), text(kinds[int(click.kind)])},
                    {text("external_id"), orNull(click.externalId)}};
    for (int i = 0; i < subIdCount; ++i)
        row.insert(QStringLiteral("sub%1").arg(i + 1), orNull(click.subIds[size_t(i)]));
    row.insert(text("query"), displayText(click.query));
    row.insert(text("address"), orNull(click.address));
    row.insert(text("user_agent"), orNull(click.userAgent));
    row.insert(text("referrer"), orNull(click.referrer));
    row.insert(text("cost"), microsToDecimal(click.costMicros));
    return row;
}

QJsonObject rowOf(const ConversionRow &stored, const QTimeZone &zone)
{
    const Conversion &conversion = stored.conversion;
    QJsonObject row{{text("transaction_id"), orNull(conversion.transactionId)},
                    {text("click_id"), orNull(conversion.clickId)},
                    {text("event"), conversion.event},
                    {text("status"), QString(statusWord(conversion.status))},
                    {text("payout"), conversion.payout.toDecimal()},
                    {text("refunded"),
                     Money{conversion.refundedMicros, conversion.payout.currency}.toDecimal()},
                    {text("currency"), conversion.payout.currency.code()},
                    {text("time"), isoTime(conversion.time, zone)},
                    {text("click_time"), isoTime(conversion.clickTime, zone)},
                    {text("status_time"), isoTime(conversion.statusTime, zone)},
                    {text("campaign"), stored.campaign},
                    {text("offer"), stored.offer},
                    {text("network"), stored.network},
                    {text("match"), QString(matchWord(conversion.match))},
                    {text("times_received"), conversion.timesReceived},
                    {text("external_id"), orNull(conversion.externalId)}};
    for (int i = 0; i < subIdCount; ++i)
        row.insert(QStringLiteral("sub%1").arg(i + 1), orNull(conversion.subIds[size_t(i)]));
    return row;
}

QJsonObject rowOf(const PostbackRow &postback, const QTimeZone &zone)
{
    return {{text("id"), postback.id.value},
            {text("time"), isoTime(postback.time, zone)},
            {text("network"), orNull(postback.network)},
            {text("method"), QString::fromLatin1(postback.method)},
            {text("query"), displayText(postback.query)},
            {text("body"), displayText(postback.body)},
            {text("pixel"), postback.pixel},
            {text("sender"), postback.sender},
            {text("outcome"), QString(outcomeWord(postback.outcome))},
            {text("cause"), orNull(QString(causeWord(postback.cause)))},
            {text("explanation"),
             explanation(postback.outcome, postback.cause, postback.causeDetail, postback.match,
                         channelOf(postback.signature, postback.body))},
            {text("match"), orNull(QString(matchWord(postback.match)))},
            {text("click_id"), orNull(postback.clickId)},
            {text("transaction_id"), orNull(postback.transactionId)},
            {text("payout"), postback.payout ? QJsonValue(postback.payout->toDecimal()) : QJsonValue()},
            {text("currency"),
             postback.payout ? QJsonValue(postback.payout->currency.code()) : QJsonValue()}};
}

template<typename Row>
using Page = Expected<QList<Row>> (Lists::*)(const RowFilter &, int);

template<typename Row>
Expected<int> list(const CommandLine &line, Page<Row> page, const QStringList &columns)
{
    const auto excerpt = excerptOf(line);
    if (!excerpt)
        return unexpected(excerpt.error());
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    Lists lists(**database);
    const auto found = (lists.*page)(excerpt->filter, excerpt->limit);
    if (!found)
        return unexpected(found.error());
    QJsonArray rows;
    for (const Row &row : *found)
        rows << rowOf(row, excerpt->zone);
    printRows(rows, columns, line.has(text("json")));
    return 0;
}

} // namespace

QList<Command> listCommands()
{
    const QSet<QString> options{text("since"), text("limit"), text("zone")};
    const QString usage = text("[--since T] [--limit N] [--zone IANA]");
    return {
            {{text("clicks"), text("list")},
             usage,
             text("the newest clicks"),
             options,
             [](const CommandLine &line) {
                 return list<ClickRow>(line, &Lists::clicks,
                                       {text("time"), text("click_id"), text("campaign"), text("offer"),
                                        text("kind"), text("external_id"), text("sub1")});
             }},
            {{text("conversions"), text("list")},
             usage,
             text("the newest conversions"),
             options,
             [](const CommandLine &line) {
                 return list<ConversionRow>(line, &Lists::conversions,
                                            {text("time"), text("network"), text("campaign"),
                                             text("click_id"), text("transaction_id"), text("event"),
                                             text("payout"), text("currency"), text("status"),
                                             text("match")});
             }},
            {{text("postbacks"), text("list")},
             usage + text(" [--network ID] [--outcome WORD] [--cause WORD]"),
             text("the newest postbacks, each with how it was judged and why"),
             options + QSet<QString>{text("network"), text("outcome"), text("cause")},
             [](const CommandLine &line) {
                 return list<PostbackRow>(line, &Lists::postbacks,
                                          {text("time"), text("network"), text("outcome"), text("cause"),
                                           text("click_id"), text("transaction_id"), text("explanation")});
             }},
    };
}

} // namespace Matchbook
