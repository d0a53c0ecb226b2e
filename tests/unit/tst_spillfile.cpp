// SPDX-FileCopyrightText: 2026 The Matchbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/spillfile.h"
#include "support/taken.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstring>

using namespace Matchbook;

namespace {

NewClick clickNumber(int number)
{
    NewClick click;
    click.clickId = ClickId::make(1'793'613'600'000 + number, quint64(number));
    click.time = 1'793'613'600'000 + number;
    click.kind = ClickKind(number % 3);
    click.campaign = {number};
    click.offer = {number + 1};
    click.network = {number + 2};
    click.costMicros = 1000 * number;
    click.costCurrency = *Currency::fromCode(u"EUR");
    click.externalId = QStringLiteral("gclid-%1").arg(number);
    click.subIds[9] = QStringLiteral("Grüße");
    click.query = "sub1=\xff\0&x=1";
    click.address = QStringLiteral("203.0.113.0");
    click.userAgent = QString(100, u'a');
    click.referrer = QStringLiteral("https://blog.example/");
    return click;
}

bool sameClick(const NewClick &a, const NewClick &b)
{
    return a.clickId == b.clickId && a.time == b.time && a.kind == b.kind && a.campaign == b.campaign
            && a.offer == b.offer && a.network == b.network && a.costMicros == b.costMicros
            && a.costCurrency == b.costCurrency && a.externalId == b.externalId && a.subIds == b.subIds
            && a.query == b.query && a.address == b.address && a.userAgent == b.userAgent
            && a.referrer == b.referrer;
}

QList<NewClick> clicks(int from, int count)
{
    QList<NewClick> made;
    for (int i = from; i < from + count; ++i)
        made << clickNumber(i);
    return made;
}

} // namespace

class tst_SpillFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everythingAboutAClickComesBack()
    {
        SpillFile spill(name());
        taken(spill.open());
        QCOMPARE(spill.count(), 0);
        taken(spill.append(clicks(1, 2)));
        taken(spill.append(clicks(3, 1)));
        QCOMPARE(spill.count(), 3);
        const QList<NewClick> read = taken(spill.readAll());
        QCOMPARE(read.size(), 3);
        for (int i = 0; i < 3; ++i)
            QVERIFY(sameClick(read.at(i), clickNumber(i + 1)));
    }

    void clicksOfAnEarlierRunAreFoundAndAddedTo()
    {
        {
            SpillFile spill(name());
            taken(spill.open());
            taken(spill.append(clicks(1, 5)));
        }
        SpillFile again(name());
        taken(again.open());
        QCOMPARE(again.count(), 5);
        taken(again.append(clicks(6, 1)));
        QCOMPARE(taken(again.readAll()).size(), 6);
    }

    void itsRoomIsTakenInAdvanceForItsOwnerOnly()
    {
        SpillFile spill(name());
        taken(spill.open());
        const qint64 size = QFileInfo(name()).size();
        QVERIFY(size >= 1024 * 1024);
        taken(spill.append(clicks(1, 100)));
        QCOMPARE(QFileInfo(name()).size(), size);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(name()) & others));
    }

    void whatWasForgottenStaysForgotten()
    {
        SpillFile spill(name());
        taken(spill.open());
        taken(spill.append(clicks(1, 10)));
        taken(spill.clear());
        QCOMPARE(spill.count(), 0);
        QVERIFY(taken(spill.readAll()).isEmpty());
        // The remains of ten clicks stand behind the one that is written now.
        taken(spill.append(clicks(20, 1)));
        SpillFile again(name());
        taken(again.open());
        const QList<NewClick> read = taken(again.readAll());
        QCOMPARE(read.size(), 1);
        QCOMPARE(read.first().clickId, clickNumber(20).clickId);
    }

    void aTornEndLosesOnlyItself_data()
    {
        QTest::addColumn<int>("kept");
        QTest::addColumn<bool>("zeros");
        for (const int kept : {1, 4, 9, 10, 11, 60}) {
            QTest::addRow("cut after %d bytes", kept) << kept << false;
            QTest::addRow("zeros after %d bytes", kept) << kept << true;
        }
    }

    void aTornEndLosesOnlyItself()
    {
        QFETCH(int, kept);
        QFETCH(bool, zeros);
        SpillFile spill(name());
        taken(spill.open());
        taken(spill.append(clicks(1, 3)));
        const qint64 end = endOfRecords();
        taken(spill.append(clicks(4, 1)));
        tear(end + kept, zeros);
        SpillFile again(name());
        taken(again.open());
        QCOMPARE(again.count(), 3);
        taken(again.append(clicks(5, 1)));
        QCOMPARE(taken(again.readAll()).last().clickId, clickNumber(5).clickId);
    }

    void garbageIsReadAsNothingAndWrittenOver()
    {
        QFile garbage(name());
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write(QByteArray("MBCK\xff\xff\xff\xff and what not ").repeated(1000));
        garbage.close();
        SpillFile spill(name());
        taken(spill.open());
        QCOMPARE(spill.count(), 0);
        taken(spill.append(clicks(1, 1)));
        QCOMPARE(taken(spill.readAll()).size(), 1);
    }

    void aDamagedRecordEndsTheReading()
    {
        SpillFile spill(name());
        taken(spill.open());
        taken(spill.append(clicks(1, 1)));
        const qint64 end = endOfRecords();
        taken(spill.append(clicks(2, 1)));
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(end + 30));
        file.write("#");
        file.close();
        QCOMPARE(taken(spill.readAll()).size(), 1);
    }

    void aFullDiskIsSaidInTheSystemsWords()
    {
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), name()));
        SpillFile spill(name());
        const auto opened = spill.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Failure::Kind::StoreFull);
        QCOMPARE(opened.error().detail,
                 name() + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(ENOSPC)));
        QVERIFY(spill.trouble());
        QVERIFY(!spill.append(clicks(1, 1)));
        QCOMPARE(spill.count(), 0);
    }

    void aFolderThatIsMissingIsSaid()
    {
        SpillFile spill(m_folder->filePath(QStringLiteral("missing/spill.bin")));
        const auto opened = spill.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Failure::Kind::FileTrouble);
        const auto appended = spill.append(clicks(1, 1));
        QVERIFY(!appended);
        QCOMPARE(appended.error().kind, Failure::Kind::FileTrouble);
        QCOMPARE(spill.count(), 0);
    }

private:
    QString name() const { return m_folder->filePath(QStringLiteral("spilled-clicks.bin")); }
    qint64 endOfRecords() const
    {
        QFile file(name());
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        QByteArray bytes = file.readAll();
        while (bytes.endsWith('\0'))
            bytes.chop(1);
        return bytes.size();
    }
    void tear(qint64 at, bool zeros) const
    {
        QFile file(name());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        QVERIFY(file.resize(at));
        if (zeros)
            QVERIFY(file.resize(size));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_SpillFile)
#include "tst_spillfile.moc"
