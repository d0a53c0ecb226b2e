// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "commands/rereading.h"
#include "engine/datafolder.h"
#include "networks/presetcatalogue.h"
#include "openstore.h"
#include "reportimport/reportimport.h"
#include "vocabulary/clock.h"
#include "vocabulary/daterange.h"

#include <QRegularExpression>
#include <QThread>

namespace Matchbook {

namespace {

/// As long as a slice takes: whoever waits for the store's lock looks again sooner.
constexpr int roomMs = 25;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

std::shared_ptr<const PresetCatalogue> presetsOf(const CommandLine &line)
{
    return std::make_shared<const PresetCatalogue>(DataFolder{dataFolderOf(line)}.networksFolder());
}

/// `Commission=payout,Sale, net=ignore`: a column's name may hold a comma, so a pair ends at a meaning only.
Expected<QMap<QString, QString>> mapOf(const CommandLine &line)
{
    static const QRegularExpression pair(
            text("\\G(.+?)=(click_id|payout|currency|transaction_id|status|event|date|ignore)(?:,|$)"));
    const QString given = line.value(text("map"));
    QMap<QString, QString> map;
    qsizetype end = 0;
    for (auto it = pair.globalMatch(given); it.hasNext();) {
        const auto match = it.next();
        map.insert(match.captured(1).trimmed(), match.captured(2));
        end = match.capturedEnd();
    }
    if (end != given.size())
        return unexpected(
                Failure::Kind::BadUsage,
                text("--map takes pairs such as \"Commission=payout,SID=click_id\". Meanings: click_id, payout, "
                     "currency, transaction_id, status, event, date, ignore"));
    return map;
}

Expected<void> setColumns(const QMap<QString, QString> &map, const QStringList &known, ReportReading &reading)
{
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        if (!known.contains(it.key()))
            return unexpected(Failure::Kind::BadUsage,
                              QStringLiteral("the file has no column \"%1\"; it has: %2")
                                      .arg(it.key(), known.join(text(", "))));
        if (const auto before = reading.columns.key(it.key(), ColumnMeaning(-1)); before != ColumnMeaning(-1))
            reading.columns.remove(before);
        if (const auto meaning = columnMeaningFromWord(*it))
            reading.columns.insert(*meaning, it.key());
    }
    return {};
}

Expected<void> setFormats(const CommandLine &line, ReportReading &reading)
{
    if (line.has(text("decimal"))) {
        reading.decimalMark = decimalMarkFromWord(line.value(text("decimal")));
        if (!reading.decimalMark || reading.decimalMark == DecimalMark::Auto)
            return unexpected(Failure::Kind::BadUsage, text("--decimal takes comma or point"));
    }
    if (line.has(text("date-format"))) {
        reading.dateOrder = dateOrderFromWord(line.value(text("date-format")));
        if (!reading.dateOrder)
            return unexpected(Failure::Kind::BadUsage,
                              text("--date-format takes iso, dmy or mdy: which part of a date comes first"));
    }
    return {};
}

/// How the file is to be read: as the network remembers or as it looks, with what was said on top.
Expected<ImportChoice> choiceOf(const CommandLine &line)
{
    if (line.words().size() != 4)
        return unexpected(
                Failure::Kind::BadUsage,
                text("name a network by its number and a file, for example: matchbook import report 3 "
                     "commissions.csv"));
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    Catalogue catalogue(**database, clock);
    const auto network = networkNamedBy(line, catalogue);
    if (!network)
        return unexpected(network.error());
    const auto zone = zoneOf(line);
    if (!zone)
        return unexpected(zone.error());
    const auto map = mapOf(line);
    if (!map)
        return unexpected(map.error());
    ImportChoice choice{network->id, line.words().at(3), {}};
    choice.reading.zone = line.has(text("zone")) ? *zone : reportZoneOf(*network, *zone);
    if (auto set = setFormats(line, choice.reading); !set)
        return unexpected(set.error());
    if (map->isEmpty())
        return choice;
    const auto columns = columnsOf(**database, *presetsOf(line), choice);
    if (!columns)
        return unexpected(columns.error());
    choice.reading.columns = columns->meanings;
    if (auto set = setColumns(*map, columns->names, choice.reading); !set)
        return unexpected(set.error());
    return choice;
}

QJsonObject jsonOf(const ImportChoice &choice, const ReportSurvey &survey, const ImportReport &report)
{
    QJsonObject columns;
    for (auto it = survey.reading.columns.cbegin(); it != survey.reading.columns.cend(); ++it)
        columns.insert(QString(columnMeaningWord(it.key())), *it);
    QJsonObject causes;
    for (auto it = report.notCounted.cbegin(); it != report.notCounted.cend(); ++it)
        causes.insert(it.key(), *it);
    const auto mark = survey.reading.decimalMark;
    const auto order = survey.reading.dateOrder;
    return {{text("network"), choice.network.value},
            {text("file"), choice.file},
            {text("columns"), columns},
            {text("guessed"), survey.guessed},
            {text("decimal"), mark ? QJsonValue(QString(decimalMarkWord(*mark))) : QJsonValue()},
            {text("date_format"), order ? QJsonValue(QString(dateOrderWord(*order))) : QJsonValue()},
            {text("zone"), QString::fromLatin1(survey.reading.zone.id())},
            {text("rows"), report.rows},
            {text("added"), report.added},
            {text("changed"), report.changed},
            {text("repeated"), report.repeated},
            {text("not_counted"), causes},
            {text("before"), totalsJson(report.before)},
            {text("after"), totalsJson(report.after)}};
}

QJsonObject jsonOf(const ImportDoubts &doubts)
{
    QJsonObject words;
    for (auto it = doubts.unknownWords.cbegin(); it != doubts.unknownWords.cend(); ++it)
        words.insert(it.key(), *it);
    return {{text("unknown_words"), words},
            {text("rows_of_more_words"), doubts.rowsOfMoreWords},
            {text("part_refunds"), doubts.partRefunds}};
}

void printDoubts(const ImportChoice &choice, const ImportDoubts &doubts)
{
    QTextStream &out = standardOutput();
    if (doubts.partRefunds > 0)
        out << "Rows that take back a part of their sale, which keeps its status: " << doubts.partRefunds
            << '\n';
    if (doubts.unknownWords.isEmpty())
        return;
    out << "Status words without a meaning, so their rows would not count:\n";
    for (auto it = doubts.unknownWords.cbegin(); it != doubts.unknownWords.cend(); ++it)
        out << "  " << it.key() << ": " << *it << '\n';
    if (doubts.rowsOfMoreWords > 0)
        out << "  more: " << doubts.rowsOfMoreWords << '\n';
    out << "  -> matchbook network map " << choice.network.value
        << " --status \"WORD=STATUS\" gives them one\n";
}

void printText(const ReportSurvey &survey, const ImportReport &report, bool applied)
{
    QTextStream &out = standardOutput();
    out << (survey.guessed ? "The columns, as guessed; --map \"Column=meaning\" says otherwise:\n"
                           : "The columns:\n");
    for (auto it = survey.reading.columns.cbegin(); it != survey.reading.columns.cend(); ++it)
        out << "  " << columnMeaningWord(it.key()) << ": " << *it << '\n';
    QStringList unused = survey.columns;
    unused.removeIf([&](const QString &column) { return survey.reading.columns.values().contains(column); });
    if (!unused.isEmpty())
        out << "  not used: " << unused.join(text(", ")) << '\n';
    if (!survey.reading.columns.contains(ColumnMeaning::Payout))
        out << "No column holds the amount, so each row counts with its campaign's default payout.\n";
    out << QStringLiteral("%1 rows: %2 conversions added, %3 changed, %4 repeated, %5 without a conversion\n")
                    .arg(report.rows)
                    .arg(report.added)
                    .arg(report.changed)
                    .arg(report.repeated)
                    .arg(report.withoutConversion());
    for (auto it = report.notCounted.cbegin(); it != report.notCounted.cend(); ++it)
        out << "  " << it.key() << ": " << *it << '\n';
    out << totalsText(text("before"), report.before) << totalsText(text("after"), report.after)
        << (applied ? "" : "Nothing was written; add --apply to do so.\n") << Qt::flush;
}

int tell(const CommandLine &line, const ImportChoice &choice, const ReportSurvey &survey,
         const ImportReport &report, bool applied)
{
    if (line.has(text("json"))) {
        QJsonObject json = jsonOf(choice, survey, report);
        json.insert(text("applied"), applied);
        printJson(json);
    } else {
        printText(survey, report, applied);
    }
    return 0;
}

int tell(const CommandLine &line, const ImportChoice &choice, const ImportPreview &preview)
{
    if (!line.has(text("json"))) {
        printDoubts(choice, preview.doubts);
        return tell(line, choice, preview.survey, preview.report, false);
    }
    QJsonObject json = jsonOf(choice, preview.survey, preview.report);
    json.insert(text("applied"), false);
    json.insert(text("doubts"), jsonOf(preview.doubts));
    printJson(json);
    return 0;
}

Expected<int> ask(const CommandLine &line, const ImportChoice &choice)
{
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    const auto preview = previewImport(**database, presetsOf(line), choice, clock.now());
    if (!preview)
        return unexpected(preview.error());
    if (preview->survey.isOpen())
        return unexpected(Failure::Kind::BadUsage, openQuestion(preview->survey));
    return tell(line, choice, *preview);
}

Expected<int> apply(const CommandLine &line, const ImportChoice &choice)
{
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    const SystemClock clock;
    ReportImport work(presetsOf(line), choice, clock);
    if (auto prepared = work.prepare(**database); !prepared)
        return unexpected(prepared.error());
    const bool others = !DataFolder{dataFolderOf(line)}.listeningAddress().isEmpty();
    for (bool more = true; more;) {
        const auto slice = work.nextSlice(**database);
        if (!slice)
            return unexpected(slice.error());
        more = *slice;
        if (more && others)
            QThread::msleep(roomMs);
    }
    if (auto finished = work.finish(**database); !finished)
        return unexpected(finished.error());
    return tell(line, choice, work.survey(), work.report(), true);
}

Expected<int> importReport(const CommandLine &line)
{
    const auto choice = choiceOf(line);
    if (!choice)
        return unexpected(choice.error());
    return line.has(text("apply")) ? apply(line, *choice) : ask(line, *choice);
}

} // namespace

QList<Command> importCommands()
{
    return {{{text("import"), text("report")},
             text("ID FILE [--map \"COLUMN=MEANING,COLUMN=MEANING\"] [--decimal comma|point]\n"
                  "      [--date-format iso|dmy|mdy] [--zone IANA] [--apply]"),
             text("import a network's report (CSV): says what would come of it, --apply does it. Importing a\n"
                  "      file again adds nothing. Meanings: click_id, payout, currency, transaction_id, status,\n"
                  "      event, date, ignore"),
             {text("map"), text("decimal"), text("date-format"), text("zone"), text("apply")},
             importReport}};
}

} // namespace Matchbook
