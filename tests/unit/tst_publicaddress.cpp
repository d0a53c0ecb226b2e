// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest/publicaddress.h"

#include <QTest>

using namespace Matchbook;

class tst_PublicAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyAddressesOfTheOpenInternetArePublic_data()
    {
        QTest::addColumn<bool>("isPublic");
        for (const char *address :
             {"1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.0.1", "100.128.0.1",
              "192.169.0.1", "2606:4700:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808"})
            QTest::newRow(address) << true;
        for (const char *address : {"0.0.0.0",
                                    "10.0.0.1",
                                    "10.255.255.255",
                                    "100.64.0.1",
                                    "100.127.255.255",
                                    "127.0.0.1",
                                    "127.9.9.9",
                                    "169.254.169.254",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.0.0.1",
                                    "192.168.1.1",
                                    "198.18.0.1",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "240.0.0.1",
                                    "::",
                                    "::1",
                                    "::ffff:127.0.0.1",
                                    "::ffff:10.0.0.1",
                                    "::ffff:192.168.0.1",
                                    "::127.0.0.1",
                                    "64:ff9b::a00:1",
                                    "64:ff9b::7f00:1",
                                    "2002:a00:1::1",
                                    "2001:0:a00:1::1",
                                    "fc00::1",
                                    "fd12:3456::1",
                                    "fe80::1",
                                    "fe80::1%lo",
                                    "fec0::1",
                                    "ff02::1",
                                    "2001:db8::1"})
            QTest::newRow(address) << false;
    }

    void onlyAddressesOfTheOpenInternetArePublic()
    {
        QFETCH(bool, isPublic);
        QCOMPARE(isPublicAddress(QHostAddress(QString::fromLatin1(QTest::currentDataTag()))), isPublic);
    }

    void noAddressIsNotPublic() { QVERIFY(!isPublicAddress(QHostAddress())); }
};

QTEST_APPLESS_MAIN(tst_PublicAddress)
#include "tst_publicaddress.moc"
