// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/clientaddress.h"

#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

class TestClientAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheOneThatTrustedProxiesName_data();
    void isTheOneThatTrustedProxiesName();
};

void TestClientAddress::isTheOneThatTrustedProxiesName_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("headers"); // as "name: value" lines
    QTest::addColumn<QString>("client");

    const QString proxy = u"127.0.0.1"_s;
    const QString inner = u"10.0.0.7"_s;
    const auto row = [](const char *title, const QString &peer, const char *headers, const char *client) {
        QTest::newRow(title) << peer << QByteArray(headers) << QString::fromLatin1(client);
    };
    row("no proxy", u"203.0.113.9"_s, "", "203.0.113.9");
    row("a stranger's claim is ignored", u"203.0.113.9"_s, "x-forwarded-for: 198.51.100.1", "203.0.113.9");
    row("a stranger's Cloudflare claim too", u"203.0.113.9"_s, "cf-connecting-ip: 198.51.100.1",
        "203.0.113.9");
    row("mapped stranger", u"::ffff:203.0.113.9"_s, "", "203.0.113.9");
    row("a proxy without headers is the client", proxy, "", "127.0.0.1");
    row("one hop", proxy, "x-forwarded-for: 198.51.100.1", "198.51.100.1");
    row("mapped proxy", u"::ffff:127.0.0.1"_s, "x-forwarded-for: 198.51.100.1", "198.51.100.1");
    row("what the client invented stands further left", proxy, "x-forwarded-for: 1.1.1.1, 198.51.100.1",
        "198.51.100.1");
    row("past trusted proxies", proxy, "x-forwarded-for: 1.1.1.1, 198.51.100.1, 10.0.0.2,10.9.9.9",
        "198.51.100.1");
    row("nothing but trusted ones: the first", inner, "x-forwarded-for: 10.0.0.1, 10.0.0.2", "10.0.0.1");
    row("several headers are one list", proxy, "x-forwarded-for: 1.1.1.1\nx-forwarded-for: 198.51.100.1",
        "198.51.100.1");
    row("with a port", proxy, "x-forwarded-for: 198.51.100.1:4711", "198.51.100.1");
    row("IPv6", proxy, "x-forwarded-for: 2001:db8::5", "2001:db8::5");
    row("IPv6 in brackets", proxy, "x-forwarded-for: [2001:db8::5]", "2001:db8::5");
    row("IPv6 with a port", proxy, "x-forwarded-for: [2001:db8::5]:443", "2001:db8::5");
    row("mapped client", proxy, "x-forwarded-for: ::ffff:198.51.100.1", "198.51.100.1");
    row("garbage", proxy, "x-forwarded-for: unknown", "127.0.0.1");
    row("empty item", proxy, "x-forwarded-for: 198.51.100.1,", "127.0.0.1");
    row("garbage left of the client does no harm", proxy, "x-forwarded-for: <script>, 198.51.100.1",
        "198.51.100.1");
    row("abbreviated", proxy, "x-forwarded-for: 198.51", "127.0.0.1");
    row("open bracket", proxy, "x-forwarded-for: [2001:db8::5", "127.0.0.1");
    row("something after the bracket", proxy, "x-forwarded-for: [2001:db8::5]x", "127.0.0.1");
    row("Forwarded", proxy, "forwarded: for=198.51.100.1", "198.51.100.1");
    row("Forwarded in full", proxy, "forwarded: proto=https; FOR=198.51.100.1 ;by=10.0.0.2", "198.51.100.1");
    row("Forwarded, quoted IPv6 with a port", proxy, "forwarded: for=\"[2001:db8::5]:47011\"", "2001:db8::5");
    row("Forwarded, comma and semicolon inside quotes", proxy,
        "forwarded: for=198.51.100.1;ext=\"a,b;for=1.1.1.1\\\",\"", "198.51.100.1");
    row("Forwarded past a trusted proxy", proxy,
        "forwarded: for=1.1.1.1, for=198.51.100.1, for=\"10.0.0.2:80\"", "198.51.100.1");
    row("Forwarded, obfuscated", proxy, "forwarded: for=_hidden", "127.0.0.1");
    row("Forwarded, nobody named", proxy, "forwarded: proto=https", "127.0.0.1");
    row("Forwarded, unclosed quote", proxy, "forwarded: for=\"198.51.100.1", "127.0.0.1");
    row("X-Forwarded-For goes before Forwarded", proxy,
        "forwarded: for=1.1.1.1\nx-forwarded-for: 198.51.100.1", "198.51.100.1");
    row("Cloudflare", proxy, "cf-connecting-ip: 198.51.100.1", "198.51.100.1");
    row("X-Forwarded-For goes before Cloudflare", proxy,
        "cf-connecting-ip: 1.1.1.1\nx-forwarded-for: 198.51.100.1", "198.51.100.1");
}

void TestClientAddress::isTheOneThatTrustedProxiesName()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, headers);
    QFETCH(QString, client);

    ReceivedRequest request;
    for (const QByteArray &line : headers.split('\n')) {
        const auto colon = line.indexOf(": ");
        if (colon > 0)
            request.headers.append({line.first(colon), line.sliced(colon + 2)});
    }
    const auto trusted = AddressList::parse({u"127.0.0.1"_s, u"10.0.0.0/8"_s});
    QVERIFY(trusted);
    QCOMPARE(clientAddress(QHostAddress(peer), request, *trusted).toString(), client);
}

QTEST_APPLESS_MAIN(TestClientAddress)
#include "tst_clientaddress.moc"
