// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "commands/rereading.h"
#include "openstore.h"
#include "rereading/personsdecisions.h"
#include "rereading/testcase.h"
#include "store/lists.h"
#include "vocabulary/clock.h"
#include "vocabulary/daterange.h"

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Expected<NetworkId> networkOf(const CommandLine &line)
{
    const auto word = line.required(text("network"));
    if (!word)
        return unexpected(word.error());
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    const auto networks = Catalogue(**database, clock).networks();
    if (!networks)
        return unexpected(networks.error());
    for (const AffiliateNetwork &network : *networks) {
        if (QString::number(network.id.value) == *word)
            return network.id;
    }
    return unexpected(Failure::Kind::BadUsage,
                      QStringLiteral("there is no network %1; see: matchbook network list").arg(*word));
}

Expected<PostbackId> postbackOf(const CommandLine &line)
{
    bool isNumber = false;
    const qint64 id = line.words().value(2).toLongLong(&isNumber);
    if (!isNumber || id < 1)
        return unexpected(Failure::Kind::BadUsage,
                          text("name one postback by its number; see: matchbook postbacks list --json"));
    return PostbackId{id};
}

Expected<qint64> timeOption(const CommandLine &line, const QString &option, const QTimeZone &zone)
{
    if (!line.has(option))
        return 0;
    return timeFromIso(line.value(option), zone);
}

Expected<RereadingChoice> choiceOf(const CommandLine &line)
{
    const auto network = networkOf(line);
    if (!network)
        return unexpected(network.error());
    const auto zone = zoneOf(line);
    if (!zone)
        return unexpected(zone.error());
    const auto since = timeOption(line, text("since"), *zone);
    if (!since)
        return unexpected(since.error());
    const auto until = timeOption(line, text("until"), *zone);
    if (!until)
        return unexpected(until.error());
    const auto outcomes = knownWords(line, text("outcome"),
                                     [](const QString &word) { return outcomeFromWord(word).has_value(); });
    if (!outcomes)
        return unexpected(outcomes.error());
    const auto causes = knownWords(line, text("cause"), [](const QString &word) {
        return causeFromWord(word) != PostbackCause::None;
    });
    if (!causes)
        return unexpected(causes.error());
    return RereadingChoice{*network, *outcomes, *causes, *since, *until, {}, {}};
}

Expected<int> tell(const CommandLine &line, const Expected<RereadingReport> &report, bool applied)
{
    if (!report)
        return unexpected(report.error());
    if (line.has(text("json"))) {
        QJsonObject json = jsonOf(*report);
        json.insert(text("applied"), applied);
        printJson(json);
    } else {
        standardOutput() << textOf(*report) << (applied ? "" : "Nothing was written; add --apply to do so.\n")
                         << Qt::flush;
    }
    return 0;
}

Expected<int> reread(const CommandLine &line)
{
    if (line.has(text("undo"))) {
        if (line.has(text("apply")))
            return unexpected(Failure::Kind::BadUsage, text("--apply and --undo exclude each other"));
        if (auto undone = undoRereading(line); !undone)
            return unexpected(undone.error());
        if (line.has(text("json")))
            printJson({{text("undone"), true}});
        else
            standardOutput() << "The last re-reading is taken back." << Qt::endl;
        return 0;
    }
    const auto choice = choiceOf(line);
    if (!choice)
        return unexpected(choice.error());
    const bool apply = line.has(text("apply"));
    return tell(line, apply ? applyRereading(line, *choice) : askRereading(line, *choice), apply);
}

Expected<RereadingChoice> choiceOfOne(const CommandLine &line, PostbackId id,
                                      std::optional<PersonsDecision> decision)
{
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    if (decision)
        decision->postback = id;
    const auto choice = choiceOf(**database, id, decision);
    if (choice && !choice->network.isValid())
        return unexpected(Failure::Kind::BadUsage,
                          text("it came with an unknown key: adopt it for a network first"));
    return choice;
}

/// Reads one postback again and says how it is judged now.
Expected<int> readOne(const CommandLine &line, const std::optional<PersonsDecision> &decision)
{
    const auto id = postbackOf(line);
    if (!id)
        return unexpected(id.error());
    const auto choice = choiceOfOne(line, *id, decision);
    if (!choice)
        return unexpected(choice.error());
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const auto report = applyRereading(line, *choice);
    if (!report)
        return unexpected(report.error());
    const auto rows = Lists(**database).postbacksById({id->value});
    if (!rows || rows->isEmpty())
        return unexpected(
                rows ? Failure{Failure::Kind::NotFound, QStringLiteral("postback %1").arg(id->value)}
                     : rows.error());
    const PostbackRow &row = rows->first();
    const QString cause = causeWord(row.cause);
    if (line.has(text("json"))) {
        QJsonObject json = jsonOf(*report);
        json.insert(text("id"), id->value);
        json.insert(text("applied"), true);
        json.insert(text("outcome"), QString(outcomeWord(row.outcome)));
        json.insert(text("cause"), cause.isEmpty() ? QJsonValue() : QJsonValue(cause));
        json.insert(text("match"), QString(matchWord(row.match)));
        printJson(json);
    } else {
        standardOutput() << "Postback " << id->value << ": " << outcomeWord(row.outcome)
                         << (cause.isEmpty() ? QString() : u", " + cause) << Qt::endl;
    }
    return 0;
}

/// Says what reading one postback again would change, or does it.
Expected<int> replay(const CommandLine &line)
{
    if (line.has(text("apply")))
        return readOne(line, std::nullopt);
    const auto id = postbackOf(line);
    if (!id)
        return unexpected(id.error());
    const auto choice = choiceOfOne(line, *id, std::nullopt);
    return choice ? tell(line, askRereading(line, *choice), false) : unexpected(choice.error());
}

Expected<int> attach(const CommandLine &line)
{
    const auto click = line.required(text("click"));
    if (!click)
        return unexpected(click.error());
    return readOne(line, PersonsDecision{PersonsDecision::Kind::Attach, {}, click->trimmed(), {}});
}

Expected<int> adopt(const CommandLine &line)
{
    const auto network = networkOf(line);
    if (!network)
        return unexpected(network.error());
    return readOne(line, PersonsDecision{PersonsDecision::Kind::Adopt, {}, {}, *network});
}

Expected<int> saveCase(const CommandLine &line)
{
    const auto id = postbackOf(line);
    if (!id)
        return unexpected(id.error());
    const auto folder = line.required(text("out"));
    if (!folder)
        return unexpected(folder.error());
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const auto testCase = storedTestCase(**database, *id);
    if (!testCase)
        return unexpected(testCase.error());
    if (auto saved = saveTestCase(*testCase, *folder); !saved)
        return unexpected(saved.error());
    if (line.has(text("json")))
        printJson({{text("id"), id->value}, {text("folder"), *folder}});
    else
        standardOutput() << "request.http and request.json written to " << *folder << Qt::endl;
    return 0;
}

} // namespace

QList<Command> postbackCommands()
{
    const auto keep = [](const CommandLine &line) {
        return readOne(line, PersonsDecision{PersonsDecision::Kind::Keep, {}, {}, {}});
    };
    return {
            {{text("postbacks"), text("reread")},
             text("--network ID [--cause WORD] [--outcome WORD] [--since T] [--until T] [--zone IANA]\n"
                  "      [--apply | --undo]"),
             text("read stored postbacks again with today's mapping: says what would change, --apply does it,\n"
                  "      --undo takes the last one back"),
             {text("network"), text("cause"), text("outcome"), text("since"), text("until"), text("zone"),
              text("apply"), text("undo")},
             reread},
            {{text("postbacks"), text("replay")},
             text("ID [--apply]"),
             text("read one postback again with today's mapping: says what would change, --apply does it"),
             {text("apply")},
             replay},
            {{text("postbacks"), text("attach")},
             text("ID --click CLICKID"),
             text("say which click a postback belongs to"),
             {text("click")},
             attach},
            {{text("postbacks"), text("keep")},
             text("ID"),
             text("keep a postback as revenue of its network, without a click"),
             {},
             keep},
            {{text("postbacks"), text("adopt")},
             text("ID --network ID"),
             text("give a postback that came with an unknown key to a network"),
             {text("network")},
             adopt},
            {{text("postbacks"), text("save-case")},
             text("ID --out DIR"),
             text("write a postback as a test case without keys and personal values"),
             {text("out")},
             saveCase},
    };
}

} // namespace Matchbook
