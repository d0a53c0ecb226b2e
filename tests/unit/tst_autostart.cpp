// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences/autostart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Matchbook;
using namespace Qt::StringLiterals;

class TestAutostart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theFileIsWrittenWhereDesktopsLook();
    void theProgramIsStartedAsItIsCalled_data();
    void theProgramIsStartedAsItIsCalled();
    void whatIsSwitchedOffElsewhereIsOff_data();
    void whatIsSwitchedOffElsewhereIsOff();
    void everyDataFolderHasItsOwn();
    void switchingOffTwiceIsNoFailure();
    void aFolderThatCannotBeMadeIsAFailure();

private:
    static QByteArray line(const Autostart &autostart, const QByteArray &key);

    std::unique_ptr<QTemporaryDir> m_configuration;
};

void TestAutostart::init()
{
    m_configuration = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_configuration->path().toUtf8());
}

QByteArray TestAutostart::line(const Autostart &autostart, const QByteArray &key)
{
    QFile file(autostart.file());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto lines = file.readAll().split('\n');
    for (const QByteArray &each : lines) {
        if (each.startsWith(QByteArray(key + '=')))
            return each.mid(key.size() + 1);
    }
    return {};
}

void TestAutostart::theFileIsWrittenWhereDesktopsLook()
{
    const Autostart autostart(u"/usr/bin/matchbook"_s, {});
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
    QVERIFY(QFileInfo::exists(m_configuration->filePath(u"autostart/org.matchbook.Matchbook.desktop"_s)));
    QCOMPARE(line(autostart, "Type"), QByteArray("Application"));
    QVERIFY(autostart.set(false));
    QVERIFY(!autostart.isOn());
    QVERIFY(!QFileInfo::exists(autostart.file()));
}

void TestAutostart::theProgramIsStartedAsItIsCalled_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("dataFolder");
    QTest::addColumn<QByteArray>("exec");
    QTest::addColumn<QByteArray>("tryExec");
    QTest::newRow("installed") << u"/usr/bin/matchbook"_s << QString()
                               << QByteArray(R"("/usr/bin/matchbook" --tray)")
                               << QByteArray("/usr/bin/matchbook");
    QTest::newRow("another data folder")
            << u"/usr/bin/matchbook"_s << u"/srv/my clicks"_s
            << QByteArray(R"("/usr/bin/matchbook" --tray --data-dir "/srv/my clicks")")
            << QByteArray("/usr/bin/matchbook");
    // The specification quotes twice: once for the argument, once for the value.
    QTest::newRow("quotes and dollars")
            << u"/a \"b\"/$c`d/m"_s << QString() << QByteArray(R"("/a \\"b\\"/\\$c\\`d/m" --tray)")
            << QByteArray(R"(/a "b"/$c`d/m)");
    QTest::newRow("backslash") << uR"(/a\b/m)"_s << QString() << QByteArray(R"("/a\\\\b/m" --tray)")
                               << QByteArray(R"(/a\\b/m)");
    QTest::newRow("percent") << u"/100%/m"_s << QString() << QByteArray(R"("/100%%/m" --tray)")
                             << QByteArray("/100%/m");
    QTest::newRow("a percent that looks like a place")
            << u"/%2/m"_s << QString() << QByteArray(R"("/%%2/m" --tray)") << QByteArray("/%2/m");
    QTest::newRow("line break") << u"/a\nExec=rm/m"_s << QString() << QByteArray(R"("/a\nExec=rm/m" --tray)")
                                << QByteArray(R"(/a\nExec=rm/m)");
    QTest::newRow("not ASCII") << u"/srv/jürgen/m"_s << QString()
                               << QByteArray("\"/srv/j\xc3\xbcrgen/m\" --tray")
                               << QByteArray("/srv/j\xc3\xbcrgen/m");
}

void TestAutostart::theProgramIsStartedAsItIsCalled()
{
    QFETCH(QString, program);
    QFETCH(QString, dataFolder);
    QFETCH(QByteArray, exec);
    QFETCH(QByteArray, tryExec);
    const Autostart autostart(program, dataFolder);
    QVERIFY(autostart.set(true));
    QCOMPARE(line(autostart, "Exec"), exec);
    QCOMPARE(line(autostart, "TryExec"), tryExec);
}

void TestAutostart::whatIsSwitchedOffElsewhereIsOff_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<bool>("on");
    QTest::newRow("ours") << QByteArray("[Desktop Entry]\nX-GNOME-Autostart-enabled=true\n") << true;
    QTest::newRow("nothing said") << QByteArray("[Desktop Entry]\nExec=matchbook\n") << true;
    QTest::newRow("hidden") << QByteArray("[Desktop Entry]\nHidden=true\n") << false;
    QTest::newRow("not hidden") << QByteArray("[Desktop Entry]\nHidden=false\n") << true;
    QTest::newRow("GNOME's switch") << QByteArray("[Desktop Entry]\nX-GNOME-Autostart-enabled = false\n")
                                    << false;
}

void TestAutostart::whatIsSwitchedOffElsewhereIsOff()
{
    QFETCH(QByteArray, contents);
    QFETCH(bool, on);
    const Autostart autostart(u"/usr/bin/matchbook"_s, {});
    QVERIFY(autostart.set(true));
    QFile file(autostart.file());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(contents);
    file.close();
    QCOMPARE(autostart.isOn(), on);
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
}

void TestAutostart::everyDataFolderHasItsOwn()
{
    const Autostart standard(u"/usr/bin/matchbook"_s, {});
    const Autostart other(u"/usr/bin/matchbook"_s, u"/srv/clicks"_s);
    QVERIFY(other.set(true));
    QVERIFY(!standard.isOn());
    QVERIFY(standard.set(true));
    QVERIFY(other.set(false));
    QVERIFY(standard.isOn());
}

void TestAutostart::switchingOffTwiceIsNoFailure()
{
    const Autostart autostart(u"/usr/bin/matchbook"_s, {});
    QVERIFY(autostart.set(false));
    QVERIFY(autostart.set(false));
}

void TestAutostart::aFolderThatCannotBeMadeIsAFailure()
{
    QFile inTheWay(m_configuration->filePath(u"autostart"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Autostart autostart(u"/usr/bin/matchbook"_s, {});
    const auto switched = autostart.set(true);
    QVERIFY(!switched);
    QCOMPARE(switched.error(), (Failure{Failure::Kind::FileTrouble, autostart.file()}));
    QVERIFY(!autostart.isOn());
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
