// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ratefile.h"

#include "reportimport/reportdate.h"
#include "reportimport/reportfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QXmlStreamReader>

#include <array>

namespace Matchbook {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RateFile)
};

/// The European Central Bank has published some forty rates on some seven thousand days.
constexpr qsizetype mostRates = 2'000'000;
constexpr qsizetype mostShown = 40; ///< characters of a cell that a sentence quotes

enum Column { Day, From, To, Rate };
constexpr std::array<QLatin1StringView, 4> columnNames{QLatin1StringView("date"), QLatin1StringView("from"),
                                                       QLatin1StringView("to"), QLatin1StringView("rate")};

Currency euro()
{
    return Currency::fromCode(u"EUR").value_or(Currency());
}

Unexpected wrong(qint64 line, const QString &what)
{
    return unexpected(Failure::Kind::BadInput, Words::tr("Line %1: %2").arg(line).arg(what));
}

QString shown(const QString &cell)
{
    return cell.simplified().left(mostShown);
}

/// A day is never guessed: 03/04/2026 is two of them.
std::optional<QDate> dayFrom(const QString &cell)
{
    const QTimeZone utc = QTimeZone::utc();
    auto time = readReportDate(cell.trimmed(), DateOrder::YearFirst, utc);
    const bool hasName = std::any_of(cell.cbegin(), cell.cend(), [](QChar c) { return c.isLetter(); });
    if (!time && hasName)
        time = readReportDate(cell.trimmed(), DateOrder::DayFirst, utc);
    return time ? std::optional(QDateTime::fromMSecsSinceEpoch(*time, utc).date()) : std::nullopt;
}

Expected<qint64> rateFrom(const ReportLine &line, qsizetype column, QChar delimiter)
{
    QString text = line.cells.at(column).trimmed();
    if (delimiter != u',' && !text.contains(u'.'))
        text.replace(u',', u'.');
    auto picos = picosFromDecimal(text);
    if (picos)
        return picos;
    return wrong(line.number,
                 Words::tr("“%1” is not a rate such as 1.0956.").arg(shown(line.cells.at(column))));
}

Expected<QDate> dayOf(const ReportLine &line, qsizetype column)
{
    const auto day = dayFrom(line.cells.at(column));
    if (day)
        return *day;
    return wrong(line.number,
                 Words::tr("“%1” is not a day such as 2026-11-28.").arg(shown(line.cells.at(column))));
}

Expected<Currency> currencyOf(const ReportLine &line, qsizetype column)
{
    const auto currency = Currency::fromCode(QString(line.cells.at(column).trimmed()));
    if (currency)
        return *currency;
    return wrong(line.number,
                 Words::tr("“%1” is not a currency such as USD.").arg(shown(line.cells.at(column))));
}

/// Calls \a take with every row. Stops at the first failure.
Expected<void> eachRow(ReportFile &file, const std::function<Expected<void>(const ReportLine &)> &take)
{
    for (;;) {
        const auto line = file.next();
        if (!line)
            return unexpected(line.error());
        if (!*line)
            return {};
        if (auto taken = take(**line); !taken)
            return taken;
    }
}

Expected<QList<ExchangeRate>> ratesOfPairs(ReportFile &file, const std::array<qsizetype, 4> &at)
{
    QList<ExchangeRate> rates;
    const auto take = [&](const ReportLine &line) -> Expected<void> {
        const auto day = dayOf(line, at[Day]);
        if (!day)
            return unexpected(day.error());
        const auto from = currencyOf(line, at[From]);
        if (!from)
            return unexpected(from.error());
        const auto to = currencyOf(line, at[To]);
        if (!to)
            return unexpected(to.error());
        const auto picos = rateFrom(line, at[Rate], file.delimiter());
        if (!picos)
            return unexpected(picos.error());
        if (*from == *to)
            return wrong(line.number, Words::tr("A currency has no rate to itself."));
        if (rates.size() >= mostRates)
            return wrong(line.number, Words::tr("There are more rates than two million."));
        rates << ExchangeRate{*from, *to, *day, *picos, RateSource::File};
        return {};
    };
    if (auto done = eachRow(file, take); !done)
        return unexpected(done.error());
    return rates;
}

Expected<QList<ExchangeRate>> ratesOfDays(ReportFile &file,
                                          const QList<std::pair<qsizetype, Currency>> &columns)
{
    QList<ExchangeRate> rates;
    const auto take = [&](const ReportLine &line) -> Expected<void> {
        const auto day = dayOf(line, 0);
        if (!day)
            return unexpected(day.error());
        for (const auto &[column, currency] : columns) {
            const QString cell = line.cells.at(column).trimmed();
            if (cell.isEmpty() || cell == u"N/A")
                continue; // the currency was not quoted that day
            const auto picos = rateFrom(line, column, file.delimiter());
            if (!picos)
                return unexpected(picos.error());
            if (rates.size() >= mostRates)
                return wrong(line.number, Words::tr("There are more rates than two million."));
            rates << ExchangeRate{euro(), currency, *day, *picos, RateSource::CentralBank};
        }
        return {};
    };
    if (auto done = eachRow(file, take); !done)
        return unexpected(done.error());
    return rates;
}

Expected<QList<ExchangeRate>> ratesFromTable(const QString &path)
{
    ReportFile file;
    if (auto opened = file.open(path); !opened)
        return unexpected(opened.error());
    std::array<qsizetype, 4> at{-1, -1, -1, -1};
    QList<std::pair<qsizetype, Currency>> currencies;
    for (qsizetype i = 0; i < file.columns().size(); ++i) {
        const QString name = file.columns().at(i).trimmed().toLower();
        for (size_t c = 0; c < columnNames.size(); ++c) {
            if (name == columnNames.at(c))
                at[c] = i;
        }
        if (const auto currency = Currency::fromCode(name); currency && *currency != euro())
            currencies << std::pair(i, *currency);
    }
    if (std::all_of(at.cbegin(), at.cend(), [](qsizetype column) { return column >= 0; }))
        return ratesOfPairs(file, at);
    if (at[Day] == 0 && !currencies.isEmpty())
        return ratesOfDays(file, currencies);
    return unexpected(
            Failure::Kind::BadInput,
            Words::tr(
                    "The columns must be date, from, to and rate, or those of the European Central Bank: Date, "
                    "USD, JPY and so on. This file has: %1.")
                    .arg(file.columns().join(QStringLiteral(", ")).left(200)));
}

/// Reads what is within a `Cube` of one day.
void readDay(QXmlStreamReader &xml, QDate day, QList<ExchangeRate> &rates)
{
    while (xml.readNextStartElement()) {
        const auto currency = Currency::fromCode(xml.attributes().value(QLatin1StringView("currency")));
        const auto picos = picosFromDecimal(xml.attributes().value(QLatin1StringView("rate")));
        if (xml.name() != QLatin1StringView("Cube") || !picos) {
            xml.raiseError(Words::tr("There is no rate where one should be."));
            return;
        }
        if (currency)
            rates << ExchangeRate{euro(), *currency, day, *picos, RateSource::CentralBank};
        xml.skipCurrentElement();
        if (rates.size() > mostRates)
            xml.raiseError(Words::tr("There are more rates than two million."));
    }
}

} // namespace

Expected<QList<ExchangeRate>> ratesFromXml(QIODevice &device)
{
    QXmlStreamReader xml(&device);
    QList<ExchangeRate> rates;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1StringView("Cube")
            || !xml.attributes().hasAttribute(QLatin1StringView("time")))
            continue;
        const QDate day = QDate::fromString(xml.attributes().value(QLatin1StringView("time")), Qt::ISODate);
        if (day.isValid())
            readDay(xml, day, rates);
        else
            xml.raiseError(Words::tr("There is no day where one should be."));
    }
    if (xml.error() == QXmlStreamReader::CustomError)
        return wrong(xml.lineNumber(), xml.errorString());
    if (xml.hasError())
        return wrong(xml.lineNumber(),
                     Words::tr("The file is damaged or cut off (%1).").arg(xml.errorString()));
    if (rates.isEmpty())
        return unexpected(Failure::Kind::BadInput,
                          Words::tr("This is not a file of exchange rates of the European Central Bank."));
    return rates;
}

Expected<QList<ExchangeRate>> readRateFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(Failure::Kind::FileTrouble, path + QStringLiteral(": ") + file.errorString());
    constexpr qint64 enoughToTell = 100;
    const QByteArray start = file.peek(enoughToTell);
    if (start.contains("<?xml") || start.contains("<gesmes"))
        return ratesFromXml(file);
    file.close();
    auto rates = ratesFromTable(path);
    if (rates && rates->isEmpty())
        return unexpected(Failure::Kind::BadInput, Words::tr("There is no rate in this file."));
    return rates;
}

} // namespace Matchbook
