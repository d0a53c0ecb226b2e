// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/framingprotocol.h"

#include <QTest>

using namespace Matchbook;

class TestChunkedDecoding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decodesOrRefuses_data();
    void decodesOrRefuses();
};

void TestChunkedDecoding::decodesOrRefuses_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, const QByteArray &input, const QByteArray &expected) {
        QTest::newRow(title) << input << expected;
    };
    const QByteArray get = "GET / HTTP/1.1\r\n";
    const QByteArray post = "POST /p HTTP/1.1\r\nHost: h\r\n";
    const QByteArray chunked = post + "Transfer-Encoding: chunked\r\n\r\n";

    row("chunks", chunked + "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "POST /p =hello world; idle");
    row("no content", chunked + "0\r\n\r\n", "POST /p; idle");
    row("hex in both cases", chunked + "a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n",
        "POST /p =01234567890123456789; idle");
    row("zeros before the size", chunked + "002\r\nab\r\n000\r\n\r\n", "POST /p =ab; idle");
    row("extensions", chunked + "2;a=b;c=\"d\"\r\nab\r\n0;x\r\n\r\n", "POST /p =ab; idle");
    row("trailer", chunked + "2\r\nab\r\n0\r\nX-Sum: 1\r\nY: 2\r\n\r\n", "POST /p =ab; idle");
    row("the next after chunks", chunked + "2\r\nab\r\n0\r\n\r\n" + get + "Host: h\r\n\r\n",
        "POST /p =ab; GET /; idle");
    row("coding in capitals", post + "Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n", "POST /p; idle");
    row("chunks not whole", chunked + "5\r\nhel", "body");
    row("last chunk not ended", chunked + "0\r\n", "body");
    row("largest chunk", chunked + "64\r\n" + QByteArray(100, 'x') + "\r\n0\r\n\r\n",
        "POST /p =" + QByteArray(100, 'x') + "; idle");
    row("chunk too large", chunked + "65\r\n", "rejected 413");
    row("chunks too large together", chunked + "60\r\n" + QByteArray(96, 'x') + "\r\n5\r\n", "rejected 413");
    row("absurd chunk", chunked + "fffffffffffffff\r\n", "rejected 413");
    row("overflowing chunk", chunked + "10000000000000002\r\nab\r\n", "rejected 400");
    row("negative chunk", chunked + "-1\r\n", "rejected 400");
    row("chunk size with 0x", chunked + "0x2\r\nab\r\n", "rejected 400");
    row("no chunk size", chunked + "\r\n", "rejected 400");
    row("blank in the chunk size", chunked + "2 \r\nab\r\n", "rejected 400");
    row("blank before the chunk size", chunked + " 2\r\nab\r\n", "rejected 400");
    row("letter in the chunk size", chunked + "2g\r\nab\r\n", "rejected 400");
    row("bare line feed after the size", chunked + "2\nab\r\n0\r\n\r\n", "rejected 400");
    row("bare line feed in an extension", chunked + "2;a\nb\r\nab\r\n", "rejected 400");
    row("chunk longer than said", chunked + "2\r\nabc\r\n0\r\n\r\n", "rejected 400");
    row("bare line feed after the content", chunked + "2\r\nab\n0\r\n\r\n", "rejected 400");
    row("trailer without a colon", chunked + "0\r\nnonsense\r\n\r\n", "rejected 400");
    row("trailer with a folded line", chunked + "0\r\nX: a\r\n b\r\n\r\n", "rejected 400");
    row("endless trailer", chunked + "0\r\nX: " + QByteArray(700, 'x'), "rejected 431");
    row("endless extension", chunked + "1;" + QByteArray(20000, 'x'), "rejected 400");
    row("length and chunks", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "rejected 400");
    row("chunks and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
        "rejected 400");
    row("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "rejected 400");
    row("unknown coding", post + "Transfer-Encoding: gzip\r\n\r\n", "rejected 501");
    row("coding twice", post + "Transfer-Encoding: chunked, chunked\r\n\r\n", "rejected 501");
    row("coding in two headers", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
        "rejected 501");
    row("identity coding", post + "Transfer-Encoding: identity\r\n\r\n", "rejected 501");
    row("nearly chunked", post + "Transfer-Encoding: xchunked\r\n\r\n", "rejected 501");
    row("chunked with a control character",
        post
                + "Transfer-Encoding: \x0b"
                  "chunked\r\n\r\n",
        "rejected 400");
}

void TestChunkedDecoding::decodesOrRefuses()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, expected);
    VERIFY_FRAMING(input, expected);
}

QTEST_APPLESS_MAIN(TestChunkedDecoding)
#include "tst_chunkeddecoding.moc"
