// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/enginefixture.h"
#include "support/fixedserver.h"

#include "engine/ratedesk.h"
#include "preferences/preferences.h"
#include "store/exchangerates.h"

#include <QFile>
#include <QSignalSpy>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// The engine's desk for exchange rates: by itself when wanted, never when not, and without holding up anybody.
class tst_RateDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<EngineFixture>();
        m_desk = &m_fixture->engine.rates();
        m_bank.answerWith(ratesXml({{"2026-11-26", "1.1"}, {"2026-11-27", "1.2"}}));
    }
    void cleanup() { m_fixture.reset(); }

    void nothingIsFetchedUnlessItIsSwitchedOn()
    {
        prefer(false);
        QTest::qWait(200);
        QVERIFY(newTargets().isEmpty());
        prefer(true);
        QTRY_COMPARE(stored(), 2);
        QCOMPARE(newTargets(), QStringList{u"/eurofxref-hist.xml"_s});
        prefer(true); // whatever else is changed
        QTest::qWait(200);
        QVERIFY(newTargets().isEmpty());
        QVERIFY(!m_desk->trouble());
    }

    void aFailureIsKeptUntilItSucceeds()
    {
        m_bank.answerWith("", "500 Internal Server Error");
        prefer(true);
        QTRY_VERIFY(m_desk->trouble());
        QVERIFY(!m_desk->isDownloading());
        QCOMPARE(m_desk->trouble()->kind, Failure::Kind::FileTrouble);
        QCOMPARE(stored(), 0);
        m_bank.answerWith(ratesXml({{"2026-11-26", "1.1"}}));
        std::optional<RateIntake> intake;
        m_desk->download(this, [&intake](const Expected<RateIntake> &answer) { intake = taken(answer); });
        QVERIFY(m_desk->isDownloading());
        QTRY_VERIFY(intake);
        QCOMPARE(intake->rates, 1);
        QCOMPARE(intake->changed, 1);
        QCOMPARE(intake->first, QDate(2026, 11, 26));
        QVERIFY(!m_desk->trouble());
        QCOMPARE(stored(), 1);
    }

    /// A file of many slices is there as a whole, and a second time nothing is new.
    void aLargeFileIsTakenIn()
    {
        QByteArray csv = "date,from,to,rate\n";
        for (int day = 0; day < 9'000; ++day)
            csv += QDate(2000, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1() + ",EUR,USD,1."
                    + QByteArray::number(1000 + day) + '\n';
        const QString path = m_folder.filePath(u"rates.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size());
        file.close();
        QSignalSpy changed(m_desk, &RateDesk::changed);
        for (const qint64 expected : {9'000, 0}) {
            std::optional<Expected<RateIntake>> intake;
            m_desk->importFile(path, this,
                               [&intake](const Expected<RateIntake> &answer) { intake = answer; });
            QTRY_VERIFY_WITH_TIMEOUT(intake, 60'000);
            QCOMPARE(taken(*intake).changed, expected);
            QCOMPARE(stored(), 9'000);
        }
        QVERIFY(!changed.isEmpty());
    }

    void whatIsTypedAndRemovedIsTold()
    {
        const ExchangeRate rate{Currency::usd(),
                                Currency::fromCode(u"UAH").value(),
                                {2026, 11, 1},
                                41 * picosPerUnit,
                                RateSource::Typed};
        bool put = false;
        m_desk->put({rate}, this,
                    [&put](const Expected<RateIntake> &intake) { put = taken(intake).changed == 1; });
        QTRY_VERIFY(put);
        for (const bool found : {true, false}) {
            std::optional<bool> removed;
            m_desk->remove(rate, this, [&removed](const Expected<bool> &answer) { removed = taken(answer); });
            QTRY_COMPARE(removed, std::optional(found));
        }
    }

    void theEngineMayStopAtAnyTime()
    {
        for (int wait : {0, 1, 5, 20}) {
            prefer(true);
            QTest::qWait(wait);
            m_fixture.reset();
            m_fixture = std::make_unique<EngineFixture>();
            m_desk = &m_fixture->engine.rates();
        }
    }

private:
    void prefer(bool download)
    {
        Preferences preferences = m_fixture->engine.preferences();
        preferences.downloadRates = download;
        preferences.ratesAddress = m_bank.address();
        taken(m_fixture->engine.setPreferences(preferences));
    }
    QStringList newTargets()
    {
        const QStringList all = m_bank.targets();
        return all.mid(std::exchange(m_seen, all.size()));
    }
    qint64 stored()
    {
        const auto database = taken(
                Database::open(m_fixture->folder() + u"/matchbook.sqlite"_s, Database::Access::ReadOnly));
        return taken(exchangeRatesOf(*database, Currency::fromCode(u"EUR").value(), Currency::usd())).size();
    }

    FixedServer m_bank;
    QTemporaryDir m_folder;
    std::unique_ptr<EngineFixture> m_fixture;
    RateDesk *m_desk = nullptr;
    qsizetype m_seen = 0;
};

QTEST_GUILESS_MAIN(tst_RateDesk)
#include "tst_ratedesk.moc"
