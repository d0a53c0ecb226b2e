// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/framingprotocol.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Matchbook;

using State = RequestFraming::State;

class TestRequestFraming : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsBytesIntoRequests_data();
    void cutsBytesIntoRequests();
    void keepsEveryByteOfTheRequest();
    void saysOnceThatTheClientWaits();
    void doesNotAskForABodyThatIsTooLarge();
    void refusesGarbageBeforeItsLineEnds_data();
    void refusesGarbageBeforeItsLineEnds();
    void refusesABodyBeforeItArrives();
    void workIsLinearForSingleBytes_data();
    void workIsLinearForSingleBytes();
};

void TestRequestFraming::cutsBytesIntoRequests_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, const QByteArray &input, const QByteArray &expected) {
        QTest::newRow(title) << input << expected;
    };
    const QByteArray get = "GET / HTTP/1.1\r\n";
    const QByteArray post = "POST /p HTTP/1.1\r\nHost: h\r\n";

    // Plain requests
    row("nothing", "", "idle");
    row("a get", "GET /a?b=c HTTP/1.1\r\nHost: h\r\n\r\n", "GET /a ?b=c; idle");
    row("empty query is not no query", "GET /a? HTTP/1.1\r\nHost: h\r\n\r\n", "GET /a ?; idle");
    row("second question mark", "GET /a?b?c HTTP/1.1\r\nHost: h\r\n\r\n", "GET /a ?b?c; idle");
    row("raw bytes", "GET /\xff%zz?+%2B\xfe#f HTTP/1.1\r\nHost: h\r\n\r\n", "GET /\xff%zz ?+%2B\xfe#f; idle");
    row("other method", "PROPFIND /a HTTP/1.1\r\nHost: h\r\n\r\n", "PROPFIND /a close; idle");
    row("cut in the line", "GET /a HT", "head");
    row("cut before the last line feed", get + "Host: h\r\n\r", "head");
    row("two in a row", get + "Host: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n", "GET /; GET /2; idle");
    row("one and a half", get + "Host: h\r\n\r\nGET /2", "GET /; head");
    row("empty lines before", "\r\n\r\n" + get + "Host: h\r\n\r\n", "GET /; idle");
    row("empty lines between", post + "Content-Length: 1\r\n\r\nx\r\n" + get + "Host: h\r\n\r\n",
        "POST /p =x; GET /; idle");
    row("only a carriage return so far", "\r", "idle");
    row("too many empty lines", QByteArray("\r\n").repeated(9), "rejected 400");
    row("HTTP/1.0 without host", "GET / HTTP/1.0\r\n\r\n", "GET / close; idle");
    row("connection close", get + "Host: h\r\nConnection: Close\r\n\r\n", "GET / close; idle");
    row("connection close among others", get + "Host: h\r\nConnection: x , close\r\n\r\n",
        "GET / close; idle");
    row("connection keep-alive", get + "Host: h\r\nConnection: keep-alive\r\n\r\n", "GET /; idle");
    row("connection enclosed is not close", get + "Host: h\r\nConnection: enclosed\r\n\r\n", "GET /; idle");
    row("upgrade is not followed", get + "Host: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        "GET / close; idle");
    row("blank-padded value", get + "Host: \t h \t\r\n\r\n", "GET /; idle");
    row("empty host", get + "Host:\r\n\r\n", "GET /; idle");
    row("IPv6 host", get + "Host: [::1]:8130\r\n\r\n", "GET /; idle");

    // The request line
    row("absolute form", "GET http://h/a HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("authority form", "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("no version", "GET /\r\n\r\n", "rejected 400");
    row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: h\r\n\r\n", "rejected 505");
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: h\r\n\r\n", "rejected 505");
    row("HTTP/9.9", "GET / HTTP/9.9\r\nHost: h\r\n\r\n", "rejected 505");
    row("HTTP/1.10", "GET / HTTP/1.10\r\nHost: h\r\n\r\n", "rejected 400");
    row("http/1.1", "GET / http/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "rejected 400");
    row("two blanks", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("blank in the target", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("trailing blank", "GET / HTTP/1.1 \r\nHost: h\r\n\r\n", "rejected 400");
    row("tab for a blank", "GET\t/ HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("leading blank", " GET / HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("small letters", "get / HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("NUL in the target", QByteArray("GET /a\0b HTTP/1.1\r\nHost: h\r\n\r\n", 31), "rejected 400");
    row("DEL in the target", "GET /a\x7f HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("carriage return in the target", "GET /a\rb HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("bare line feed after the line", "GET / HTTP/1.1\nHost: h\r\n\r\n", "rejected 400");
    row("bare line feed first", "\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("carriage return first", "\rGET / HTTP/1.1\r\nHost: h\r\n\r\n", "rejected 400");
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01", 8), "rejected 400");
    row("endless method", QByteArray(17, 'A'), "rejected 400");
    row("longest method", QByteArray(16, 'A') + " / HTTP/1.0\r\n\r\n", "AAAAAAAAAAAAAAAA / close; idle");

    // Header fields
    row("no host", get + "\r\n", "rejected 400");
    row("two hosts", get + "Host: h\r\nHost: h\r\n\r\n", "rejected 400");
    row("host with a path", get + "Host: h/x\r\n\r\n", "rejected 400");
    row("host with a blank", get + "Host: h x\r\n\r\n", "rejected 400");
    row("host with an at sign", get + "Host: a@h\r\n\r\n", "rejected 400");
    row("no colon", get + "Host: h\r\nnonsense\r\n\r\n", "rejected 400");
    row("no name", get + "Host: h\r\n: x\r\n\r\n", "rejected 400");
    row("blank before the colon", get + "Host : h\r\n\r\n", "rejected 400");
    row("blank before the name", get + " Host: h\r\n\r\n", "rejected 400");
    row("folded line", get + "Host: h\r\nX: a\r\n b\r\n\r\n", "rejected 400");
    row("folded with a tab", get + "Host: h\r\nX: a\r\n\tb\r\n\r\n", "rejected 400");
    row("no token in the name", get + "Host: h\r\nX(y): a\r\n\r\n", "rejected 400");
    row("high byte in the name", get + "Host: h\r\nX\xe9: a\r\n\r\n", "rejected 400");
    row("high byte in the value", get + "Host: h\r\nX: \xe9\r\n\r\n", "GET /; idle");
    row("NUL in the value", get + QByteArray("Host: h\r\nX: a\0b\r\n\r\n", 19), "rejected 400");
    row("carriage return in the value", get + "Host: h\r\nX: a\rb\r\n\r\n", "rejected 400");
    row("bare line feed in the head", get + "Host: h\nX: y\r\n\r\n", "rejected 400");
    row("bare line feed ends the head", get + "Host: h\r\n\n", "rejected 400");
    row("other expectation", post + "Expect: 200-ok\r\nContent-Length: 1\r\n\r\nx", "rejected 417");

    // Body by length
    row("body", post + "Content-Length: 5\r\n\r\nhello", "POST /p =hello; idle");
    row("body with a get", get + "Host: h\r\nContent-Length: 2\r\n\r\nab", "GET / =ab; idle");
    row("empty body", post + "Content-Length: 0\r\n\r\n", "POST /p; idle");
    row("leading zeros", post + "Content-Length: 0000000000000000000002\r\n\r\nab", "POST /p =ab; idle");
    row("body not whole", post + "Content-Length: 5\r\n\r\nhell", "body");
    row("body and the next", post + "Content-Length: 2\r\n\r\nab" + get + "Host: h\r\n\r\n",
        "POST /p =ab; GET /; idle");
    row("same length twice", post + "Content-Length: 2\r\nContent-Length: 02\r\n\r\nab", "POST /p =ab; idle");
    row("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc", "rejected 400");
    row("list of lengths", post + "Content-Length: 2, 2\r\n\r\nab", "rejected 400");
    row("negative length", post + "Content-Length: -2\r\n\r\nab", "rejected 400");
    row("signed length", post + "Content-Length: +2\r\n\r\nab", "rejected 400");
    row("length in hex", post + "Content-Length: 0x2\r\n\r\nab", "rejected 400");
    row("length with a letter", post + "Content-Length: 2b\r\n\r\nab", "rejected 400");
    row("length with a blank", post + "Content-Length: 1 0\r\n\r\nab", "rejected 400");
    row("empty length", post + "Content-Length: \r\n\r\n", "rejected 400");
    row("longest body", post + "Content-Length: 100\r\n\r\n" + QByteArray(100, 'x'),
        "POST /p =" + QByteArray(100, 'x') + "; idle");
    row("body too long", post + "Content-Length: 101\r\n\r\n", "rejected 413");
    row("absurd length", post + "Content-Length: 99999999999999999999\r\n\r\n", "rejected 413");
    row("post without a length has no body", post + "\r\n", "POST /p close; idle");
    row("post with a type but no length", post + "Content-Type: text/plain\r\n\r\nx=1", "rejected 411");

    // Sizes
    const QByteArray longest = "GET /" + QByteArray(200 - 14, 'a') + " HTTP/1.1";
    row("longest line", longest + "\r\nHost: h\r\n\r\n", "GET /" + QByteArray(186, 'a') + "; idle");
    row("line too long", longest + "x\r\n", "rejected 414");
    row("endless line", "GET /" + QByteArray(1000, 'a'), "rejected 414");
    row("endless garbage", QByteArray(1000, 'a'), "rejected 400");
    row("longest field", get + "Host: h\r\nX: " + QByteArray(197, 'a') + "\r\n\r\n", "GET /; idle");
    row("field too long", get + "Host: h\r\nX: " + QByteArray(198, 'a') + "\r\n\r\n", "rejected 431");
    row("endless field", get + "Host: h\r\nX: " + QByteArray(1000, 'a'), "rejected 431");
    row("as many fields as allowed", get + "Host: h\r\n" + QByteArray("X: y\r\n").repeated(9) + "\r\n",
        "GET /; idle");
    row("a field too many", get + "Host: h\r\n" + QByteArray("X: y\r\n").repeated(10) + "\r\n",
        "rejected 431");
    const QByteArray wide = "X: " + QByteArray(180, 'a') + "\r\n"; // 185 bytes
    row("largest head", get + "Host: h\r\n" + wide.repeated(3) + "Y: " + QByteArray(13, 'a') + "\r\n\r\n",
        "GET /; idle");
    row("head too large", get + "Host: h\r\n" + wide.repeated(3) + "Y: " + QByteArray(14, 'a') + "\r\n\r\n",
        "rejected 431");
}

void TestRequestFraming::cutsBytesIntoRequests()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, expected);
    VERIFY_FRAMING(input, expected);
}

void TestRequestFraming::keepsEveryByteOfTheRequest()
{
    RequestFraming framing({});
    const QByteArray query("a=1+2%2B&b=%zz&c=\xff\xfe&&d");
    const QByteArray input = "POST /c/Key%2F?" + query
            + " HTTP/1.1\r\nHOST: Example.com:8130\r\nX-Mixed-Case:  v1 \r\n"
            + "x-mixed-case: v\xe9\r\nContent-Length: 4\r\n\r\n" + QByteArray("\0\r\n\xff", 4);
    framing.feed(input);
    QCOMPARE(framing.state(), State::Complete);
    const ReceivedRequest request = framing.takeRequest();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/c/Key%2F"));
    QCOMPARE(request.query, query);
    QCOMPARE(request.body, QByteArray("\0\r\n\xff", 4));
    const QList<QPair<QByteArray, QByteArray>> headers{{"host", "Example.com:8130"},
                                                       {"x-mixed-case", "v1"},
                                                       {"x-mixed-case", "v\xe9"},
                                                       {"content-length", "4"}};
    QCOMPARE(request.headers, headers);
    QCOMPARE(request.header("x-mixed-case"), QByteArray("v1"));
    QVERIFY(request.header("missing").isNull());
    QCOMPARE(framing.waiting(), 0);
}

void TestRequestFraming::saysOnceThatTheClientWaits()
{
    const QByteArray head = "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n";
    RequestFraming framing({});
    framing.feed(head);
    QVERIFY(framing.takeContinue());
    QVERIFY(!framing.takeContinue());

    RequestFraming impatient({});
    impatient.feed(QByteArray(head + "ab"));
    QCOMPARE(impatient.state(), State::Complete);
    QVERIFY(!impatient.takeContinue());

    RequestFraming old({});
    old.feed("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(old.state(), State::Body);
    QVERIFY(!old.takeContinue());
}

void TestRequestFraming::doesNotAskForABodyThatIsTooLarge()
{
    RequestFraming framing(smallLimits());
    framing.feed("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 101\r\n\r\n");
    QCOMPARE(framing.status(), 413);
    QVERIFY(!framing.takeContinue());
}

void TestRequestFraming::refusesGarbageBeforeItsLineEnds_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("TLS") << QByteArray("\x16\x03");
    QTest::newRow("SSH") << QByteArray("SSH-2.0");
    QTest::newRow("small letter") << QByteArray("g");
    QTest::newRow("no method") << QByteArray(" ");
}

void TestRequestFraming::refusesGarbageBeforeItsLineEnds()
{
    QFETCH(QByteArray, input);
    RequestFraming framing({});
    QCOMPARE(framing.feed(input), State::Rejected);
    QCOMPARE(framing.waiting(), 0);
}

void TestRequestFraming::refusesABodyBeforeItArrives()
{
    RequestFraming framing({});
    framing.feed("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n40001\r\n");
    QCOMPARE(framing.state(), State::Rejected);
    QCOMPARE(framing.status(), 413);
}

void TestRequestFraming::workIsLinearForSingleBytes_data()
{
    QTest::addColumn<QByteArray>("input");
    const qsizetype size = 4 * 1024 * 1024;
    const QByteArray post = "POST / HTTP/1.1\r\nHost: h\r\n";
    QTest::newRow("request line") << QByteArray("GET /" + QByteArray(size, 'a')
                                                + " HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("many fields") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n"
                                               + QByteArray("X: 0123456789abcdef\r\n").repeated(200000)
                                               + "\r\n");
    QTest::newRow("body") << QByteArray(post + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n"
                                        + QByteArray(size, 'x'));
    QTest::newRow("chunks") << QByteArray(post + "Transfer-Encoding: chunked\r\n\r\n"
                                          + QByteArray("1\r\nx\r\n").repeated(700000) + "0\r\n\r\n");
}

void TestRequestFraming::workIsLinearForSingleBytes()
{
    QFETCH(QByteArray, input);
    const qsizetype vast = 1 << 30;
    RequestFraming framing({vast, vast, 1 << 30, vast});
    QElapsedTimer time;
    time.start();
    for (qsizetype i = 0; i < input.size(); ++i)
        framing.feed(QByteArrayView(input).sliced(i, 1));
    QCOMPARE(framing.state(), State::Complete);
    // Quadratic work would take minutes.
    QVERIFY2(time.elapsed() < 10000, qPrintable(QString::number(time.elapsed())));
}

QTEST_APPLESS_MAIN(TestRequestFraming)
#include "tst_requestframing.moc"
