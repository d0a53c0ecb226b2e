// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounting/csvfile.h"
#include "accounting/reportcsv.h"
#include "command.h"
#include "openstore.h"
#include "preferences/preferences.h"
#include "reportquestion.h"
#include "reports/reportquery.h"
#include "store/storecheck.h"
#include "vocabulary/outputfile.h"

#include <QFileInfo>
#include <QJsonArray>

#include <cmath>

namespace Matchbook {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// A ratio with six decimals, so that the same figure prints the same everywhere; null where it means nothing.
QJsonValue ratio(const std::optional<double> &value)
{
    return value ? QJsonValue(std::round(*value * 1e6) / 1e6) : QJsonValue();
}

QJsonObject jsonOf(const Metrics &metrics, Currency currency)
{
    const auto amount = [&](qint64 micros) { return Money{micros, currency}.toDecimal(); };
    const auto epc = metrics.epc();
    return {{text("clicks"), metrics.clicks},
            {text("bots"), metrics.bots},
            {text("conversions"), metrics.conversions},
            {text("revenue_confirmed"), amount(metrics.revenueConfirmed)},
            {text("revenue_pending"), amount(metrics.revenuePending)},
            {text("revenue_rejected"), amount(metrics.revenueRejected)},
            {text("revenue_refunded"), amount(metrics.revenueRefunded)},
            {text("cost"), amount(metrics.cost)},
            {text("profit"), amount(metrics.profit())},
            {text("epc"), epc ? QJsonValue(amount(*epc)) : QJsonValue()},
            {text("cr"), ratio(metrics.conversionRate())},
            {text("roi"), ratio(metrics.roi())}};
}

QJsonArray leftOutJson(const Report &report)
{
    QJsonArray list;
    for (const LeftOut &left : report.leftOut) {
        const auto amount = [&](qint64 micros) { return Money{micros, left.currency}.toDecimal(); };
        list << QJsonObject{{text("currency"), left.currency.code()},
                            {text("first_day"), left.first.toString(Qt::ISODate)},
                            {text("last_day"), left.last.toString(Qt::ISODate)},
                            {text("conversions"), left.total.conversions},
                            {text("revenue_confirmed"), amount(left.total.revenueConfirmed)},
                            {text("revenue_pending"), amount(left.total.revenuePending)},
                            {text("revenue_rejected"), amount(left.total.revenueRejected)},
                            {text("revenue_refunded"), amount(left.total.revenueRefunded)},
                            {text("cost"), amount(left.total.cost)}};
    }
    return list;
}

/// What is missing, and what to do about it.
void printLeftOut(const Report &report)
{
    if (const Currency wanted = wantedCurrency(report.question); wanted != report.currency)
        standardOutput() << "Shown in " << report.currency.code() << ", because no rate to " << wanted.code()
                         << " is known. Try: matchbook rates download, rates import or rates set" << Qt::endl;
    for (const LeftOut &left : report.leftOut)
        standardOutput() << "Left out: " << left.total.conversions << " conversions with "
                         << Money{left.total.revenueConfirmed, left.currency}.toDecimal() << ' '
                         << left.currency.code() << " confirmed and costs of "
                         << Money{left.total.cost, left.currency}.toDecimal() << ' ' << left.currency.code()
                         << ", because no rate to " << report.currency.code() << " is known from "
                         << left.first.toString(Qt::ISODate) << " to " << left.last.toString(Qt::ISODate)
                         << ". Try: matchbook rates download, rates import or rates set; or --currency "
                         << left.currency.code() << Qt::endl;
}

QJsonObject jsonOf(const Report &report)
{
    QJsonArray rows;
    for (const ReportRow &row : report.rows) {
        QJsonObject json = jsonOf(row.metrics, report.currency);
        QStringList names;
        for (const ReportPart &part : row.parts)
            names << part.name;
        json.insert(text("name"), names.join(text(" · ")));
        if (names.size() > 1)
            json.insert(text("names"), QJsonArray::fromStringList(names));
        rows << json;
    }
    QJsonArray others;
    for (const Currency currency : report.otherCurrencies)
        others << currency.code();
    return {{text("zone"), QString::fromLatin1(report.question.range.zone.id())},
            {text("currency"), report.currency.code()},
            {text("wanted_currency"), wantedCurrency(report.question).code()},
            {text("basis"), QString(basisWord(report.question.basis))},
            {text("from"), report.question.range.from.toString(Qt::ISODate)},
            {text("to"), report.question.range.to.toString(Qt::ISODate)},
            {text("rows"), rows},
            {text("total"), jsonOf(report.total, report.currency)},
            {text("other_currencies"), others},
            {text("left_out"), leftOutJson(report)}};
}

Expected<int> report(const CommandLine &line)
{
    const auto question = reportQuestionOf(line);
    if (!question)
        return unexpected(question.error());
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const auto answer = runReport(**database, *question);
    if (!answer)
        return unexpected(answer.error());
    const QJsonObject json = jsonOf(*answer);
    if (line.has(text("json"))) {
        printJson(json);
        return 0;
    }
    QJsonArray rows = json[text("rows")].toArray();
    QJsonObject total = json[text("total")].toObject();
    total.insert(text("name"), text("Total"));
    rows << total;
    standardOutput() << json[text("from")].toString() << " to " << json[text("to")].toString() << ", "
                     << json[text("zone")].toString() << ", " << json[text("currency")].toString() << ", by "
                     << json[text("basis")].toString() << '\n';
    printRows(rows,
              {text("name"), text("clicks"), text("conversions"), text("revenue_confirmed"),
               text("revenue_pending"), text("revenue_rejected"), text("revenue_refunded"), text("cost"),
               text("profit"), text("epc"), text("cr"), text("roi")},
              false);
    printLeftOut(*answer);
    return 0;
}

Expected<int> exportFile(const CommandLine &line)
{
    const auto range = daysOf(line);
    if (!range)
        return unexpected(range.error());
    const auto file = line.required(text("out"));
    if (!file)
        return unexpected(file.error());
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const Currency base = Preferences::load(dataFolderOf(line)).baseCurrency;
    const auto rows = exportConversions(**database, *range, base, *file);
    if (!rows)
        return unexpected(rows.error());
    if (OutputFile::isStandardOutput(*file))
        return 0;
    if (line.has(text("json")))
        printJson({{text("rows"), *rows}, {text("file"), QFileInfo(*file).absoluteFilePath()}});
    else
        standardOutput() << "Conversions written to " << *file << ": " << *rows << Qt::endl;
    return 0;
}

Expected<int> exportTree(const CommandLine &line)
{
    const auto question = reportQuestionOf(line);
    if (!question)
        return unexpected(question.error());
    const auto file = line.required(text("out"));
    if (!file)
        return unexpected(file.error());
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const auto tree = runReportTree(**database, *question);
    if (!tree)
        return unexpected(tree.error());
    if (auto written = exportReport(*tree, *file); !written)
        return unexpected(written.error());
    if (OutputFile::isStandardOutput(*file))
        return 0;
    if (line.has(text("json")))
        printJson({{text("file"), QFileInfo(*file).absoluteFilePath()}});
    else
        standardOutput() << "Report written to " << *file << Qt::endl;
    return 0;
}

Expected<int> check(const CommandLine &line)
{
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    const auto found = checkStore(**database);
    if (!found)
        return unexpected(found.error());
    if (line.has(text("json"))) {
        printJson({{text("ok"), found->isContent()},
                   {text("clicks"), found->clicks},
                   {text("postbacks"), found->postbacks},
                   {text("conversions"), found->conversions},
                   {text("lost_clicks"), found->lostClicks},
                   {text("refused_requests"), found->refusedRequests},
                   {text("problems"), QJsonArray::fromStringList(found->problems)}});
    } else {
        QTextStream &out = standardOutput();
        out << "Clicks: " << found->clicks << ", postbacks: " << found->postbacks
            << ", conversions: " << found->conversions << ".\n";
        if (found->lostClicks > 0)
            out << found->lostClicks << " clicks could not be stored (disk full).\n";
        if (found->refusedRequests > 0)
            out << found->refusedRequests
                << " requests of networks were not taken in whole; see: matchbook postbacks list --cause refused_request\n";
        for (const QString &problem : found->problems)
            out << "Problem: " << problem << '\n';
        if (found->isContent())
            out << "The file is sound, every sum equals the rows it sums, and every matched postback has its conversion.\n";
        out.flush();
    }
    return found->isContent() ? 0 : 1;
}

} // namespace

QList<Command> reportCommands()
{
    const QSet<QString> range{text("from"), text("to"), text("period"), text("zone")};
    return {
            {{text("report")},
             text("--by campaign|offer|network|source|status|day|week|month|hour|weekday[,…] --from YYYY-MM-DD --to YYYY-MM-DD\n"
                  "      or --period today|yesterday|7days|30days|90days|week|lastweek|month|lastmonth|quarter|\n"
                  "      lastquarter|taxyear|lasttaxyear|all [--zone IANA] [--basis click_date|conversion_date|status_date] [--currency USD]"),
             text("sums of the range"),
             range + QSet<QString>{text("by"), text("basis"), text("currency")},
             report},
            {{text("export"), text("conversions")},
             text("--from YYYY-MM-DD --to YYYY-MM-DD, or --period WORD --out FILE|- [--zone IANA]"),
             text("write conversions to a CSV file, or to standard output with -"),
             range + QSet<QString>{text("out")},
             exportFile},
            {{text("export"), text("report")},
             text("--by … --from YYYY-MM-DD --to YYYY-MM-DD, or --period WORD --out FILE|- [as report]"),
             text("write a report to a CSV file: a line for each row of every level"),
             range + QSet<QString>{text("by"), text("basis"), text("currency"), text("out")},
             exportTree},
            {{text("check")}, {}, text("verify the whole store"), {}, check},
    };
}

} // namespace Matchbook
