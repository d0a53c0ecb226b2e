// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storefixture.h"

#include "accounting/csvfile.h"
#include "store/exchangerates.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace Matchbook;

namespace {

/// Reads RFC 4180 as another program would: strictly.
QList<QStringList> parsed(const QByteArray &csv)
{
    QList<QStringList> lines{QStringList()};
    QByteArray field;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv.at(i);
        if (quoted && c == '"' && i + 1 < csv.size() && csv.at(i + 1) == '"') {
            field += csv.at(++i);
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            lines.last() << QString::fromUtf8(std::exchange(field, {}));
        } else if (!quoted && c == '\r') {
            lines.last() << QString::fromUtf8(std::exchange(field, {}));
            lines << QStringList();
            ++i; // the line feed
        } else {
            field += c;
        }
    }
    lines.removeLast();
    return lines;
}

} // namespace

class tst_CsvFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fieldsAreQuotedOnlyWhereNeeded_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const QString &field, const char *written) {
            QTest::newRow(name) << field << QByteArray(written);
        };
        row("plain", QStringLiteral("Trail shoes"), "Trail shoes");
        row("empty", QString(), "");
        row("comma", QStringLiteral("a,b"), "\"a,b\"");
        row("quotes", QStringLiteral("6\" nails"), "\"6\"\" nails\"");
        row("line end", QStringLiteral("a\r\nb"), "\"a\r\nb\"");
        row("semicolon", QStringLiteral("a;b"), "a;b");
        row("UTF-8", QStringLiteral("Grüße, 日本"),
            "\"Gr\xc3\xbc\xc3\x9f"
            "e, \xe6\x97\xa5\xe6\x9c\xac\"");
        row("formula", QStringLiteral("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        row("formula with a comma", QStringLiteral("=HYPERLINK(\"http://x\",1)"),
            "\"'=HYPERLINK(\"\"http://x\"\",1)\"");
        row("plus", QStringLiteral("+1+2"), "'+1+2");
        row("minus", QStringLiteral("-1+2"), "'-1+2");
        row("at", QStringLiteral("@SUM(A1)"), "'@SUM(A1)");
        row("tab", QStringLiteral("\t=1"), "'\t=1");
        row("carriage return", QStringLiteral("\r=1"), "\"'\r=1\"");
        row("line feed", QStringLiteral("\n=1"), "\"'\n=1\"");
        row("number", QStringLiteral("12.50"), "12.50");
        row("negative number", QStringLiteral("-12.50"), "-12.50");
        row("a lonely minus", QStringLiteral("-"), "'-");
        row("two points", QStringLiteral("-1.2.3"), "'-1.2.3");
        row("a minus behind", QStringLiteral("1-"), "1-");
    }

    void fieldsAreQuotedOnlyWhereNeeded()
    {
        QFETCH(QString, field);
        QFETCH(QByteArray, written);
        QCOMPARE(csvLine({QStringLiteral("first"), field, QStringLiteral("last")}),
                 "first," + written + ",last\r\n");
    }

    void emptyFieldsKeepTheirPlaces()
    {
        QCOMPARE(csvLine({QString(), QString(), QStringLiteral("x"), QString()}), QByteArray(",,x,\r\n"));
    }

    void conversionsOfTheRangeAreExportedOldestFirst()
    {
        StoreFixture store;
        const qint64 now = store.clock.now();
        for (const qint64 day : {-1, 0, 1}) {
            store.clock.set(now + day * 86'400'000);
            store.postback("cid=" + store.click() + "&payout=1" + QByteArray::number(day + 1) + "&txid=T"
                           + QByteArray::number(day + 1));
        }
        const DateRange range{{2026, 11, 1}, {2026, 11, 2}, QTimeZone("Asia/Kathmandu")};
        const auto lines = exported(store, range);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(cell(lines, 1, "Transaction ID"), QStringLiteral("T0"));
        QCOMPARE(cell(lines, 2, "Transaction ID"), QStringLiteral("T1"));
        QCOMPARE(cell(lines, 2, "Payout"), QStringLiteral("11.00"));
        QCOMPARE(cell(lines, 2, "Conversion time"), QStringLiteral("2026-11-02T15:45:00.000+05:45"));
        QCOMPARE(cell(lines, 2, "Time zone"), QStringLiteral("Asia/Kathmandu"));
        QCOMPARE(cell(lines, 2, "Date basis"), QStringLiteral("conversion date"));
        QCOMPARE(cell(lines, 2, "Campaign"), QStringLiteral("Autumn"));
        QCOMPARE(cell(lines, 2, "Status"), QStringLiteral("approved"));
    }

    void eachRowHasTheRateOfItsDayOrSaysThatThereIsNone()
    {
        StoreFixture store;
        const auto rate = [](const char *to, QDate day, QStringView text, RateSource source) {
            return ExchangeRate{Currency::fromCode(u"EUR").value(),
                                Currency::fromCode(QString::fromLatin1(to)).value(), day,
                                taken(picosFromDecimal(text)), source};
        };
        taken(putExchangeRates(store.database(),
                               {rate("USD", {2026, 10, 30}, u"1.25", RateSource::CentralBank),
                                rate("GBP", {2026, 11, 1}, u"0.8", RateSource::Typed)}));
        const auto sell = [&store](const QByteArray &money) {
            store.postback("cid=" + store.click() + "&payout=" + money);
        };
        store.clock.set(QDateTime({2026, 11, 2}, {9, 0}, QTimeZone::utc()).toMSecsSinceEpoch());
        sell("12.50&currency=USD");
        sell("10.01&currency=EUR"); // × 1.25 = 12.5125
        sell("4&currency=GBP"); // ÷ 0.8 × 1.25 = 6.25
        sell("700&currency=JPY");
        const auto lines = exported(store, {{2026, 11, 2}, {2026, 11, 2}, QTimeZone::utc()});
        QCOMPARE(lines.size(), 5);
        const auto base = [&lines](int line) {
            QStringList cells;
            for (const char *column : {"Payout", "Currency", "Confirmed in base currency", "Base currency",
                                       "Exchange rate", "Rate date", "Rate source"})
                cells << cell(lines, line, column);
            return cells.join(u' ');
        };
        QCOMPARE(base(1), QStringLiteral("12.50 USD 12.50 USD 1  "));
        QCOMPARE(base(2), QStringLiteral("10.01 EUR 12.5125 USD 1.25 2026-10-30 ecb"));
        QCOMPARE(base(3), QStringLiteral("4.00 GBP 6.25 USD 1.5625 2026-10-30 ecb"));
        QCOMPARE(base(4), QStringLiteral("700 JPY  USD   no rate known"));
    }

    void whatVisitorsSendCannotBecomeAFormula()
    {
        StoreFixture store;
        NewClick click = store.newClick();
        click.subIds[0] = QStringLiteral("=cmd()");
        click.externalId = QStringLiteral("a,\"b\"\r\nc");
        store.write(click);
        store.postback("cid=" + click.clickId.bytes().toByteArray());
        const auto lines = exported(store, {{2026, 11, 2}, {2026, 11, 2}, QTimeZone::utc()});
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(1).size(), lines.at(0).size());
        QCOMPARE(cell(lines, 1, "Sub ID 1"), QStringLiteral("'=cmd()"));
        QCOMPARE(cell(lines, 1, "External ID"), QStringLiteral("a,\"b\"\r\nc"));
    }

    void aFolderThatIsMissingIsSaid()
    {
        StoreFixture store;
        const auto done
                = exportConversions(store.database(), {{2026, 11, 2}, {2026, 11, 2}, QTimeZone::utc()},
                                    Currency::usd(), store.inFolder(QStringLiteral("missing/out.csv")));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Failure::Kind::FileTrouble);
        QVERIFY(done.error().detail.contains(QStringLiteral("out.csv")));
    }

private:
    static QList<QStringList> exported(StoreFixture &store, const DateRange &range)
    {
        const QString name = store.inFolder(QStringLiteral("out.csv"));
        const qint64 rows = taken(exportConversions(store.database(), range, Currency::usd(), name));
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const auto lines = parsed(file.readAll());
        return lines.size() == rows + 1 ? lines : QList<QStringList>();
    }
    static QString cell(const QList<QStringList> &lines, int line, const char *column)
    {
        return lines.at(line).value(lines.first().indexOf(QString::fromLatin1(column)));
    }
};

QTEST_GUILESS_MAIN(tst_CsvFile)
#include "tst_csvfile.moc"
