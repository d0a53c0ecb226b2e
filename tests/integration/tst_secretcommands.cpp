// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QTest>

#include <sys/stat.h>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

const QByteArray hidden = "HIDDENsecret4711";

/// Runs the program with \a input on its standard input and \a more in its environment.
Ran runWith(const QStringList &arguments, const QByteArray &input, const QStringList &more = {})
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + more);
    process.start(QStringLiteral(MATCHBOOK_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    if (process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit)
        ran.status = process.exitCode();
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

} // namespace

/// Secrets through the real program, where no keychain can be reached.
class tst_SecretCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(run(u"network add generic --name Northway"_s).status, 0);
    }

    void aNativeNetworkIsAddedWithoutItsSecretAndSaysWhatIsMissing()
    {
        const Ran plain = run(u"network add clickbank_ins --name INS"_s);
        QCOMPARE(plain.status, 0);
        QVERIFY(plain.out.contains("its secret is missing"));
        QVERIFY(plain.out.contains("matchbook network secret 2 --secret-stdin"));
        const QJsonObject json = run(u"network add clickbank_ins --name Second --json"_s).json();
        QCOMPARE(json[u"needs_secret"_s], QJsonValue(true));
        QCOMPARE(json[u"secret"_s].toObject(), (QJsonObject{{u"set"_s, false}, {u"where"_s, QJsonValue()}}));
        const QJsonArray rows = run(u"network list --json"_s).rows();
        QVERIFY(!rows.at(0).toObject().contains(u"needs_secret"_s));
        QCOMPARE(rows.at(2).toObject(), json);
    }

    void withoutAKeychainNothingIsStoredUnlessTheFileIsAllowed()
    {
        QCOMPARE(run(u"network add clickbank_ins --name INS"_s).status, 0);
        const Ran refused = run(u"network secret 2 --secret-stdin --json"_s, hidden + '\n');
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("The secret was not stored. With --store-in-file"), refused.err);
        QVERIFY(refused.err.contains("MATCHBOOK_SECRET_2"));
        QVERIFY(!isHidden(refused));
        QVERIFY(filesWithSecret().isEmpty());
        QCOMPARE(shown(u"network secret 2 --json"_s),
                 (QJsonObject{{u"id"_s, 2}, {u"set"_s, false}, {u"where"_s, QJsonValue()}}));

        const Ran stored = run(u"network secret 2 --secret-stdin --store-in-file --json"_s, hidden + "\r\n");
        QCOMPARE(stored.status, 0);
        QCOMPARE(stored.json(), (QJsonObject{{u"id"_s, 2}, {u"set"_s, true}, {u"where"_s, u"data_file"_s}}));
        QVERIFY(!isHidden(stored));
        QCOMPARE(filesWithSecret(), QStringList{u"secrets.json"_s});
        struct stat found = {};
        QCOMPARE(::stat(QFile::encodeName(inFolder(u"secrets.json"_s)).constData(), &found), 0);
        QCOMPARE(int(found.st_mode & 07777), 0600);
        QCOMPARE(shown(u"network secret 2 --json"_s), stored.json());
        const Ran plain = run(u"network secret 2"_s);
        QCOMPARE(plain.out, QByteArray("The secret of INS is in secrets.json in the data folder.\n"));
        QCOMPARE(run(u"network list --json"_s).rows().at(1)[u"secret"_s].toObject(),
                 (QJsonObject{{u"set"_s, true}, {u"where"_s, u"data_file"_s}}));

        const Ran removed = run(u"network secret 2 --remove --json"_s);
        QCOMPARE(removed.json(), (QJsonObject{{u"id"_s, 2}, {u"set"_s, false}, {u"where"_s, QJsonValue()}}));
        QVERIFY(filesWithSecret().isEmpty());
        QVERIFY(!QFile::exists(inFolder(u"secrets.json"_s)));
    }

    void aNetworkIsAddedTogetherWithItsSecret()
    {
        const Ran added = run(u"network add clickbank_ins --name INS --secret-stdin --store-in-file --json"_s,
                              hidden);
        QCOMPARE(added.status, 0);
        QCOMPARE(added.json()[u"secret"_s][u"where"_s], QJsonValue(u"data_file"_s));
        QVERIFY(!isHidden(added));
        QCOMPARE(filesWithSecret(), QStringList{u"secrets.json"_s});
    }

    void nothingIsAddedWhereItsSecretFindsNoPlace()
    {
        const Ran refused = run(u"network add clickbank_ins --name INS --secret-stdin --json"_s, hidden);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("Nothing was added. With --store-in-file"), refused.err);
        QVERIFY(refused.err.contains("MATCHBOOK_SECRET_<ID>"));
        QVERIFY(refused.out.isEmpty());
        QVERIFY(!isHidden(refused));
        QCOMPARE(run(u"network list --json"_s).rows().size(), 1);
        QVERIFY(filesWithSecret().isEmpty());
        // A file that is not to be trusted is found out before, too.
        QFile file(m_folder->filePath(u"secrets.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(run(u"network add clickbank_ins --name INS --secret-stdin --store-in-file"_s, hidden).status
                != 0);
        QCOMPARE(run(u"network list --json"_s).rows().size(), 1);
        QVERIFY(run(u"network add --help"_s).out.contains("nothing is added"));
    }

    void whatIsNoSecretIsRefusedBeforeAnythingHappens_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("nothing") << QByteArray() << QByteArray("is empty");
        QTest::newRow("an empty line") << QByteArray("\n") << QByteArray("is empty");
        QTest::newRow("two lines") << hidden + '\n' + hidden << QByteArray("more than one");
        QTest::newRow("too long") << hidden.repeated(300) << QByteArray("longer than 4,096 bytes");
        QTest::newRow("binary") << hidden + '\0' << QByteArray("not text");
    }
    void whatIsNoSecretIsRefusedBeforeAnythingHappens()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, sentence);
        const Ran ran = run(u"network add clickbank_ins --name INS --secret-stdin --store-in-file"_s, input);
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains(sentence), ran.err);
        QVERIFY(!isHidden(ran));
        QCOMPARE(run(u"network list --json"_s).rows().size(), 1);
    }

    void badUsageIsSaidAndQuotesNoSecret_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("as a word") << u"network secret 1 HIDDENsecret4711"_s
                                   << QByteArray("a secret is never an argument");
        QTest::newRow("as an option")
                << u"network secret 1 --secret HIDDENsecret4711"_s << QByteArray("--secret is not an option");
        QTest::newRow("both") << u"network secret 1 --secret-stdin --remove"_s
                              << QByteArray("exclude each other");
        QTest::newRow("the file alone") << u"network secret 1 --store-in-file"_s
                                        << QByteArray("--store-in-file goes with --secret-stdin");
        QTest::newRow("no network") << u"network secret 7"_s << QByteArray("matchbook network list");
        QTest::newRow("needs none") << u"network secret 1 --secret-stdin"_s << QByteArray("need no secret");
        QTest::newRow("added, needs none")
                << u"network add generic --name X --secret-stdin"_s << QByteArray("need no secret");
        QTest::newRow("no file") << u"serve --port 0 --secrets-file /nowhere/x"_s
                                 << QByteArray("There is no file /nowhere/x.");
    }
    void badUsageIsSaidAndQuotesNoSecret()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, sentence);
        const Ran ran = run(arguments, hidden);
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains(sentence), ran.err);
        QVERIFY(!isHidden(ran));
    }

    void aSecretInTheEnvironmentStaysThere()
    {
        QCOMPARE(run(u"network add clickbank_ins --name INS"_s).status, 0);
        const QStringList environment{u"MATCHBOOK_SECRET_2="_s + QString::fromLatin1(hidden)};
        const Ran ran = run(u"network secret 2 --json"_s, {}, environment);
        QCOMPARE(ran.json(), (QJsonObject{{u"id"_s, 2}, {u"set"_s, true}, {u"where"_s, u"environment"_s}}));
        QVERIFY(!isHidden(ran));
        const Ran written = run(u"network secret 2 --secret-stdin --store-in-file"_s, "OTHER", environment);
        QCOMPARE(written.status, 0);
        QVERIFY2(written.err.contains("the one in the environment comes first"), written.err);
        QCOMPARE(run(u"network secret 2 --remove"_s, {}, environment).status, 1);
        QVERIFY(filesWithSecret().isEmpty());
    }

    void aServingProcessShowsItsSecretToNobody()
    {
        QCOMPARE(run(u"network add clickbank_ins --name INS"_s).status, 0);
        QProcess served;
        served.setEnvironment(QProcess::systemEnvironment()
                              << u"MATCHBOOK_SECRET_2="_s + QString::fromLatin1(hidden));
        served.start(QStringLiteral(MATCHBOOK_PROGRAM),
                     {u"serve"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, m_folder->path()});
        while (!served.canReadLine() && served.waitForReadyRead(20'000))
            continue;
        const QByteArray first = served.readLine();
        QVERIFY2(first.startsWith("listening on "), first);
        const QByteArray key = run(u"network list --json"_s).rows().at(1)[u"key"_s].toString().toLatin1();
        (void)get(portOf(QString::fromLatin1(first.trimmed().mid(13))), "/postback/" + key + "?x=1");
        for (const char *what : {"environ", "cmdline"}) {
            QFile file(u"/proc/%1/%2"_s.arg(served.processId()).arg(QLatin1StringView(what)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.size() > 10);
            QVERIFY2(!bytes.contains(hidden), what);
        }
        served.terminate();
        QVERIFY(served.waitForFinished(20'000));
        QCOMPARE(served.exitCode(), 0);
        QVERIFY(!served.readAllStandardOutput().contains(hidden));
        const QByteArray errors = served.readAllStandardError();
        QVERIFY(!errors.contains(hidden));
        QVERIFY2(!errors.contains("has no secret"), errors);
        QVERIFY(filesWithSecret().isEmpty());
    }

    void aServingProcessSaysWhichSecretIsMissing()
    {
        QCOMPARE(run(u"network add clickbank_ins --name INS"_s).status, 0);
        ServedFolder served(m_folder->path());
        QVERIFY(served.port);
        QCOMPARE(run(u"network secret 2 --secret-stdin --store-in-file"_s, hidden).status, 0);
        QCOMPARE(served.terminate(), 0);
        QCOMPARE(
                served.errors(),
                QByteArray(
                        "matchbook: warning: Network 2 has no secret, so nothing that it sends is believed. Give it "
                        "one by: matchbook network secret 2 --secret-stdin\n"));
    }

    void theFileOfSecretsHasToBePrivate()
    {
        QCOMPARE(run(u"network add clickbank_ins --name INS"_s).status, 0);
        const QString name = inFolder(u"given.json"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"2\": \"" + hidden + "\"}");
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(name).constData(), 0644), 0);
        const Ran refused = run(u"serve --port 0 --secrets-file "_s + name);
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("has mode 0644"), refused.err);
        QVERIFY(!isHidden(refused));
        QCOMPARE(::chmod(QFile::encodeName(name).constData(), 0600), 0);
        ServedFolder served(m_folder->path(), u"--port 0 --secrets-file "_s + name);
        QVERIFY(served.port);
        QCOMPARE(served.terminate(), 0);
        QCOMPARE(served.errors(), QByteArray());
        QCOMPARE(filesWithSecret(), QStringList{u"given.json"_s});
    }

    void aSecretThatNobodyUsesIsNamed()
    {
        QCOMPARE(run(u"network add clickbank_ins --name INS"_s).status, 0);
        const QString name = inFolder(u"given.json"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"2": "A", "12": "B", "1": "C"})");
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(name).constData(), 0600), 0);
        ServedFolder served(m_folder->path(), u"--port 0 --secrets-file "_s + name);
        QVERIFY(served.port);
        QCOMPARE(served.terminate(), 0);
        QCOMPARE(
                served.errors(),
                QByteArray(
                        "matchbook: warning: the secret of network 1 in the file named with --secrets-file is "
                        "not used: that network takes none.\n"
                        "matchbook: warning: the secret of network 12 in the file named with --secrets-file is "
                        "not used: there is no such network.\n"));
    }

    void aKeychainThatHangsIsGivenUp()
    {
        QCOMPARE(run(u"network add clickbank_ins --name INS"_s).status, 0);
        // A D-Bus that takes everybody in and never says a word.
        QLocalServer silent;
        const QString path = inFolder(u"bus"_s);
        QVERIFY(silent.listen(path));
        const QStringList environment{u"DBUS_SESSION_BUS_ADDRESS=unix:path="_s + path};
        QElapsedTimer timer;
        timer.start();
        const Ran ran = run(u"network secret 2 --secret-stdin"_s, hidden, environment);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.contains("The secret was not stored."), ran.err);
        // Who serves goes on without it, says so, and ends when told to.
        QFile note(inFolder(u"secret-places.json"_s));
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.write("{\"keychain_service\": \"matchbook-test\", \"in_keychain\": [2]}");
        note.close();
        QProcess served;
        served.setEnvironment(QProcess::systemEnvironment() + environment);
        timer.start();
        served.start(QStringLiteral(MATCHBOOK_PROGRAM),
                     {u"serve"_s, u"--port"_s, u"0"_s, u"--data-dir"_s, m_folder->path()});
        while (!served.canReadLine() && served.waitForReadyRead(20'000))
            continue;
        QVERIFY(served.readLine().startsWith("listening on "));
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        served.terminate();
        QVERIFY(served.waitForFinished(10'000));
        QCOMPARE(served.exitStatus(), QProcess::NormalExit);
        QCOMPARE(served.exitCode(), 0);
        QVERIFY(served.readAllStandardError().contains("keychain"));
    }

private:
    Ran run(const QString &arguments, const QByteArray &input = {}, const QStringList &environment = {}) const
    {
        return runWith(arguments.split(u' ') << u"--data-dir"_s << m_folder->path(), input, environment);
    }
    QJsonObject shown(const QString &arguments) const { return run(arguments).json(); }
    static bool isHidden(const Ran &ran) { return ran.out.contains(hidden) || ran.err.contains(hidden); }
    QString inFolder(const QString &name) const { return m_folder->filePath(name); }

    /// The files of the data folder, and their names, in which the secret stands.
    QStringList filesWithSecret() const
    {
        QStringList names;
        const auto files = QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(hidden))
                names << info.fileName();
        }
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_SecretCommands)
#include "tst_secretcommands.moc"
