// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/urltemplate.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Matchbook;

namespace {

UrlTokens tokens()
{
    UrlTokens values;
    values.clickId = *ClickId::parse("m5gc77g00n5y4y0vr933");
    values.subIds[0] = QStringLiteral("one");
    values.subIds[1] = QString::fromUtf8("größe +&=#?/%");
    values.subIds[3] = QStringLiteral("caf\\xE9\\x0D\\");
    values.subIds[9] = QStringLiteral("ten");
    values.externalId = QStringLiteral("a\r\nLocation: http://evil/\"");
    values.campaign = QStringLiteral("{clickid}");
    return values;
}

} // namespace

class tst_UrlTemplate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linksAreFilled_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<QByteArray>("filled");
        const auto row = [](const char *url, const char *parameter, QByteArray filled) {
            QTest::addRow("%s %s", url, parameter) << QString::fromUtf8(url) << QString::fromUtf8(parameter)
                                                   << filled.replace("ID", "m5gc77g00n5y4y0vr933");
        };
        row("http://a/?s={clickid}", "", "http://a/?s=ID");
        row("http://a/?s={clickid}", "s2", "http://a/?s=ID");
        row("http://a/{ClickID}/x", "s2", "http://a/ID/x");
        row("http://a/?s={{clickid}}", "", "http://a/?s=ID");
        row("http://a/?s=%7Bclickid%7D", "", "http://a/?s=ID");
        row("http://a/?a={clickid}&b={clickid}", "", "http://a/?a=ID&b=ID");

        // Appending, once, before a fragment.
        row("http://a", "s2", "http://a?s2=ID");
        row("http://a/", "s2", "http://a/?s2=ID");
        row("http://a/?", "s2", "http://a/?s2=ID");
        row("http://a/?b=1", "s2", "http://a/?b=1&s2=ID");
        row("http://a/?b=1&", "s2", "http://a/?b=1&s2=ID");
        row("http://a/#top", "s2", "http://a/?s2=ID#top");
        row("http://a/?b=1#top", "s2", "http://a/?b=1&s2=ID#top");
        row("http://a/#top?b=1", "s2", "http://a/?s2=ID#top?b=1");
        row("http://a/#/{clickid}", "s2", "http://a/#/ID");
        row("http://a/?s2=old&c=1", "s2", "http://a/?s2=ID&c=1");
        row("http://a/?s2=&c=1", "s2", "http://a/?s2=ID&c=1");
        row("http://a/?s2", "s2", "http://a/?s2=ID");
        row("http://a/?s2={aff_sub}", "s2", "http://a/?s2=ID");
        row("http://a/?s22=x", "s2", "http://a/?s22=x&s2=ID");
        row("http://a/?s2=#s2#&c=1", "s2", "http://a/?s2=ID#s2%23&c=1");
        row("http://a/", "", "http://a/");
        row("http://a/", "my id", "http://a/?my%20id=ID");

        // Question marks.
        row("http://a/?b=1?c=2", "s2", "http://a/?b=1&c=2&s2=ID");
        row("http://a/?b=1?s2=x", "s2", "http://a/?b=1&s2=ID");
        row("http://a/??b=1", "", "http://a/?&b=1");

        // The other tokens.
        row("http://a/?x={sub1}&y={sub2}&z={sub10}", "",
            "http://a/?x=one&y=gr%C3%B6%C3%9Fe%20%2B%26%3D%23%3F%2F%25&z=ten");
        row("http://a/?x={sub3}&y={sub11}&z={sub0}&w={sub01}", "", "http://a/?x=&y=&z=&w=");
        row("http://a/?x={sub4}", "", "http://a/?x=caf%E9%0D%5C");
        row("http://a/?x={externalid}", "", "http://a/?x=a%0D%0ALocation%3A%20http%3A%2F%2Fevil%2F%22");
        row("http://a/?x={campaign}", "", "http://a/?x=%7Bclickid%7D");
        row("http://a/?x={unknown}&y=1", "", "http://a/?x=&y=1");
        row("http://a/?x={{ob.id}}&y={}&z={:id}&w={$id}", "", "http://a/?x=&y=&z=&w=");
        row("http://a/?x=${SUBID}", "", "http://a/?x=$");
        row("http://a/?x=#price#", "", "http://a/?x=#price%23");

        // The server's name is the template's alone.
        row("http://{sub1}/?s={clickid}", "", "http:///?s=ID");
        row("http://a.{sub1}:80{sub2}/{sub1}", "", "http://a.:80/one");
        row("http://a%7Bsub1%7D?x={sub1}", "", "http://a?x=one");
        row("http://b\xC3\xBC"
            "cher.example/\xC3\xBC",
            "", "http://xn--bcher-kva.example/%C3%BC");
        row("https://u@B\xC3\xBC"
            "CHER.example:8443?a=1",
            "", "https://u@xn--bcher-kva.example:8443?a=1");
        row("http://\xE4\xBE\x8B\xE3\x81\x88.jp", "s2", "http://xn--r8jz45g.jp?s2=ID");

        // What may not stand in a header.
        row("  http://a/ \n", "", "http://a/");
        row("http://a/\r\nSet-Cookie: x", "", "http://a/%0D%0ASet-Cookie:%20x");
        row("http://a/\"'<>\\^`|", "", "http://a/%22%27%3C%3E%5C%5E%60%7C");
        row("http://a/é?b=ü", "", "http://a/%C3%A9?b=%C3%BC");
        row("http://a/{open", "", "http://a/%7Bopen");
        row("http://a/close}", "", "http://a/close%7D");
        row("http://a/{a b}", "", "http://a/%7Ba%20b%7D");
        row("http://a/{{clickid}", "", "http://a/%7BID");
        row("http://a/?x=a+b%20c", "", "http://a/?x=a+b%20c");
        row("http://a/?x=%add1%", "", "http://a/?x=%add1%");
        row("", "", "");
        row("{clickid}", "", "ID");
    }
    void linksAreFilled()
    {
        QFETCH(QString, url);
        QFETCH(QString, parameter);
        QFETCH(QByteArray, filled);
        QCOMPARE(offerUrlFor(url, parameter, tokens()), filled);
    }

    void tokensWithoutAValueAreNamed()
    {
        const auto named = [](const char *url) { return unknownTokens(QString::fromUtf8(url)).join(u' '); };
        QCOMPARE(named("http://a/{ClickID}/{sub1}?x={sub10}&e={externalid}&c={{campaign}}"), QString());
        QCOMPARE(named("http://a/?x={aff_id}&y={sub11}&z=%7Baff_id%7D"), QStringLiteral("{aff_id} {sub11}"));
        QCOMPARE(named("{open"), QString());
    }

    void garbageNeverBreaksTheHeaderOrTakesLong()
    {
        QElapsedTimer timer;
        timer.start();
        QRandomGenerator random(17);
        const auto clean = [](const QByteArray &url) {
            return std::all_of(url.begin(), url.end(), [](char c) { return c > 0x20 && c < 0x7F; });
        };
        for (int i = 0; i < 3000; ++i) {
            QString url;
            QString parameter;
            const int length = int(random.bounded(200));
            for (int k = 0; k < length; ++k)
                url += QChar(random.bounded(4) ? random.bounded(128) : random.bounded(0xD800));
            parameter = url.left(5);
            QVERIFY(clean(offerUrlFor(url, parameter, tokens())));
        }
        for (const char *piece : {"{", "{{", "%7B", "?", "#", "&", "{clickid}", "{x"})
            QVERIFY(clean(
                    offerUrlFor(QString::fromLatin1(piece).repeated(20000), QStringLiteral("s2"), tokens())));
        QVERIFY(timer.elapsed() < 10000);
    }
};

QTEST_APPLESS_MAIN(tst_UrlTemplate)
#include "tst_urltemplate.moc"
