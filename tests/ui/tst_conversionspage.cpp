// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversions/conversionspage.h"
#include "forms/periodcombo.h"
#include "preferences/preferences.h"
#include "runningengine.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The Conversions page: which rows a period and a jump from elsewhere leave, and that its totals and its file are of the same days.
class ConversionsPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aPeriodThatHasEndedLeavesOutToday_data();
    void aPeriodThatHasEndedLeavesOutToday();
    void aJumpChoosesItsDays_data();
    void aJumpChoosesItsDays();
    void aJumpNarrowsDownToAnOffer();
    void theFileHasTheDaysOfTheList();

private:
    template<typename T>
    T *child(const QString &name)
    {
        auto *found = m_page->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    int rows() { return m_page->findChild<QTableView *>()->model()->rowCount(); }
    void sell(const QString &more)
    {
        const QString id = m_running->click();
        QVERIFY(id.size() == 20 && m_running->postback(u"clickid=%1&%2"_s.arg(id, more)) == 200);
    }
    Formats formats() const { return Formats::from(m_running->engine().preferences()); }
    QDate today() const { return formats().day(m_running->engine().clock().now()); }
    qint64 startOf(QDate day) const { return dayStartMs(day, formats().zone); }

    std::unique_ptr<RunningEngine> m_running;
    std::unique_ptr<ConversionsPage> m_page;
    QString m_file;
};

void ConversionsPageTest::init()
{
    m_running = std::make_unique<RunningEngine>();
    QVERIFY(m_running->start() && m_running->setUp());
    m_file = m_running->folder() + u"/out.csv"_s;
    m_page = std::make_unique<ConversionsPage>(m_running->engine(), nullptr, nullptr,
                                               [this](QWidget *, const QString &) { return m_file; });
    m_page->resize(1280, 800);
    m_page->show();
    sell(u"payout=10"_s);
    m_page->refresh();
    QTRY_COMPARE(rows(), 1);
}

void ConversionsPageTest::cleanup()
{
    m_page.reset();
    m_running.reset();
}

void ConversionsPageTest::aPeriodThatHasEndedLeavesOutToday_data()
{
    QTest::addColumn<bool>("hasToday");
    for (const QString &word : periodWords())
        QTest::newRow(qPrintable(word)) << !(word == u"yesterday"_s || (word.startsWith(u"last"_s)));
}

void ConversionsPageTest::aPeriodThatHasEndedLeavesOutToday()
{
    QFETCH(bool, hasToday);
    auto *period = child<QComboBox>(u"period"_s);
    period->setCurrentIndex(period->findData(QString::fromLatin1(QTest::currentDataTag())));
    QTRY_COMPARE(rows(), hasToday ? 1 : 0);
    QTRY_VERIFY(
            child<QLabel>(u"totals"_s)->text().startsWith(hasToday ? u"1 conversion"_s : u"0 conversions"_s));
}

void ConversionsPageTest::aJumpChoosesItsDays_data()
{
    QTest::addColumn<int>("from"); // days from today
    QTest::addColumn<int>("to"); // the day after the last; 0: not said
    QTest::addColumn<QString>("word");
    QTest::newRow("today") << 0 << 1 << u"today"_s;
    QTest::newRow("yesterday") << -1 << 0 << u"yesterday"_s;
    QTest::newRow("since then") << -5 << 99 << QString();
    QTest::newRow("some days") << -500 << -490 << QString();
}

void ConversionsPageTest::aJumpChoosesItsDays()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, word);
    QVariantMap what{{u"since"_s, startOf(today().addDays(from))}};
    if (to != 99)
        what.insert(u"until"_s, startOf(today().addDays(to)));
    m_page->open(what);
    const QString chosen = child<QComboBox>(u"period"_s)->currentData().toString();
    const QString own = today().addDays(from).toString(Qt::ISODate) + u'/'
            + today().addDays(to - 1).toString(Qt::ISODate);
    if (to != 99) // otherwise the week, the month or the quarter may begin just then
        QCOMPARE(chosen, word.isEmpty() ? own : word);
    QTRY_COMPARE(rows(), to > 0 ? 1 : 0);
    // A period of one's own choice takes its place.
    auto *period = child<QComboBox>(u"period"_s);
    period->setCurrentIndex(period->findData(u"today"_s));
    QTRY_COMPARE(rows(), 1);
}

void ConversionsPageTest::aJumpNarrowsDownToAnOffer()
{
    Offer other = m_running->offer;
    other.name = u"Another"_s;
    QVERIFY(m_running->edit<Offer>([&other](Catalogue &c) { return c.addOffer(other); }, &other));
    m_page->open({{u"offer"_s, other.id.value}, {u"since"_s, startOf(today())}});
    QTRY_COMPARE(rows(), 0);
    m_page->open({{u"offer"_s, m_running->offer.id.value}, {u"since"_s, startOf(today())}});
    QTRY_COMPARE(rows(), 1);
}

void ConversionsPageTest::theFileHasTheDaysOfTheList()
{
    const auto exported = [this] {
        QFile::remove(m_file);
        QTest::mouseClick(child<QPushButton>(u"export"_s), Qt::LeftButton);
        if (!QTest::qWaitFor([this] { return child<QPushButton>(u"export"_s)->isEnabled(); }))
            return -1;
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count("\r\n")) - 1 : -1;
    };
    QCOMPARE(exported(), 1);
    auto *period = child<QComboBox>(u"period"_s);
    period->setCurrentIndex(period->findData(u"lastquarter"_s));
    QCOMPARE(exported(), 0);
}

QTEST_MAIN(ConversionsPageTest)
#include "tst_conversionspage.moc"
