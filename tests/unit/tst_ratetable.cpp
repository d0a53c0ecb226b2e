// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "currencies/ratetable.h"

#include "store/exchangerates.h"
#include "store/migrations.h"
#include "support/taken.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

const QDate monday(2026, 11, 23);

Currency code(const QString &text)
{
    return Currency::fromCode(text).value();
}

ExchangeRate rate(const char *from, const char *to, int day, const char *text, RateSource source)
{
    return {code(QString::fromLatin1(from)), code(QString::fromLatin1(to)), monday.addDays(day),
            taken(picosFromDecimal(QString::fromLatin1(text))), source};
}

const RateSource bank = RateSource::CentralBank;
const RateSource file = RateSource::File;
const RateSource typed = RateSource::Typed;

} // namespace

/// Which rate holds for an amount of a day, and that none is ever made up.
class tst_RateTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRateOfTheDayHolds_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("day");
        QTest::addColumn<QString>("found"); // empty: none
        QTest::addColumn<int>("of");
        QTest::addColumn<RateSource>("source");
        const auto row = [](const char *name, const char *from, const char *to, int day, const char *found,
                            int of, RateSource source) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << day
                                << QString::fromLatin1(found) << of << source;
        };
        row("its own day", "EUR", "USD", 0, "1.1", 0, bank);
        row("a newer one", "EUR", "USD", 1, "1.2", 1, bank);
        row("between two", "EUR", "USD", 3, "1.2", 1, bank);
        row("before the first", "EUR", "USD", -1, "", 0, bank);
        row("as long as the bank may pause", "EUR", "USD", 11, "1.2", 1, bank);
        row("longer", "EUR", "USD", 12, "", 0, bank);
        row("back", "USD", "EUR", 0, "0.909090909091", 0, bank); // 1 ÷ 1.1
        // 1 ÷ 1.1 × 0.88 = 0.8; of two rates the older day
        row("over the euro", "USD", "GBP", 0, "0.8", 0, bank);
        row("over the euro, of different days", "USD", "GBP", 1, "0.733333333333", 0, bank); // 1 ÷ 1.2 × 0.88
        row("typed, however old", "UAH", "USD", 3000, "0.025", -40, typed);
        // 0.025 × 0.8: typed, then the bank's
        row("over two others", "UAH", "GBP", 0, "0.02", -40, bank);
        row("typed beats the bank on the same day", "EUR", "CHF", 0, "0.9", 0, typed);
        row("but not on later days", "EUR", "CHF", 1, "0.95", 1, bank);
        row("and does not come back when the bank's is too old", "EUR", "CHF", 20, "", 0, typed);
        // 0.25 × 0.909090909091 = 0.227272727273; × 4
        row("over two others to the euro", "AED", "EUR", 0, "0.909090909092", -50, bank);
        row("over two others from the euro", "EUR", "AED", 0, "1.1", -50, bank);
        row("a file, for a month", "EUR", "PLN", 31, "4.3", 0, file);
        row("a file, no longer", "EUR", "PLN", 32, "", 0, file);
        row("one to one within a currency", "THB", "THB", 0, "1", 0, typed);
        row("never between two that are not connected", "THB", "USD", 0, "", 0, bank);
        row("nor backwards", "USD", "THB", 0, "", 0, bank);
    }
    void theRateOfTheDayHolds()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, day);
        QFETCH(QString, found);
        check(RateTable(everything()), from, to, day, found);
        // The same out of the store, of which only what is needed is read.
        const auto database = store();
        QVERIFY(database);
        check(taken(loadRates(*database, {code(from)}, code(to))), from, to, day, found);
    }

    void aTableIsStoredOnceHoweverOftenItIsRead()
    {
        const auto database = store();
        QVERIFY(database);
        QCOMPARE(taken(putExchangeRates(*database, everything())), 0);
        QList<ExchangeRate> changed = everything();
        changed.first().picos += 1;
        QCOMPARE(taken(putExchangeRates(*database, changed)), 1);
        QCOMPARE(taken(exchangeRatesOf(*database, code(u"EUR"_s), code(u"USD"_s))).first().picos,
                 changed.first().picos);
        QVERIFY(taken(removeExchangeRate(*database, changed.first())));
        QVERIFY(!taken(removeExchangeRate(*database, changed.first())));
        QCOMPARE(taken(exchangeRatesOf(*database, code(u"EUR"_s), code(u"USD"_s))).size(), 1);
    }

    void thePairsAreListedWithTheirDays()
    {
        const auto database = store();
        QVERIFY(database);
        QStringList lines;
        for (const RatePair &pair : taken(exchangeRatePairs(*database)))
            lines << u"%1 %2 %3 %4"_s.arg(pair.from.code(), pair.to.code())
                             .arg(monday.daysTo(pair.first))
                             .arg(monday.daysTo(pair.last));
        QCOMPARE(lines,
                 QStringList({u"AED SAR -50 -50"_s, u"EUR CHF 0 1"_s, u"EUR GBP 0 0"_s, u"EUR PLN 0 0"_s,
                              u"EUR USD 0 1"_s, u"SAR USD -50 -50"_s, u"UAH USD -40 -40"_s}));
    }

private:
    static QList<ExchangeRate> everything()
    {
        return {rate("EUR", "USD", 0, "1.1", bank),  rate("EUR", "USD", 1, "1.2", bank),
                rate("EUR", "GBP", 0, "0.88", bank), rate("UAH", "USD", -40, "0.025", typed),
                rate("EUR", "CHF", 0, "0.93", bank), rate("EUR", "CHF", 0, "0.9", typed),
                rate("EUR", "CHF", 1, "0.95", bank), rate("EUR", "PLN", 0, "4.3", file),
                rate("AED", "SAR", -50, "4", typed), rate("SAR", "USD", -50, "0.25", typed)};
    }
    static void check(const RateTable &table, const QString &from, const QString &to, int day,
                      const QString &found)
    {
        const auto rate = table.find(code(from), code(to), monday.addDays(day));
        QCOMPARE(rate ? picosToDecimal(rate->picos) : QString(), found);
        if (!rate || from == to)
            return;
        QFETCH(int, of);
        QFETCH(RateSource, source);
        QCOMPARE(monday.daysTo(rate->day), of);
        QCOMPARE(rate->source, source);
    }
    std::unique_ptr<Database> store()
    {
        const QString path = m_folder.filePath(u"%1.sqlite"_s.arg(++m_stores));
        auto database = Database::open(path, Database::Access::ReadWrite);
        if (!database || !migrate(**database) || !putExchangeRates(**database, everything()))
            return {};
        return *std::move(database);
    }

    QTemporaryDir m_folder;
    int m_stores = 0;
};

QTEST_GUILESS_MAIN(tst_RateTable)
#include "tst_ratetable.moc"
