// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracking/tracker.h"

#include <QTest>

using namespace Matchbook;

class tst_NetworkPart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressLosesWhatNamesOneComputer_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *address, const char *kept) {
            QTest::newRow(*address ? address : "empty") << QByteArray(address) << QString::fromLatin1(kept);
        };
        row("203.0.113.77", "203.0.113.0");
        row("203.0.113.0", "203.0.113.0");
        row("127.0.0.1", "127.0.0.0");
        row("2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff", "2001:db8:aaaa::");
        row("2001:db8::1", "2001:db8::");
        row("::1", "::");
        row("::ffff:203.0.113.77", "203.0.113.0");
        row("fe80::1%eth0", "fe80::");
        row("", "");
        row("unknown", "");
    }

    void anAddressLosesWhatNamesOneComputer()
    {
        QFETCH(QByteArray, address);
        QFETCH(QString, kept);
        QCOMPARE(networkPartOf(address), kept);
    }
};

QTEST_APPLESS_MAIN(tst_NetworkPart)
#include "tst_networkpart.moc"
