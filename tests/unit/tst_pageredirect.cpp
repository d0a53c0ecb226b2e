// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chaintest/pageredirect.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Matchbook;

class tst_PageRedirect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesThatSendOnAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char *name, const QByteArray &html, const char *by, const char *target) {
            QTest::newRow(name) << html << QByteArray(by) << QByteArray(target);
        };
        const char *meta = "meta_refresh";
        row("meta", "<meta http-equiv=\"refresh\" content=\"0; url=https://a.example/?s=1\">", meta,
            "https://a.example/?s=1");
        row("meta in another order, with quotes and entities",
            "<META content='3;URL=\"/next?a=1&amp;s=2\"' HTTP-EQUIV=Refresh />", meta, "/next?a=1&s=2");
        row("meta without url=", "<meta http-equiv=refresh content=\"0;/x\">", meta, "/x");
        row("meta with a comma", "<meta http-equiv=refresh content=\"0, url=/x\">", meta, "/x");
        row("meta that stays long", "<meta http-equiv=refresh content=\"300; url=/x\">", "", "");
        row("meta that only loads again", "<meta http-equiv=refresh content=\"5\">", "", "");
        row("another meta", "<meta name=\"description\" content=\"0; url=/x\">", "", "");
        row("meta in a comment", "<!-- <meta http-equiv=refresh content=\"0; url=/x\"> -->", "", "");
        const char *js = "javascript";
        row("location =", "<script>location = \"https://a.example/\";</script>", js, "https://a.example/");
        row("window.location.href =", "<script>window.location.href='/y?s=1'</script>", js, "/y?s=1");
        row("location.replace",
            "<script type=\"text/javascript\">setTimeout(function(){ window.location.replace("
            "\"https:\\/\\/a.example\\/?x=1\\u0026s=2\") }, 10);</script>",
            js, "https://a.example/?x=1&s=2");
        row("top.location.assign", "<script>top.location.assign('z')</script>", js, "z");
        row("put together", "<script>location = base + \"/x\";</script>", "", "");
        row("put together behind", "<script>location = \"/x\" + id;</script>", "", "");
        row("another name", "<script>var mylocation = \"/x\"; o.relocation = '/y';</script>", "", "");
        row("outside a script", "<a onclick=\"location='/x'\">go</a>", "", "");
        row("in a large page", "<script>location='/x'</script>" + QByteArray(20'000, ' '), "", "");
        row("meta before script",
            "<script>location='/js'</script><meta http-equiv=refresh content=\"0;url=/meta\">", meta,
            "/meta");
        row("an ordinary page", "<html><body>Shoes</body></html>", "", "");
        row("nothing", "", "", "");
    }

    void pagesThatSendOnAreUnderstood()
    {
        QFETCH(QByteArray, html);
        QFETCH(QByteArray, by);
        QFETCH(QByteArray, target);
        const auto found = redirectInPage(html);
        QCOMPARE(found.has_value(), !by.isEmpty());
        if (found) {
            QCOMPARE(QByteArray(hopByWord(found->by).data()), by);
            QCOMPARE(found->target, target);
        }
    }

    void hostilePagesTakeNoTime_data()
    {
        QTest::addColumn<QByteArray>("piece");
        for (const char *piece :
             {"<!--", "<meta ", "<meta \"", "<script>", "location='", "<script>location =", "\\\\"})
            QTest::newRow(piece) << QByteArray(piece);
    }

    void hostilePagesTakeNoTime()
    {
        QFETCH(QByteArray, piece);
        QElapsedTimer timer;
        timer.start();
        for (const qsizetype size : {16 * 1024, 64 * 1024})
            (void)redirectInPage(piece.repeated(size / piece.size()));
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(tst_PageRedirect)
#include "tst_pageredirect.moc"
