// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/enginefixture.h"

using namespace Matchbook;

namespace {

constexpr qint64 dayMs = 86'400'000;

} // namespace

/// A network's new key, over real HTTP and under a clock that stands still.
class tst_KeyRotation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothKeysWorkForSevenDaysAndThenOne()
    {
        EngineFixture fixture;
        const QByteArray oldKey = fixture.network.key.toLatin1();
        const AffiliateNetwork rotated = rotate(fixture, 7 * dayMs);
        QVERIFY(rotated.key != fixture.network.key);
        QCOMPARE(rotated.key.size(), fixture.network.key.size());
        QCOMPARE(rotated.name, fixture.network.name);
        const QByteArray newKey = rotated.key.toLatin1();

        QCOMPARE(call(fixture, newKey, "N1"), 200);
        QCOMPARE(newest(fixture).cause, PostbackCause::None);
        QCOMPARE(call(fixture, oldKey, "O1"), 200);
        const PostbackRow old = newest(fixture);
        QCOMPARE(old.outcome, PostbackOutcome::Matched);
        QCOMPARE(old.cause, PostbackCause::OldKey);
        QCOMPARE(old.networkId, fixture.network.id);
        QCOMPARE(old.causeDetail, QString::number(fixture.clock.now() + 7 * dayMs));
        QVERIFY(!old.path.contains(oldKey));

        fixture.clock.pass(7 * dayMs - 1);
        QCOMPARE(call(fixture, oldKey, "O2"), 200);
        fixture.clock.pass(1);
        QCOMPARE(call(fixture, oldKey, "O3"), 404);
        const PostbackRow expired = newest(fixture);
        QCOMPARE(expired.outcome, PostbackOutcome::Refused);
        QCOMPARE(expired.cause, PostbackCause::ExpiredKey);
        QCOMPARE(expired.causeDetail, QStringLiteral("Northway"));
        QVERIFY(!expired.networkId.isValid());
        QCOMPARE(call(fixture, newKey, "N2"), 200);
        QCOMPARE(fixture.conversions().size(), 4);
        QCOMPARE(fixture.problems(), QStringList());
    }

    void aKeyCanBeEndedAtOnce()
    {
        EngineFixture fixture;
        const QByteArray oldKey = fixture.network.key.toLatin1();
        rotate(fixture, 0);
        QTRY_COMPARE(call(fixture, oldKey, "O1"), 404);
        QCOMPARE(newest(fixture).cause, PostbackCause::ExpiredKey);
    }

    void noOldKeyWorksLongerThanTheOneAfterIt()
    {
        EngineFixture fixture;
        const QByteArray first = fixture.network.key.toLatin1();
        const QByteArray second = rotate(fixture, 7 * dayMs).key.toLatin1();
        const QByteArray third = rotate(fixture, 2 * dayMs).key.toLatin1();
        QCOMPARE(call(fixture, third, "T3"), 200);
        QCOMPARE(call(fixture, second, "T2"), 200);
        QCOMPARE(call(fixture, first, "T1"), 200);
        fixture.clock.pass(2 * dayMs);
        QCOMPARE(call(fixture, second, "T4"), 404);
        QCOMPARE(call(fixture, first, "T5"), 404);
        QCOMPARE(call(fixture, third, "T6"), 200);
    }

    void aKeyThatWasToWorkForDaysCanStillBeEndedAtOnce()
    {
        EngineFixture fixture;
        const QByteArray leaked = fixture.network.key.toLatin1();
        rotate(fixture, 7 * dayMs);
        QTRY_COMPARE(call(fixture, leaked, "L1"), 200);
        rotate(fixture, 0);
        QTRY_COMPARE(call(fixture, leaked, "L2"), 404);
        QCOMPARE(newest(fixture).cause, PostbackCause::ExpiredKey);
    }

    void aShorterTimeOfBeforeIsNotMadeLonger()
    {
        EngineFixture fixture;
        const QByteArray first = fixture.network.key.toLatin1();
        rotate(fixture, dayMs);
        const QByteArray third = rotate(fixture, 7 * dayMs).key.toLatin1();
        QCOMPARE(call(fixture, third, "T0"), 200);
        QCOMPARE(call(fixture, first, "T1"), 200);
        fixture.clock.pass(dayMs);
        QCOMPARE(call(fixture, first, "T2"), 404);
    }

    void anotherNameDoesNotHideWhoUsesAKeyThatHasRunOut()
    {
        EngineFixture fixture;
        const QByteArray oldKey = fixture.network.key.toLatin1();
        AffiliateNetwork network = rotate(fixture, 0);
        QTRY_COMPARE(call(fixture, oldKey, "O1"), 404);
        QCOMPARE(health(fixture).alarms.first().kind, NetworkAlarm::Kind::ExpiredKeyUsed);
        network.name = QStringLiteral("Northway 2");
        QVERIFY(fixture.catalogue().updateNetwork(network));
        QVERIFY(!health(fixture).alarms.isEmpty());
        QCOMPARE(health(fixture).alarms.first().kind, NetworkAlarm::Kind::ExpiredKeyUsed);
        QCOMPARE(newest(fixture).causeDetail, QStringLiteral("Northway 2"));
    }

    void aRepeatOverTheOldKeySaysWhatItIs()
    {
        EngineFixture fixture;
        const QByteArray oldKey = fixture.network.key.toLatin1();
        const QByteArray newKey = rotate(fixture, dayMs).key.toLatin1();
        const QByteArray click = fixture.click();
        QCOMPARE(get(fixture.port(), "/postback/" + newKey + "?clickid=" + click + "&txid=A").status, 200);
        QCOMPARE(get(fixture.port(), "/postback/" + oldKey + "?clickid=" + click + "&txid=A").status, 200);
        QCOMPARE(newest(fixture).outcome, PostbackOutcome::Repeated);
        QCOMPARE(newest(fixture).cause, PostbackCause::SameAgain);
        QCOMPARE(fixture.conversions().size(), 1);
    }

    void healthNamesWhoStillUsesAnOldKey()
    {
        EngineFixture fixture;
        const QByteArray oldKey = fixture.network.key.toLatin1();
        const QByteArray newKey = rotate(fixture, dayMs).key.toLatin1();
        QCOMPARE(call(fixture, newKey, "N1"), 200);
        QVERIFY(health(fixture).alarms.isEmpty());
        QCOMPARE(call(fixture, oldKey, "O1"), 200);
        QCOMPARE(health(fixture).alarms.size(), 1);
        QCOMPARE(health(fixture).alarms.first().kind, NetworkAlarm::Kind::OldKeyUsed);
        QCOMPARE(health(fixture).oldKeyUntil, fixture.clock.now() + dayMs);
        fixture.clock.pass(dayMs);
        QCOMPARE(call(fixture, oldKey, "O2"), 404);
        QCOMPARE(health(fixture).alarms.first().kind, NetworkAlarm::Kind::ExpiredKeyUsed);
    }

    void settingsThatWereOpenMeanwhileDoNotBringTheOldKeyBack()
    {
        EngineFixture fixture;
        AffiliateNetwork edited = fixture.network;
        const QByteArray newKey = rotate(fixture, dayMs).key.toLatin1();
        edited.name = QStringLiteral("Northway 2");
        QVERIFY(fixture.catalogue().updateNetwork(edited));
        const AffiliateNetwork stored = taken(fixture.catalogue().networks()).first();
        QCOMPARE(stored.key.toLatin1(), newKey);
        QCOMPARE(stored.name, QStringLiteral("Northway 2"));
    }

    void whatCannotBeIsRefused()
    {
        EngineFixture fixture;
        const auto negative = fixture.catalogue().rotateKey(fixture.network.id, -1);
        QVERIFY(!negative && negative.error().kind == Failure::Kind::BadUsage);
        const auto stranger = fixture.catalogue().rotateKey(NetworkId{77}, dayMs);
        QVERIFY(!stranger && stranger.error().kind == Failure::Kind::NotFound);
        QVERIFY(taken(fixture.catalogue().retiredKeys()).isEmpty());
        QCOMPARE(fixture.postback("clickid=" + fixture.click()), 200);
    }

private:
    static AffiliateNetwork rotate(EngineFixture &fixture, qint64 keepMs)
    {
        return taken(fixture.catalogue().rotateKey(fixture.network.id, keepMs));
    }
    /// A conversion of its own over \a key. The status of the answer.
    static int call(EngineFixture &fixture, const QByteArray &key, const QByteArray &transaction)
    {
        return get(fixture.port(),
                   "/postback/" + key + "?clickid=" + fixture.click() + "&payout=2&txid=" + transaction)
                .status;
    }
    static PostbackRow newest(EngineFixture &fixture) { return fixture.postbacks().first(); }
    static NetworkHealth health(EngineFixture &fixture)
    {
        const qint64 now = fixture.clock.now();
        return taken(Lists(fixture.otherConnection()).networkHealth(now, now - 1000, now - 30 * dayMs))
                .first();
    }
};

QTEST_GUILESS_MAIN(tst_KeyRotation)
#include "tst_keyrotation.moc"
