// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matching/networkalarm.h"

#include <QSet>
#include <QTest>

#include <cmath>

using namespace Matchbook;

namespace {

using Kind = NetworkAlarm::Kind;

/// 2026-11-02 00:00 UTC, a Monday, in hours.
constexpr qint64 monday = 1'793'577'600 / 3600;
constexpr qint64 day = 24;

/// A course that is made hour by hour up to \a nowHour.
struct Made {
    NetworkCourse course;

    explicit Made(qint64 nowHour)
    {
        course.now = nowHour * hourMs + hourMs / 2;
        course.lastPostback = course.now;
    }
    /// Clicks in every hour from \a from to \a to, and conversions in every \a everyth of them.
    Made &traffic(qint64 from, qint64 to, int clicks, int conversions, int everyth = 1)
    {
        for (qint64 hour = from; hour < to; ++hour) {
            const bool pays = conversions > 0 && (hour - from) % everyth == 0;
            course.hours << NetworkHour{hour, clicks, pays ? conversions : 0};
        }
        return *this;
    }
};

QStringList wordsOf(const QList<NetworkAlarm> &alarms)
{
    QStringList words;
    for (const NetworkAlarm &alarm : alarms)
        words << QString(alarmWord(alarm.kind));
    return words;
}

FailureCount failure(PostbackCause cause, int count, PostbackOutcome outcome = PostbackOutcome::Unmatched)
{
    return {outcome, cause, QStringLiteral("x"), count};
}

} // namespace

class tst_NetworkAlarm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quietIsUnusualOnlyWhereItsOwnHistorySaysSo_data()
    {
        QTest::addColumn<NetworkCourse>("course");
        QTest::addColumn<bool>("unusual");
        const qint64 now = monday + 10;
        QTest::newRow("nothing is known") << Made(now).course << false;
        QTest::newRow("all is well") << Made(now).traffic(now - 27 * day, now + 1, 20, 1, 4).course << false;
        QTest::newRow("a new network: clicks, never a conversion")
                << Made(now).traffic(now - 5 * day, now, 100, 0).course << false;
        QTest::newRow("a new network: four conversions so far")
                << Made(now)
                           .traffic(now - 6 * day, now - 2 * day, 20, 1, 24)
                           .traffic(now - 2 * day, now, 50, 0)
                           .course
                << false;
        QTest::newRow("steady sales, then twelve hours of clicks and nothing")
                << Made(now + 2)
                           .traffic(now - 27 * day, now - 10, 50, 2, 2)
                           .traffic(now - 10, now + 2, 50, 0)
                           .course
                << true;
        QTest::newRow("the same for five hours only")
                << Made(now).traffic(now - 27 * day, now - 5, 50, 2, 2).traffic(now - 5, now, 50, 0).course
                << false;
        QTest::newRow("no clicks, so no conversions")
                << Made(now).traffic(now - 27 * day, now - 48, 50, 2, 2).course << false;
        QTest::newRow("too few clicks to expect three")
                << Made(now).traffic(now - 27 * day, now - 20, 50, 2, 2).traffic(now - 20, now, 1, 0).course
                << false;
        QTest::newRow("one sale a day, a day without one")
                << Made(now).traffic(now - 27 * day, now - 30, 10, 1, 24).traffic(now - 30, now, 10, 0).course
                << false;
        QTest::newRow("one sale a day, ten days without one")
                << Made(now)
                           .traffic(now - 27 * day, now - 10 * day, 10, 1, 24)
                           .traffic(now - 10 * day, now, 10, 0)
                           .course
                << true;
        QTest::newRow("sixty sales at once each midnight, and the day is not over")
                << Made(now + 8)
                           .traffic(monday - 27 * day, monday + 1, 50, 60, 24)
                           .traffic(monday + 1, monday + 18, 50, 0)
                           .course
                << false;
    }
    void quietIsUnusualOnlyWhereItsOwnHistorySaysSo()
    {
        QFETCH(NetworkCourse, course);
        QFETCH(bool, unusual);
        QCOMPARE(unusualQuiet(course).has_value(), unusual);
    }

    void whoDoesNotReportAtWeekendsIsNotBlamedForIt()
    {
        Made usual(monday + 1);
        for (qint64 week = 3; week >= 0; --week) {
            const qint64 start = monday - (week + 1) * 7 * day;
            usual.traffic(start, start + 5 * day, 50, 2, 2).traffic(start + 5 * day, start + 7 * day, 50, 0);
        }
        QVERIFY(!unusualQuiet(usual.course));

        Made monthOld(monday - 1 * day);
        for (qint64 week = 3; week >= 1; --week) {
            const qint64 start = monday - (week + 1) * 7 * day;
            monthOld.traffic(start, start + 7 * day, 50, 2, 2);
        }
        const qint64 last = monday - 7 * day;
        monthOld.traffic(last, last + 5 * day, 50, 2, 2).traffic(last + 5 * day, last + 6 * day, 50, 0);
        QVERIFY2(unusualQuiet(monthOld.course), "it always sold at weekends, and now does not");
    }

    void theFirstWeekendOfANetworkAlarmsNobody()
    {
        const qint64 start = monday - 7 * day;
        Made made(monday - 1);
        made.traffic(start, start + 5 * day, 50, 2, 2).traffic(start + 5 * day, monday - 1, 50, 0);
        QVERIFY(!unusualQuiet(made.course));
        made.traffic(monday - 1, monday + 12, 50, 0);
        made.course.now = (monday + 12) * hourMs;
        QVERIFY2(unusualQuiet(made.course), "on Monday it should have sold again");
    }

    void theNumbersAreThoseOfTheRule()
    {
        const qint64 now = monday + 3 * day;
        Made made(now);
        // Hours 0, 12, 24, … of eighteen days convert: 36 events in 35 * 12 + 1 hours of ten clicks. The spell begins an hour
        // after the last of them.
        made.traffic(now - 20 * day, now - 2 * day, 10, 2, 12).traffic(now - 2 * day, now, 20, 0);
        const auto spell = unusualQuiet(made.course);
        QVERIFY(spell);
        const double before = (35 * 12 + 1) * 10;
        const double since = 11 * 10 + 48 * 20;
        QCOMPARE(spell->clicks, int(since));
        QCOMPARE(spell->expected, 72 * since / before);
        QCOMPARE(spell->probability, std::pow(before / (before + since), 36.5));
        QCOMPARE(spell->since, (now - 2 * day - 11) * hourMs);
    }

    void silenceAndFailuresAreToldApart()
    {
        const qint64 now = monday + 2;
        Made made(now);
        made.traffic(now - 27 * day, now - 12, 50, 2, 2).traffic(now - 12, now, 50, 0);
        made.course.lastPostback = (now - 14) * hourMs;
        QCOMPARE(wordsOf(networkAlarms(made.course)), QStringList{QStringLiteral("postbacks_stopped")});
        made.course.expiredKeyUses = 3;
        const auto stopped = networkAlarms(made.course);
        QCOMPARE(stopped.first().cause, PostbackCause::ExpiredKey);
        QVERIFY(alarmAdvice(stopped.first()).contains(QStringLiteral("old key")));

        made.course.expiredKeyUses = 0;
        made.course.lastPostback = made.course.now;
        made.course.lately = {failure(PostbackCause::NoClickId, 2), failure(PostbackCause::LiteralToken, 9)};
        made.course.today = made.course.lately;
        const auto failing = networkAlarms(made.course);
        QCOMPARE(wordsOf(failing), QStringList{QStringLiteral("no_conversions")});
        QCOMPARE(failing.first().cause, PostbackCause::LiteralToken);
        QVERIFY(failing.first().isUrgent);
        QCOMPARE(failing.first().clicks, 13 * 50);
    }

    void moreConversionsThanClicksAreNamed_data()
    {
        QTest::addColumn<NetworkCourse>("course");
        QTest::addColumn<bool>("named");
        const qint64 now = monday + 10;
        Made none(now);
        none.course.lately = {failure(PostbackCause::UnknownClick, 5)};
        QTest::newRow("five postbacks and no click") << none.course << true;
        none.course.lately = {failure(PostbackCause::UnknownClick, 4)};
        QTest::newRow("four could be anything") << none.course << false;
        none.course.lately = {failure(PostbackCause::BadAmount, 9, PostbackOutcome::NotUnderstood)};
        QTest::newRow("a wrong amount says nothing of clicks") << none.course << false;
        none.course.lately = {failure(PostbackCause::UnknownClick, 50)};
        none.traffic(now - 20, now, 3, 0);
        QTest::newRow("there are clicks enough") << none.course << false;
        Made renewals(now);
        renewals.traffic(now - 27 * day, now - 15 * day, 1, 2, 1).traffic(now - 2 * day, now, 0, 2, 1);
        QTest::newRow("it was always so: renewals") << renewals.course << false;
        Made late(now);
        late.traffic(now - 27 * day, now - 15 * day, 5, 1, 4).traffic(now - 2 * day, now, 0, 1, 4);
        QTest::newRow("the campaign has gone elsewhere") << late.course << true;
    }
    void moreConversionsThanClicksAreNamed()
    {
        QFETCH(NetworkCourse, course);
        QFETCH(bool, named);
        QCOMPARE(wordsOf(networkAlarms(course)).contains(QStringLiteral("conversions_without_clicks")),
                 named);
    }

    void failuresOfOneCauseAreOneSentence()
    {
        NetworkCourse course = Made(monday).course;
        course.today = {failure(PostbackCause::ClickIdTruncated, 2)};
        course.matchedToday = 4;
        QCOMPARE(wordsOf(networkAlarms(course)), QStringList{QStringLiteral("failures")});
        QVERIFY(!networkAlarms(course).first().isUrgent);
        course.today = {failure(PostbackCause::ClickIdTruncated, 3)};
        QCOMPARE(wordsOf(networkAlarms(course)), QStringList{QStringLiteral("one_cause")});
        course.matchedToday = 0;
        QVERIFY(networkAlarms(course).first().isUrgent);
        course.today << failure(PostbackCause::BadAmount, 1);
        QCOMPARE(wordsOf(networkAlarms(course)), QStringList{QStringLiteral("failures")});
        QCOMPARE(networkAlarms(course).first().cause, PostbackCause::ClickIdTruncated);
        QCOMPARE(networkAlarms(course).first().count, 4);
        QCOMPARE(networkAlarms(course).first().causeCount, 3);
    }

    void eachCauseIsNamedWithItsOwnCount()
    {
        NetworkCourse course = Made(monday).course;
        course.today = {failure(PostbackCause::ClickIdTruncated, 20), failure(PostbackCause::BadAmount, 16),
                        failure(PostbackCause::NoClickId, 15)};
        const NetworkAlarm alarm = networkAlarms(course).constFirst();
        const QString title = alarmTitle(alarm, QStringLiteral("Northway"), course.now);
        QVERIFY2(title.contains(QStringLiteral("51 postbacks"))
                         && title.contains(QStringLiteral("20 of them")),
                 qPrintable(title));
        QVERIFY(alarmShort(alarm, course.now).contains(QStringLiteral("(20)")));
        course.today = {failure(PostbackCause::ClickIdTruncated, 2)};
        QVERIFY(!alarmTitle(networkAlarms(course).constFirst(), {}, course.now)
                         .contains(QStringLiteral("of them")));
    }

    void postbacksAreNoConversions()
    {
        const qint64 now = monday + 10;
        Made made(now);
        made.traffic(now - 20, now - 8, 5, 1).traffic(now - 8, now, 0, 2);
        made.course.lately = {failure(PostbackCause::NoClickId, 35), failure(PostbackCause::UnknownClick, 9)};
        QVERIFY(!wordsOf(networkAlarms(made.course)).contains(QStringLiteral("conversions_without_clicks")));
        made.traffic(now, now + 1, 0, 40);
        made.course.now = (now + 1) * hourMs;
        for (const NetworkAlarm &alarm : networkAlarms(made.course)) {
            if (alarm.kind == Kind::ConversionsWithoutClicks)
                QCOMPARE(alarm.count, 12 + 16 + 40);
        }
        QVERIFY(wordsOf(networkAlarms(made.course)).contains(QStringLiteral("conversions_without_clicks")));
    }

    void anOldKeyIsToldWhileItWorksAndWhenItHasRunOut()
    {
        NetworkCourse course = Made(monday).course;
        course.oldKeyUses = 2;
        course.oldKeyUntil = course.now + 1;
        QCOMPARE(wordsOf(networkAlarms(course)), QStringList{QStringLiteral("old_key_used")});
        course.oldKeyUntil = course.now;
        QVERIFY(networkAlarms(course).isEmpty());
        course.expiredKeyUses = 1;
        QCOMPARE(wordsOf(networkAlarms(course)), QStringList{QStringLiteral("expired_key_used")});
    }

    void aMissingSecretIsSaidOnceAndFirst()
    {
        NetworkCourse course = Made(monday).course;
        course.matchedToday = 5;
        course.withoutSecret = 1;
        QCOMPARE(wordsOf(networkAlarms(course)), QStringList{QStringLiteral("secret_missing")});
        QVERIFY(networkAlarms(course).first().isUrgent);
        course.today = {failure(PostbackCause::SecretMissing, 4)};
        QCOMPARE(wordsOf(networkAlarms(course)), QStringList{QStringLiteral("secret_missing")});
        course.today << failure(PostbackCause::BadAmount, 1);
        QCOMPARE(wordsOf(networkAlarms(course)),
                 (QStringList{QStringLiteral("secret_missing"), QStringLiteral("failures")}));
    }

    void everyAlarmHasItsSentences()
    {
        QSet<QString> titles;
        for (int i = 0; i <= int(Kind::OldKeyUsed); ++i) {
            NetworkAlarm alarm;
            alarm.kind = Kind(i);
            alarm.count = 4;
            alarm.clicks = 812;
            alarm.expected = 14.2;
            alarm.since = monday * hourMs;
            alarm.until = monday * hourMs;
            alarm.cause = PostbackCause::LiteralToken;
            alarm.detail = QStringLiteral("{subid}");
            const qint64 now = (monday + 3 * day) * hourMs;
            const QString title = alarmTitle(alarm, QStringLiteral("Northway"), now);
            QVERIFY2(title.contains(QStringLiteral("Northway")) && !title.contains(u'%'), qPrintable(title));
            QVERIFY2(alarmAdvice(alarm).endsWith(u'.'), qPrintable(alarmAdvice(alarm)));
            QVERIFY(!alarmAdvice(alarm).contains(u'%'));
            QVERIFY2(alarmShort(alarm, now).size() < 60 && !alarmShort(alarm, now).contains(u'%'),
                     qPrintable(alarmShort(alarm, now)));
            QVERIFY(!alarmWord(alarm.kind).isEmpty());
            titles << title;
        }
        QCOMPARE(titles.size(), int(Kind::OldKeyUsed) + 1);
    }
};

QTEST_GUILESS_MAIN(tst_NetworkAlarm)
#include "tst_networkalarm.moc"
