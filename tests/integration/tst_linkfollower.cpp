// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest/clickidtrace.h"
#include "chaintest/hopsentences.h"
#include "chaintest/linkfollower.h"
#include "support/chainserver.h"
#include "support/taken.h"
#include "vocabulary/clickid.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Matchbook;
using Trouble = Hop::Trouble;
using Form = IdAtHop::Form;

Q_DECLARE_METATYPE(Matchbook::Hop::Trouble)
Q_DECLARE_METATYPE(Matchbook::IdAtHop::Form)

class tst_LinkFollower : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_id = ClickId::make(1'793'613'600'000, 0x2f9d3c5a81b7e).bytes().toByteArray(); }

    void waysAreFollowedToTheirEnd_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("hops");
        QTest::addColumn<Trouble>("trouble");
        QTest::addColumn<Form>("form"); // at the last hop
        const auto row = [](const char *path, int hops, Trouble trouble, Form form) {
            QTest::newRow(path) << QByteArray(path) << hops << trouble << form;
        };
        row("end", 1, Trouble::None, Form::Intact);
        row("pass/end", 2, Trouble::None, Form::Intact);
        row("pass/relative/pass/end", 4, Trouble::None, Form::Intact);
        row("meta/script/refresh/end", 4, Trouble::None, Form::Intact);
        row("move/end", 2, Trouble::None, Form::Intact);
        row("cookie/end", 3, Trouble::None, Form::Intact);
        row("strip/end", 2, Trouble::None, Form::Missing);
        row("pass/change/end", 3, Trouble::None, Form::Changed);
        row("upper/end", 2, Trouble::None, Form::UpperCased);
        row("pass/cut/end", 3, Trouble::None, Form::Cut);
        row("twice/end", 2, Trouble::None, Form::EncodedTwice);
        row("macro/end", 2, Trouble::None, Form::LiteralMacro);
        row("pass/handover", 3, Trouble::None, Form::HandedOver);
        row("huge", 1, Trouble::None, Form::Intact);
        row("loop", 2, Trouble::Loop, Form::Intact);
        row("endless/1", 16, Trouble::TooManyHops, Form::Intact);
        row("pass/never", 2, Trouble::NoAnswer, Form::Intact);
        row("trickle", 1, Trouble::NoAnswer, Form::Intact);
        row("garbage", 1, Trouble::Broken, Form::Intact);
        row("close", 1, Trouble::Broken, Form::Intact);
        row("nowhere", 1, Trouble::BadTarget, Form::Intact);
        row("bad", 2, Trouble::BadTarget, Form::Missing);
        row("app", 2, Trouble::NotWeb, Form::Missing);
        row("private", 2, Trouble::PrivateAddress, Form::Intact);
        row("missing", 1, Trouble::ErrorStatus, Form::Intact);
        row("pass/forbidden", 2, Trouble::ErrorStatus, Form::Intact);
    }

    void waysAreFollowedToTheirEnd()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, hops);
        QFETCH(Trouble, trouble);
        QFETCH(Form, form);
        const auto way = follow(m_server.url(path + "?s2=" + m_id), rules());
        QCOMPARE(int(way.size()), hops);
        QCOMPARE(hopTroubleWord(way.last().trouble), hopTroubleWord(trouble));
        QList<QByteArray> urls;
        for (const Hop &hop : way)
            urls << hop.url;
        QCOMPARE(idFormWord(traceClickId(m_id, urls, 0).hops.last().form), idFormWord(form));
        for (qsizetype i = 0; i < way.size(); ++i)
            QVERIFY(!troubleSentence(way, i).isEmpty());
    }

    void howEachHopWasReachedIsTold()
    {
        const auto way = follow(m_server.url("meta/script/refresh/relative/end?s2=1"), rules());
        QStringList ways;
        QStringList statuses;
        for (const Hop &hop : way) {
            ways << hopByWord(hop.by);
            statuses << QString::number(hop.status);
        }
        QCOMPARE(ways.join(u' '), QStringLiteral("start meta_refresh javascript refresh_header redirect"));
        QCOMPARE(statuses.join(u' '), QStringLiteral("200 200 200 307 200"));
        QCOMPARE(way.last().url, m_server.url("end?s2=1"));
    }

    void itLooksLikeABrowser()
    {
        follow(m_server.url("end?browser"), rules());
        const QByteArray head = m_server.requests().last();
        QVERIFY(head.contains("User-Agent: Mozilla/5.0 "));
        QVERIFY(head.contains("Accept: text/html"));
        QVERIFY(!head.contains("matchbook") && !head.contains("Cookie:"));
    }

    void cookiesLiveAsLongAsTheRun()
    {
        follow(m_server.url("cookie/end"), rules());
        QVERIFY(m_server.requests().last().contains("Cookie: seen=1"));
        follow(m_server.url("end?afresh"), rules());
        QVERIFY(!m_server.requests().last().contains("Cookie:"));
    }

    void noPrivateAddressIsReached_data()
    {
        QTest::addColumn<QByteArray>("url");
        const QByteArray port = ':' + QByteArray::number(m_server.port());
        for (const char *host : {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0",
                                 "2130706433", "0x7f000001", "127.1", "inside.test", "mixed.test"})
            QTest::newRow(host) << QByteArray("http://") + host + port + "/end";
        QTest::newRow("another path of ours") << m_server.url("postback/key");
        QTest::newRow("out of ours") << m_server.url("c/../end");
        QTest::newRow("out of ours, hidden") << m_server.url("c/%2e%2e/end");
        QTest::newRow("below ours") << m_server.url("c/key/end");
    }

    void noPrivateAddressIsReached()
    {
        QFETCH(QByteArray, url);
        const auto before = m_server.requests().size();
        FollowRules strict;
        strict.lookUp = names();
        strict.ownBases = {m_server.url("").chopped(1)};
        const auto way = follow(url, strict);
        QCOMPARE(hopTroubleWord(way.last().trouble), hopTroubleWord(Trouble::PrivateAddress));
        QCOMPARE(way.size(), 1);
        QCOMPARE(m_server.requests().size(), before);
    }

    void ourOwnTrackingLinkIsReached()
    {
        FollowRules strict;
        strict.ownBases = {m_server.url("").chopped(1)};
        const auto way = follow(m_server.url("c/key"), strict);
        QCOMPARE(way.size(), 1);
        QCOMPARE(way.last().status, 404); // asked, that is
    }

    void theConnectionIsMadeToTheAddressThatWasChecked()
    {
        int asked = 0;
        FollowRules watched = rules();
        watched.lookUp = [&](const QString &name, QObject *asker,
                             const std::function<void(const QHostInfo &)> &answer) {
            ++asked;
            // Whoever asked again would be led inside.
            names(asked == 1 ? "127.0.0.1" : "10.0.0.1")(name, asker, answer);
        };
        const QByteArray port = QByteArray::number(m_server.port());
        const auto way = follow("http://rebinding.test:" + port + "/end?x=1", watched);
        QCOMPARE(way.last().trouble, Trouble::None);
        QCOMPARE(asked, 1);
        QVERIFY(m_server.requests().last().contains(QByteArray("Host: rebinding.test:" + port)));

        const auto second = follow("http://rebinding.test:" + port + "/end?x=2", watched);
        QCOMPARE(second.last().trouble, Trouble::PrivateAddress);
        QCOMPARE(second.last().detail, QStringLiteral("10.0.0.1"));
    }

    void whatIsWrongWithAConnectionIsNamed()
    {
        QCOMPARE(follow("http://nobody.test/", rules()).last().trouble, Trouble::NameNotFound);
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(closed.serverPort());
        closed.close();
        QCOMPARE(follow("http://127.0.0.1:" + port + "/", rules()).last().trouble, Trouble::Refused);
        const auto tls = follow("https://127.0.0.1:" + QByteArray::number(m_server.port()) + "/end", rules());
        QCOMPARE(hopTroubleWord(tls.last().trouble), hopTroubleWord(Trouble::Tls));
        QVERIFY(!tls.last().detail.isEmpty());
        QCOMPARE(follow("ftp://127.0.0.1/", rules()).last().trouble, Trouble::NotWeb);
        QCOMPARE(follow("no address", rules()).last().trouble, Trouble::BadTarget);
    }

    void theWholeRunIsBounded()
    {
        FollowRules hurried = rules();
        hurried.totalMs = 300;
        hurried.hopMs = 60'000;
        QElapsedTimer timer;
        timer.start();
        const auto way = follow(m_server.url("pass/never"), hurried);
        QCOMPARE(hopTroubleWord(way.last().trouble), hopTroubleWord(Trouble::TooLong));
        QVERIFY(timer.elapsed() < 5000);
    }

    void aRunCanBeCancelledAndFollowedByAnother()
    {
        LinkFollower follower(rules());
        QSignalSpy finished(&follower, &LinkFollower::finished);
        follower.follow(m_server.url("pass/never"));
        QTRY_COMPARE(follower.hops().size(), 1);
        follower.cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(follower.hops().last().trouble, Trouble::Cancelled);
        QVERIFY(!follower.hasArrived());
        follower.cancel();
        follower.follow(m_server.url("pass/end"));
        QVERIFY(finished.wait(5000));
        QVERIFY(follower.hasArrived());
        QCOMPARE(finished.size(), 2);
    }

    void itMayGoInTheMiddle()
    {
        auto follower = std::make_unique<LinkFollower>(rules());
        follower->follow(m_server.url("pass/never"));
        QTRY_COMPARE(follower->hops().size(), 1);
        follower.reset();
        QTest::qWait(50);
    }

private:
    FollowRules rules() const
    {
        FollowRules made;
        made.allowedAddresses = taken(AddressList::parse({QStringLiteral("127.0.0.1")}));
        made.lookUp = names();
        made.hopMs = 700;
        return made;
    }

    /// Names that mean what a test needs; the rest do not exist.
    static NameLookup names(const char *forRebinding = "127.0.0.1")
    {
        return [forRebinding](const QString &name, QObject *asker,
                              std::function<void(const QHostInfo &)> answer) {
            const QHash<QString, QStringList> known{
                    {QStringLiteral("shop.test"), {QStringLiteral("127.0.0.1")}},
                    {QStringLiteral("localhost"), {QStringLiteral("127.0.0.1")}},
                    {QStringLiteral("rebinding.test"), {QString::fromLatin1(forRebinding)}},
                    {QStringLiteral("inside.test"), {QStringLiteral("127.0.0.1")}},
                    {QStringLiteral("mixed.test"),
                     {QStringLiteral("1.1.1.1"), QStringLiteral("::ffff:10.0.0.9")}},
                    {QStringLiteral("127.1"), {QStringLiteral("127.0.0.1")}},
                    {QStringLiteral("2130706433"), {QStringLiteral("127.0.0.1")}},
                    {QStringLiteral("0x7f000001"), {QStringLiteral("127.0.0.1")}},
            };
            QHostInfo found;
            QList<QHostAddress> addresses;
            for (const QString &address : known.value(name))
                addresses << QHostAddress(address);
            found.setAddresses(addresses);
            if (addresses.isEmpty())
                found.setError(QHostInfo::HostNotFound);
            QMetaObject::invokeMethod(
                    asker, [answer, found] { answer(found); }, Qt::QueuedConnection);
        };
    }

    static QList<Hop> follow(const QByteArray &url, const FollowRules &by)
    {
        LinkFollower follower(by);
        QSignalSpy finished(&follower, &LinkFollower::finished);
        QSignalSpy hops(&follower, &LinkFollower::hopFollowed);
        follower.follow(url);
        if (!finished.wait(20'000) || finished.size() != 1 || hops.size() != follower.hops().size())
            return {Hop()};
        return follower.hops();
    }

    ChainServer m_server;
    QByteArray m_id;
};

QTEST_GUILESS_MAIN(tst_LinkFollower)
#include "tst_linkfollower.moc"
