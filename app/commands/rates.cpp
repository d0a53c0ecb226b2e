// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "currencies/ratedownload.h"
#include "currencies/ratefile.h"
#include "openstore.h"
#include "preferences/preferences.h"
#include "store/exchangerates.h"

#include <QBuffer>
#include <QDateTime>
#include <QEventLoop>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QThread>

#include <algorithm>

namespace Matchbook {

namespace {

constexpr int usualLimit = 100;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Expected<Currency> currencyOf(const CommandLine &line, const QString &option)
{
    const auto word = line.required(option);
    if (!word)
        return unexpected(word.error());
    const auto currency = Currency::fromCode(*word);
    if (!currency)
        return unexpected(Failure::Kind::BadUsage,
                          QStringLiteral("--%1 takes a code such as USD").arg(option));
    return *currency;
}

/// The pair and the day of --from, --to and --day.
Expected<ExchangeRate> rateNamedBy(const CommandLine &line)
{
    const auto from = currencyOf(line, text("from"));
    if (!from)
        return unexpected(from.error());
    const auto to = currencyOf(line, text("to"));
    if (!to)
        return unexpected(to.error());
    if (*from == *to)
        return unexpected(Failure::Kind::BadUsage, text("--from and --to are the same currency"));
    const auto word = line.required(text("day"));
    if (!word)
        return unexpected(word.error());
    const QDate day = QDate::fromString(*word, Qt::ISODate);
    if (!day.isValid() || word->size() != 10)
        return unexpected(Failure::Kind::BadUsage, text("--day takes a day such as 2026-11-01"));
    return ExchangeRate{*from, *to, day, 0, RateSource::Typed};
}

QJsonObject jsonOf(const ExchangeRate &rate)
{
    return {{text("from"), rate.from.code()},
            {text("to"), rate.to.code()},
            {text("day"), rate.day.toString(Qt::ISODate)},
            {text("rate"), picosToDecimal(rate.picos)},
            {text("source"), QString(rateSourceWord(rate.source))}};
}

Expected<int> listOfPair(const CommandLine &line, Database &database)
{
    const auto from = currencyOf(line, text("from"));
    if (!from)
        return unexpected(from.error());
    const auto to = currencyOf(line, text("to"));
    if (!to)
        return unexpected(to.error());
    bool isNumber = false;
    const int limit = line.value(text("limit"), QString::number(usualLimit)).toInt(&isNumber);
    if (!isNumber || limit < 1)
        return unexpected(Failure::Kind::BadUsage, text("--limit takes a number from 1"));
    const auto rates = exchangeRatesOf(database, *from, *to);
    if (!rates)
        return unexpected(rates.error());
    QJsonArray rows;
    for (auto rate = rates->crbegin(); rate != rates->crend() && rows.size() < limit; ++rate)
        rows << jsonOf(*rate);
    printRows(rows, {text("day"), text("from"), text("to"), text("rate"), text("source")},
              line.has(text("json")));
    return 0;
}

Expected<int> list(const CommandLine &line)
{
    auto database = openForReading(line);
    if (!database)
        return unexpected(database.error());
    if (line.has(text("from")) || line.has(text("to")))
        return listOfPair(line, **database);
    const auto pairs = exchangeRatePairs(**database);
    if (!pairs)
        return unexpected(pairs.error());
    QJsonArray rows;
    for (const RatePair &pair : *pairs) {
        const auto rates = exchangeRatesOf(**database, pair.from, pair.to);
        if (!rates)
            return unexpected(rates.error());
        QJsonObject row = jsonOf(rates->constLast());
        row.insert(text("since"), pair.first.toString(Qt::ISODate));
        rows << row;
    }
    printRows(rows, {text("from"), text("to"), text("since"), text("day"), text("rate"), text("source")},
              line.has(text("json")));
    return 0;
}

/// Between the slices whoever listens for this folder can write, too. The oldest first: what breaks off leaves no gap below the newest.
Expected<qint64> putInSlices(Database &database, const QList<ExchangeRate> &rates)
{
    constexpr qsizetype ratesAtOnce = 2'000;
    constexpr unsigned long roomMs = 5;
    qint64 changed = 0;
    for (qsizetype from = 0; from < rates.size(); from += ratesAtOnce) {
        const auto some = putExchangeRates(database, rates.mid(from, ratesAtOnce));
        if (!some)
            return unexpected(some.error());
        changed += *some;
        if (from + ratesAtOnce < rates.size())
            QThread::msleep(roomMs);
    }
    return changed;
}

Expected<int> put(const CommandLine &line, QList<ExchangeRate> rates)
{
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    std::stable_sort(rates.begin(), rates.end(),
                     [](const ExchangeRate &a, const ExchangeRate &b) { return a.day < b.day; });
    const auto changed = putInSlices(**database, rates);
    if (!changed)
        return unexpected(changed.error());
    const QDate first = rates.constFirst().day;
    const QDate last = rates.constLast().day;
    if (line.has(text("json")))
        printJson({{text("rates"), rates.size()},
                   {text("changed"), *changed},
                   {text("first"), first.toString(Qt::ISODate)},
                   {text("last"), last.toString(Qt::ISODate)}});
    else
        standardOutput() << rates.size() << " rates from " << first.toString(Qt::ISODate) << " to "
                         << last.toString(Qt::ISODate) << ", " << *changed << " of them new or different."
                         << Qt::endl;
    return 0;
}

Expected<int> importFile(const CommandLine &line)
{
    if (line.words().size() < 3)
        return unexpected(Failure::Kind::BadUsage, text("rates import takes a file"));
    const auto rates = readRateFile(line.words().at(2));
    if (!rates)
        return unexpected(rates.error());
    return put(line, *rates);
}

Expected<int> set(const CommandLine &line)
{
    auto rate = rateNamedBy(line);
    if (!rate)
        return unexpected(rate.error());
    const auto word = line.required(text("rate"));
    if (!word)
        return unexpected(word.error());
    const auto picos = picosFromDecimal(*word);
    if (!picos)
        return unexpected(Failure::Kind::BadUsage, text("--rate takes a rate such as 1.0956"));
    rate->picos = *picos;
    return put(line, {*rate});
}

Expected<int> remove(const CommandLine &line)
{
    auto rate = rateNamedBy(line);
    if (!rate)
        return unexpected(rate.error());
    const auto source = rateSourceFromWord(line.value(text("source"), text("typed")));
    if (!source)
        return unexpected(Failure::Kind::BadUsage, text("--source takes typed, file or ecb"));
    rate->source = *source;
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    const auto removed = removeExchangeRate(**database, *rate);
    if (!removed)
        return unexpected(removed.error());
    if (!*removed)
        return unexpected(Failure::Kind::NotFound, text("There is no such rate."));
    if (line.has(text("json")))
        printJson({{text("removed"), 1}});
    else
        standardOutput() << "Removed." << Qt::endl;
    return 0;
}

Expected<QDate> newestDay(const CommandLine &line)
{
    auto database = openForWriting(line);
    if (!database)
        return unexpected(database.error());
    return newestCentralBankDay(**database);
}

Expected<int> download(const CommandLine &line)
{
    const auto newest = newestDay(line);
    if (!newest)
        return unexpected(newest.error());
    const QString address = Preferences::load(dataFolderOf(line)).ratesAddress;
    QNetworkAccessManager network;
    RateDownload download(network);
    std::optional<Expected<QByteArray>> file;
    QEventLoop loop;
    download.fetch(rateFileFor(address.isEmpty() ? centralBankAddress() : address, *newest,
                               QDateTime::currentDateTimeUtc().date()),
                   [&](Expected<QByteArray> answer) {
                       file = std::move(answer);
                       loop.quit();
                   });
    loop.exec();
    if (!*file)
        return unexpected(file->error());
    QBuffer buffer(&**file);
    buffer.open(QIODevice::ReadOnly);
    const auto rates = ratesFromXml(buffer);
    if (!rates)
        return unexpected(rates.error());
    return put(line, *rates);
}

} // namespace

QList<Command> rateCommands()
{
    const QSet<QString> pair{text("from"), text("to")};
    const QSet<QString> day = pair + QSet<QString>{text("day")};
    return {
            {{text("rates"), text("list")},
             text("[--from EUR --to USD [--limit N]]"),
             text("exchange rates: of every pair the newest, or those of one pair"),
             pair + QSet<QString>{text("limit")},
             list},
            {{text("rates"), text("import")},
             text("FILE"),
             text("take in exchange rates from a file: the European Central Bank's XML or CSV, or a table\n"
                  "      with the columns date, from, to, rate"),
             {},
             importFile},
            {{text("rates"), text("download")},
             {},
             text("fetch the European Central Bank's reference rates"),
             {},
             download},
            {{text("rates"), text("set")},
             text("--from EUR --to USD --day YYYY-MM-DD --rate 1.0956"),
             text("one unit of --from is worth so much of --to, from that day on until a newer rate is known"),
             day + QSet<QString>{text("rate")},
             set},
            {{text("rates"), text("remove")},
             text("--from EUR --to USD --day YYYY-MM-DD [--source typed|file|ecb]"),
             text("take a rate away; typed ones unless --source says otherwise"),
             day + QSet<QString>{text("source")},
             remove},
    };
}

} // namespace Matchbook
