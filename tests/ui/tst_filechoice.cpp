// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forms/filechoice.h"
#include "runningengine.h"
#include "support/program.h"

#include <QFile>
#include <QFileDialog>
#include <QListView>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Matchbook;
using namespace Qt::StringLiterals;

namespace {

/// How many of SQLite's own locks this process has on any file; -1 where the system does not tell.
int posixLocks()
{
    QFile locks(u"/proc/locks"_s);
    if (!locks.open(QIODevice::ReadOnly))
        return -1;
    int count = 0;
    const QByteArray own = ' ' + QByteArray::number(::getpid()) + ' ';
    const QByteArrayList lines = locks.readAll().split('\n');
    for (const QByteArray &line : lines)
        count += line.contains("POSIX") && line.contains(own) ? 1 : 0;
    return count;
}

quint64 inodeOf(const QString &file)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(file).constData(), &found) == 0 ? found.st_ino : 0;
}

} // namespace

/// Whatever a window does with files, SQLite's locks stay; and if they are lost all the same, nothing that was stored is.
class FileChoiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_running = std::make_unique<RunningEngine>();
        QVERIFY(m_running->start() && m_running->setUp());
        m_log = m_running->folder() + u"/matchbook.sqlite-wal"_s;
        QVERIFY(sell());
    }
    void cleanup() { m_running.reset(); }

    void aDialogThatShowsTheDataFolderOpensNothingInIt()
    {
        const int before = posixLocks();
        if (before < 0)
            QSKIP("This system does not tell its locks.");
        QVERIFY(before > 0);
        QFileDialog dialog(nullptr, u"Choose"_s, m_running->folder());
        lookAtNamesOnly(dialog);
        dialog.show();
        auto *list = dialog.findChild<QListView *>(u"listView"_s);
        QVERIFY(list);
        QTRY_VERIFY(list->model()->rowCount(list->rootIndex())
                    >= 3); // the data file, its log and the log's index
        list->grab();
        QTest::qWait(300);
        QCOMPARE(posixLocks(), before);
    }

    /// As any library in this process may do.
    void afterTheLocksAreLostNobodyDeletesTheLog()
    {
        const quint64 inode = inodeOf(m_log);
        for (const QString &name : {u"/matchbook.sqlite"_s, u"/matchbook.sqlite-shm"_s}) {
            QFile file(m_running->folder() + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
        }
        QVERIFY(posixLocks() <= 0);
        for (const char *command : {"network list --json", "settings set theme dark",
                                    "rates set --from EUR --to USD "
                                    "--day 2026-01-01 --rate 1.25"})
            QCOMPARE(runProgram(QString::fromLatin1(command), m_running->folder()).status, 0);
        QVERIFY(inode != 0);
        QCOMPARE(inodeOf(m_log), inode);
        QVERIFY(sell());
        const Ran conversions = runProgram(u"conversions list --json"_s, m_running->folder());
        QCOMPARE(conversions.rows().size(), 2);
        QCOMPARE(runProgram(u"check"_s, m_running->folder()).status, 0);
    }

    /// With the last process the log goes, so that a copy of the data file alone is whole.
    void theLogGoesWithTheLastWhoUsedIt()
    {
        const QString folder = m_running->folder();
        m_running->engine().stop();
        QVERIFY(!QFile::exists(m_log));
    }

    void aLogThatIsDeletedIsNoticed()
    {
        QVERIFY(QFile::remove(m_log));
        QTRY_VERIFY(m_running->engine().state().trouble);
        QCOMPARE(m_running->engine().state().trouble->kind, Failure::Kind::StoreGone);
    }

private:
    bool sell()
    {
        const QString id = m_running->click();
        return id.size() == 20 && m_running->postback(u"clickid=%1&payout=7"_s.arg(id)) == 200;
    }

    std::unique_ptr<RunningEngine> m_running;
    QString m_log;
};

QTEST_MAIN(FileChoiceTest)
#include "tst_filechoice.moc"
