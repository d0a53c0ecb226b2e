// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "networks/addresslist.h"
#include "openstore.h"
#include "vocabulary/clock.h"

#include <QJsonArray>

#include <algorithm>

namespace Matchbook {

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

Unexpected noneOf(const QString &value, const char *words)
{
    return unexpected(Failure::Kind::BadUsage,
                      QStringLiteral("\"%1\" is none of %2").arg(value, text(words)));
}

Expected<void> setDecimalMark(const QString &value, AffiliateNetwork &network)
{
    const auto mark = decimalMarkFromWord(value);
    if (!mark)
        return noneOf(value, "auto, point, comma");
    network.decimalMark = *mark;
    return {};
}

Expected<void> setRepeatPolicy(const QString &value, AffiliateNetwork &network)
{
    const auto policy = repeatPolicyFromWord(value);
    if (!policy)
        return noneOf(value, "update, ignore, count_every_hit, add_amounts");
    network.repeatPolicy = *policy;
    return {};
}

Expected<void> setDefaultStatus(const QString &value, AffiliateNetwork &network)
{
    const auto status = statusFromWord(value);
    if (status != ConversionStatus::Approved && status != ConversionStatus::Pending)
        return noneOf(value, "approved, pending");
    network.defaultStatus = *status;
    return {};
}

Expected<void> setCurrency(const QString &value, AffiliateNetwork &network)
{
    const auto currency = Currency::fromCode(value.toUpper());
    if (!currency)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("\"%1\" is not a currency such as EUR").arg(value));
    network.defaultCurrency = *currency;
    return {};
}

Expected<void> setSubId(const QString &value, AffiliateNetwork &network)
{
    const bool odd = std::any_of(value.cbegin(), value.cend(), [](QChar c) {
        return c.unicode() <= 0x20 || QStringLiteral("?&=#{}").contains(c);
    });
    if (odd)
        return unexpected(Failure::Kind::BadUsage,
                          text("--sub-id takes only the parameter's name, such as sub1"));
    network.subIdParameter = value;
    return {};
}

Expected<void> setSenders(const QString &value, AffiliateNetwork &network)
{
    QStringList senders;
    const QStringList parts = value.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            senders << part.trimmed();
    }
    if (senders == QStringList{text("any")})
        senders.clear();
    if (const auto list = AddressList::parse(senders); !list)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral(
                                  "--senders takes addresses such as 203.0.113.5 or 203.0.113.0/24, or "
                                  "any, not \"%1\"")
                                  .arg(list.error().detail));
    network.allowedSenders = senders;
    return {};
}

struct Setting {
    const char *option;
    Expected<void> (*set)(const QString &value, AffiliateNetwork &network);
};

constexpr Setting settings[] = {{"decimal-mark", setDecimalMark},     {"senders", setSenders},
                                {"repeat-policy", setRepeatPolicy},   {"sub-id", setSubId},
                                {"default-status", setDefaultStatus}, {"currency", setCurrency}};

QJsonObject jsonOf(const AffiliateNetwork &network)
{
    return {{text("id"), network.id.value},
            {text("name"), network.name},
            {text("decimal_mark"), QString(decimalMarkWord(network.decimalMark))},
            {text("senders"), QJsonArray::fromStringList(network.allowedSenders)},
            {text("repeat_policy"), QString(repeatPolicyWord(network.repeatPolicy))},
            {text("sub_id"), network.subIdParameter},
            {text("default_status"), QString(statusWord(network.defaultStatus))},
            {text("currency"), network.defaultCurrency.code()}};
}

void print(const AffiliateNetwork &network)
{
    const auto orElse = [](const QString &value, const char *otherwise) {
        return value.isEmpty() ? text(otherwise) : value;
    };
    standardOutput() << network.name << "\ndecimal-mark\t" << decimalMarkWord(network.decimalMark)
                     << "\nsenders\t" << orElse(network.allowedSenders.join(u','), "any")
                     << "\nrepeat-policy\t" << repeatPolicyWord(network.repeatPolicy) << "\nsub-id\t"
                     << orElse(network.subIdParameter, "as its preset says") << "\ndefault-status\t"
                     << statusWord(network.defaultStatus) << "\ncurrency\t" << network.defaultCurrency.code()
                     << "\nWhat arrived before is read again by: matchbook postbacks reread --network "
                     << network.id.value << Qt::endl;
}

Expected<int> setNetwork(const CommandLine &line)
{
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    Catalogue catalogue(**database, clock);
    const auto found = networkNamedBy(line, catalogue);
    if (!found)
        return unexpected(found.error());
    AffiliateNetwork network = *found;
    for (const Setting &setting : settings) {
        if (!line.has(text(setting.option)))
            continue;
        if (auto done = setting.set(line.value(text(setting.option)).trimmed(), network); !done)
            return unexpected(done.error());
    }
    if (network != *found) {
        if (auto stored = catalogue.updateNetwork(network); !stored)
            return unexpected(stored.error());
    }
    if (line.has(text("json")))
        printJson(jsonOf(network));
    else
        print(network);
    return 0;
}

} // namespace

QList<Command> networkSetCommands()
{
    QSet<QString> options;
    for (const Setting &setting : settings)
        options << text(setting.option);
    return {{{text("network"), text("set")},
             text("ID [--decimal-mark auto|point|comma] [--senders any|ADDR,ADDR]\n"
                  "      [--repeat-policy update|ignore|count_every_hit|add_amounts] [--sub-id NAME]\n"
                  "      [--default-status approved|pending] [--currency EUR]"),
             text("change the rules of a network; without options, what they are"),
             options,
             setNetwork}};
}

} // namespace Matchbook
