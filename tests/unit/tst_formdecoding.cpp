// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "networks/formdecoding.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Matchbook;

namespace {

QByteArray joined(const QList<FormField> &fields)
{
    QByteArray text;
    for (const FormField &field : fields)
        text += '<' + field.name + '|' + field.value + '>';
    return text;
}

} // namespace

class tst_FormDecoding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formsAreDecodedOnce_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("fields");
        const auto row = [](const char *raw, const char *fields) {
            QTest::newRow(raw) << QByteArray(raw) << QByteArray(fields);
        };
        row("", "");
        row("a=1", "<a|1>");
        row("a=1+2%2B&b=%zz", "<a|1 2+><b|%zz>");
        row("a=1&a=2&A=3", "<a|1><a|2><A|3>");
        row("&&a=1&&", "<a|1>");
        row("a", "<a|>");
        row("a=", "<a|>");
        row("a=b=c", "<a|b=c>");
        row("=x", "<|x>");
        row("a%20b=c%3Dd", "<a b|c=d>");
        row("a+b=c", "<a b|c>");
        row("a=%2520", "<a|%20>");
        row("a=%", "<a|%>");
        row("a=%4", "<a|%4>");
        row("a=%41%4g", "<a|A%4g>");
        row("?cid=x&b=1", "<cid|x><b|1>");
        row("a=1&?cid=x", "<a|1><cid|x>");
        row("??cid=x", "<cid|x>");
        row("u=http://a/?b=c", "<u|http://a/?b=c>");
        row("a=%C3%A9", "<a|\xC3\xA9>");
        row("a=%FF", "<a|\xFF>");
        row("a;b=1", "<a;b|1>");
    }
    void formsAreDecodedOnce()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, fields);
        QCOMPARE(joined(decodeForm(raw)), fields);
    }

    void atMostTheLimitIsRead()
    {
        QCOMPARE(decodeForm(QByteArray("a=1&").repeated(1000)).size(), 256);
        QCOMPARE(decodeForm("a=1&b=2&c=3", 2).size(), 2);
        QCOMPARE(decodeForm(QByteArray(1000000, '&')).size(), 0);
    }

    void plusStaysPlusWhereOnlyEscapesAreDecoded()
    {
        QCOMPARE(percentDecoded("a+b%20c%2"), QByteArray("a+b c%2"));
        QCOMPARE(percentDecoded("%00"), QByteArray(1, '\0'));
    }

    void bytesAreShown_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &text) {
            QTest::newRow(name) << bytes << text;
        };
        row("ASCII", "abc 12", QStringLiteral("abc 12"));
        row("empty", "", QString());
        row("UTF-8", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", QString::fromUtf8("é€😀"));
        row("Latin-1", "caf\xE9", QStringLiteral("caf\\xE9"));
        row("line break", "a\r\nb", QStringLiteral("a\\x0D\\x0Ab"));
        row("zero", QByteArray("a\0b", 3), QStringLiteral("a\\x00b"));
        row("delete", "\x7F", QStringLiteral("\\x7F"));
        row("C1 control", "\xC2\x85", QStringLiteral("\\xC2\\x85"));
        row("no-break space is text", "\xC2\xA0", QString(QChar(0xA0)));
        row("overlong slash", "\xC0\xAF", QStringLiteral("\\xC0\\xAF"));
        row("surrogate", "\xED\xA0\x80", QStringLiteral("\\xED\\xA0\\x80"));
        row("beyond Unicode", "\xF4\x90\x80\x80", QStringLiteral("\\xF4\\x90\\x80\\x80"));
        row("cut short", "\xE2\x82", QStringLiteral("\\xE2\\x82"));
        row("backslash", "a\\b\\xZZ", QStringLiteral("a\\b\\xZZ"));
        row("looks escaped", "\\xFF", QStringLiteral("\\x5CxFF"));
        row("looks twice escaped", "\\x5CxFF", QStringLiteral("\\x5Cx5CxFF"));
        row("overlong three", "\xE0\x80\x80", QStringLiteral("\\xE0\\x80\\x80"));
    }
    void bytesAreShown()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(displayText(bytes), text);
        QCOMPARE(shownBytes(text), bytes);
    }

    void valuesAreEncodedForUrls()
    {
        QCOMPARE(percentEncoded("aZ9-._~"), QByteArray("aZ9-._~"));
        QCOMPARE(percentEncoded("a b+c&d=e#f/%\r\n\xFF"), QByteArray("a%20b%2Bc%26d%3De%23f%2F%25%0D%0A%FF"));
    }

    void everyByteSurvivesEncodingAndDecoding()
    {
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += char(i);
        QCOMPARE(percentDecoded(percentEncoded(all)), all);
        QCOMPARE(decodeForm(QByteArray("x=" + percentEncoded(all))).value(0).value, all);
    }

    void multipartBodiesAreRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("fields");
        const auto row = [](const char *name, const QByteArray &body, const char *fields) {
            QTest::newRow(name) << body << QByteArray(fields);
        };
        const QByteArray head = "--b\r\nContent-Disposition: form-data; name=";
        row("one", head + "\"a\"\r\n\r\n1\r\n--b--\r\n", "<a|1>");
        row("two, and a plus stays", head + "\"a\"\r\n\r\n1+2%20\r\n" + head + "\"b\"\r\n\r\nx=y&z\r\n--b--",
            "<a|1+2%20><b|x=y&z>");
        row("other headers, other case",
            "--b\r\nContent-Type: text/plain\r\ncontent-disposition: FORM-DATA; NAME=a\r\n"
            "\r\n1\r\n--b--",
            "<a|1>");
        row("line feeds alone", "--b\nContent-Disposition: form-data; name=\"a\"\n\n1\n--b--\n", "<a|1>");
        row("an empty value", head + "\"a\"\r\n\r\n\r\n--b--", "<a|>");
        row("lines in a value", head + "\"a\"\r\n\r\n1\r\n--bc\r\n2\r\n--b--", "<a|1\r\n--bc\r\n2>");
        row("a file is left out",
            head + "\"f\"; filename=\"x.txt\"\r\n\r\nsecret\r\n" + head + "\"a\"\r\n\r\n1\r\n--b--", "<a|1>");
        row("cut off in a value", head + "\"a\"\r\n\r\n1\r\n" + head + "\"p\"\r\n\r\n12.", "<a|1>");
        row("cut off in a header", head + "\"a", "");
        row("without a name", "--b\r\nX: y\r\n\r\n1\r\n--b--", "");
        row("a form", "a=1&b=2", "");
        row("dashes", "--", "");
        row("nothing", "", "");
    }
    void multipartBodiesAreRead()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, fields);
        QCOMPARE(joined(decodeMultipart(body)), fields);
    }

    void multipartGarbageIsReadInBoundedTime()
    {
        QElapsedTimer timer;
        timer.start();
        const QByteArray part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        QCOMPARE(decodeMultipart(QByteArray(part.repeated(20000) + "--b--")).size(), 256);
        for (const char *piece :
             {"--b\r\n", "--", "\r\n", "--b\n\n", "-", "name=\"", "--b\r\nContent-Disposition: name="})
            QVERIFY(decodeMultipart(QByteArray("--b\r\n" + QByteArray(piece).repeated(200000))).size()
                    <= 256);
        QRandomGenerator random(11);
        QByteArray garbage(1 << 20, Qt::Uninitialized);
        for (char &c : garbage)
            c = "-b\r\n=\"; name"[random.bounded(13)];
        QVERIFY(decodeMultipart(QByteArray("--b\r\n" + garbage)).size() <= 256);
        QVERIFY(timer.elapsed() < 5000);
    }

    void garbageIsReadInBoundedTime()
    {
        QRandomGenerator random(7);
        QByteArray garbage(1 << 20, Qt::Uninitialized);
        for (char &c : garbage)
            c = char(random.bounded(256));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(decodeForm(garbage).size() <= 256);
        const QString shown = displayText(garbage);
        QVERIFY(shownBytes(shown) == garbage);
        QVERIFY(!shown.contains(u'\0') && !shown.contains(QChar::ReplacementCharacter));
        QVERIFY(decodeForm(QByteArray(1 << 20, '%')).value(0).name.size() == 1 << 20);
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_APPLESS_MAIN(tst_FormDecoding)
#include "tst_formdecoding.moc"
