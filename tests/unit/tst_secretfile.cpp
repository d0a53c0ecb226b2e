// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secretfile.h"
#include "support/taken.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Matchbook;
using namespace Qt::StringLiterals;

/// Files that nobody else may read.
class tst_SecretFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_name = m_folder->filePath(u"secrets.json"_s);
    }

    void whatIsWrittenIsReadAgain()
    {
        const SecretsByNetwork secrets{{NetworkId{3}, "ONE"}, {NetworkId{12}, "T\"W\\O \xc3\xbc"}};
        taken(writeSecretFile(m_name, secrets));
        QCOMPARE(taken(readSecretFile(m_name)), secrets);
        QCOMPARE(mode(), 0600);
        taken(writeSecretFile(m_name, {}));
        QVERIFY(!QFileInfo::exists(m_name));
        QCOMPARE(readSecretFile(m_name).error().kind, Failure::Kind::NotFound);
    }

    void itIsNeverReadableByOthersNotEvenForAMoment()
    {
        const mode_t before = ::umask(0);
        std::atomic<bool> stop = false;
        std::atomic<int> seen = 0;
        std::atomic<int> open = 0;
        std::thread watch([&] {
            while (!stop) {
                const auto files = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
                for (const QString &file : files) {
                    struct stat found = {};
                    if (::stat(QFile::encodeName(m_folder->filePath(file)).constData(), &found) != 0)
                        continue;
                    ++seen;
                    if ((found.st_mode & 0177) != 0)
                        ++open;
                }
            }
        });
        for (int i = 0; i < 300; ++i)
            taken(writeSecretFile(m_name, {{NetworkId{1}, QByteArray::number(i)}}));
        while (seen < 20)
            std::this_thread::yield();
        stop = true;
        watch.join();
        ::umask(before);
        QCOMPARE(open.load(), 0);
        QCOMPARE(mode(), 0600);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void anOlderFileThatOthersCanReadIsReplacedByOneTheyCannot()
    {
        put("{}", 0644);
        taken(writeSecretFile(m_name, {{NetworkId{1}, "ONE"}}));
        QCOMPARE(mode(), 0600);
    }

    void itIsReplacedWholeOrNotAtAll()
    {
        QVERIFY(QDir().mkdir(m_name));
        QVERIFY(QDir().mkdir(m_name + u"/x"_s));
        const auto written = writeSecretFile(m_name, {{NetworkId{1}, "ONE"}});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Failure::Kind::FileTrouble);
        QVERIFY(written.error().detail.startsWith(m_name));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
                 QStringList{u"secrets.json"_s});
    }

    void aFileThatOthersCouldReadIsRefused_data()
    {
        QTest::addColumn<int>("fileMode");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("0600") << 0600 << true;
        QTest::newRow("0400") << 0400 << true;
        QTest::newRow("0644") << 0644 << false;
        QTest::newRow("0640") << 0640 << false;
        QTest::newRow("0604") << 0604 << false;
        QTest::newRow("0620") << 0620 << false;
        QTest::newRow("0700") << 0700 << false;
        QTest::newRow("04600") << 04600 << false;
    }
    void aFileThatOthersCouldReadIsRefused()
    {
        QFETCH(int, fileMode);
        QFETCH(bool, accepted);
        put("{\"3\": \"HIDDEN\"}", mode_t(fileMode));
        const auto secrets = readSecretFile(m_name);
        QCOMPARE(bool(secrets), accepted);
        if (accepted)
            return;
        QCOMPARE(secrets.error().kind, Failure::Kind::BadUsage);
        const QString said = QString::number(fileMode, 8).rightJustified(4, u'0');
        QVERIFY2(secrets.error().detail.contains(u"has mode "_s + said), qPrintable(secrets.error().detail));
        QVERIFY(secrets.error().detail.endsWith(u"chmod 600 "_s + m_name));
    }

    void whatIsNoRegularFileIsRefusedAtOnce()
    {
        put("{\"3\": \"HIDDEN\"}", 0600);
        const QString link = m_folder->filePath(u"link"_s);
        QVERIFY(QFile::link(m_name, link));
        QVERIFY(sentence(link).contains(u"is a link"_s));
        const QString pipe = m_folder->filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(sentence(pipe).contains(u"not a regular file"_s));
        QVERIFY(sentence(m_folder->path()).contains(u"not a regular file"_s));
        QVERIFY(sentence(u"/dev/null"_s).contains(u"not a regular file"_s));
    }

    void anotherUsersFileIsRefused()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a file away");
        put("{\"3\": \"HIDDEN\"}", 0600);
        QCOMPARE(::chown(QFile::encodeName(m_name).constData(), 65534, 65534), 0);
        QVERIFY(sentence(m_name).contains(u"belongs to another user"_s));
    }

    void aFileOfSomethingElseIsNamedButNotQuoted_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("lines") << QByteArray("MATCHBOOK_SECRET_3=HIDDEN");
        QTest::newRow("an array") << QByteArray("[\"HIDDEN\"]");
        QTest::newRow("a name") << QByteArray("{\"clickbank\": \"HIDDEN\"}");
        QTest::newRow("no network") << QByteArray("{\"0\": \"HIDDEN\"}");
        QTest::newRow("a number") << QByteArray("{\"3\": 5}");
        QTest::newRow("an empty secret") << QByteArray("{\"3\": \"\"}");
        QTest::newRow("two lines") << QByteArray("{\"3\": \"HIDDEN\\nHIDDEN\"}");
        QTest::newRow("half") << QByteArray("{\"3\": \"HIDD");
    }
    void aFileOfSomethingElseIsNamedButNotQuoted()
    {
        QFETCH(QByteArray, content);
        put(content, 0600);
        QVERIFY(sentence(m_name).startsWith(m_name + u" is no file of secrets."_s));
        QVERIFY(!sentence(m_name).contains(u"HIDD"_s));
    }

private:
    void put(const QByteArray &content, mode_t fileMode)
    {
        QFile file(m_name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(m_name).constData(), fileMode), 0);
    }
    int mode() const
    {
        struct stat found = {};
        return ::stat(QFile::encodeName(m_name).constData(), &found) == 0 ? int(found.st_mode & 07777) : -1;
    }
    static QString sentence(const QString &name)
    {
        const auto secrets = readSecretFile(name);
        return secrets ? QString() : secrets.error().detail;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_name;
};

QTEST_GUILESS_MAIN(tst_SecretFile)
#include "tst_secretfile.moc"
