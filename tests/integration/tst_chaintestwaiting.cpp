// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/chainfixture.h"

using namespace Matchbook;
using Kind = ChainStep::Kind;

/// A test that waits for the network's own postback.
class tst_ChainTestWaiting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ChainFixture>(); }

    void theNetworksOwnPostbackIsWaitedFor()
    {
        m_fixture->serve("end");
        RunChainTest test(*m_fixture, m_fixture->wishToWait());
        const QByteArray real = m_fixture->click();
        test.whenWaiting([&] {
            QCOMPARE(m_fixture->postback("clickid=" + real + "&payout=3&txid=R"), 200); // business as usual
            const QByteArray query
                    = "clickid=" + test.clickId().toLatin1() + "&payout=33,80&txid=N1&status=pending";
            QCOMPARE(m_fixture->postback(query), 200);
            QCOMPARE(m_fixture->postback(query), 200); // told by two postback URLs
        });
        QVERIFY(test.run());
        QCOMPARE(test.step(Kind::ClickMatch).state, ChainStep::State::Passed);
        QVERIFY(test.step(Kind::Payout).sentence.contains(QStringLiteral("33.80")));
        QCOMPARE(test.step(Kind::NotDuplicate).cause, QStringLiteral("duplicate"));
    }

    void aSenderThatIsNotAllowedIsNamedWithItsRepair()
    {
        allowOthersOnly();
        RunChainTest simulated(*m_fixture, m_fixture->wish());
        QVERIFY(simulated.run());
        QCOMPARE(simulated.step(Kind::Postback).cause, QStringLiteral("sender_not_allowed"));
        QVERIFY(simulated.step(Kind::Postback).repairs.isEmpty());

        RunChainTest waited(*m_fixture, m_fixture->wishToWait());
        waited.whenWaiting([&] { m_fixture->postback("clickid=" + waited.clickId().toLatin1()); });
        QVERIFY(waited.run());
        const auto repairs = waited.step(Kind::Postback).repairs;
        const QList<Repair> allow{AllowSender{m_fixture->network.id, QStringLiteral("127.0.0.1")}};
        QCOMPARE(repairs, allow);
    }

    void afterARepairThePostbackThatCameIsJudgedAgain()
    {
        m_fixture->serve("end");
        RunChainTest test(*m_fixture, m_fixture->wishToWait());
        test.whenWaiting([&] {
            m_fixture->postback("clickid=" + test.clickId().toLatin1() + "&payout=1,234&status=zzz");
        });
        QVERIFY(test.run());
        QCOMPARE(test.step(Kind::Payout).cause, QStringLiteral("ambiguous_amount"));
        QCOMPARE(test.step(Kind::Status).cause, QStringLiteral("unknown_status"));
        QVERIFY(test.canJudgeAgain());
        QSignalSpy finished(&test, &ChainTest::finished);
        AffiliateNetwork mended = *repaired(m_fixture->network, test.step(Kind::Payout).repairs.first());
        test.judgeAgain(mended);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(test.step(Kind::Payout).state, ChainStep::State::Passed);
        QCOMPARE(test.step(Kind::Status).cause, QStringLiteral("unknown_status"));
        QVERIFY(!test.step(Kind::Status).repairs.isEmpty());
        QVERIFY(!test.step(Kind::Postback).isSimulated);
        mended.mapping.statusWords.insert(QStringLiteral("zzz"), ConversionStatus::Approved);
        test.judgeAgain(mended);
        QVERIFY(test.hasPassed());
        QCOMPARE(finished.last().first().toBool(), true);
        QCOMPARE(m_fixture->postbacks().size(), 1);
    }

    void aClickIdUnderAnotherNameIsReadThereAfterItsRepair()
    {
        m_fixture->serve("end");
        RunChainTest test(*m_fixture, m_fixture->wishToWait());
        test.whenWaiting([&] { m_fixture->postback("xyz=" + test.clickId().toLatin1() + "&payout=5"); });
        QVERIFY(test.run());
        const ChainStep failed = test.step(Kind::ClickMatch);
        QCOMPARE(failed.cause, QStringLiteral("click_id_elsewhere"));
        QVERIFY2(failed.sentence.contains(QStringLiteral("xyz")), qPrintable(failed.sentence));
        test.judgeAgain(*repaired(m_fixture->network, failed.repairs.first()));
        QVERIFY(test.hasPassed());
    }

    void aSenderThatIsAllowedAfterwardsIsJudgedAgain()
    {
        const AffiliateNetwork strict = allowOthersOnly();
        RunChainTest test(*m_fixture, m_fixture->wishToWait());
        test.whenWaiting([&] { m_fixture->postback("clickid=" + test.clickId().toLatin1() + "&payout=5"); });
        QVERIFY(test.run());
        test.judgeAgain(strict);
        QCOMPARE(test.step(Kind::Postback).cause, QStringLiteral("sender_not_allowed"));
        test.judgeAgain(*repaired(strict, test.step(Kind::Postback).repairs.first()));
        QVERIFY(test.hasPassed());
    }

    void aPostbackAtAWrongAddressIsNamed_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("said");
        QTest::newRow("another network's")
                << true << QStringLiteral("other_network") << QStringLiteral("at the URL of Southway");
        QTest::newRow("nobody's") << false << QStringLiteral("unknown_key")
                                  << QStringLiteral("with an unknown key");
    }

    void aPostbackAtAWrongAddressIsNamed()
    {
        QFETCH(bool, known);
        QFETCH(QString, cause);
        QFETCH(QString, said);
        m_fixture->serve("end");
        AffiliateNetwork other;
        other.name = QStringLiteral("Southway");
        other.preset = QStringLiteral("generic");
        other = taken(m_fixture->catalogue().addNetwork(other));
        const QByteArray url = "/postback/"
                + (known ? other.key.toLatin1() : QByteArray("nobodysnobodysnobodys")) + "?clickid=x";
        QTRY_COMPARE(get(m_fixture->port(), url).status, known ? 200 : 404);
        ChainTestWish wanted = m_fixture->wish();
        wanted.waitSeconds = 2;
        RunChainTest test(*m_fixture, wanted);
        QStringList running;
        connect(&test, &ChainTest::stepChanged, this, [&](const ChainStep &one) {
            if (one.kind != Kind::Postback || one.state != ChainStep::State::Running)
                return;
            if (one.sentence.isEmpty())
                get(m_fixture->port(), url);
            else
                running << one.sentence;
        });
        QVERIFY(test.run());
        QCOMPARE(test.step(Kind::Postback).cause, cause);
        QVERIFY2(test.step(Kind::Postback).sentence.contains(said),
                 qPrintable(test.step(Kind::Postback).sentence));
        QCOMPARE(running, QStringList{test.step(Kind::Postback).sentence});
    }

    void patienceEnds()
    {
        m_fixture->serve("end");
        ChainTestWish wanted = m_fixture->wish();
        wanted.waitSeconds = 1;
        RunChainTest test(*m_fixture, wanted);
        QVERIFY(test.run());
        QCOMPARE(test.step(Kind::Postback).cause, QStringLiteral("no_postback"));
        QCOMPARE(test.step(Kind::Payout).state, ChainStep::State::Skipped);
    }

private:
    /// The network takes postbacks from elsewhere, not from here.
    AffiliateNetwork allowOthersOnly()
    {
        m_fixture->serve("end");
        AffiliateNetwork strict = m_fixture->network;
        strict.allowedSenders = {QStringLiteral("203.0.113.0/24")};
        taken(m_fixture->catalogue().updateNetwork(strict));
        if (!QTest::qWaitFor([&] { return m_fixture->postback("clickid=x") == 403; }))
            qFatal("the allowed senders are not heeded");
        return strict;
    }

    std::unique_ptr<ChainFixture> m_fixture;
};

QTEST_GUILESS_MAIN(tst_ChainTestWaiting)
#include "tst_chaintestwaiting.moc"
