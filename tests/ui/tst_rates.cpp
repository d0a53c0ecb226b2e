// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaigns/campaignspage.h"
#include "conversions/conversiontotals.h"
#include "overview/overviewpage.h"
#include "preferences/preferences.h"
#include "preferences/session.h"
#include "runningengine.h"
#include "settings/ratescard.h"
#include "settings/settingspage.h"
#include "support/fixedserver.h"
#include "whendialogopens.h"
#include "widgets/leftoutbanner.h"

#include "engine/ratedesk.h"
#include "store/exchangerates.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// Exchange rates as a person gets them into the program, and what the pages say where there are none.
class RatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theCardSaysWhatThereIsAndTakesAFile();
    void aWrongFileIsSaidAndNothingIsTakenIn();
    void ratesAreFetchedByThePressOfAButton();
    void ratesAreFetchedByItselfWhenSwitchedOn();
    void aRateIsTypedAndRemoved();
    void whatCannotBeARateIsSaid_data();
    void whatCannotBeARateIsSaid();
    void whatHasNoRateIsSaidOnOverviewAndCampaigns();
    void totalsOfConversionsAreConverted();

private:
    template<typename T>
    static T *child(QWidget *of, const QString &name)
    {
        auto *found = of->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    static void click(QWidget *of, const QString &name)
    {
        auto *button = child<QPushButton>(of, name);
        QVERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString text(const QString &label) { return child<QLabel>(m_page.get(), label)->text(); }
    QString written(const QByteArray &bytes)
    {
        const QString path = m_running->folder() + u"/rates.csv"_s;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file cannot be written");
        return path;
    }
    void inDialog(const std::function<void(QDialog *)> &what)
    {
        bool done = false;
        whenDialogOpens<QDialog>(m_page.get(), [&](QDialog *dialog) {
            what(dialog);
            dialog->reject();
            done = true;
        });
        click(m_page.get(), u"allRates"_s);
        QTRY_VERIFY(done);
    }
    /// Types a rate into the dialog and presses Add.
    static void type(QDialog *dialog, const QString &from, const QString &to, const QString &rate)
    {
        child<QComboBox>(dialog, u"rateFrom"_s)->setEditText(from);
        child<QComboBox>(dialog, u"rateTo"_s)->setEditText(to);
        auto *field = child<QLineEdit>(dialog, u"rateValue"_s);
        field->clear();
        QTest::keyClicks(field, rate);
        click(dialog, u"addRate"_s);
    }
    void putRate(const char *from, QStringView text)
    {
        bool put = false;
        m_running->engine().rates().put(
                {{Currency::fromCode(QString::fromLatin1(from)).value(), Currency::usd(), QDate(2020, 1, 1),
                  picosFromDecimal(text).value(), RateSource::Typed}},
                this, [&put](const Expected<RateIntake> &intake) { put = intake.has_value(); });
        QTRY_VERIFY(put);
    }
    void sell(const QString &more)
    {
        const QString id = m_running->click();
        QVERIFY(id.size() == 20 && m_running->postback(u"clickid=%1&%2"_s.arg(id, more)) == 200);
    }

    std::unique_ptr<RunningEngine> m_running;
    std::unique_ptr<SettingsPage> m_page;
};

void RatesTest::init()
{
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start() && m_running->setUp());
    m_page = std::make_unique<SettingsPage>(m_running->engine());
    m_page->resize(1000, 1400);
    m_page->show();
}

void RatesTest::cleanup()
{
    m_page.reset();
    m_running.reset();
}

void RatesTest::theCardSaysWhatThereIsAndTakesAFile()
{
    QTRY_VERIFY(text(u"ratesState"_s).startsWith(u"None yet."_s));
    auto *card = m_page->findChild<RatesCard *>();
    card->importFile(written("Date,USD,JPY,\n2026-11-27,1.1,162.4,\n2026-11-26,1.2,,\n"));
    QTRY_VERIFY(text(u"ratesNews"_s).startsWith(u"Taken in: 3 rates"_s));
    QTRY_VERIFY(text(u"ratesState"_s).startsWith(u"3 currencies"_s));
    card->importFile(written("Date,USD,JPY,\n2026-11-27,1.1,162.4,\n2026-11-26,1.2,,\n"));
    QTRY_VERIFY(text(u"ratesNews"_s).endsWith(u"new or different: 0."_s));
}

void RatesTest::aWrongFileIsSaidAndNothingIsTakenIn()
{
    m_page->findChild<RatesCard *>()->importFile(written("date,from,to,rate\n2026-11-27,EUR,USD,x\n"));
    QTRY_COMPARE(text(u"ratesNews"_s), u"Line 2: “x” is not a rate such as 1.0956. Nothing was taken in."_s);
    QVERIFY(text(u"ratesState"_s).startsWith(u"None yet."_s));
}

void RatesTest::ratesAreFetchedByThePressOfAButton()
{
    FixedServer bank;
    bank.answerWith("<html>log in</html>");
    Preferences preferences = m_running->engine().preferences();
    preferences.ratesAddress = bank.address();
    QVERIFY(m_running->engine().setPreferences(preferences));
    click(m_page.get(), u"fetchRates"_s);
    QTRY_VERIFY(text(u"ratesTrouble"_s).contains(u"not a file of exchange rates"_s));
    // What succeeds meanwhile is said beside it, and does not hide it.
    m_page->findChild<RatesCard *>()->importFile(written("date,from,to,rate\n2026-11-27,USD,UAH,41.5\n"));
    QTRY_VERIFY(text(u"ratesNews"_s).startsWith(u"Taken in: 1 rates"_s));
    QTest::qWait(100);
    QVERIFY(text(u"ratesNews"_s).startsWith(u"Taken in: 1 rates"_s));
    QVERIFY(child<QLabel>(m_page.get(), u"ratesTrouble"_s)->isVisible());
    bank.answerWith(ratesXml({{"2026-11-27", "1.1"}}));
    QTRY_VERIFY(child<QPushButton>(m_page.get(), u"fetchRates"_s)->isEnabled());
    click(m_page.get(), u"fetchRates"_s);
    QTRY_VERIFY(!child<QLabel>(m_page.get(), u"ratesTrouble"_s)->isVisible());
    QTRY_VERIFY(text(u"ratesState"_s).startsWith(u"3 currencies"_s));
}

void RatesTest::ratesAreFetchedByItselfWhenSwitchedOn()
{
    FixedServer bank;
    bank.answerWith(ratesXml({{"2026-11-27", "1.1"}}));
    Preferences preferences = m_running->engine().preferences();
    preferences.ratesAddress = bank.address();
    QVERIFY(m_running->engine().setPreferences(preferences));
    m_page->refresh();
    QTest::qWait(100);
    QVERIFY(bank.targets().isEmpty());
    auto *box = child<QCheckBox>(m_page.get(), u"downloadrates"_s);
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    QVERIFY(box->isChecked());
    m_page->apply();
    QTRY_VERIFY(text(u"ratesState"_s).startsWith(u"2 currencies"_s));
    QCOMPARE(bank.targets().size(), 1);
}

void RatesTest::aRateIsTypedAndRemoved()
{
    inDialog([](QDialog *dialog) {
        auto *pairs = child<QTableView>(dialog, u"ratePairs"_s);
        auto *rates = child<QTableView>(dialog, u"pairRates"_s);
        type(dialog, u"eur"_s, u"USD"_s, QLocale().decimalPoint() == u","_s ? u"1,25"_s : u"1.25"_s);
        QTRY_COMPARE(pairs->model()->rowCount(), 1);
        QTRY_COMPARE(rates->model()->rowCount(), 1);
        QCOMPARE(rates->model()->index(0, 1).data().toString(), u"1.25"_s);
        QCOMPARE(child<QLineEdit>(dialog, u"rateValue"_s)->text(), QString());
        QVERIFY(!child<QPushButton>(dialog, u"removeRate"_s)->isEnabled());
        rates->selectRow(0);
        click(dialog, u"removeRate"_s);
        QTRY_COMPARE(pairs->model()->rowCount(), 0);
        QTRY_COMPARE(rates->model()->rowCount(), 0);
    });
}

void RatesTest::whatCannotBeARateIsSaid_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<QString>("says");
    QTest::newRow("currency") << u"Euro"_s << u"1.1"_s
                              << u"A currency is a code of three letters, such as USD."_s;
    QTest::newRow("itself") << u"USD"_s << u"1.1"_s << u"A currency has no rate to itself."_s;
    QTest::newRow("rate") << u"EUR"_s << u"-1"_s << u"A rate is a number such as 1.0956."_s;
    QTest::newRow("nothing") << u"EUR"_s << QString() << u"A rate is a number such as 1.0956."_s;
}

void RatesTest::whatCannotBeARateIsSaid()
{
    QFETCH(QString, from);
    QFETCH(QString, rate);
    QFETCH(QString, says);
    inDialog([&](QDialog *dialog) {
        type(dialog, from, u"USD"_s, rate);
        QCOMPARE(child<QLabel>(dialog, u"rateProblem"_s)->text(), says);
        QVERIFY(child<QLabel>(dialog, u"rateProblem"_s)->isVisible());
    });
}

void RatesTest::whatHasNoRateIsSaidOnOverviewAndCampaigns()
{
    sell(u"payout=10&currency=USD"_s);
    sell(u"payout=20&currency=EUR"_s);
    Session session(m_running->folder());
    OverviewPage overview(m_running->engine(), session);
    CampaignsPage campaigns(m_running->engine(), nullptr);
    for (Page *page : std::initializer_list<Page *>{&overview, &campaigns}) {
        page->show();
        page->refresh();
        auto *banner = page->findChild<LeftOutBanner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->sentence().contains(u"20"_s), qPrintable(banner->sentence()));
        QSignalSpy opened(page, &Page::openPage);
        Q_EMIT banner->linkActivated();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).toString(), u"settings"_s);
    }
    // Where nothing leads to the base currency, that is said too.
    Preferences preferences = m_running->engine().preferences();
    preferences.baseCurrency = Currency::fromCode(u"CHF").value();
    QVERIFY(m_running->engine().setPreferences(preferences));
    overview.refresh();
    QTRY_VERIFY(overview.findChild<LeftOutBanner *>()->title().contains(u"No exchange rate to CHF"_s));
    preferences.baseCurrency = Currency::usd();
    QVERIFY(m_running->engine().setPreferences(preferences));
    putRate("EUR", u"1.25");
    for (Page *page : std::initializer_list<Page *>{&overview, &campaigns}) {
        page->refresh();
        QTRY_VERIFY(!page->findChild<LeftOutBanner *>()->isVisible());
    }
}

void RatesTest::totalsOfConversionsAreConverted()
{
    sell(u"payout=10&currency=USD"_s);
    sell(u"payout=20&currency=EUR"_s);
    sell(u"payout=500&currency=JPY"_s);
    putRate("EUR", u"1.25");
    const auto database
            = Database::open(m_running->folder() + u"/matchbook.sqlite"_s, Database::Access::ReadOnly);
    QVERIFY(database);
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const DateRange range{today.addDays(-1), today.addDays(1), QTimeZone::utc()};
    RowFilter filter;
    filter.since = range.startMs();
    filter.until = range.endMs();
    for (const OfferId offer : {OfferId(), m_running->offer.id}) { // from the sums, and from the rows
        filter.offer = offer;
        const auto totals = conversionTotalsFor(**database, filter, range, Currency::usd());
        QVERIFY(totals);
        QCOMPARE(totals->count, 3);
        QCOMPARE(totals->sums[Currency::usd()].revenueConfirmed, 35'000'000);
        QCOMPARE(totals->sums[Currency::fromCode(u"JPY").value()].revenueConfirmed, 500'000'000);
        QVERIFY(!totals->sums.contains(Currency::fromCode(u"EUR").value()));
    }
}

QTEST_MAIN(RatesTest)
#include "tst_rates.moc"
