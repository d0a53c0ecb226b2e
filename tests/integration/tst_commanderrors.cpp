// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include "engine/datafolder.h"
#include "store/database.h"
#include "support/taken.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace Matchbook;

class tst_CommandErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(runProgram(QStringLiteral("network add generic"), m_folder.path()).status, 0);
    }

    void badUsageEndsWithTwoAndASentence_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *arguments, const char *named) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(named);
        };
        row("dance", "dance");
        row("network", "matchbook network add");
        row("--frob", "not an option");
        row("serve --frob", "not an option");
        row("network add", "preset");
        row("network add nosuchpreset", "nosuchpreset");
        row("network add generic another", "another");
        row("network add generic --name", "--name");
        row("network list --colour red", "--colour");
        row("campaign add", "--name");
        row("campaign add --name A --network 1", "--offer-url");
        row("campaign add --name A --network 77 --offer-url https://x.example", "77");
        row("campaign add --name A --network 1 --offer-url ftp://x.example", "http");
        row("campaign add --name A --network 1 --offer-url http://localhost:8130/c/KEY?x=1", "circle");
        row("campaign add --name A --network 1 --offer-url https://x.example --payout 12,50", "--payout");
        row("campaign add --name A --network 1 --offer-url https://x.example --payout -3", "--payout");
        row("campaign add --name A --network 1 --offer-url https://x.example --payout 1 --currency QQQ",
            "QQQ");
        row("clicks list --limit 0", "--limit");
        row("clicks list --limit many", "--limit");
        row("clicks list --since yesterday", "yesterday");
        row("clicks list --zone Mars/Base", "Mars/Base");
        row("report --from 2026-11-01 --to 2026-11-02", "--by");
        row("report --by moon --from 2026-11-01 --to 2026-11-02", "--by");
        row("report --by day --from 2026-11-02 --to 2026-11-01", "--to");
        row("report --by day --from 2026-11-31 --to 2026-12-01", "--from");
        row("report --by day --from 2026-11-01", "--to");
        row("report --by day --from 2026-11-01 --to 2026-11-02 --zone Nowhere", "Nowhere");
        row("report --by day --from 2026-11-01 --to 2026-11-02 --currency EURO", "--currency");
        row("report --by day --from 1900-11-01 --to 2026-11-02", "ten years");
        row("export conversions --from 2026-11-01 --to 2026-11-02", "--out");
        row("serve --port 65536", "--port");
        row("serve --port http", "--port");
        row("serve --prot 0", "--prot");
        row("--tray --prot 0", "--prot");
        row("settings set port 99999", "port");
        row("check --json --json", "--json");
    }

    void badUsageEndsWithTwoAndASentence()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, named);
        const Ran ran = runProgram(arguments, m_folder.path());
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY2(ran.err.startsWith("matchbook: "), ran.err.constData());
        QVERIFY2(ran.err.contains(named), ran.err.constData());
        QCOMPARE(ran.err.count('\n'), 1);
    }

    void helpAndVersionAreGiven()
    {
        const Ran help = runProgram(QStringLiteral("--help"));
        QCOMPARE(help.status, 0);
        for (const char *command :
             {"matchbook serve", "network add", "network list", "campaign add", "campaign list",
              "clicks list", "conversions list", "postbacks list", "report", "export conversions", "check"})
            QVERIFY2(help.out.contains(command), command);
        QVERIFY2(QString::fromUtf8(help.out).toUtf8() == help.out, "not valid UTF-8");
        QVERIFY(!help.out.contains("\xC3"));
        QVERIFY(runProgram(QStringLiteral("report --help")).out.contains("--by"));
        QVERIFY(runProgram(QStringLiteral("--version")).out.startsWith("matchbook "));
    }

    void aMachineWithoutALocaleIsNoReasonForAWarning_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("locale");
        QTest::newRow("none") << QStringLiteral("LANG") << QString();
        QTest::newRow("C") << QStringLiteral("LANG") << QStringLiteral("C");
        QTest::newRow("POSIX") << QStringLiteral("LC_ALL") << QStringLiteral("POSIX");
    }
    void aMachineWithoutALocaleIsNoReasonForAWarning()
    {
        QFETCH(QString, name);
        QFETCH(QString, locale);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *one : {"LC_ALL", "LC_CTYPE", "LANG"})
            environment.remove(QString::fromLatin1(one));
        if (!locale.isEmpty())
            environment.insert(name, locale);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(MATCHBOOK_PROGRAM),
                      {QStringLiteral("--data-dir"), m_folder.path(), QStringLiteral("network"),
                       QStringLiteral("list")});
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }

    void everyZoneIsTaken()
    {
        QTemporaryDir folder;
        QCOMPARE(runProgram(QStringLiteral("network add generic --name N"), folder.path()).status, 0);
        for (const char *zone : {"Etc/UTC", "GMT", "EST", "US/Eastern", "Europe/Lisbon"}) {
            const QString name = QString::fromLatin1(zone);
            QCOMPARE(runProgram(QStringLiteral("settings set time-zone ") + name, folder.path()).status, 0);
            const Ran ran = runProgram(
                    QStringLiteral("report --by day --from 2026-11-01 --to 2026-11-02 --json --zone ") + name,
                    folder.path());
            QCOMPARE(ran.status, 0);
            QVERIFY2(ran.out.contains(zone), ran.out.constData());
        }
    }

    void anOfferUrlThatCannotServeIsRefused()
    {
        QTemporaryDir folder;
        QCOMPARE(runProgram(QStringLiteral("network add generic --name N"), folder.path()).status, 0);
        const auto add = [&](const char *url) {
            return runProgram(QStringLiteral("campaign add --name A --network 1 --json --offer-url ")
                                      + QString::fromLatin1(url),
                              folder.path());
        };
        const Ran refused = add("https://{sub1}.shop.example/");
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("token in its server name"), refused.err.constData());
        QCOMPARE(add("https://shop.example/\r\nx").status, 2);
        const Ran warned = add("https://shop.example/?a={aff_id}&s={clickid}");
        QCOMPARE(warned.status, 0);
        QVERIFY2(warned.err.contains("{aff_id}"), warned.err.constData());
        QCOMPARE(warned.json()[QStringLiteral("warnings")].toArray().size(), 1);
        const Ran well = add("https://shop.example/?s={clickid}");
        QCOMPARE(well.err, QByteArray());
        QVERIFY(!well.json().contains(QStringLiteral("warnings")));
    }

    void aPortInUseEndsWithOne()
    {
        QTcpServer taker;
        QVERIFY(taker.listen(QHostAddress::LocalHost));
        const Ran ran
                = runProgram(QStringLiteral("serve --port %1").arg(taker.serverPort()), m_folder.path());
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY2(ran.err.startsWith("matchbook: "), ran.err.constData());
        QVERIFY2(ran.err.contains(QByteArray::number(taker.serverPort())) || ran.err.contains("port"),
                 ran.err.constData());
        QCOMPARE(ran.err.count('\n'), 1);
    }

    void aSecondServeOfTheFolderEndsWithOne()
    {
        ServedFolder served(m_folder.path());
        QVERIFY(served.port);
        const Ran ran = runProgram(QStringLiteral("serve --port 0"), m_folder.path());
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.contains(QByteArray("127.0.0.1:" + QByteArray::number(served.port))),
                 ran.err.constData());
        QVERIFY2(!ran.err.contains("window"), ran.err.constData());
        QCOMPARE(ran.err.count('\n'), 1);
        QCOMPARE(get(served.port, "/healthz").status, 200);
        QCOMPARE(served.terminate(), 0);
    }

    void aFolderThatCannotBeMadeEndsWithOne()
    {
        const Ran ran = runProgram(QStringLiteral("clicks list"), QStringLiteral("/proc/matchbook"));
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.contains("/proc/matchbook"), ran.err.constData());
        QCOMPARE(runProgram(QStringLiteral("serve --port 0"), QStringLiteral("/proc/matchbook")).status, 1);
    }

    void aDamagedOrNewerStoreEndsWithOne()
    {
        QTemporaryDir folder;
        QFile file(DataFolder{folder.path()}.databaseFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("no database at all ").repeated(1000));
        file.close();
        const Ran damaged = runProgram(QStringLiteral("check"), folder.path());
        QCOMPARE(damaged.status, 1);
        QVERIFY2(damaged.err.startsWith("matchbook: "), damaged.err.constData());

        QTemporaryDir newer;
        QCOMPARE(runProgram(QStringLiteral("network add generic"), newer.path()).status, 0);
        execute(newer.path(), "PRAGMA user_version = 4711");
        const Ran refused = runProgram(QStringLiteral("serve --port 0"), newer.path());
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("newer"), refused.err.constData());
    }

    void theCheckFindsATamperedSum()
    {
        QTemporaryDir folder;
        QCOMPARE(runProgram(QStringLiteral("network add generic"), folder.path()).status, 0);
        execute(folder.path(), "INSERT INTO click_rollup VALUES (1, 1, 1, 1, 'USD', 1, 0, 0, 0)");
        const Ran ran = runProgram(QStringLiteral("check --json"), folder.path());
        QCOMPARE(ran.status, 1);
        QCOMPARE(ran.json()[QStringLiteral("ok")], QJsonValue(false));
        // The sum has no clicks, and the day that it belongs to does not know it.
        QCOMPARE(ran.json()[QStringLiteral("problems")].toArray().size(), 2);
        QVERIFY(runProgram(QStringLiteral("check"), folder.path()).out.contains("Problem: "));
    }

    void aFileThatCannotBeWrittenEndsWithOne()
    {
        const Ran ran = runProgram(
                QStringLiteral("export conversions --from 2026-11-01 --to 2026-11-02 --out /proc/out.csv"),
                m_folder.path());
        QCOMPARE(ran.status, 1);
        QVERIFY2(ran.err.contains("/proc/out.csv"), ran.err.constData());
    }

    void conversionsCanGoToStandardOutput()
    {
        const Ran ran
                = runProgram(QStringLiteral("export conversions --from 2026-11-01 --to 2026-11-02 --out -"),
                             m_folder.path());
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.out.startsWith("Conversion time,"), ran.out.constData());
        QCOMPARE(ran.out.count('\n'), 1);
        QVERIFY(!QFile::exists(QStringLiteral("-")));
    }

    void whoOnlyReadsMakesNoData_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char *arguments :
             {"network list", "campaign list", "clicks list", "conversions list", "postbacks list",
              "report --by day --from 2026-11-01 --to 2026-11-02",
              "export conversions --from 2026-11-01 --to 2026-11-02 --out -", "check"})
            QTest::newRow(arguments) << QString::fromLatin1(arguments);
    }

    void whoOnlyReadsMakesNoData()
    {
        QFETCH(QString, arguments);
        const QTemporaryDir folder;
        const QString missing = folder.filePath(QStringLiteral("missing"));
        for (const QString &path : {folder.path(), missing}) {
            const Ran ran = runProgram(arguments, path);
            QCOMPARE(ran.status, 1);
            QCOMPARE(ran.out, QByteArray());
            QCOMPARE(ran.err, "matchbook: There is no Matchbook data in " + path.toUtf8() + ".\n");
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void withoutADisplayTheWindowSaysSo()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(MATCHBOOK_PROGRAM), {QStringLiteral("--data-dir"), m_folder.path()});
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(process.readAllStandardError(),
                 QByteArray("matchbook: There is no display. `matchbook serve` runs without one.\n"));
    }

private:
    static void execute(const QString &folder, const char *sql)
    {
        taken(taken(Database::open(DataFolder{folder}.databaseFile(), Database::Access::ReadWrite))
                      ->execute(QString::fromLatin1(sql)));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_CommandErrors)
#include "tst_commanderrors.moc"
