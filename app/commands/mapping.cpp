// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "openstore.h"
#include "vocabulary/clock.h"

#include <QJsonDocument>

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// `confirmed=approved,hold=pending`
Expected<QList<std::pair<QString, QString>>> pairsOf(const CommandLine &line, const QString &option)
{
    QList<std::pair<QString, QString>> pairs;
    const QStringList parts = line.value(option).split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const qsizetype equals = part.lastIndexOf(u'=');
        const QString left = part.left(std::max<qsizetype>(equals, 0)).trimmed();
        const QString right = part.mid(equals + 1).trimmed();
        if (left.isEmpty() || right.isEmpty())
            return unexpected(Failure::Kind::BadUsage,
                              QStringLiteral("--%1 takes pairs such as %2, parted by commas")
                                      .arg(option,
                                           option == text("field") ? text("payout=commission")
                                                                   : text("confirmed=approved")));
        pairs << std::pair(left, right);
    }
    return pairs;
}

Unexpected unknownMeaning(const QString &word)
{
    return unexpected(Failure::Kind::BadUsage,
                      QStringLiteral(
                              "\"%1\" is none of click_id, payout, currency, transaction_id, status, event")
                              .arg(word));
}

Expected<void> setWords(const CommandLine &line, NetworkMapping &mapping)
{
    const auto pairs = pairsOf(line, text("status"));
    if (!pairs)
        return unexpected(pairs.error());
    for (const auto &[word, meaning] : *pairs) {
        const auto status = statusFromWord(meaning);
        if (!status)
            return unexpected(Failure::Kind::BadUsage,
                              QStringLiteral("\"%1\" is none of pending, approved, rejected, refunded, "
                                             "charged_back, test, ignored")
                                      .arg(meaning));
        mapping.statusWords.insert(word.toLower(), *status);
    }
    return {};
}

Expected<void> setFields(const CommandLine &line, NetworkMapping &mapping)
{
    const auto pairs = pairsOf(line, text("field"));
    if (!pairs)
        return unexpected(pairs.error());
    QSet<FieldMeaning> named;
    for (const auto &[word, name] : *pairs) {
        const auto meaning = meaningFromWord(word);
        if (!meaning)
            return unknownMeaning(word);
        // Named twice, both names count; named anew, the old names go.
        if (!named.contains(*meaning))
            mapping.fields.remove(*meaning);
        named.insert(*meaning);
        mapping.fields[*meaning] << name;
    }
    return {};
}

/// `payout,status:confirmed,default_event`
Expected<void> remove(const CommandLine &line, NetworkMapping &mapping)
{
    const QStringList words = line.value(text("remove")).split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.startsWith(text("status:"))) {
            mapping.statusWords.remove(word.mid(7).trimmed().toLower());
            continue;
        }
        if (word == text("default_event")) {
            mapping.defaultEvent.clear();
            continue;
        }
        const auto meaning = meaningFromWord(word);
        if (!meaning)
            return unknownMeaning(word);
        mapping.fields.remove(*meaning);
    }
    return {};
}

Expected<int> map(const CommandLine &line)
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
    for (const auto &step : {remove, setWords, setFields}) {
        if (auto done = step(line, network.mapping); !done)
            return unexpected(done.error());
    }
    if (line.has(text("default-event")))
        network.mapping.defaultEvent = line.value(text("default-event")).trimmed().toLower();
    if (network != *found) {
        if (auto stored = catalogue.updateNetwork(network); !stored)
            return unexpected(stored.error());
    }
    const QJsonObject json{{text("id"), network.id.value}, {text("mapping"), toJson(network.mapping)}};
    if (line.has(text("json")))
        printJson(json);
    else
        standardOutput() << network.name << ": "
                         << QJsonDocument(toJson(network.mapping)).toJson(QJsonDocument::Compact)
                         << "\nWhat arrived before is read again by: matchbook postbacks reread --network "
                         << network.id.value << Qt::endl;
    return 0;
}

} // namespace

QList<Command> mappingCommands()
{
    return {{{text("network"), text("map")},
             text("ID [--status WORD=STATUS,WORD=STATUS] [--field MEANING=NAME] [--default-event E]\n"
                  "      [--remove MEANING,status:WORD,default_event]"),
             text("what this network calls things; without options, what is set. Meanings: click_id, payout,\n"
                  "      currency, transaction_id, status, event"),
             {text("status"), text("field"), text("default-event"), text("remove")},
             map}};
}

} // namespace Matchbook
