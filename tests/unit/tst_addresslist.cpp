// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/addresslist.h"

#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

class TestAddressList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void containsWhatItsEntriesSay_data();
    void containsWhatItsEntriesSay();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void anEmptyListContainsNobody();
    void loopbackIsThisComputerAlone_data();
    void loopbackIsThisComputerAlone();
    void whatIsAddedIsContainedToo();
};

void TestAddressList::containsWhatItsEntriesSay_data()
{
    QTest::addColumn<QString>("entries");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("contained");

    QTest::newRow("the same") << u"192.0.2.1"_s << u"192.0.2.1"_s << true;
    QTest::newRow("a neighbour") << u"192.0.2.1"_s << u"192.0.2.2"_s << false;
    QTest::newRow("in the block") << u"10.0.0.0/8"_s << u"10.255.1.2"_s << true;
    QTest::newRow("beside the block") << u"10.0.0.0/8"_s << u"11.0.0.0"_s << false;
    QTest::newRow("odd prefix, inside") << u"192.0.2.128/25"_s << u"192.0.2.129"_s << true;
    QTest::newRow("odd prefix, outside") << u"192.0.2.128/25"_s << u"192.0.2.127"_s << false;
    QTest::newRow("second entry") << u"192.0.2.1,198.51.100.7"_s << u"198.51.100.7"_s << true;
    QTest::newRow("blanks and empty entries") << u", 192.0.2.1 "_s << u"192.0.2.1"_s << true;
    QTest::newRow("all of IPv4") << u"0.0.0.0/0"_s << u"203.0.113.5"_s << true;
    QTest::newRow("all of IPv4 is not IPv6") << u"0.0.0.0/0"_s << u"2001:db8::1"_s << false;
    QTest::newRow("all of IPv6 is not IPv4") << u"::/0"_s << u"192.0.2.1"_s << false;
    QTest::newRow("IPv6") << u"2001:db8::1"_s << u"2001:db8:0:0:0:0:0:1"_s << true;
    QTest::newRow("IPv6 block, inside") << u"2001:db8::/32"_s << u"2001:db8:ffff::1"_s << true;
    QTest::newRow("IPv6 block, outside") << u"2001:db8::/32"_s << u"2001:db9::1"_s << false;
    QTest::newRow("mapped address, plain entry") << u"192.0.2.1"_s << u"::ffff:192.0.2.1"_s << true;
    QTest::newRow("plain address, mapped entry") << u"::ffff:192.0.2.0/120"_s << u"192.0.2.77"_s << true;
    QTest::newRow("mapped entry, outside") << u"::ffff:192.0.2.0/120"_s << u"192.0.3.1"_s << false;
    QTest::newRow("scoped address") << u"fe80::/10"_s << u"fe80::1%1"_s << true;
}

void TestAddressList::containsWhatItsEntriesSay()
{
    QFETCH(QString, entries);
    QFETCH(QString, address);
    QFETCH(bool, contained);
    const auto list = AddressList::parse(entries.split(u','));
    QVERIFY(list);
    QVERIFY(!list->isEmpty());
    QCOMPARE(list->contains(QHostAddress(address)), contained);
}

void TestAddressList::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("entry");
    for (const char *entry :
         {"example.com", "10.0.0", "10/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/",
          "10.0.0.0/8x", "2001:db8::/129", "::ffff:192.0.2.0/24", "300.1.1.1", "1.2.3.4/255.255.255.0"}) {
        QTest::newRow(entry) << QString::fromLatin1(entry);
    }
}

void TestAddressList::refusesWhatIsNoAddress()
{
    QFETCH(QString, entry);
    const auto list = AddressList::parse({QStringLiteral("192.0.2.1"), entry});
    QVERIFY(!list);
    QCOMPARE(list.error(), (Failure{Failure::Kind::BadInput, entry}));
}

void TestAddressList::anEmptyListContainsNobody()
{
    QVERIFY(AddressList().isEmpty());
    QVERIFY(!AddressList().contains(QHostAddress(QHostAddress::LocalHost)));
}

void TestAddressList::loopbackIsThisComputerAlone_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("contained");
    QTest::newRow("IPv4") << u"127.0.0.1"_s << true;
    QTest::newRow("another of the block") << u"127.255.0.9"_s << true;
    QTest::newRow("IPv6") << u"::1"_s << true;
    QTest::newRow("mapped") << u"::ffff:127.0.0.1"_s << true;
    QTest::newRow("beside it") << u"128.0.0.1"_s << false;
    QTest::newRow("no address") << u"0.0.0.0"_s << false;
    QTest::newRow("the network at home") << u"192.168.1.1"_s << false;
    QTest::newRow("IPv6 elsewhere") << u"::2"_s << false;
}

void TestAddressList::loopbackIsThisComputerAlone()
{
    QFETCH(QString, address);
    QFETCH(bool, contained);
    QCOMPARE(AddressList::loopback().contains(QHostAddress(address)), contained);
}

void TestAddressList::whatIsAddedIsContainedToo()
{
    AddressList list = AddressList::parse({u"192.0.2.1"_s}).value();
    list.add(AddressList::loopback());
    QVERIFY(list.contains(QHostAddress(u"192.0.2.1"_s)));
    QVERIFY(list.contains(QHostAddress(QHostAddress::LocalHost)));
    QVERIFY(!list.contains(QHostAddress(u"192.0.2.2"_s)));
}

QTEST_APPLESS_MAIN(TestAddressList)
#include "tst_addresslist.moc"
