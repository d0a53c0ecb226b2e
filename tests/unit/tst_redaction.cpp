// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rereading/redaction.h"
#include "vocabulary/clickid.h"

#include <QTest>

using namespace Matchbook;

/// What of a request may leave the computer.
class tst_Redaction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsPrivateIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArrayList>("gone");
        QTest::addColumn<QByteArrayList>("kept");
        const auto row = [](const char *name, const QByteArray &body, const QByteArrayList &gone,
                            const QByteArrayList &kept = {}) { QTest::newRow(name) << body << gone << kept; };
        row("number and inner object",
            R"({"clickid":"abc","customer":{"email":"ada@b.de","first":"Ada"},"phone":491701234567,"payout":5})",
            {"ada@b.de", "Ada", "491701234567"}, {R"("clickid":"abc")", R"("payout":5)"});
        row("array", R"([{"email":"ada@b.de","txid":"T1"}])", {"ada@b.de"}, {R"("txid":"T1")"});
        row("array of a person's", R"({"addresses":["Elm Street 1"],"sub1":"news"})", {"Elm"},
            {R"("sub1":"news")"});
        row("array in an array", R"({"rows":[[{"msisdn":491701234567}]]})", {"491701234567"});
        row("telephone by another name", "msisdn=491701234567&sub1=a", {"491701234567"}, {"sub1=a"});
        row("encoded twice", "note=ada%2540b.de&sub1=a", {"b.de"}, {"sub1=a"});
        row("encoded three times", "x=ada%252540b.de", {"b.de"});
        row("name encoded twice", "e%256Dail=someone%20else", {"else"});
        row("passwords", "token=t0p&Password=hunter2&affiliate_secret=xyz&signature=0a1b&sub1=a",
            {"t0p", "hunter2", "xyz", "0a1b"}, {"sub1=a"});
        row("an affiliate's telephone", "affiliate_phone=491701234567", {"491701234567"});
        row("addresses in a row", "via=203.0.113.77,%2010.0.0.1&x=[2001:db8::9]:443&y=203.0.113.78:80",
            {"203.0.113.77", "2001:db8", "203.0.113.78"});
        row("JSON in a parameter", "data=%7B%22phone%22%3A491701234567%2C%22sum%22%3A5%7D", {"491701234567"},
            {"sum"});
        row("multipart",
            "--XX\r\nContent-Disposition: form-data; name=\"clickid\"\r\n\r\nabc\r\n"
            "--XX\r\nContent-Disposition: form-data; name=\"first_name\"\r\n\r\nAda\r\n"
            "--XX\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nada@b.de\r\n"
            "--XX\r\nContent-Disposition: form-data; name=\"scan\"; filename=\"ada.png\"\r\n\r\nPNG Ada\r\n"
            "--XX--\r\n",
            {"Ada", "ada"},
            {"name=\"clickid\"\r\n\r\nabc\r\n--XX\r\n", "name=\"first_name\"\r\n\r\nsomeone\r\n",
             "\r\n--XX--\r\n"});
        row("plain text", "<sale><mail>ada@b.de</mail><id>T1</id></sale>", {"ada@b.de"}, {"<id>T1</id>"});
    }
    void whatIsPrivateIsReplaced()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArrayList, gone);
        QFETCH(QByteArrayList, kept);
        const QByteArray redacted = redactedBody(body);
        for (const QByteArray &secret : gone)
            QVERIFY2(!redacted.contains(secret), QByteArray(secret + " in " + redacted).constData());
        for (const QByteArray &part : kept)
            QVERIFY2(redacted.contains(part), QByteArray(part + " not in " + redacted).constData());
    }

    void everythingElseStaysByteForByte_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray id = ClickId::make(1'793'613'600'000, 1).bytes().toByteArray();
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("form") << QByteArray("&a=1+2&&b=%zz&offer_name=Trail%20shoes&network=x&tid");
        QTest::newRow("JSON") << QByteArray(
                R"( {"payout": 12.50, "items":[{"item_name":"shoe"}], "x":null} )");
        QTest::newRow("no JSON") << QByteArray(R"({"payout": 12.50)");
        QTest::newRow("a click ID is nobody") << QByteArray("customer=" + id + "&token=" + id);
        QTest::newRow("a placeholder is nobody") << QByteArray("email={email}&token=[TOKEN]");
        QTest::newRow("versions") << QByteArray("v=1.2.3&time=10:30:00&at=12:30");
        QTest::newRow("multipart") << QByteArray(
                "--XX\r\nContent-Disposition: form-data; name=\"txid\"\r\n\r\nT1\r\n--XX--\r\n");
    }
    void everythingElseStaysByteForByte()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(redactedBody(body), body);
    }
};

QTEST_APPLESS_MAIN(tst_Redaction)
#include "tst_redaction.moc"
