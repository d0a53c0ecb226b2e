// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracking/bottest.h"

#include <QTest>

using namespace Matchbook;

Q_DECLARE_METATYPE(Matchbook::ClickKind)

class tst_BotTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arrivalsAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<ClickKind>("kind");
        const auto agent = [](const char *name, const char *value, ClickKind kind) {
            QTest::newRow(name) << QByteArray("GET") << QByteArray("user-agent") << QByteArray(value) << kind;
        };
        agent("telephone", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Safari/604.1",
              ClickKind::Visitor);
        agent("Cubot telephone", "Mozilla/5.0 (Linux; Android 9; CUBOT_X19) Chrome/120 Mobile",
              ClickKind::Visitor);
        agent("curl", "curl/7.88.1", ClickKind::Visitor);
        agent("nothing", "", ClickKind::Visitor);
        agent("Googlebot", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
              ClickKind::Bot);
        agent("Bing", "Mozilla/5.0 (compatible; bingbot/2.0)", ClickKind::Bot);
        agent("upper case", "SOMEBOT/1.0", ClickKind::Bot);
        agent("Facebook preview", "facebookexternalhit/1.1", ClickKind::Bot);
        agent("WhatsApp preview", "WhatsApp/2.23.20.0", ClickKind::Bot);
        agent("Slack preview", "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", ClickKind::Bot);
        agent("Telegram preview", "TelegramBot (like TwitterBot)", ClickKind::Bot);
        agent("Discord preview", "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
              ClickKind::Bot);
        agent("headless", "Mozilla/5.0 HeadlessChrome/120.0", ClickKind::Bot);
        agent("spider", "Baiduspider+(+http://www.baidu.com/search/spider.htm)", ClickKind::Bot);
        const auto prefetch = [](const char *header, const char *value, ClickKind kind) {
            QTest::addRow("%s: %s", header, value)
                    << QByteArray("GET") << QByteArray(header) << QByteArray(value) << kind;
        };
        prefetch("purpose", "prefetch", ClickKind::Probe);
        prefetch("sec-purpose", "prefetch;prerender", ClickKind::Probe);
        prefetch("x-moz", "Prefetch", ClickKind::Probe);
        prefetch("x-purpose", "preview", ClickKind::Probe);
        prefetch("purpose", "shopping", ClickKind::Visitor);
        QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray("accept") << QByteArray("*/*")
                              << ClickKind::Probe;
        QTest::newRow("HEAD by a bot") << QByteArray("HEAD") << QByteArray("user-agent")
                                       << QByteArray("bingbot/2.0") << ClickKind::Probe;
        QTest::newRow("GET") << QByteArray("GET") << QByteArray("accept") << QByteArray("*/*")
                             << ClickKind::Visitor;
    }

    void arrivalsAreToldApart()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(ClickKind, kind);
        ReceivedRequest request;
        request.method = method;
        request.headers = {{header, value}};
        QCOMPARE(clickKindOf(request), kind);
    }
};

QTEST_APPLESS_MAIN(tst_BotTest)
#include "tst_bottest.moc"
