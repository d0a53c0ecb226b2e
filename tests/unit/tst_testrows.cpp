// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounting/csvfile.h"
#include "matching/matchpostback.h"
#include "reports/reportquery.h"
#include "store/testpurge.h"
#include "store/testtokens.h"
#include "support/storefixture.h"

#include <QFile>
#include <QTest>
#include <QTimeZone>

using namespace Matchbook;

/// What tests leave in the store: marked, counted nowhere, and gone without a trace when purged.
class tst_TestRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_store = std::make_unique<StoreFixture>(); }

    void onlyOurTokenMarksAClickAsTest()
    {
        const QByteArray token = openToken();
        QCOMPARE(kindOf("sub1=a&matchbook_test=" + token + "&sub2=b"), ClickKind::Test);
        QCOMPARE(m_store->clicks().first().query, QByteArray("sub1=a&sub2=b"));
        QCOMPARE(m_store->clicks().first().costMicros, 0);
        QCOMPARE(kindOf("matchbook_test=guessed"), ClickKind::Visitor);
        QCOMPARE(m_store->clicks().first().costMicros, 250'000);
        QCOMPARE(kindOf("matchbook_test="), ClickKind::Visitor);
        QCOMPARE(kindOf("sub1=matchbook_test=" + token), ClickKind::Visitor);
        QCOMPARE(kindOf("matchbook_test=" + token + "x"), ClickKind::Visitor);
        QCOMPARE(kindOf("matchbook_test=" + token.toUpper()), ClickKind::Visitor);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void aTokenEndsByTimeAndByHand()
    {
        const QByteArray first = openToken();
        const QByteArray second = openToken();
        QVERIFY(first != second);
        taken(closeTestToken(m_store->database(), first));
        QCOMPARE(kindOf("matchbook_test=" + first), ClickKind::Visitor);
        QCOMPARE(kindOf("matchbook_test=" + second), ClickKind::Test);
        m_store->clock.pass(60'001);
        QCOMPARE(kindOf("matchbook_test=" + second), ClickKind::Visitor);
        openToken(); // forgets those that have ended
        QCOMPARE(m_store->number(
                         QStringLiteral("SELECT count(*) FROM setting WHERE name LIKE 'test_token/%'")),
                 1);
    }

    void aSpilledTestClickIsATestToo()
    {
        NewClick click = m_store->newClick();
        click.query = "matchbook_test=" + openToken();
        m_store->clock.pass(600'000); // the store takes it long after
        taken(m_store->writer().writeLate({click}));
        QCOMPARE(m_store->clicks().first().kind, ClickKind::Test);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void aPostbackOfATestClickMakesAConversionThatCountsNowhere()
    {
        const QString before = everything();
        const QByteArray click = testClick();
        const WriteReceipt receipt
                = m_store->postback("clickid=" + click + "&payout=9.50&txid=T1&status=approved");
        QCOMPARE(receipt.postback.outcome, PostbackOutcome::Matched);
        QCOMPARE(receipt.postback.cause, PostbackCause::TestClick);
        QCOMPARE(m_store->conversions().size(), 1);
        const Conversion conversion = m_store->conversions().first().conversion;
        QCOMPARE(conversion.status, ConversionStatus::Test);
        QCOMPARE(conversion.payout.micros, 9'500'000);
        QCOMPARE(m_store->postbacks().first().causeDetail, QStringLiteral("approved"));
        QCOMPARE(everything(), before);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void testsAreReadLikeAnyOther_data()
    {
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<PostbackOutcome>("outcome");
        QTest::addColumn<PostbackCause>("cause");
        QTest::newRow("ambiguous amount") << QByteArray("&payout=1,234") << PostbackOutcome::NotUnderstood
                                          << PostbackCause::AmbiguousAmount;
        QTest::newRow("unknown status") << QByteArray("&status=zzz") << PostbackOutcome::NotUnderstood
                                        << PostbackCause::UnknownStatus;
        QTest::newRow("refund") << QByteArray("&status=refunded&payout=3") << PostbackOutcome::Matched
                                << PostbackCause::TestClick;
        QTest::newRow("status test") << QByteArray("&status=test") << PostbackOutcome::Matched
                                     << PostbackCause::TestClick;
    }

    void testsAreReadLikeAnyOther()
    {
        QFETCH(QByteArray, rest);
        QFETCH(PostbackOutcome, outcome);
        QFETCH(PostbackCause, cause);
        const QString before = everything();
        const WriteReceipt receipt = m_store->postback("clickid=" + testClick() + rest);
        QCOMPARE(receipt.postback.outcome, outcome);
        QCOMPARE(receipt.postback.cause, cause);
        QCOMPARE(everything(), before);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void postbacksOfTestsAreMarkedAndCountedApart()
    {
        const qint64 since = m_store->clock.now();
        m_store->postback("clickid=" + m_store->click() + "&payout=5");
        QVERIFY(!m_store->postbacks().first().isTest);
        const QByteArray click = testClick();
        m_store->postback("clickid=" + click + "&payout=5");
        QVERIFY(m_store->postbacks().first().isTest);
        m_store->postback("clickid=" + click + "&payout=much");
        QCOMPARE(m_store->postbacks().first().cause, PostbackCause::BadAmount);
        QVERIFY(m_store->postbacks().first().isTest);
        const PostbackCounts tests = taken(Lists(m_store->database()).postbacksOfTests(since));
        QCOMPARE(tests.all, 2);
        QCOMPARE(tests.good, 1);
        QCOMPARE(taken(Lists(m_store->database()).postbacksOfTests(m_store->clock.now() + 1)).all, 0);
    }

    void whatATestHasBroughtNeedsNobody()
    {
        const qint64 now = m_store->clock.now();
        const auto attention = [&] { return taken(Lists(m_store->database()).needingAttention(0)); };
        const auto alarms = [&] {
            return taken(Lists(m_store->database()).networkHealth(now, now - 1000, now - 1000))
                    .constFirst()
                    .alarms.size();
        };
        const auto listed = [&](const QString &search, const QString &sortBy) {
            RowFilter filter;
            filter.words = {QStringLiteral("unmatched"), QStringLiteral("not_understood"),
                            QStringLiteral("refused")};
            filter.withoutTests = true;
            filter.search = search;
            filter.sortBy = sortBy;
            return taken(Lists(m_store->database()).postbacks(filter, 10)).size();
        };
        const QByteArray test = testClick();
        m_store->postback("clickid=" + test + "&payout=1,234");
        m_store->postback("clickid=" + test + "&status=zzz");
        m_store->network.allowedSenders = {QStringLiteral("192.0.2.1")};
        taken(m_store->catalogue().updateNetwork(m_store->network));
        m_store->learnNetworks();
        QCOMPARE(m_store->postback("clickid=" + test + "&payout=5").postback.cause,
                 PostbackCause::SenderNotAllowed);
        QCOMPARE(attention(), 0);
        QCOMPARE(alarms(), 0);
        for (const char *sortBy : {"", "time"})
            QCOMPARE(listed({}, QString::fromLatin1(sortBy)), 0);
        QCOMPARE(listed(QStringLiteral("clickid"), {}), 0);

        m_store->postback("payout=5"); // refused as well, and nobody's test
        QCOMPARE(attention(), 1);
        QCOMPARE(alarms(), 1);
        for (const char *sortBy : {"", "time"})
            QCOMPARE(listed({}, QString::fromLatin1(sortBy)), 1);
        QCOMPARE(listed(QStringLiteral("payout=5"), {}), 1);
        QCOMPARE(taken(purgeTests(m_store->database(), m_store->network.id)).postbacks, 3);
        QCOMPARE(attention(), 1);
    }

    void aRepeatOfATestIsToldAsOne()
    {
        const QByteArray query = "clickid=" + testClick() + "&payout=9.50&txid=T1";
        m_store->postback(query);
        const WriteReceipt again = m_store->postback(query);
        QCOMPARE(again.postback.outcome, PostbackOutcome::Repeated);
        QCOMPARE(m_store->conversions().size(), 1);
        QCOMPARE(m_store->conversions().first().conversion.timesReceived, 2);
        QCOMPARE(m_store->postback("clickid=" + testClick() + "&payout=9.50&txid=T1").postback.outcome,
                 PostbackOutcome::Matched);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void aSaleAndATestWithTheSameTransactionDoNotMeet()
    {
        const QByteArray real = m_store->click();
        const QByteArray test = testClick();
        m_store->postback("clickid=" + test + "&payout=1&txid=T1");
        QCOMPARE(m_store->postback("clickid=" + real + "&payout=5&txid=T1").postback.cause,
                 PostbackCause::None);
        m_store->postback("clickid=" + test + "&payout=7&txid=T1&status=refunded");
        QCOMPARE(m_store->conversions().size(), 2);
        QCOMPARE(m_store->number(QStringLiteral("SELECT payout_micros FROM conversion WHERE status = 1")),
                 5'000'000);
        QCOMPARE(m_store->number(QStringLiteral("SELECT refunded_micros FROM conversion WHERE status = 1")),
                 0);
        QCOMPARE(m_store->problems(), QStringList());
    }

    void aPurgeRemovesTestsAndNothingElse()
    {
        const QByteArray real = m_store->click();
        m_store->postback("clickid=" + real + "&payout=5&txid=R1&status=pending");
        m_store->postback("clickid=" + real + "&payout=5&txid=R1&status=approved");
        const QByteArray test = testClick();
        m_store->postback("clickid=" + test + "&payout=1&txid=T1");
        m_store->postback("clickid=" + test + "&payout=1&txid=T1");
        m_store->postback("clickid=" + test + "&payout=1,234");
        m_store->click();
        m_store->settle();
        const AffiliateNetwork other = m_store->addNetwork(QStringLiteral("Southway"));
        const QString before = everything();

        const PurgedTests elsewhere = taken(purgeTests(m_store->database(), other.id));
        QCOMPARE(elsewhere.total(), 0);
        const PurgedTests purged = taken(purgeTests(m_store->database(), m_store->network.id));
        QCOMPARE(purged.clicks, 1);
        QCOMPARE(purged.conversions, 1);
        QCOMPARE(purged.postbacks, 3);
        QCOMPARE(everything(), before);
        QCOMPARE(m_store->problems(), QStringList());
        QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM conversion_history")), 2);
        QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM conversion_of_click")), 1);
        QCOMPARE(taken(purgeTests(m_store->database(), {})).total(), 0);

        // Nothing is missing from the lists, and nothing is there twice.
        Lists lists(m_store->database());
        QCOMPARE(taken(lists.clickIndex({})).count(), 2);
        QCOMPARE(taken(lists.postbackIndex({})).count(), 2);
        QCOMPARE(taken(lists.conversionIndex({})).count(), 1);
    }

    void aTestAtTheEndLeavesNoHole()
    {
        m_store->click();
        testClick();
        taken(purgeTests(m_store->database(), {}));
        QVERIFY(taken(Lists(m_store->database()).clickIndex({})).plain);
    }

private:
    QByteArray openToken() { return taken(openTestToken(m_store->database(), m_store->clock.now(), 60'000)); }
    ClickKind kindOf(const QByteArray &query)
    {
        NewClick click = m_store->newClick();
        click.query = query;
        m_store->write(click);
        return m_store->clicks().first().kind;
    }
    QByteArray testClick()
    {
        NewClick click = m_store->newClick();
        click.query = "matchbook_test=" + openToken();
        m_store->write(click);
        return click.clickId.bytes().toByteArray();
    }
    /// Every sum and every export there is, as one text.
    QString everything()
    {
        QString text;
        for (const char *table : {"click_rollup", "conversion_rollup", "click_day", "conversion_day"})
            text += QString::number(m_store->number(QStringLiteral("SELECT count(*) FROM ")
                                                    + QLatin1StringView(table)))
                    + u' ';
        const QDate day(2026, 11, 2);
        for (const auto basis : {DateBasis::Click, DateBasis::Conversion, DateBasis::Status}) {
            ReportQuestion question;
            question.by = QList<ReportDimension>{ReportDimension::Status};
            question.basis = basis;
            question.range = {day, day, QTimeZone::utc()};
            const Metrics total = taken(runReport(m_store->database(), question)).total;
            text += QStringLiteral("%1 %2 %3 %4 %5 ")
                            .arg(total.clicks)
                            .arg(total.bots)
                            .arg(total.conversions)
                            .arg(total.revenueConfirmed)
                            .arg(total.cost);
        }
        const QString file = m_store->inFolder(QStringLiteral("all.csv"));
        text += QString::number(taken(
                exportConversions(m_store->database(), {day, day, QTimeZone::utc()}, Currency::usd(), file)));
        QFile csv(file);
        return csv.open(QIODevice::ReadOnly) ? text + QString::fromUtf8(csv.readAll()) : QString();
    }

    std::unique_ptr<StoreFixture> m_store;
};

QTEST_GUILESS_MAIN(tst_TestRows)
#include "tst_testrows.moc"
