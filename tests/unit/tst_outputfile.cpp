// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/taken.h"
#include "vocabulary/outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace Matchbook;

class tst_OutputFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileAppearsWholeOrNotAtAll()
    {
        const QString name = m_folder.filePath(QStringLiteral("out.csv"));
        {
            OutputFile file(name);
            taken(file.open());
            taken(file.write("half"));
        }
        QVERIFY(!QFileInfo::exists(name));
        taken(OutputFile::writeWhole(name, "whole"));
        QCOMPARE(contentOf(name), QByteArray("whole"));
        {
            OutputFile file(name);
            taken(file.open());
            taken(file.write("half"));
        }
        QCOMPARE(contentOf(name), QByteArray("whole"));
    }

    void aFullDeviceStaysADeviceAndSaysSo()
    {
        const QString link = m_folder.filePath(QStringLiteral("device"));
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), link));
        const auto written = OutputFile::writeWhole(link, "text");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Failure::Kind::FileTrouble);
        QCOMPARE(written.error().detail, link + QStringLiteral(": No space left on device"));
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(!QFileInfo(link).isFile());
    }

    void aPipeGetsTheBytesAndStaysAPipe()
    {
        const QString name = m_folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(name).constData(), 0600), 0);
        QByteArray read;
        std::thread reader([&] { read = contentOf(name); });
        const auto written = OutputFile::writeWhole(name, "text");
        reader.join();
        taken(written);
        QCOMPARE(read, QByteArray("text"));
        QVERIFY(QFileInfo::exists(name) && !QFileInfo(name).isFile());
    }

    void aFolderIsNoFile()
    {
        QVERIFY(!OutputFile::writeWhole(m_folder.path(), "text"));
        QVERIFY(QFileInfo(m_folder.path()).isDir());
    }

private:
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_OutputFile)
#include "tst_outputfile.moc"
