// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/environmentsecrets.h"
#include "secrets/secrettext.h"

#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// What a secret is taken from: text, standard input, the environment.
class tst_SecretText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneLineIsASecretAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QString>("sentence");
        const QString empty = u"The secret is empty."_s;
        const QString lines = u"A secret is one line, and this is more than one."_s;
        const QString tooLong = u"This is longer than 4,096 bytes, so it is no network's secret."_s;
        const QString notText = u"This is not text, so it is no network's secret."_s;
        const QByteArray longest(4096, 'x');
        QTest::newRow("plain") << QByteArray("MY+SECRET=1") << QByteArray("MY+SECRET=1") << QString();
        QTest::newRow("line end") << QByteArray("SECRET\n") << QByteArray("SECRET") << QString();
        QTest::newRow("line end of Windows") << QByteArray("SECRET\r\n") << QByteArray("SECRET") << QString();
        QTest::newRow("several line ends") << QByteArray("SECRET\n\n") << QByteArray("SECRET") << QString();
        QTest::newRow("blanks around it") << QByteArray(" \tSECRET ") << QByteArray("SECRET") << QString();
        QTest::newRow("a blank in it") << QByteArray("MY SECRET") << QByteArray("MY SECRET") << QString();
        QTest::newRow("UTF-8") << QByteArray("schl\xc3\xbcssel") << QByteArray("schl\xc3\xbcssel")
                               << QString();
        QTest::newRow("the longest") << longest << longest << QString();
        QTest::newRow("the longest, with a line end") << longest + "\r\n" << longest << QString();
        QTest::newRow("nothing") << QByteArray() << QByteArray() << empty;
        QTest::newRow("an empty line") << QByteArray("\r\n") << QByteArray() << empty;
        QTest::newRow("blanks only") << QByteArray("  \n") << QByteArray() << empty;
        QTest::newRow("two lines") << QByteArray("ONE\nTWO\n") << QByteArray() << lines;
        QTest::newRow("two lines of Windows") << QByteArray("ONE\r\nTWO") << QByteArray() << lines;
        QTest::newRow("a CR inside") << QByteArray("ONE\rTWO") << QByteArray() << lines;
        QTest::newRow("an empty line before it") << QByteArray("\nSECRET") << QByteArray() << lines;
        QTest::newRow("too long") << longest + 'x' << QByteArray() << tooLong;
        QTest::newRow("a null byte") << QByteArray("A\0B", 3) << QByteArray() << notText;
        QTest::newRow("a control character") << QByteArray("A\x1b[2J") << QByteArray() << notText;
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x41") << QByteArray() << notText;
    }
    void oneLineIsASecretAndNothingElse()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, secret);
        QFETCH(QString, sentence);
        const auto found = secretFromText(text);
        QCOMPARE(bool(found), sentence.isEmpty());
        if (found)
            QCOMPARE(*found, secret);
        else
            QCOMPARE(found.error(), (Failure{Failure::Kind::BadUsage, sentence}));
    }

    void aPipeIsReadToItsFirstLineEndOnly()
    {
        int ends[2] = {};
        QCOMPARE(::pipe(ends), 0);
        QCOMPARE(::write(ends[1], "SECRET\n", 7), ssize_t(7));
        const auto found = secretFromDescriptor(ends[0]); // the other end stays open
        QVERIFY(found);
        QCOMPARE(*found, QByteArray("SECRET"));
        ::close(ends[1]);
        const auto nothing = secretFromDescriptor(ends[0]);
        QVERIFY(!nothing);
        ::close(ends[0]);
        QVERIFY(!secretFromDescriptor(ends[0]));
        QCOMPARE(secretFromDescriptor(ends[0]).error().kind, Failure::Kind::FileTrouble);
    }

    void anEndlessStreamIsNotReadToItsEnd()
    {
        QFile zeros(u"/dev/zero"_s);
        QVERIFY(zeros.open(QIODevice::ReadOnly));
        const auto found = secretFromDescriptor(zeros.handle());
        QVERIFY(!found);
        QVERIFY(found.error().detail.contains(u"4,096"_s));
    }

    void theEnvironmentIsEmptiedOfSecrets()
    {
        qputenv("MATCHBOOK_SECRET_3", "ENVSECRET");
        qputenv("MATCHBOOK_SECRET_17", " OTHER ");
        qputenv("MATCHBOOK_SECRETARY", "no secret");
        const auto secrets = takeSecretsFromEnvironment();
        QVERIFY(secrets);
        QCOMPARE(*secrets, (SecretsByNetwork{{NetworkId{3}, "ENVSECRET"}, {NetworkId{17}, "OTHER"}}));
        QVERIFY(!qEnvironmentVariableIsSet("MATCHBOOK_SECRET_3"));
        QVERIFY(!qEnvironmentVariableIsSet("MATCHBOOK_SECRET_17"));
        QVERIFY(qEnvironmentVariableIsSet("MATCHBOOK_SECRETARY"));
        QVERIFY(takeSecretsFromEnvironment()->isEmpty());
    }

    void aVariableOfNoUseIsNamedButNotQuoted_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("no number") << QByteArray("MATCHBOOK_SECRET_clickbank") << QByteArray("HIDDEN");
        QTest::newRow("no network has this number")
                << QByteArray("MATCHBOOK_SECRET_0") << QByteArray("HIDDEN");
        QTest::newRow("two lines") << QByteArray("MATCHBOOK_SECRET_4") << QByteArray("HIDDEN\nHIDDEN");
        QTest::newRow("empty") << QByteArray("MATCHBOOK_SECRET_4") << QByteArray("");
    }
    void aVariableOfNoUseIsNamedButNotQuoted()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        qputenv(name.constData(), value);
        const auto secrets = takeSecretsFromEnvironment();
        QVERIFY(!secrets);
        QCOMPARE(secrets.error().kind, Failure::Kind::BadUsage);
        QVERIFY(secrets.error().detail.startsWith(QString::fromLatin1(name)));
        QVERIFY(!secrets.error().detail.contains(u"HIDDEN"_s));
        QVERIFY(!qEnvironmentVariableIsSet(name.constData()));
    }
};

QTEST_GUILESS_MAIN(tst_SecretText)
#include "tst_secrettext.moc"
